"""Dates that are counted from the day of writing."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from bot.core.dates.absolute import Parts, day_of_month, weekday_of
from bot.core.dates.days import (
    DAY,
    Anchor,
    Days,
    date_or_none,
    month,
    month_of_count,
    one_day,
    quarter,
    week,
    years,
)
from bot.core.dates.direction import Direction
from bot.core.dates.lexicon import MONTH_NUMBER, SPELLED, WEEKDAY_NUMBER

_TURNS: Final = MappingProxyType({"last": -1, "this": 0, "next": 1})
_JUST: Final = 31
"""A day that lies back less than this is not meant for next year, whatever the verb."""
_FAR_DAYS: Final = 183
_FAR_MONTHS: Final = 6
"""How far back a date without a year may lie when no verb says that it lies back."""


def yearless_day(parts: Parts, anchor: Anchor) -> Days | None:
    """Resolve "6 January": by the weekday beside it, else by the verbs, else the past unless that is far away."""
    if "yearturn" in parts:
        return day_of_month(parts, anchor.today.year + _TURNS[parts["yearturn"].lower()], relative=True)
    today, weekday = anchor.today, weekday_of(parts)
    number, day = MONTH_NUMBER[parts["month"].lower().strip(".")], int(parts["day"])
    near = [date for shift in (-1, 0, 1) if (date := date_or_none(today.year + shift, number, day))]
    if weekday is not None:
        near = [date for date in near if date.weekday() == weekday]
        return day_of_month(parts, near[0].year, relative=True) if len(near) == 1 else None
    look = anchor.direction()
    if look is Direction.FUTURE:
        fitting = [date for date in near if date >= today][:1]
        just = any(today - _JUST * DAY <= date < today for date in near)
        fitting = [] if just and fitting and (fitting[0] - today).days > _FAR_DAYS else fitting
    else:
        fitting = [date for date in near if date <= today][-1:]
        if look is Direction.OPEN:
            fitting = [date for date in fitting if (today - date).days <= _FAR_DAYS]
    return day_of_month(parts, fitting[0].year, relative=True) if fitting else None


def yearless_month(parts: Parts, anchor: Anchor) -> Days | None:
    """Resolve "in January", "last January", "January last year"."""
    today, number = anchor.today, MONTH_NUMBER[parts["month"].lower().strip(".")]
    if "yearturn" in parts:
        return month(today.year + _TURNS[parts["yearturn"].lower()], number, relative=True)
    turn = parts.get("turn", "").lower()
    if turn == "this":
        return month(today.year, number, relative=True)
    look = anchor.direction() if not turn else Direction.FUTURE if turn == "next" else Direction.PAST
    if look is Direction.FUTURE:
        past = number < today.month or (turn == "next" and number == today.month)
        return month(today.year + past, number, relative=True)
    year = today.year - (number > today.month or (turn == "last" and number == today.month))
    back = (today.year - year) * 12 + today.month - number
    return None if look is Direction.OPEN and back > _FAR_MONTHS else month(year, number, relative=True)


def weekday(parts: Parts, anchor: Anchor) -> Days:
    """Resolve "Thursday": the latest up to the day of writing; "last", "next", "this" and future verbs turn it."""
    today, number = anchor.today, WEEKDAY_NUMBER[parts["weekday"].lower()]
    turn = parts.get("turn", "").lower()
    monday = today - today.weekday() * DAY
    back, ahead = (today.weekday() - number) % 7, (number - today.weekday()) % 7
    if "scope" in parts or turn == "this":
        date = monday + (7 * _TURNS[turn] + number) * DAY
    elif turn == "last":
        date = today - (back or 7) * DAY
    elif turn == "next":
        date = today + (ahead or 7) * DAY
    else:
        date = today + ahead * DAY if anchor.direction() is Direction.FUTURE else today - back * DAY
    return one_day(date, relative=True)


def near_day(parts: Parts, anchor: Anchor) -> Days:
    """Resolve "today", "yesterday", "last night", "earlier in the day"."""
    words = parts["today"].lower()
    shift = -1 if "yesterday" in words or words.startswith("last") else 1 if "tomorrow" in words else 0
    return one_day(anchor.today + (2 * shift if words.startswith("the day") else shift) * DAY, relative=True)


def period(parts: Parts, anchor: Anchor) -> Days:
    """Resolve "this week", "last month", "next year"."""
    today, shift, name = anchor.today, _TURNS[parts["turn"].lower()], parts["period"].lower()
    monday = today + (7 * shift - today.weekday()) * DAY
    months = today.year * 12 + today.month - 1
    if name == "week":
        return week(monday)
    if name == "weekend":
        if shift == 0 and today.weekday() < 4 and anchor.direction() is Direction.PAST:
            monday -= 7 * DAY  # on a Wednesday, "took place this weekend" is the one before
        saturday, sunday = monday + 5 * DAY, monday + 6 * DAY
        return Days(saturday, sunday, f"{saturday}/{sunday}", relative=True)
    if name == "year":
        return years(today.year + shift, today.year + shift, f"{today.year + shift:04}", relative=True)
    if name == "quarter":
        number = months // 3 + shift
        return quarter(number // 4, number % 4 + 1, relative=True)
    return month_of_count(months + shift, relative=True)


def ago(parts: Parts, anchor: Anchor) -> Days | None:
    """Resolve "a few hours ago" (that day), "two weeks ago" (that week), "three years ago" (that year)."""
    unit = parts["unit"].lower()
    words = parts.get("count", "").lower()
    count = int(words) if words.isdigit() else SPELLED.get(words)
    if unit == "minute" or (unit == "hour" and (count is None or count <= 12)):
        return one_day(anchor.today, relative=True)
    return None if count is None else _counted_back(count, unit, anchor)


def _counted_back(count: int, unit: str, anchor: Anchor) -> Days | None:
    today = anchor.today
    if unit == "hour":
        return one_day(today - count // 24 * DAY, relative=True) if count % 24 == 0 else None
    if unit == "day":
        return one_day(today - count * DAY, relative=True)
    if unit == "week":
        return week(today - (7 * count + today.weekday()) * DAY)
    if unit == "month":
        return month_of_count(today.year * 12 + today.month - 1 - count, relative=True)
    return years(today.year - count, today.year - count, f"{today.year - count:04}", relative=True)
