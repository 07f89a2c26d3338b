"""The few words on either side of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from bot.core.numbers.units import SIGNS

_WORD: Final = re.compile(rf"[^\W_]+(?:[-’'.&/‑][^\W_]+)*|%|°[CF]?|[{SIGNS}]|[^\w\s]")
_REACH_BEFORE: Final = 48
"""Characters: a qualifier, and the name or verb before it."""
_WORDS_AFTER: Final = 16
"""A thing counted, and what is said of it."""
_HYPHENS: Final = "-‐‑"


class Word(NamedTuple):
    """One word or mark with its place."""

    start: int
    end: int
    text: str
    lower: str


def following(text: str, start: int, end: int) -> list[Word]:
    """Return the first words from `start`."""
    return _words(_WORD.finditer(text, start, end), _WORDS_AFTER)


def preceding(text: str, start: int, end: int) -> list[Word]:
    """Return the last words up to `end`, the first of them whole."""
    low = max(start, end - _REACH_BEFORE)
    if low > start:
        space = text.find(" ", low, end)
        low = space if space >= 0 else low
    return _words(_WORD.finditer(text, low, end), _REACH_BEFORE)


def _words(matches: Iterator[re.Match[str]], most: int) -> list[Word]:
    return [
        Word(match.start(), match.end(), match[0], match[0].lower().replace("’", "'"))
        for match in islice(matches, most)
    ]


def is_hyphen(text: str, at: int) -> bool:
    """Whether a hyphen stands at `at` with a letter behind it."""
    return text[at : at + 1] in _HYPHENS and text[at + 1 : at + 2].isalpha() and bool(text[at : at + 1])
