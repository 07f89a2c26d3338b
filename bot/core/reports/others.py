"""Reports without a reporting verb: "according to", a label with a colon, a dash with a name, "Kent's claim that"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.core.facts import Force, Report
from bot.core.reporting_verbs import REPORTING_NOUNS
from bot.core.reports.classes import NOMINAL, VERBAL, Kind
from bot.core.reports.phrases import Phrase, phrase_ending_at, phrase_starting_at, source_span
from bot.core.reports.subjects import subject_before
from bot.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.reports.tokens import Sentence

_LABEL = 9
"""Tokens that a label before a colon may have."""
_APPOSITION = 25
"""Tokens that an apposition after "according to Kent, …," may have."""


def other_reports(tokens: Sentence) -> Iterator[Report]:
    """Yield the reports of one sentence that no verb makes."""
    for place, token in enumerate(tokens):
        if token.low == "according" and place + 2 < len(tokens) and tokens[place + 1].low == "to":
            yield from _according(tokens, place, place + 2)
        elif token.low == "per" and (place == 0 or tokens[place - 1].kind in (Kind.COMMA, Kind.QUOTATION)):
            yield from _per(tokens, place)
        elif token.low in ("put", "puts") and place + 1 < len(tokens) and tokens[place + 1].low == "it":
            yield from _put_it(tokens, place)
        elif token.low in REPORTING_NOUNS and place + 1 < len(tokens):
            yield from _noun(tokens, place)
    yield from _label(tokens)


def _span(tokens: Sentence, first: int, last: int) -> Span:
    quotation = tokens[first].quotation
    if last == first + 1 and quotation is not None:
        return quotation.words
    return Span(tokens[first].start, tokens[last - 1].end)


def _according(tokens: Sentence, first: int, start: int) -> Iterator[Report]:
    phrase = phrase_starting_at(tokens, start)
    if phrase is None:
        return
    cue = Span(tokens[first].start, tokens[start - 1].end)
    content = _around(tokens, first, phrase)
    if content is not None:
        yield Report(content, source_span(tokens, phrase), cue, Force.SAID)
    comma = phrase.last + 1
    if first > 1 and tokens[first - 1].kind is Kind.COMMA and _goes_on(tokens, comma):
        yield Report(_span(tokens, comma + 1, len(tokens)), source_span(tokens, phrase), cue, Force.SAID)


def _goes_on(tokens: Sentence, comma: int) -> bool:
    """Whether the clause goes on after a phrase in commas: "The road, according to police, was shut"."""
    rest = tokens[comma : comma + 2]
    return len(rest) > 1 and rest[0].kind is Kind.COMMA and rest[1].kind in (Kind.AUXILIARY, Kind.VERB)


def _around(tokens: Sentence, first: int, phrase: Phrase) -> Span | None:
    """Return what an "according to" phrase is about: the sentence before it or, where it opens, after its comma."""
    bare = (Kind.COMMA, Kind.CONJUNCTION, Kind.ADVERB)
    lead = list(islice((token for token in islice(tokens, first) if token.kind not in bare), 2))
    if len(lead) > 1 or any(token.kind is Kind.QUOTATION for token in lead):
        last = first - 1 if tokens[first - 1].kind is Kind.COMMA else first
        return _span(tokens, 0, last)
    comma = _last_comma_of_apposition(tokens, phrase.last + 1)
    return _span(tokens, comma + 1, len(tokens)) if comma is not None else None


def _last_comma_of_apposition(tokens: Sentence, place: int) -> int | None:
    """Return the comma after which the main clause begins: the first that a phrase with a verb follows."""
    commas = [
        here
        for here in range(place, min(len(tokens) - 1, place + _APPOSITION))
        if tokens[here].kind is Kind.COMMA
    ]
    for comma in commas:
        if tokens[comma + 1].kind is Kind.QUOTATION:
            return comma
        subject = phrase_starting_at(tokens, comma + 1)
        if subject is not None and subject.last + 1 < len(tokens) and tokens[subject.last + 1].kind in VERBAL:
            return comma
    return commas[0] if commas else None


def _per(tokens: Sentence, place: int) -> Iterator[Report]:
    phrase = phrase_starting_at(tokens, place + 1)
    if phrase is None or tokens[phrase.first].kind is Kind.NUMBER:
        return
    if tokens[phrase.first].kind is not Kind.NAME and tokens[phrase.first].kind is not Kind.DETERMINER:
        return
    content = _around(tokens, place, phrase)
    if content is not None:
        yield Report(content, source_span(tokens, phrase), Span(*tokens[place][:2]), Force.SAID)


def _put_it(tokens: Sentence, place: int) -> Iterator[Report]:
    """Read “as Kent put it”, after its words or before them."""
    subject = subject_before(tokens, place - 1)
    if subject is None or subject.first == 0 or tokens[subject.first - 1].low != "as":
        return
    first = subject.first - 1
    quoted = [here for here in range(place, len(tokens)) if tokens[here].kind is Kind.QUOTATION]
    if quoted:
        content = _span(tokens, quoted[0], len(tokens))
    elif first > 1:
        content = _span(tokens, 0, first - 1 if tokens[first - 1].kind is Kind.COMMA else first)
    else:
        return
    cue = Span(tokens[place].start, tokens[place + 1].end)
    yield Report(content, source_span(tokens, subject), cue, Force.SAID)


def _noun(tokens: Sentence, place: int) -> Iterator[Report]:
    """Read “Kent's claim that …”, "in the words of Kent, …"."""
    after = tokens[place + 1]
    owner = _owner(tokens, place)
    if owner is not None and (after.low == "that" or after.kind is Kind.QUOTATION):
        first = place + 2 if after.low == "that" else place + 1
        if first < len(tokens):
            yield Report(
                _span(tokens, first, len(tokens)), owner, Span(*tokens[place][:2]), _force(tokens[place].low)
            )
    if tokens[place].low == "words" and after.low == "of":
        yield from _according(tokens, place, place + 2)


def _owner(tokens: Sentence, place: int) -> Span | None:
    """Return the possessor of a noun: "the minister's", "his"."""
    first = place - 1
    while first >= 0 and tokens[first].kind is Kind.NOUN and not tokens[first].possessive:
        first -= 1
    if first < 0:
        return None
    if tokens[first].low in ("his", "her", "their"):
        return Span(*tokens[first][:2])
    if not tokens[first].possessive:
        return None
    phrase = phrase_ending_at(tokens, first)
    if phrase is None:
        return None
    span = source_span(tokens, phrase)
    return (
        Span(span.start, span.end - 2)
        if tokens[first].low.endswith(("'s", "’s")) and tokens[first].mention is None
        else span
    )


_FORCES = {
    "claim": Force.CLAIMED,
    "allegation": Force.ALLEGED,
    "accusation": Force.ALLEGED,
    "denial": Force.DENIED,
    "tweet": Force.WROTE,
    "post": Force.WROTE,
}


def _force(noun: str) -> Force:
    return _FORCES.get(noun, Force.SAID)


def _label(tokens: Sentence) -> Iterator[Report]:
    """Read “KENT: …” and "The mayor: “…”": a speaker's label before a colon."""
    colon = next((place for place, token in enumerate(tokens[:_LABEL]) if token.kind is Kind.COLON), None)
    if not colon or colon + 1 >= len(tokens):
        return
    if tokens[colon + 1].kind is not Kind.QUOTATION or any(token.kind in VERBAL for token in tokens[:colon]):
        return
    phrase = phrase_starting_at(tokens, 0)
    if phrase is None:
        return
    bracketed = tokens[colon - 1].kind is Kind.CLOSE and tokens[phrase.last + 1].kind is Kind.OPEN
    if (bracketed or phrase.last == colon - 1) and tokens[phrase.head].kind in NOMINAL:
        yield Report(
            _span(tokens, colon + 1, len(tokens)),
            source_span(tokens, phrase),
            Span(*tokens[colon][:2]),
            Force.SAID,
        )


def signature(tokens: Sentence, before: Sentence) -> Iterator[Report]:
    """Read a name after a dash that signs a quotation: “…” — Ada Kent.

    `before` is the sentence before: the dash often begins a sentence of its own.
    """
    place = next((here for here, token in enumerate(tokens[:2]) if token.kind is Kind.BREAK), None)
    quoted = tokens[0] if place == 1 else before[-1]
    if place is None or quoted.quotation is None:
        return
    phrase = phrase_starting_at(tokens, place + 1)
    if phrase is None or not tokens[phrase.head].capital:
        return
    if phrase.last + 1 == len(tokens) or tokens[phrase.last + 1].kind in (Kind.COMMA, Kind.OPEN):
        cue = Span(tokens[place].start, tokens[place].end)
        yield Report(quoted.quotation.words, source_span(tokens, phrase), cue, Force.SAID)
