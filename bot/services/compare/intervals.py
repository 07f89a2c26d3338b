"""From a figure to its interval. Only "about", "nearly" and vague words need a reading of ours."""

from __future__ import annotations

import math
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.core.facts import Bound, Figure
from bot.services.compare.shape import Shape

BELOW: Final = MappingProxyType({Bound.ABOUT: 0.1, Bound.NEARLY: 0.1})
"""How far below its value a figure reaches, as a share of the value."""
ABOVE: Final = MappingProxyType({Bound.ABOUT: 0.1, Bound.NEARLY: 0.0})
"""Likewise above. A tenth is our choice, and wherever it is used the text gives both ends in digits."""

VAGUE_LAST: Final = MappingProxyType({10: 99, 12: 99, 20: 99, 100: 999})
"""By the base of a vague word (tens 10, dozens 12, scores 20, hundreds 100) the last whole number it can mean.

It is the last one below the next word for more. Thousands, millions and so on are the same times as much: "thousands"
1,000 to 9,999, "tens of thousands" 10,000 to 99,999.
"""

_OPEN_ABOVE: Final = MappingProxyType({Bound.AT_LEAST: Shape.AT_LEAST, Bound.MORE_THAN: Shape.MORE_THAN})
_OPEN_BELOW: Final = MappingProxyType({Bound.AT_MOST: Shape.AT_MOST, Bound.LESS_THAN: Shape.LESS_THAN})
_ROUGH: Final = MappingProxyType({Bound.ABOUT: Shape.ABOUT, Bound.NEARLY: Shape.NEARLY})


class Interval(NamedTuple):
    """The ends, None where the figure is open, and what they are like."""

    low: float | None
    high: float | None
    shape: Shape


def interval(figure: Figure) -> Interval:
    """Return the interval of a figure: its bound decides first, then whether its amount is vague or a range."""
    low, high = figure.low, vague_last(figure.high) if figure.vague else figure.high
    if figure.bound in _OPEN_ABOVE:
        return Interval(low, None, _OPEN_ABOVE[figure.bound])
    if figure.bound in _OPEN_BELOW:
        return Interval(None, high, _OPEN_BELOW[figure.bound])
    if figure.vague:
        return Interval(low, high, Shape.VAGUE)
    if figure.bound in _ROUGH:
        return Interval(*_around(figure), _ROUGH[figure.bound])
    return Interval(low, high, Shape.POINT if low == high else Shape.RANGE)


def exclude(first: Interval, second: Interval) -> bool:
    """Whether no number lies in both; "more than 40" leaves 40 itself out."""
    return _above(first, second) or _above(second, first)


def ends(read: Interval) -> str:
    """Return an interval in digits: "45 or more", "more than 45", "36 to 44", "45"."""
    low, high = digits(read.low), digits(read.high)
    return {
        Shape.AT_LEAST: f"{low} or more",
        Shape.MORE_THAN: f"more than {low}",
        Shape.AT_MOST: f"{high} or fewer",
        Shape.LESS_THAN: f"fewer than {high}",
    }.get(read.shape, low if read.low == read.high else f"{low} to {high}")


def vague_last(base: float) -> float:
    """Return the last whole number that a vague word with this base can mean, by `VAGUE_LAST`."""
    scale = 1.0
    while base / scale >= 1000:
        scale *= 1000
    last = VAGUE_LAST.get(round(base / scale), 10 * round(base / scale) - 1)
    return max(base, (last + 1) * scale - 1)


def _above(first: Interval, second: Interval) -> bool:
    if first.low is None or second.high is None:
        return False
    open_end = first.shape is Shape.MORE_THAN or second.shape is Shape.LESS_THAN
    return first.low >= second.high if open_end else first.low > second.high


def digits(value: float | None) -> str:
    """Return an end of an interval as it is written, empty where it is open."""
    if value is None:
        return ""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"


def _around(figure: Figure) -> tuple[float, float]:
    """Return the ends of a rough figure, whole outward where the figure is whole: "about 25" is 22 to 28."""
    low = figure.low - BELOW[figure.bound] * abs(figure.low)
    high = figure.high + ABOVE[figure.bound] * abs(figure.high)
    if not (float(figure.low).is_integer() and float(figure.high).is_integer()):
        return low, high
    # rounded first: a tenth has no exact binary form, and 40 × 1.1 would end at 45
    return math.floor(round(low, 6)), math.ceil(round(high, 6))
