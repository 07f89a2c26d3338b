"""Letters glued to digits: a magnitude ("3bn"), a unit ("48hrs"), or anything else, which makes them no number."""

from __future__ import annotations

import re
from typing import Final

from bot.core.numbers.atoms import Kind
from bot.core.numbers.compose import Partial
from bot.core.numbers.lexicon import AMBIGUOUS_SUFFIXES, SUFFIXES
from bot.core.numbers.units import CAPITAL_UNITS, UNITS
from bot.core.span import Span

_GLUED: Final = re.compile(r"(?:[^\W\d_]|°)+(?:/[a-z]{1,3}\b)?")
_PLURAL: Final = re.compile(
    r"\s(?:(?!(?:from|of|to|in|at|off|on|by|between"
    r"|above|below|and|or|long|high|tall|deep|wide|thick|away|square|up|down|near"
    r"|with|for|is|was)\b)[^\W\d_]+\s)?(?:people|women|men|children|[a-z]{2,}s)\b"
)
_RACES: Final = re.compile(r"\s(?:hurdles|finals|heats|sprints|races|titles|trials|butterfly|freestyle)\b")


def unglue(text: str, partial: Partial, *, priced: bool) -> Partial | None:
    """Take a magnitude into the number, leave a unit beside it, return None for any other letters.

    `priced`: a currency sign stands before, so that "m" is a million. Without one it is metres, unless the things
    it would be millions of follow ("1.5m people").
    """
    if partial.glued is None:
        return partial
    match = _GLUED.match(text, partial.glued)
    if match is None or text[match.end() : match.end() + 1].isdigit():
        return None
    letters = match[0].lower()
    if letters in SUFFIXES and (
        priced or letters not in AMBIGUOUS_SUFFIXES or _counts_millions(text, letters, match.end())
    ):
        scale = SUFFIXES[letters]
        return partial._replace(
            end=match.end(),
            total=partial.value * scale,
            current=0.0,
            last=Kind.MAGNITUDE,
            scale=scale,
            other=None,
            glued=None,
        )
    known = letters in UNITS and letters != "s"  # "1990s" is a decade
    return (
        partial if known and (letters == match[0] or len(letters) > 1 or match[0] in CAPITAL_UNITS) else None
    )


def _counts_millions(text: str, letters: str, end: int) -> bool:
    return letters == "m" and _PLURAL.match(text, end) is not None and _RACES.match(text, end) is None


def glued_unit(text: str, partial: Partial) -> Span | None:
    """Return the letters of the glued unit."""
    match = _GLUED.match(text, partial.glued) if partial.glued is not None else None
    return Span(*match.span()) if match else None
