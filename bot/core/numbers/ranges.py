"""Two numbers that are one amount ("10-15", "between 10 and 15", "two or three"), or none at all ("3-1")."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from bot.core.numbers.atoms import Kind
from bot.core.numbers.compose import Partial
from bot.core.numbers.units import SIGNS, UNITS

_GAP: Final = re.compile(
    rf"(?:\s?(?:%|per\s?cent))?(?:(?P<dash>\s?[-\u2010-\u2015]\s?)|(?P<to>\s(?:up\s)?to\s|-to-)|(?P<or>\sor\s|-or-)"
    rf"|(?P<and>\sand\s(?:(?:more|less|fewer)\sthan\s|about\s|around\s|nearly\s|almost\s|up\sto\s|over\s)?))"
    rf"(?P<sign>(?:[A-Z]{{1,2}})?[{SIGNS}]\s?)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\bbetween\s(?:about\s|around\s|just\s|some\s)?(?:[A-Z]{0,2}\S)?\s?$", re.IGNORECASE
)
_CHANGE: Final = re.compile(
    r"\b(?:rose|rise[ns]?|rising|increas\w+|fell|fall(?:s|en|ing)?|dropp?\w*|grew|gr[eo]wn?|growing|went|go(?:es|ing)?"
    r"|up|down|declin\w+|rais\w+|cut(?:s|ting)?|reduc\w+|climb\w+|jump\w+|soar\w+|shrank|shrunk|shrink\w*|slipp?\w*"
    r"|mov\w+|chang\w+|doubl\w+|tripl\w+|expand\w+|lower\w+|slash\w+|upgrad\w+|revis\w+)\b(?:\W+\w+){0,6}\W*$",
    re.IGNORECASE,
)
_NEXT_WORD: Final = re.compile(r"(?:[\s-]*(%|[^\W\d_]+))?")
_COLLECTIVE: Final = frozenset(
    {"people", "men", "women", "children", "police", "staff", "personnel", "troops"}
)


class Pair(Enum):
    """What two neighbours are to each other."""

    APART = auto()
    RANGE = auto()
    SCORE = auto()
    """A result, a code or a formation: no amount."""


def relate(text: str, first: Partial, second: Partial, floor: int) -> tuple[Pair, float]:
    """Say what two numbers in a row are, and the low end of their range; nothing before `floor` is read."""
    gap = _GAP.fullmatch(text, first.end, second.start)
    if gap is None or first.vague or second.vague or first.glued is not None:
        return Pair.APART, 0.0
    low = _inherit(first, second)
    if gap["dash"]:
        return _dashed(text, gap, first, second, low), low
    rising = low < second.value
    window = text[max(floor, first.start - 60) : first.start]
    if gap["and"]:
        ranged = rising and _BETWEEN.search(window[-16:]) is not None
    elif gap["to"]:
        ranged = rising and _CHANGE.search(window) is None
    else:
        ranged = rising and second.value <= 3 * low and first.spelled == second.spelled
    return (Pair.RANGE if ranged else Pair.APART), low


def _inherit(first: Partial, second: Partial) -> float:
    """Low end of "2 to 3 million": it shares the magnitude."""
    if second.last is Kind.MAGNITUDE and first.last is not Kind.MAGNITUDE and second.scale >= 1000:
        scaled = first.value * second.scale
        if scaled < second.value:
            return scaled
    return first.value


def _dashed(text: str, gap: re.Match[str], first: Partial, second: Partial, low: float) -> Pair:
    amount = gap["sign"] is not None or "%" in gap[0] or text[first.start - 1 : first.start] in tuple(SIGNS)
    if low < second.value and (amount or _counts(text, first, second)):
        return Pair.RANGE
    spaced = len(gap["dash"]) > 1
    if amount or (spaced and (max(low, second.value) > 20 or text.startswith(" of", second.end))):
        return Pair.APART
    return Pair.SCORE


def _counts(text: str, first: Partial, second: Partial) -> bool:
    """Whether what follows "8-10" shows an amount: a unit, a plural, a magnitude, or numbers too big for a score."""
    if second.last is Kind.MAGNITUDE or second.glued is not None:
        return True
    found = _NEXT_WORD.match(text, second.end)
    word = (found[1] or "").lower() if found else ""
    plural = (
        word in UNITS
        or word in _COLLECTIVE
        or (len(word) > 3 and word.endswith("s") and not word.endswith("ss"))
    )
    return plural or (first.value >= 10 and second.value >= 10 and bool(word))
