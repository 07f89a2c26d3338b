"""The facts of an article by the piece of text in which they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.core.article import Article
from bot.core.facts import Dated, Facts, Figure, Quote, Report, Source
from bot.core.search.pieces import pieces_in
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.tokens import forms

T = TypeVar("T")
_REACH = 200
"""Pieces over which one fact is known at most: marks that never close would reach over a whole page."""


@dataclass(frozen=True, slots=True)
class Local:
    """The facts that stand in one piece, or reach into it; `cited` pairs what a source is cited for with it."""

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Dated, ...] = ()
    reports: tuple[Report, ...] = ()
    cited: tuple[tuple[Span, Source], ...] = ()


def local_facts(facts: Facts, pieces: Sequence[Span]) -> dict[int, Local]:
    """Return the facts by the start of their pieces."""
    quotes = _by_piece(pieces, ((quote.marked, quote) for quote in facts.quotes))
    figures = _by_piece(pieces, ((figure.span, figure) for figure in facts.figures))
    dates = _by_piece(pieces, ((dated.span, dated) for dated in facts.dates))
    reports = _by_piece(pieces, ((report.content.join(report.cue), report) for report in facts.reports))
    pairs = ((span, source) for source in facts.sources for span in source.cited_for)
    cited = _by_piece(pieces, ((span, (span, source)) for span, source in pairs))
    starts = sorted({*quotes, *figures, *dates, *reports, *cited})
    return {
        at: Local(
            quotes.get(at, ()), figures.get(at, ()), dates.get(at, ()), reports.get(at, ()), cited.get(at, ())
        )
        for at in starts
    }


def speaker_notes(article: Article, facts: Facts, pieces: Sequence[Span]) -> dict[int, tuple[str, ...]]:
    """Return for each piece the names of those who speak in it and are not named in it, as folded forms."""
    notes: dict[int, list[str]] = defaultdict(list)
    for quote in facts.quotes:
        for span in _speaker_spans(article, quote):
            for piece in pieces_in(pieces, quote.marked)[:_REACH]:
                if not piece.meets(span):
                    notes[piece.start] += forms(fold(span.of(article.text)).text)
    return {start: tuple(dict.fromkeys(words)) for start, words in notes.items()}


def _by_piece(pieces: Sequence[Span], items: Iterable[tuple[Span, T]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = defaultdict(list)
    for span, item in items:
        for piece in pieces_in(pieces, span)[:_REACH]:
            found[piece.start].append(item)
    return {start: tuple(several) for start, several in found.items()}


def _speaker_spans(article: Article, quote: Quote) -> list[Span]:
    if quote.post is not None:
        post = article.posts[quote.post]
        return [post.author] if post.handle is None else [post.author, post.handle]
    if quote.speaker is None or quote.speaker.candidates:
        return []
    return [span for span in (quote.speaker.best, quote.speaker.role) if span is not None]
