"""Dates and times as pages print them beside a title, a by-line or a post: "Thu, 01/06/2022 – 11:30"."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from bot.core.span import Span
from bot.core.structure.months import MONTHS, WEEKDAYS, ZONES


class Stamp(NamedTuple):
    """A date found. `date` is None where two readings are left or the year is missing.

    `time` is ISO 8601 with the offset where the zone has just one ("11:30", "14:05+00:00").
    """

    span: Span
    date: dt.date | None
    time: str | None

    @property
    def iso(self) -> str | None:
        """Date, or date and time, in ISO 8601."""
        if self.date is None:
            return None
        return f"{self.date.isoformat()}T{self.time}" if self.time else self.date.isoformat()


def _either(names: dict[str, object]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


_MONTH = _either(dict(MONTHS))
_ZONE = rf"(?:{_either(dict(ZONES))}|[ecmp]t|[cm][sd]t|bst|ist|msk|aest|local\ time)\b"
_STAMP = re.compile(
    rf"""
    (?:(?P<early>\d{{1,2}}:\d\d)(?P<early_half>\s?[ap]\.?m\b\.?)?(?:\s(?P<early_zone>{_ZONE}))?[\s,·•|–—-]{{1,4}}(?:on\s)?)?
    (?:\b(?P<weekday>{_either(dict(WEEKDAYS))})\.?,?\s{{1,3}})?
    (?<![\w/.])
    (?:
        (?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)
      | (?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s{{1,2}}(?P<year>\d{{4}}))?
      | (?P<day_first>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s(?:de\s|of\s)?(?P<month_second>{_MONTH})\b\.?
        (?:,?\s(?:de\s)?(?P<year_last>\d{{4}})(?:\sг\.)?)?
      | (?P<one>\d{{1,2}})(?P<sign>[/.-])(?P<two>\d{{1,2}})(?P=sign)(?P<number_year>\d{{4}})
      | (?P<han_year>\d{{4}})年(?P<han_month>\d{{1,2}})月(?P<han_day>\d{{1,2}})日
    )
    (?=T\d|[^\w/]|$)
    (?:(?:T|,?\s?(?:at|um|à)?\s?[·•|–—-]?\s?)(?P<clock>\d{{1,2}}[:.]\d\d)(?::(?P<seconds>\d\d)(?:\.\d+)?)?
       (?P<half>\s?[ap]\.?m\b\.?)?\s?(?P<zone>{_ZONE}|[+-]\d\d:?\d\d)?(?!\w))?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_stamp(text: str, start: int, end: int) -> Stamp | None:
    """Return the first date in `text[start:end]`; a bare time of day is none."""
    found = _STAMP.search(text, start, end)
    if found is None:
        return None
    time = _time(found["clock"], found["half"], found["zone"])
    early = _time(found["early"], found["early_half"], found["early_zone"])
    return Stamp(Span(*found.span()), _date(found), time or early)


def _date(found: re.Match[str]) -> dt.date | None:
    if found["one"]:
        return _numeric(found)
    if found["iso_year"]:
        return _day(found["iso_year"], found["iso_month"], found["iso_day"])
    if found["han_year"]:
        return _day(found["han_year"], found["han_month"], found["han_day"])
    if found["month"]:
        return _day(found["year"], MONTHS[found["month"].lower()], found["day"])
    return _day(found["year_last"], MONTHS[found["month_second"].lower()], found["day_first"])


def _numeric(found: re.Match[str]) -> dt.date | None:
    """Read 01/06/2022: the weekday proves the order, else a number above 12; points mean day first."""
    one, two, year = found["one"], found["two"], found["number_year"]
    readings = {date for date in (_day(year, one, two), _day(year, two, one)) if date}
    if found["sign"] == ".":
        readings = {date for date in (_day(year, two, one),) if date}
    weekday = found["weekday"]
    if weekday:
        readings = {date for date in readings if date.weekday() == WEEKDAYS[weekday.lower()]}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str | None, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year or 0), int(month), int(day))
    except ValueError:
        return None


def _time(clock: str | None, half: str | None, zone: str | None) -> str | None:
    if clock is None:
        return None
    hour, minute = int(re.split("[:.]", clock)[0]), int(re.split("[:.]", clock)[1])
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if "p" in half.lower() else 0)
    if hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}{_offset(zone)}"


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone[0] in "+-":
        return f"{zone[:3]}:{zone[-2:]}" if int(zone[1:3]) < 24 and int(zone[-2:]) < 60 else ""
    return ZONES.get(zone.lower(), "")
