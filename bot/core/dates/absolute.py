"""Dates that say their year."""

from __future__ import annotations

import datetime as dt

from bot.core.dates.days import Days, date_or_none, month, one_day, quarter, years
from bot.core.dates.lexicon import MONTH_NUMBER, QUARTERS, WEEKDAY_NUMBER

Parts = dict[str, str]


def iso_day(parts: Parts) -> Days:
    """Resolve "2022-01-06"."""
    return one_day(dt.date.fromisoformat(parts["iso"]))


def numeric_day(parts: Parts, today: dt.date | None) -> Days | None:
    """Resolve "01/06/2022".

    A day above 12, the weekday beside it or the day of writing itself prove the order; else month first, as
    American pages have it, with the other reading beside it.
    """
    year = int(parts["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    one, two = int(parts["first"]), int(parts["second"])
    pairs = ((one, two), (two, one))
    readings = sorted(
        {date for number, day in pairs if (date := date_or_none(year, number, day)) is not None}
    )
    weekday = weekday_of(parts)
    if weekday is not None:
        readings = [date for date in readings if date.weekday() == weekday]
    if not readings:
        return None
    if today in readings:
        readings = [date for date in readings if date == today]
    first = readings[0] if len(readings) == 1 or readings[0].month == one else readings[1]
    other = next((date for date in readings if date != first), None)
    return one_day(first, other=other)


def weekday_of(parts: Parts) -> int | None:
    """Return the weekday beside a date, Monday 0."""
    return WEEKDAY_NUMBER.get((parts.get("weekday") or parts.get("after") or "").lower().strip("., "))


def day_of_month(parts: Parts, year: int, *, relative: bool = False) -> Days:
    """Resolve "January 6" or "January 6-8" of a known year."""
    number = MONTH_NUMBER[parts["month"].lower().strip(".")]
    first = dt.date(year, number, int(parts["day"]))
    last = dt.date(year, number, int(parts["last"])) if "last" in parts else first
    if last <= first:
        return one_day(first, relative=relative)
    return Days(first, last, f"{first.isoformat()}/{last.isoformat()}", relative)


def month_of_year(parts: Parts) -> Days:
    """Resolve "January 2022"."""
    return month(int(parts["year"]), MONTH_NUMBER[parts["month"].lower().strip(".")])


def quarter_of_year(parts: Parts) -> Days:
    """Resolve "Q3 2021", "the third quarter of 2021"."""
    number = int(parts["number"]) if "number" in parts else QUARTERS[parts["quarter"].lower()]
    return quarter(int(parts["year"]), number)


def decade(parts: Parts) -> Days:
    """Resolve "1990s", iso "199X" (ISO 8601-2)."""
    first = int(parts["decade"])
    return years(first, first + 9, f"{first // 10}X")


def span_of_years(parts: Parts) -> Days | None:
    """Resolve "2013-14"."""
    first, end = int(parts["first"]), parts["last"]
    last = int(end) if len(end) == 4 else first // 100 * 100 + int(end)
    return years(first, last, f"{first:04}/{last:04}") if first < last else None


def one_year(parts: Parts) -> Days:
    """Resolve "2019"."""
    return years(int(parts["year"]), int(parts["year"]), parts["year"])
