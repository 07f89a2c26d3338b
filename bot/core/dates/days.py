"""What a time expression means, in days, and how to build it from calendar parts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final, NamedTuple

from bot.core.dates.direction import Direction

DAY: Final = dt.timedelta(days=1)


class Days(NamedTuple):
    """Both ends included, the ISO form, and the other reading of "01/06/2022"."""

    first: dt.date
    last: dt.date
    iso: str
    relative: bool = False
    other: dt.date | None = None


class Anchor(NamedTuple):
    """Where relative words are counted from: the day of writing, and where the verbs look."""

    today: dt.date
    direction: Callable[[], Direction]


def one_day(date: dt.date, *, relative: bool = False, other: dt.date | None = None) -> Days:
    """Return a single day, iso "2022-01-06"."""
    return Days(date, date, date.isoformat(), relative, other)


def week(monday: dt.date) -> Days:
    """Return the seven days from a Monday, iso "2022-W01"."""
    year, number, _ = monday.isocalendar()
    return Days(monday, monday + 6 * DAY, f"{year:04}-W{number:02}", relative=True)


def month(year: int, number: int, *, relative: bool = False) -> Days:
    """Return a month, iso "2022-01"."""
    following = dt.date(year + number // 12, number % 12 + 1, 1)
    return Days(dt.date(year, number, 1), following - DAY, f"{year:04}-{number:02}", relative)


def month_of_count(months: int, *, relative: bool = False) -> Days:
    """Return the month that is `months` months after January of year 0."""
    return month(months // 12, months % 12 + 1, relative=relative)


def quarter(year: int, number: int, *, relative: bool = False) -> Days:
    """Return three months, iso "2022-Q1"."""
    return Days(
        dt.date(year, 3 * number - 2, 1), month(year, 3 * number).last, f"{year:04}-Q{number}", relative
    )


def years(first: int, last: int, iso: str, *, relative: bool = False) -> Days:
    """Return whole years."""
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31), iso, relative)


def date_or_none(year: int, number: int, day: int) -> dt.date | None:
    """Return the date, None where the calendar has none such."""
    try:
        return dt.date(year, number, day)
    except ValueError:
        return None
