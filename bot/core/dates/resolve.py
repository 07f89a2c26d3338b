"""From the shape of a time expression to the days it means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from bot.core.dates import absolute, relative
from bot.core.dates.absolute import Parts
from bot.core.dates.days import Anchor, Days
from bot.core.dates.direction import Direction
from bot.core.dates.scan import Shape, Temporal

_ABSOLUTE: Final[MappingProxyType[Shape, Callable[[Parts], Days | None]]] = MappingProxyType(
    {
        Shape.ISO: absolute.iso_day,
        Shape.QUARTER: absolute.quarter_of_year,
        Shape.DECADE: absolute.decade,
        Shape.YEARS: absolute.span_of_years,
        Shape.YEAR: absolute.one_year,
    }
)
_RELATIVE: Final[MappingProxyType[Shape, Callable[[Parts, Anchor], Days | None]]] = MappingProxyType(
    {
        Shape.DAY: relative.yearless_day,
        Shape.MONTH: relative.yearless_month,
        Shape.WEEKDAY: relative.weekday,
        Shape.TODAY: relative.near_day,
        Shape.PERIOD: relative.period,
        Shape.AGO: relative.ago,
    }
)


def resolve(temporal: Temporal, today: dt.date | None, look: Callable[[], Direction]) -> Days | None:
    """Return the days meant, None where the words do not decide or no calendar day fits.

    `today` is the day of writing, None where it is unknown; `look` says where the verbs of the sentence look.
    """
    try:
        return _resolved(temporal, today, look)
    except (ValueError, OverflowError):  # 30 February, year 10000
        return None


def _resolved(temporal: Temporal, today: dt.date | None, look: Callable[[], Direction]) -> Days | None:
    shape, parts = temporal.shape, temporal.parts
    if shape is Shape.NUMERIC:
        return absolute.numeric_day(parts, today)
    if shape is Shape.DAY and "year" in parts:
        return absolute.day_of_month(parts, int(parts["year"]))
    if shape is Shape.MONTH and "year" in parts:
        return absolute.month_of_year(parts)
    if shape in _ABSOLUTE:
        return _ABSOLUTE[shape](parts)
    if today is None or shape not in _RELATIVE:
        return None
    return _RELATIVE[shape](parts, Anchor(today, look))
