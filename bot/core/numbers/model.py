"""What a number expression is."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.span import Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression. `low` and `high` differ for a range ("10-15") and for the two readings of "2.000".

    `parts` are the numbers of a range, otherwise the number itself; `sign` a currency sign before it, `glued` the
    letters right after ("48hrs") that are no magnitude; `spelled` whether it begins with a word.
    """

    span: Span
    low: float
    high: float
    vague: bool = False
    spelled: bool = False
    ambiguous: bool = False
    sign: Span | None = None
    glued: Span | None = None
    parts: tuple[Span, ...] = ()
