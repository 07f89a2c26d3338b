"""Amounts that somebody puts on something: "Kent put the cost at 3 million", "the toll was put at 12 by police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.facts import Force, Report
from bot.core.reports.classes import BE, Kind
from bot.core.reports.phrases import phrase_starting_at, source_span
from bot.core.reports.subjects import clause_subject, subject_before
from bot.core.span import Span
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.reports.tokens import Sentence

_PUTTING = word_set(
    "put puts putting estimate estimates estimated value values valued reckon reckons reckoned assess assesses assessed"
)
_REACH = 14
"""Tokens within which "at" and its amount follow the verb."""
_LEADS = word_set(
    "about around nearly almost over under up more less fewer just only roughly some between least most"
)
_CONTRASTS = word_set("while whereas although though but")


def estimates(tokens: Sentence) -> Iterator[Report]:
    """Yield the reports that "put" and its like make with "at" and an amount or words in marks."""
    for place, token in enumerate(tokens):
        if token.low not in _PUTTING or tokens[min(place + 1, len(tokens) - 1)].kind is Kind.NUMBER:
            continue
        at = _at_amount(tokens, place)
        if at is not None:
            yield from _estimate(tokens, place, at)


def _at_amount(tokens: Sentence, place: int) -> int | None:
    """Return the "at" that an amount or a quotation follows."""
    for here in range(place + 1, min(len(tokens) - 1, place + _REACH)):
        if tokens[here].kind in (Kind.COMMA, Kind.COLON, Kind.QUOTATION):
            return None
        if tokens[here].low == "at" and _is_amount(tokens, here + 1):
            return here
    return None


def _is_amount(tokens: Sentence, place: int) -> bool:
    while place < len(tokens) - 1 and tokens[place].low in _LEADS:
        place += 1
    following = tokens[place : place + 2]
    return following[0].kind is Kind.QUOTATION or any(_has_digits(token.low) for token in following)


def _has_digits(low: str) -> bool:
    return low[:1].isdigit() or low in _AMOUNTS


_AMOUNTS = word_set(
    "one two three four five six seven eight nine ten dozens hundreds thousands half twelve zero twenty"
)


def _estimate(tokens: Sentence, place: int, at: int) -> Iterator[Report]:
    cue = Span(*tokens[place][:2])
    first = place
    while first > 0 and tokens[first - 1].kind in (Kind.AUXILIARY, Kind.ADVERB):
        first -= 1
    if any(token.low in BE for token in tokens[first:place]):
        yield from _by_agent(tokens, at, cue)
        return
    if first and tokens[first - 1].kind in (Kind.NEGATOR, Kind.PREPOSITION):
        return
    subject = subject_before(tokens, first - 1)
    if subject is None and first and tokens[first - 1].kind is Kind.CONJUNCTION:
        subject = clause_subject(tokens, first)
    if subject is not None:
        content = Span(tokens[place + 1].start, tokens[_end(tokens, at) - 1].end)
        yield Report(content, source_span(tokens, subject), cue, Force.SAID)


def _end(tokens: Sentence, at: int) -> int:
    """Return where the clause with the amount ends: before a contrast or a semicolon."""
    for here in range(at + 2, len(tokens)):
        if tokens[here].kind is Kind.BREAK or tokens[here].low in _CONTRASTS:
            return here
    return len(tokens)


def _by_agent(tokens: Sentence, at: int, cue: Span) -> Iterator[Report]:
    """Read “was put at 12 by police”: what stands before "by" is theirs."""
    for here in range(at + 2, min(len(tokens), at + _REACH)):
        agent = phrase_starting_at(tokens, here + 1) if tokens[here].low == "by" else None
        if agent is not None and tokens[agent.first].kind is not Kind.NUMBER:
            yield Report(
                Span(tokens[0].start, tokens[here - 1].end), source_span(tokens, agent), cue, Force.SAID
            )
            return
