"""The few words on either side of a number."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.core.numbers.units import SIGNS

_WORD: Final = re.compile(rf"[^\W_]+(?:[-’'.&/‑][^\W_]+)*|%|°[CF]?|[{SIGNS}]|[^\w\s]")
_REACH: Final = 110
_HYPHENS: Final = "-‐‑"


class Word(NamedTuple):
    """One word or mark with its place."""

    start: int
    end: int
    text: str
    lower: str


def following(text: str, start: int, end: int) -> list[Word]:
    """Return the words from `start`, at most a line's worth."""
    return _cut(text, start, min(end, start + _REACH))


def preceding(text: str, start: int, end: int) -> list[Word]:
    """Return the words up to `end`, at most a line's worth, the first of them whole."""
    low = max(start, end - _REACH)
    if low > start:
        space = text.find(" ", low, end)
        low = space if space >= 0 else low
    return _cut(text, low, end)


def _cut(text: str, start: int, end: int) -> list[Word]:
    return [
        Word(match.start(), match.end(), match[0], match[0].lower().replace("’", "'"))
        for match in _WORD.finditer(text, start, end)
    ]


def is_hyphen(text: str, at: int) -> bool:
    """Whether a hyphen stands at `at` with a letter behind it."""
    return text[at : at + 1] in _HYPHENS and text[at + 1 : at + 2].isalpha() and bool(text[at : at + 1])
