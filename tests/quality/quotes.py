"""Score quotations: detection, kind, speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.facts import Facts, Quote, QuoteKind
from bot.core.span import Span
from tests.quality.gold import Labelled, Segment
from tests.quality.matching import OVERLAP, overlap, paragraphs, same_name, trim
from tests.quality.outcome import FOUND, Outcome, hit, miss, pair, show

PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we", "you", "who"])
"""These name nobody: a speaker left at one of them is not resolved, which is missing but not wrong."""


@dataclass(frozen=True)
class Piece:
    """One paragraph's part of an extracted quote."""

    span: Span
    quote: Quote


def score_quotes(labelled: Labelled, facts: Facts) -> Iterator[Outcome]:
    """Detection, kind and speaker of quotations; embedded posts are scored apart."""
    text = labelled.text
    pieces = [
        Piece(span, quote)
        for quote in facts.quotes
        if quote.kind is not QuoteKind.POST
        for span in paragraphs(text, quote.span)
    ]
    there, back = pair(
        labelled.segments,
        pieces,
        lambda segment, piece: overlap(trim(text, segment.span), piece.span),
        OVERLAP,
    )
    for i, segment in enumerate(labelled.segments):
        yield from _score_segment(labelled, segment, pieces[there[i]] if i in there else None)
    for j, piece in enumerate(pieces):
        if j in back:
            # The found side of the F1; what is wrong about it was told on the gold side.
            right = _speaker_right(text, labelled.segments[back[j]], piece.quote)
            yield hit("quotes.precision", FOUND)
            yield Outcome("quotes.quote_and_speaker_f1", labelled.segments[back[j]].kinds[0], right, "")
        elif not any(piece.span.meets(span) for span in labelled.optional_quotes):
            told = f"{labelled.id}: no quotation in gold: {show(text, piece.span)} ({piece.quote.kind})"
            yield miss("quotes.precision", FOUND, told)
            yield miss("quotes.quote_and_speaker_f1", FOUND, told)


def _score_segment(labelled: Labelled, segment: Segment, piece: Piece | None) -> Iterator[Outcome]:
    text, kind = labelled.text, segment.kinds[0]
    words = f"{labelled.id}: {show(text, segment.span)}"
    yield Outcome("quotes.recall", kind, piece is not None, f"{words} ({kind}) not found")
    if piece is None:
        yield miss("quotes.quote_and_speaker_f1", kind, f"{words} not found")
        return
    wanted = segment.speakers or (None,)
    got = speaker_name(text, piece.quote)
    right = _speaker_right(text, segment, piece.quote)
    told = f"{words} speaker gold {wanted[0]!r}{' or open' if segment.open else ''}, got {got!r}"
    yield Outcome(
        "quotes.kind", kind, piece.quote.kind in segment.kinds, f"{words} kind {kind}, got {piece.quote.kind}"
    )
    yield Outcome("quotes.speaker", kind, right, told)
    yield Outcome("quotes.speaker_not_wrong", kind, right or got is None, told)
    yield Outcome("quotes.quote_and_speaker_f1", kind, right, told)


def speaker_name(text: str, quote: Quote) -> str | None:
    """Return the fullest naming of a quote's speaker, None when nobody, more than one or a pronoun."""
    speaker = quote.speaker
    if speaker is None or speaker.candidates:
        return None
    name = speaker.best.of(text)
    return None if name.casefold() in PRONOUNS else name


def _speaker_right(text: str, segment: Segment, quote: Quote) -> bool:
    got = speaker_name(text, quote)
    return segment.open if got is None else same_name(got, segment.speakers)
