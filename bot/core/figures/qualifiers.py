"""The words that bind a figure's value: "about", "more than", "or more"."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.core.facts import Bound
from bot.core.figures.words import Word
from bot.core.span import Span

_BEFORE: Final = MappingProxyType(
    {
        Bound.ABOUT: (
            "about|around|approximately|roughly|some|circa|ca|approx|~|≈|an estimated|estimated|estimated at|close on"
            "|in the region of|in the order of|on the order of|somewhere around|something like|just about"
            "|give or take|maybe|perhaps"
        ),
        Bound.NEARLY: (
            "nearly|almost|close to|closer to|just under|just below|just short of|just shy of|shy of|approaching|nearing"
            "|virtually|not quite|a little under|slightly under|slightly less than|just less than|a little less than"
        ),
        Bound.MORE_THAN: (
            "more than|over|above|upwards of|upward of|in excess of|exceeding|exceeded|exceeds|exceed|greater than"
            "|north of|beyond|topping|topped|surpassing|surpassed|well over|just over|just above|a little over|far over"
            "|slightly over|slightly more than|just more than|far more than|much more than|well above|higher than|>"
        ),
        Bound.AT_LEAST: (
            "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|minimum|≥|at the least"
        ),
        Bound.LESS_THAN: "less than|fewer than|under|below|lower than|well under|well below|far fewer than|far less than|<",
        Bound.AT_MOST: (
            "up to|at most|as many as|as much as|no more than|not more than|a maximum of|maximum of|maximum|as high as"
            "|at the most|≤|anything up to"
        ),
    }
)
_AFTER: Final = MappingProxyType(
    {
        Bound.AT_LEAST: "or more|or over|or above|at least|at the least|+",
        Bound.ABOUT: "or so|or thereabouts|give or take|approximately|approx",
        Bound.AT_MOST: "or less|or fewer|or under|at most|at the most|maximum",
    }
)
_DETERMINERS: Final = frozenset({"a", "an", "the"})


def _table(words: Mapping[Bound, str]) -> MappingProxyType[tuple[str, ...], Bound]:
    return MappingProxyType(
        {tuple(phrase.split()): bound for bound, phrases in words.items() for phrase in phrases.split("|")}
    )


_BEFORE_TABLE: Final = _table(_BEFORE)
_AFTER_TABLE: Final = _table(_AFTER)
_LONGEST: Final = 4


class Qualifier(NamedTuple):
    """A bound, the words that say it, and how many they are."""

    bound: Bound
    span: Span
    length: int


def before(words: list[Word]) -> Qualifier | None:
    """Return the longest qualifier that ends the words before a number."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        phrase = words[-length:]
        bound = _BEFORE_TABLE.get(tuple(word.lower for word in phrase))
        if bound is not None:
            return Qualifier(bound, Span(phrase[0].start, phrase[-1].end), length)
    return None


def after(words: list[Word]) -> Qualifier | None:
    """Return the longest qualifier that begins the words after a number or its unit."""
    for length in range(min(3, len(words)), 0, -1):
        phrase = words[:length]
        bound = _AFTER_TABLE.get(tuple(word.lower for word in phrase))
        if bound is not None:
            return Qualifier(bound, Span(phrase[0].start, phrase[-1].end), length)
    return None
