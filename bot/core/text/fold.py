"""A copy of a text in which typography does not matter, with a way back to the untouched original."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.span import Span

_DOUBLE_MARKS = "“”„‟«»〝〞〟＂″‶「」『』"
_SINGLE_MARKS = "‘’‚‛‹›′‵ʹʻʼʽˈ`´＇"
_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
"""Letters that Unicode does not decompose and that people type without their stroke."""

_FOLDS = {
    **dict.fromkeys(_DOUBLE_MARKS, '"'),
    **dict.fromkeys(_SINGLE_MARKS, "'"),
    **dict.fromkeys(_DASHES, "-"),
    **_LETTERS,
}


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the folded copy; `origin[i]` the offset in `source` of the code point that gave `text[i]`."""

    source: str
    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands in the source, with the accents of its last letter."""
        if start >= end:
            at = self.origin[start] if start < len(self.origin) else len(self.source)
            return Span(at, at)
        stop = self.origin[end - 1] + 1
        while stop < len(self.source) and unicodedata.combining(self.source[stop]):
            stop += 1
        return Span(self.origin[start], stop)

    def at(self, offset: int) -> int:
        """Return the first place in `text` that stems from `offset` of the source or later."""
        if isinstance(self.origin, range):
            return min(offset, len(self.origin))
        return bisect_left(self.origin, offset)


def fold(text: str) -> Folded:
    """Fold quotation marks, dashes, spaces, case, accents and zero-width characters of `text`.

    Compatibility forms stay (no NFKC), and so do line ends. Linear time; ASCII is a plain `lower`.
    """
    if text.isascii():
        return Folded(text, text.lower().translate(_ASCII_SPACES), range(len(text)))
    others = {ord(char): _fold_char(char) for char in set(text) if not char.isascii()}
    uneven = sorted(chr(code) for code, folded in others.items() if len(folded) != 1)
    table = _ASCII | others
    copy = text.translate(table)
    if not uneven:
        return Folded(text, copy, range(len(text)))
    return Folded(text, copy, _origins(text, uneven, table))


def _origins(text: str, uneven: list[str], table: dict[int, str]) -> array[int]:
    origins = array("I")
    done = 0
    for match in re.finditer(f"[{re.escape(''.join(uneven))}]", text):
        at = match.start()
        origins.extend(range(done, at))
        origins.extend([at] * len(table[ord(text[at])]))
        done = at + 1
    origins.extend(range(done, len(text)))
    return origins


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _FOLDS:
        return _FOLDS[char]
    if char.isspace():
        return char if char in "\n\r" else " "
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    return "".join(_bare(part) for part in char.casefold())


def _bare(char: str) -> str:
    """Return the letter without its accents; a composed syllable (Hangul) stays whole."""
    first, *rest = list(unicodedata.normalize("NFD", char))
    if unicodedata.combining(first):
        return ""
    return _LETTERS.get(first, first) if all(map(unicodedata.combining, rest)) else char


_ASCII_SPACES = {code: " " for code in range(128) if chr(code).isspace() and chr(code) not in "\n\r"} | {
    ord("`"): "'"
}
_ASCII = {code: chr(code).lower() for code in range(128)} | _ASCII_SPACES
