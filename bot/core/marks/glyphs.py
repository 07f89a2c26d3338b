"""Quotation marks one by one: where they stand, their family, and which way each one faces."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.span import Span


class Side(IntEnum):
    """Which way a mark faces."""

    OPEN = 0
    CLOSE = 1
    EITHER = 2


class Family(IntEnum):
    """Marks of one family can close each other; marks of two families nest."""

    DOUBLE = 0
    GUILLEMET = 1
    SINGLE = 2
    ANGLE = 3


class Mark(NamedTuple):
    """One mark. `drawn` is the side its glyph stands for, `side` the one its neighbours show."""

    glyph: str
    start: int
    end: int
    family: Family
    drawn: Side
    side: Side
    prime: bool = False
    """Could be inches: a straight mark after a digit."""
    possessive: bool = False
    """Could be the apostrophe of a plural: a single mark between an s and a space."""

    @property
    def faces(self) -> Side:
        """The side by its neighbours or, where they show none, by its glyph."""
        return self.drawn if self.side is Side.EITHER else self.side


_GLYPHS: dict[str, tuple[Family, Side]] = {
    "“": (Family.DOUBLE, Side.OPEN),
    "”": (Family.DOUBLE, Side.CLOSE),
    "„": (Family.DOUBLE, Side.OPEN),
    "‟": (Family.DOUBLE, Side.OPEN),
    '"': (Family.DOUBLE, Side.EITHER),
    "``": (Family.DOUBLE, Side.OPEN),
    "''": (Family.DOUBLE, Side.EITHER),
    "‘‘": (Family.DOUBLE, Side.OPEN),
    "’’": (Family.DOUBLE, Side.CLOSE),
    "«": (Family.GUILLEMET, Side.OPEN),
    "»": (Family.GUILLEMET, Side.CLOSE),
    "‘": (Family.SINGLE, Side.OPEN),
    "’": (Family.SINGLE, Side.CLOSE),
    "‚": (Family.SINGLE, Side.OPEN),
    "‛": (Family.SINGLE, Side.OPEN),
    "'": (Family.SINGLE, Side.EITHER),
    "`": (Family.SINGLE, Side.OPEN),
    "‹": (Family.ANGLE, Side.OPEN),
    "›": (Family.ANGLE, Side.CLOSE),
}
_MARKS = "“”„‟\"«»‘’‚‛'`‹›"
# Six marks in a row quote nothing; taking them at once also keeps a text of marks only cheap.
_FIND = re.compile(rf"(?:[{_MARKS}]\s?){{6,}}|``|''|‘‘|’’|[“”„‟\"«»‘‚‛‹›]|(?<!\w)[’'`]|[’'](?!\w)")
_OPENS_AFTER = frozenset("([{<—–-―‒/|*_=>+~¿¡:")
_ENDS_BEFORE = frozenset(".,;:!?)]}>—–-―‒/|*_…")
_CLIPPED = re.compile(r"(?:\d\ds?|em|tis|twas|til|cause|cuz|bout|round|n)\b", re.IGNORECASE)
_FEET = re.compile(r"\d\s?[’'′]\s?\d{1,2}(?:\.\d+)?$")


def find_marks(text: str, span: Span) -> Iterator[Mark]:
    """Yield the marks of one paragraph in order; apostrophes inside words, feet and inches left out."""
    for found in _FIND.finditer(text, span.start, span.end):
        start, end = found.span()
        kind = _GLYPHS.get(found.group())
        if kind is None:
            continue
        family, drawn = kind
        if drawn is Side.EITHER and _is_length(text, start):
            continue
        before, after = _neighbours(text, start, end, span)
        if family is Family.SINGLE and _is_clipped(text, end, before, drawn):
            continue
        side = _side(before, after, text[end : end + 2])
        yield Mark(
            found.group(),
            start,
            end,
            family,
            drawn,
            side,
            prime=drawn is Side.EITHER and before.isdigit(),
            possessive=family is Family.SINGLE and before in "sS" and before != "" and after.isspace(),
        )


def _neighbours(text: str, start: int, end: int, span: Span) -> tuple[str, str]:
    """Return the characters beside a mark, looking through other marks; "" at an end of the paragraph."""
    before, after = start - 1, end
    while before >= span.start and text[before] in _MARKS:
        before -= 1
    while after < span.end and text[after] in _MARKS:
        after += 1
    return text[before] if before >= span.start else "", text[after] if after < span.end else ""


def _side(before: str, after: str, following: str) -> Side:
    closed = after == "" or after.isspace() or after in _ENDS_BEFORE
    if after == "." and len(following) == 2 and (following[1] == "." or following[1].isalnum()):
        closed = False
    opens = (before == "" or before.isspace() or before in _OPENS_AFTER) and not (
        closed and after not in "—–-―‒…/*_"
    )
    closes = before != "" and not before.isspace() and before not in "([{<" and closed
    if opens == closes or after == "":
        return Side.CLOSE if closes else Side.EITHER
    return Side.OPEN if opens else Side.CLOSE


def _is_clipped(text: str, end: int, before: str, drawn: Side) -> bool:
    """'em, '90s, rock 'n' roll: an apostrophe that stands for what was left out."""
    if drawn is Side.OPEN or before.isalnum():
        return before.isalpha() and text[end - 1] == "`"
    return _CLIPPED.match(text, end) is not None


def _is_length(text: str, start: int) -> bool:
    return (
        start > 0 and text[start - 1].isdigit() and _FEET.search(text, max(0, start - 9), start) is not None
    )
