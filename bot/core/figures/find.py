"""The figures of an article, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.core.article import Article
from bot.core.dates import Shape, Temporal, scan
from bot.core.facts import Figure, Quote, Report
from bot.core.figures import events
from bot.core.figures.chain import Reporters
from bot.core.figures.drafts import Draft, bound_of, draft
from bot.core.figures.ellipsis import share_units
from bot.core.figures.negation import negation_of
from bot.core.figures.scene import Places, when
from bot.core.names import Mention
from bot.core.numbers import Number, find_numbers
from bot.core.span import Span

_DIGITLESS = frozenset({Shape.TODAY, Shape.WEEKDAY, Shape.PERIOD, Shape.AGO})
"""Time expressions that hide no number: "two years ago" is an amount as well."""
_TOLD: Final = frozenset({"reported", "said", "claimed", "alleged", "announced", "recorded", "given"})
"""Participles that tell of the figure itself, not of what happened to the thing counted."""
_LONG: Final = 5000
"""Characters that show what a very long "sentence" is."""
_MANY, _PROSE = 60, 12
"""More numbers than this in one sentence, and fewer characters a number than this: a table."""


def find_figures(
    article: Article,
    mentions: Sequence[Mention] = (),
    reports: Sequence[Report] = (),
    quotes: Sequence[Quote] = (),
) -> tuple[Figure, ...]:
    """Return the amounts that an article gives, in the order of the text.

    Years, dates, clock times, ordinals, names with a number and versions are none. A number whose thing counted
    is neither said nor borrowed from the same sentence is only given when something else shows an amount: a
    bound, an event, a vague word, a large value.
    """
    reporters = Reporters(article, mentions, reports, quotes)
    places = Places(article.text, mentions)
    found: list[Figure] = []
    for sentence in article.sentences:
        times, drafts = _drafts(article.text, sentence)
        for place, item in enumerate(drafts):
            if item.label or (item.unit is None and not item.stands):
                continue
            limits = _limits(article.text, drafts, place, sentence)
            span = item.number.span
            figure = _figure(article.text, item, sentence)
            chain = reporters.chain(span)
            found.append(
                replace(
                    figure,
                    place=places.of(span, limits, sentence),
                    when=when(span, limits, times, leads=place == 0),
                    chain=chain,
                    negated=negation_of(article.text, sentence, span, figure.qualifier, chain),
                )
            )
    return tuple(found)


def _drafts(text: str, sentence: Span) -> tuple[list[Temporal], list[Draft]]:
    """Return the time expressions and the numbers of a sentence; the digits of a date are no numbers."""
    head = Span(sentence.start, min(sentence.end, sentence.start + _LONG))
    numbers = find_numbers(text, *head)
    if _is_table(numbers, head):
        return [], []
    if head != sentence:
        numbers = find_numbers(text, *sentence)
    if not numbers:
        return [], []
    times = scan(text, *sentence)
    dated = [time.span for time in times if time.shape not in _DIGITLESS]
    if dated:
        numbers = tuple(number for gap in _gaps(sentence, dated) for number in find_numbers(text, *gap))
    return times, share_units(text, [draft(text, number, sentence) for number in numbers])


def _is_table(numbers: Sequence[Number], sentence: Span) -> bool:
    """Whether a "sentence" is nothing but a heap of numbers, of which no words tell the things counted."""
    return len(numbers) > _MANY and len(numbers) * _PROSE > sentence.length


def _gaps(sentence: Span, dated: Sequence[Span]) -> Iterator[Span]:
    start = sentence.start
    for span in dated:
        yield Span(start, span.start)
        start = span.end
    yield Span(start, sentence.end)


def _limits(text: str, drafts: Sequence[Draft], place: int, sentence: Span) -> Span:
    """Return the stretch that speaks of one figure only: up to the figures before and behind it."""
    start = drafts[place - 1].number.span.end if place else sentence.start
    end = drafts[place + 1].number.span.start if place + 1 < len(drafts) else sentence.end
    stop = text.find(";", drafts[place].number.span.end, end)
    return Span(start, end if stop < 0 else stop)


def _figure(text: str, item: Draft, sentence: Span) -> Figure:
    number, unit = item.number, item.unit
    low, high = number.low, number.high
    if number.ambiguous and unit is not None:
        low = high = high if not unit.measure else low
    bound, qualifier = bound_of(item)
    return Figure(
        span=number.span,
        low=low,
        high=high,
        vague=number.vague,
        bound=bound,
        qualifier=qualifier,
        unit=unit.span if unit else None,
        unit_name=unit.name if unit else None,
        event=item.event if item.event and item.event.of(text).lower() not in _TOLD else None,
        subset_of=item.subset_of,
        hypothetical=events.is_hypothetical(text, sentence.start, number.span.start)
        or events.may_not_have_been(text, number.span.end, sentence.end),
        comparison=events.is_comparison(unit.name if unit else None, item.after),
    )
