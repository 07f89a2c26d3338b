"""What looks like a number by its characters and counts nothing: codes, ordinals, labels glued to a slash.

`PG-7V`, `Khabar-24`, `39A`, `33rd`, `1990s`, `4/`, `3:1`, `10.0.1`, `[4]`, `7-Eleven`.
"""

from __future__ import annotations

from typing import Final

_HYPHENS: Final = "-\u2010\u2011"
_GLUE_BEFORE: Final = "/_@#№§&'\u2019"
_GLUE_AFTER: Final = "_@"


def breaks_before(text: str, start: int, previous: int) -> bool:
    """Whether what stands before `start` makes it part of a longer token; `previous` is where a number ended."""
    if not start:
        return False
    last, before = text[start - 1], text[start - 2 : start - 1]
    if last in _GLUE_BEFORE:
        return True
    if last in _HYPHENS:
        return before.isalpha() and previous != start - 1 and text[start - 4 : start - 1] != "-to"
    if last in ".,:":
        return before.isdigit() or (last == "." and before.isalpha())
    return last == "[" and text[start : start + 1].isdigit()


def breaks_after(text: str, end: int, *, digits: bool) -> bool:
    """Whether what stands at `end` makes the number before it part of a longer token."""
    follow = text[end : end + 2]
    if not follow:
        return False
    first, second = follow[0], follow[1:]
    if first in _GLUE_AFTER:
        return True
    if first == "/":
        return not second.islower()
    if first in ".,:":
        return second.isdigit()
    return digits and first in _HYPHENS and second.isupper()
