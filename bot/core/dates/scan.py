"""Finding time expressions by their shape, before anybody asks which day they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.core.dates.lexicon import FESTIVE, HABITUAL, MONTHS, PAPERS, SPELLED, WEEKDAYS
from bot.core.dates.years import is_year
from bot.core.span import Span


class Shape(Enum):
    """The families of time expressions."""

    ISO = auto()
    NUMERIC = auto()
    DAY = auto()
    MONTH = auto()
    QUARTER = auto()
    DECADE = auto()
    YEARS = auto()
    YEAR = auto()
    ERA = auto()
    """No day of ours: "512 BC", "the next Tuesday" of a story."""
    WEEKDAY = auto()
    TODAY = auto()
    PERIOD = auto()
    AGO = auto()


class Temporal(NamedTuple):
    """One time expression, with the named parts its shape has ("year", "month", "day", "weekday", "turn" …)."""

    span: Span
    shape: Shape
    parts: dict[str, str]


_MONTH: Final = (
    "(?:"
    + "|".join([*MONTHS, *map(str.upper, MONTHS)])
    + r"|(?:Sept|"
    + "|".join(m[:3] for m in MONTHS)
    + r")\b\.?)"
)
_FULL_MONTH: Final = "(?:" + "|".join(MONTHS) + r"|(?:Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\.)"
_WEEKDAY: Final = "(?:" + "|".join([*WEEKDAYS, *map(str.upper, WEEKDAYS)]) + ")"
_ANY_DAY: Final = rf"(?:{_WEEKDAY}|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
_TH: Final = "(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1\d|20|21)\d\d(?![\d%]|[.,]\d)"
_BARE_YEAR: Final = r"(?:1\d|20)\d\d"
_RELATIVE_YEAR: Final = r"(?:\s(?:of\s)?(?P<{0}>last|this|next)\syear\b)?"
_PART: Final = r"(?:\s(?:morning|afternoon|evening|night|lunchtime)\b)?"
_COUNT: Final = "|".join(sorted(SPELLED, key=lambda word: (-len(word), word)))

_DATED: Final = re.compile(
    rf"""(?=[\dA-Z])(?<![\w/$€£¥\#@№])(?<!\d[.,:])(?:
    (?P<iso>\d{{4}}-\d\d-\d\d)(?:T[\d:.+Z-]+)?(?![\w-])
  | (?:(?P<n_weekday>{_ANY_DAY}),?\s+)?(?P<n_first>\d{{1,2}})(?P<n_dot>[/.-])(?P<n_second>\d{{1,2}})(?P=n_dot)
      (?P<n_year>(?:19|20)\d\d|\d\d(?<=[/]\d\d))(?![\w/]|[.,-]\d)(?:,?\s\(?(?P<n_after>{_WEEKDAY})\)?)?
  | (?:(?P<b_weekday>{_ANY_DAY}),?\s+(?:the\s)?)?(?P<b_day>\d{{1,2}}){_TH}(?:\s?(?:-|–|to|and)\s?(?P<b_last>\d{{1,2}}){_TH})?
      \s+(?:day\s+)?(?:of\s+)?(?P<b_month>{_MONTH})(?!\w)(?:,?\s+(?P<b_year>{_YEAR})|{_RELATIVE_YEAR.format("b_yearturn")})
  | (?P<e_digits>\d{{1,5}}(?:\s?[-–]\s?\d{{1,5}})?\s?(?:BCE?|AD|CE|B\.C\.(?:E\.)?|A\.D\.)|AD\s?\d{{1,4}})(?!\w)
  | (?P<d_decade>(?:1[0-9]|20)\d0)['’]?s(?!\w)
  | (?P<y_first>{_BARE_YEAR})\s?[-–—/]\s?(?P<y_last>{_BARE_YEAR}|\d\d)(?![\w%]|[.,-]\d)
  | (?P<year>{_BARE_YEAR})(?![\w%/@]|[.,:]\d|-\w)
  | (?:(?P<a_weekday>{_ANY_DAY}),?\s+)?(?P<a_month>{_MONTH})\s+(?P<a_day>\d{{1,2}}){_TH}(?![\d:%]|[.,]\d)
      (?:\s?(?:-|–|to|and)\s?(?P<a_last>\d{{1,2}}){_TH}(?![\d:]))?(?:,?\s+(?P<a_year>{_YEAR})|{_RELATIVE_YEAR.format("a_yearturn")})
  | (?P<m_month>{_MONTH})(?:\s+of)?,?\s+(?P<m_year>{_YEAR})
  | Q(?P<q_number>[1-4])[\s-]?(?:of\s)?(?P<q_year>{_YEAR})
  | (?P<weekday>{_WEEKDAY})(?!\w|\s(?:{PAPERS})\b){_PART}(?:\s(?P<w_turn>last|next)\s(?P<w_scope>week)\b)?
    )""",
    re.VERBOSE,
)
_WORDED: Final = re.compile(
    rf"""(?=[\da-z])(?<![\w/-])(?:
    (?P<l_turn>last|next|this)\s(?P<l_weekday>{_WEEKDAY})(?!\w|\s(?-i:{PAPERS})\b){_PART}
  | (?:in|since|until|till|by|of|from|to|through|during|before|after|between|and|early|late|mid|
      (?P<p_turn>last|next|this)|early\sin|late\sin)[\s-](?P<p_month>{_FULL_MONTH})
      (?![\w’'-]|\s\d|,?\s\d{{4}}){_RELATIVE_YEAR.format("p_yearturn")}
  | (?:the\s)?(?P<v_quarter>first|second|third|fourth|last|final)[\s-]quarter\sof\s(?P<v_year>{_YEAR})
  | (?P<today>(?:earlier|later)\s(?:today|in\sthe\sday|this\s(?:morning|afternoon|evening))|today|tonight
      |(?:the\sday\sbefore\s)?yesterday{_PART}|(?:the\sday\safter\s)?tomorrow{_PART}
      |last\snight|this\s(?:morning|afternoon|evening))(?!\w)
  | (?:(?:early|earlier|later|late)\s)?(?P<turn>this|last|next)\s(?P<period>week|weekend|month|year|quarter)(?![\w-])
  | (?:(?P<vague>a\sfew|several|a\scouple\sof|some)|(?P<count>\d{{1,3}}|{_COUNT}))\s
      (?P<unit>minute|hour|day|week|month|year)s?\sago\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SHAPES: Final = MappingProxyType(
    {
        "iso": Shape.ISO,
        "n_first": Shape.NUMERIC,
        "b_month": Shape.DAY,
        "a_month": Shape.DAY,
        "e_digits": Shape.ERA,
        "d_decade": Shape.DECADE,
        "y_first": Shape.YEARS,
        "year": Shape.YEAR,
        "m_month": Shape.MONTH,
        "p_month": Shape.MONTH,
        "q_number": Shape.QUARTER,
        "v_quarter": Shape.QUARTER,
        "weekday": Shape.WEEKDAY,
        "l_weekday": Shape.WEEKDAY,
        "today": Shape.TODAY,
        "period": Shape.PERIOD,
        "unit": Shape.AGO,
    }
)
_GIVEN_NAMES: Final = frozenset({"April", "May", "June", "August"})
_NO_WEEKDAY: Final = FESTIVE | HABITUAL


def scan(text: str, start: int, end: int) -> list[Temporal]:
    """Return the time expressions of `text[start:end]` in order; where two overlap, the earlier and longer one."""
    found = [
        temporal
        for pattern in (_DATED, _WORDED)
        for match in pattern.finditer(text, start, end)
        for temporal in _read(match, start, end)
    ]
    found.sort(key=lambda temporal: (temporal.span.start, -temporal.span.end))
    kept: list[Temporal] = []
    for temporal in found:
        if not kept or temporal.span.start >= kept[-1].span.end:
            kept.append(temporal)
    return kept


def _read(match: re.Match[str], floor: int, ceiling: int) -> Iterator[Temporal]:
    text = match.string
    named = match.groupdict()
    shape = next(shape for name, shape in _SHAPES.items() if named.get(name) is not None)
    parts = {name.rpartition("_")[2]: value for name, value in named.items() if value is not None}
    span = Span(*match.span())
    if shape is Shape.YEAR and not is_year(text, span, floor, ceiling):
        return
    if named.get("p_month"):
        follow = text[match.end() : match.end() + 2]
        name = named["p_month"] in _GIVEN_NAMES and follow[:1] == " " and follow[1:].isupper()
        if name or not named["p_month"][0].isupper():
            return
        span = Span(match.start("p_turn" if named["p_turn"] else "p_month"), span.end)
    if shape is Shape.WEEKDAY and _is_name(text, span.start, floor):
        return
    if named.get("l_weekday") and text[max(floor, span.start - 4) : span.start].lower() == "the ":
        shape = Shape.ERA  # "the next Tuesday" of a story, not of the calendar
    if shape is Shape.ERA and parts.get("digits", "").endswith("AD") and text[span.end : span.end + 1] == "-":
        return
    yield Temporal(span, shape, parts)


def _is_name(text: str, start: int, floor: int) -> bool:
    """Whether a weekday is part of a name or a custom ("Black Friday", "every Monday")."""
    before = text[max(floor, start - 12) : start].split()
    return bool(before) and text[start - 1] != "\n" and before[-1].lower() in _NO_WEEKDAY
