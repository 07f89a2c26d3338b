"""Which figures count the same thing. Too few are drawn rather than two that cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from bot.core.facts import Figure
from bot.core.search.words import Stemmer
from bot.core.text.fold import fold
from bot.services.answers import Hit
from bot.services.cards.figures import figure_words
from bot.services.cards.values import Cited
from bot.services.charts.labels import page, reporter, words_of
from bot.services.charts.values import Bar, Chart
from bot.services.compare import Days, Interval, Openings, Thing, days_of, exclude, interval, thing_counted

MOST_BARS: Final = 12
"""Bars of one chart: what a phone shows at once."""
_LOOKED_AT: Final = 100
"""Hits that are looked at, the best ones; keeps the empty question over a big archive cheap."""


class _Counted(NamedTuple):
    """A figure that may be drawn. `rank` is its place among the hits, the best first."""

    rank: int
    bar: Bar
    days: Days | str


def comparable(hits: Sequence[Hit]) -> Chart | None:
    """Return the chart of the largest group of figures that count the same thing, None where no two do.

    Same means: the same unit and what befell it, the same place where one is named, days that meet, and articles
    about the same matter. Hypothetical, denied and comparing figures, parts of other counts, additions to them and
    units of measure are left out; so is a reporter in an article who gives the thing two numbers that exclude each
    other, because he must have counted two things. Of two groups of one size the one with the best hit is taken.
    """
    stem = cache(Stemmer().stem)
    found = [(hit, hit.fact) for hit in hits if isinstance(hit.fact, Figure)]
    groups: dict[Thing, list[_Counted]] = {}
    for rank, (hit, figure) in enumerate(found[:_LOOKED_AT]):
        article = hit.passage.article
        thing = thing_counted(article, figure, stem)
        if thing is not None:
            counted = _Counted(rank, _bar(hit, figure), days_of(article, figure))
            groups.setdefault(thing, []).append(counted)
    openings = Openings(stem)
    parts = (part for group in groups.values() if len(group) > 1 for part in _parts(group, openings))
    best = max(parts, key=_worth, default=[])
    told = _once(best)
    if len(told) < 2:
        return None
    return Chart(told, apart=len(found) - len(best)).first(MOST_BARS)


def _bar(hit: Hit, figure: Figure) -> Bar:
    article = hit.passage.article
    words = figure_words(article, figure)[0]
    return Bar(
        hit,
        figure,
        reporter(article, figure),
        page(article),
        *interval(figure),
        words.span if isinstance(words, Cited) else figure.span,
    )


def _parts(group: Sequence[_Counted], openings: Openings) -> Iterator[list[_Counted]]:
    """Yield those of one thing that are of one matter and of days that meet, reporters at odds with themselves left out."""
    for matter in _by_matter(group, openings):
        for together in _by_time(matter):
            yield [each for each in together if not _at_odds(each, together)]


def _by_matter(group: Iterable[_Counted], openings: Openings) -> list[list[_Counted]]:
    """Part a group by what the articles are about: each joins the first part all of whose articles are its matter."""
    parts: list[list[_Counted]] = []
    for each in group:
        for part in parts:
            if all(openings.agree(each.bar.article, other.bar.article) for other in part):
                part.append(each)
                break
        else:
            parts.append([each])
    return parts


def _by_time(group: Sequence[_Counted]) -> Iterator[list[_Counted]]:
    """Yield every largest part whose times agree: days that all have one day in common, or the same words."""
    for time in dict.fromkeys(each.days for each in group):
        if isinstance(time, str):
            yield [each for each in group if each.days == time]
        else:
            yield [each for each in group if isinstance(each.days, Days) and each.days.meets(time.first)]


def _at_odds(each: _Counted, group: Iterable[_Counted]) -> bool:
    """Whether the same reporter in the same article gives another figure that excludes this one."""
    return any(
        _reported(each) == _reported(other) and exclude(_read(each.bar), _read(other.bar)) for other in group
    )


def _read(bar: Bar) -> Interval:
    return Interval(bar.low, bar.high, bar.shape)


def _reported(each: _Counted) -> tuple[str, str]:
    return each.bar.article.id, fold(words_of(each.bar.label)).text


def _once(group: Iterable[_Counted]) -> tuple[Bar, ...]:
    """Return the bars in the order of their articles, what a reporter repeats once."""
    ordered = sorted(group, key=lambda each: (each.bar.article.id, each.bar.figure.span))
    told = {
        (*_reported(each), each.bar.low, each.bar.high, each.bar.shape): each.bar
        for each in reversed(ordered)
    }
    return tuple(reversed(told.values()))


def _worth(group: Sequence[_Counted]) -> tuple[int, int]:
    return len(_once(group)), -min((each.rank for each in group), default=0)
