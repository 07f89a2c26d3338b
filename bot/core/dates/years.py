"""Whether four digits are a year or a count, by the words around them."""

from __future__ import annotations

import re
from typing import Final

from bot.core.dates.lexicon import EVENTS, YEAR_STRONG, YEAR_WEAK
from bot.core.numbers.units import UNITS
from bot.core.span import Span

_LAST_WORD: Final = re.compile(r"([^\W\d_]+|[(\[/–—,-])[\s]*$")
_NEXT_WORD: Final = re.compile(r"[\s-]+([^\W\d_]+)")
_PERSONS: Final = ("people", "men", "women", "children", "police", "troops", "staff", "personnel", "persons")
_SPANS: Final = frozenset({"day", "week", "month", "quarter"})
"""Behind a year: a part of it ("World Cup 2018 day five"), for a count has the plural."""
_COUNTING: Final = frozenset(
    [
        "over",
        "about",
        "around",
        "nearly",
        "almost",
        "some",
        "than",
        "least",
        "approximately",
        "roughly",
        "only",
    ]
)


def is_year(text: str, span: Span, floor: int, ceiling: int) -> bool:
    """Say whether the four bare digits at `span` name a year. Digits with a comma or space never get here."""
    value = int(span.of(text))
    match = _LAST_WORD.search(text, max(floor, span.start - 16), span.start)
    before = match[1].lower() if match else ""
    follow = _NEXT_WORD.match(text, span.end, ceiling)
    after = follow[1] if follow else ""
    if value >= 1900 and after in _SPANS:
        return True
    if after.lower() in UNITS or after.endswith(_PERSONS):
        return before in YEAR_STRONG and after not in UNITS and value >= 1900
    plural = (
        after.islower() and len(after) > 3 and after.endswith("s") and not after.endswith(("ss", "us", "is"))
    )
    countable = plural and after not in EVENTS
    if before in YEAR_STRONG:
        return value >= 1900 or not countable
    if before in _COUNTING:
        return False
    if before in YEAR_WEAK:
        return value >= 1500 and (
            not countable or (value >= 1900 and before in {"the", "early", "late", "mid"})
        )
    return value >= 1900 and not countable and not before.endswith(("ed", "ing"))
