"""Fitting any text into a box of a picture, whatever characters it has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

CUT: Final = " […]"
"""Ends what had no room, in brackets so that no article seems to have written it."""
NO_GLYPH: Final = "▯"
_LOOKED_AT: Final = 200
"""Characters that are looked at: no box has room for more."""
_MARKS: Final = 2
"""Accents that may follow one letter; heaps of them would climb over their neighbours."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs"})
"""Categories without looks. Among them is what turns the direction of all that follows."""

Width = Callable[[str], float]
"""From a text to its width in pixels."""


def printable(words: str, has_glyph: Callable[[str], bool]) -> str:
    """Return a text as one line of characters that the font has, `NO_GLYPH` for each that it lacks."""
    start = unicodedata.normalize("NFC", words[:_LOOKED_AT])
    line = " ".join("".join(_kept(start, has_glyph)).split())
    return line if len(words) <= _LOOKED_AT else line + CUT


def _kept(words: str, has_glyph: Callable[[str], bool]) -> Iterator[str]:
    marks = 0
    for char in words:
        mark = unicodedata.category(char) in {"Mn", "Me"}
        marks = marks + 1 if mark else 0
        if char.isspace():
            yield " "
        elif unicodedata.category(char) in _UNSEEN or marks > _MARKS:
            continue
        elif has_glyph(char):
            yield char
        elif not mark:
            yield NO_GLYPH


def lines(words: str, width: float, most: int, width_of: Width) -> list[str]:
    """Part a text into at most `most` lines of `width` pixels, between words where that is possible.

    What does not fit into the last line is cut there and shown to be.
    """
    found: list[str] = []
    rest = words.strip()
    while rest and len(found) < most - 1:
        at = _fitting(rest, width, width_of)
        found.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*found, _cut(rest, width, width_of)] if rest else found


def _cut(words: str, width: float, width_of: Width) -> str:
    if width_of(words) <= width:
        return words
    words = words.removesuffix(CUT)
    return words[: _fitting(words, width - width_of(CUT), width_of)].rstrip() + CUT


def _fitting(words: str, width: float, width_of: Width) -> int:
    """Return how many characters fit, up to a space if there is one; at least one, so that there is an end."""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width_of(words[:middle]) <= width else (low, middle - 1)
    if low == len(words):
        return low
    space = words.rfind(" ", 1, low + 1)
    return space if space > 0 else low
