"""How two figures stand to each other, by rule. None of them is preferred, and nothing is made of both."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.search.words import Stemmer
from bot.core.text.fold import fold
from bot.services.compare.intervals import Interval, exclude, interval
from bot.services.compare.matter import Openings
from bot.services.compare.reporter import named_reporter
from bot.services.compare.thing import Thing, thing_counted
from bot.services.compare.times import Days, days_of


class Relation(StrEnum):
    """What two figures are to each other; the first that holds."""

    DIFFERENT_SCOPE = "different scope"
    """They count different things, or nothing shows that it is the same."""
    DIFFERENT_TIME = "different time"
    """Their days have none in common, or nothing shows that it is the same time."""
    CONFLICT = "conflict"
    """The same thing at the same time, and no number lies in both intervals."""
    SAME = "same"
    """The same interval."""
    COMPATIBLE = "compatible bounds"
    """Different intervals that share a number: both can hold."""


class Stand(NamedTuple):
    """A relation and the rule by which it holds, in a few words."""

    relation: Relation
    why: str


class Measured(NamedTuple):
    """A figure as it is compared. `thing` is None where it is no statement of a whole count."""

    article: Article
    figure: Figure
    read: Interval
    thing: Thing | None
    days: Days | str
    reporter: str


class Rules:
    """The rules over figures of any number of articles; what an article opens with is read once."""

    def __init__(self) -> None:
        self._stem = cache(Stemmer().stem)
        self._openings = Openings(self._stem)

    def measured(self, article: Article, figure: Figure) -> Measured:
        """Return what is compared of a figure."""
        reporter = named_reporter(article, figure)
        return Measured(
            article,
            figure,
            interval(figure),
            thing_counted(article, figure, self._stem),
            days_of(article, figure),
            fold(reporter.of(article.text)).text if reporter else "",
        )

    def relate(self, first: Measured, second: Measured) -> Stand:
        """Return how two figures stand to each other; their order does not matter."""
        apart = exclude(first.read, second.read)
        why = self._scope(first, second)
        if why is None and apart and _told_by_one(first, second):
            why = "one reporter in one article"
        if why is not None:
            return Stand(Relation.DIFFERENT_SCOPE, why)
        if not _at_one_time(first.days, second.days):
            return Stand(Relation.DIFFERENT_TIME, "no day in common")
        if apart:
            return Stand(Relation.CONFLICT, "no number in both")
        if first.read == second.read:
            return Stand(Relation.SAME, "the same interval")
        return Stand(Relation.COMPATIBLE, "a number in both")

    def _scope(self, first: Measured, second: Measured) -> str | None:
        """Return in what two figures differ before their numbers are looked at, None where it is the same thing."""
        if first.thing is None or second.thing is None:
            return "no whole count"
        if first.thing.unit != second.thing.unit:
            return "thing counted"
        if first.thing.event != second.thing.event:
            return "what happened"
        if first.thing.place != second.thing.place:
            return "place"
        return None if self._openings.agree(first.article, second.article) else "matter"


def _told_by_one(first: Measured, second: Measured) -> bool:
    """Whether one reporter gives both in one article: with numbers that exclude each other he counted two things."""
    return first.article.id == second.article.id and first.reporter == second.reporter


def _at_one_time(first: Days | str, second: Days | str) -> bool:
    if isinstance(first, Days) and isinstance(second, Days):
        return first.first <= second.last and second.first <= first.last
    return first == second
