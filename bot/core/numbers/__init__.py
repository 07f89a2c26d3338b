"""Numbers in running text: where they stand and what they amount to, whatever way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from bot.core.numbers.atoms import SPACES, Kind, atoms
from bot.core.numbers.compose import Partial, compose
from bot.core.numbers.glue import glued_unit, unglue
from bot.core.numbers.model import Number
from bot.core.numbers.ranges import Pair, relate
from bot.core.numbers.traps import breaks_after, breaks_before
from bot.core.numbers.units import CODES, SIGNS
from bot.core.span import Span

__all__ = ["Number", "NumberValue", "find_numbers", "number_values"]

_SIGN: Final = re.compile(
    rf"(?:(?<![^\W_])(?:US|U\.S\.|NZ|AU|A|CA|C|HK|S|NT|R|N)[ ]?)?[{SIGNS}][{SPACES}]?$"
    rf"|(?<!\w)(?:{CODES.replace(' ', '|')})\.?[{SPACES}]?$"
)
_MINUS: Final = re.compile(r"(?:(?<![^\s(])[-\u2212]|\b[Mm]inus\s)$")


_BEYOND: Final = 1e21
"""Values that no count or sum reaches; heaps of "billion billion" are no number."""


class NumberValue(NamedTuple):
    """A number as a value, to compare with others: `2 000`, `2,000`, `2000` and `two thousand` are equal.

    `low` and `high` differ for a range, and for the two readings of "2.000".
    """

    span: Span
    low: float
    high: float


def number_values(text: str, start: int = 0, end: int | None = None) -> tuple[NumberValue, ...]:
    """Return every number expression of `text[start:end]` with its value, years and labels included.

    Only what its characters show to be no number is left out: `PG-7V`, `Khabar-24`, `@name1`, clock times,
    addresses, ordinals.
    """
    found = find_numbers(text, start, len(text) if end is None else end)
    return tuple(NumberValue(number.span, number.low, number.high) for number in found)


def find_numbers(text: str, start: int, end: int) -> tuple[Number, ...]:
    """Return the number expressions of `text[start:end]` in order; linear in its length."""
    sound = _sound(text, compose(text, atoms(text, start, end)))
    found: list[Number] = []
    dropped = -1
    for place, partial in enumerate(sound):
        if place <= dropped:
            continue
        follower = sound[place + 1] if place + 1 < len(sound) else None
        pair, low = relate(text, partial, follower, start) if follower else (Pair.APART, 0.0)
        if pair is Pair.APART or follower is None:
            found.append(_number(text, partial, start))
            continue
        dropped = place + 1
        if pair is Pair.RANGE:
            found.append(_range(text, partial, follower, low, start))
        else:
            dropped = _end_of_code(text, sound, dropped)
    return tuple(found)


def _sound(text: str, partials: Iterable[Partial]) -> list[Partial]:
    """Drop what is part of a longer token, and read letters glued to digits ("3bn", "48hrs", "33rd")."""
    kept: list[Partial] = []
    previous = -1
    for partial in partials:
        read = unglue(text, partial, priced=_sign(text, partial.start, 0) is not None)
        if read is not None and read.value < _BEYOND and not breaks_before(text, read.start, previous):
            digits = read.last is Kind.DIGITS
            if read.glued is not None or not breaks_after(text, read.end, digits=digits):
                kept.append(read)
        previous = partial.end
    return kept


def _number(text: str, partial: Partial, floor: int) -> Number:
    low = partial.value
    high = low if partial.other is None else partial.other
    start = _minus(text, partial, floor)
    if start is not None:
        low, high = -high, -low
    span = Span(partial.start if start is None else start, partial.end)
    return Number(
        span,
        low,
        high,
        vague=partial.vague,
        spelled=partial.spelled,
        ambiguous=partial.other is not None,
        sign=_sign(text, partial.start, floor),
        glued=glued_unit(text, partial),
        parts=(span,),
    )


def _minus(text: str, partial: Partial, floor: int) -> int | None:
    """Return where the minus of a negative number stands: "-5C", "minus 20"."""
    match = None if partial.spelled else _MINUS.search(text, max(floor, partial.start - 7), partial.start)
    return match.start() if match else None


def _range(text: str, first: Partial, second: Partial, low: float, floor: int) -> Number:
    last = _number(text, second, floor)
    return replace(
        last,
        span=Span(first.start, second.end),
        low=low,
        high=second.value,
        spelled=first.spelled,
        ambiguous=False,
        sign=_sign(text, first.start, floor) or last.sign,
        parts=(Span(first.start, first.end), Span(second.start, second.end)),
    )


def _sign(text: str, start: int, floor: int) -> Span | None:
    """Return the currency sign or code right before `start`, without the space between."""
    at = max(floor, start - 6)
    match = _SIGN.search(text[at:start])
    return Span(at + match.start(), at + match.start() + len(match[0].rstrip())) if match else None


def _end_of_code(text: str, sound: list[Partial], place: int) -> int:
    """Follow "4-3-3" to its last part."""
    while place + 1 < len(sound) and text[sound[place].end : sound[place + 1].start] in {"-", "\u2013"}:
        place += 1
    return place
