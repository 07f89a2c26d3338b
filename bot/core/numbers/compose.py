"""Joining atoms into numbers: "two" + "hundred" + "and" + "five", "1.5" + "million", "hundreds of thousands"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.core.numbers.atoms import Atom, Kind

_SPACE: Final = frozenset({" ", "\u00a0", "\u202f", "\u2009", "-", "\u2011"})
_AND: Final = frozenset({" and ", "-and-"})
_NOTHING: Final = frozenset({""})


class Partial(NamedTuple):
    """A number being read: `total` of the closed thousands, `current` group, and what stood last."""

    start: int
    end: int
    total: float
    current: float
    last: Kind
    scale: float
    """Value of the last atom: what may follow depends on it."""
    spelled: bool
    vague: bool = False
    other: float | None = None
    glued: int | None = None

    @property
    def value(self) -> float:
        return self.total + self.current


_GAPS: Final = MappingProxyType(
    {
        (Kind.DIGITS, Kind.MAGNITUDE): _SPACE | _NOTHING,
        (Kind.PART, Kind.MAGNITUDE): _SPACE,
        (Kind.SMALL, Kind.MAGNITUDE): _SPACE,
        (Kind.LOOSE, Kind.MAGNITUDE): _SPACE,
        (Kind.PLUS, Kind.MAGNITUDE): _SPACE,
        (Kind.MAGNITUDE, Kind.MAGNITUDE): _SPACE,
        (Kind.SMALL, Kind.SMALL): _SPACE,
        (Kind.MAGNITUDE, Kind.SMALL): _SPACE | _AND,
        (Kind.SMALL, Kind.PLUS): _SPACE,
        (Kind.DIGITS, Kind.PLUS): _SPACE,
        (Kind.VAGUE, Kind.VAGUE): frozenset({" of "}),
    }
)


def compose(text: str, atoms: Iterable[Atom]) -> Iterator[Partial]:
    """Yield the numbers that the atoms make, longest first, in the order of the text."""
    open_: Partial | None = None
    for atom, follower in pairwise(chain(atoms, (None,))):
        if atom is None:
            break
        joined = _join(open_, atom, follower, text) if open_ else None
        if joined is None:
            if open_:
                yield open_
            joined = _begin(atom) if atom.kind is not Kind.PLUS else None
        open_ = joined
    if open_:
        yield open_


def _begin(atom: Atom) -> Partial:
    spelled = atom.kind not in (Kind.DIGITS, Kind.PART)
    vague = atom.kind in (Kind.VAGUE, Kind.LOOSE)
    big = atom.kind is Kind.MAGNITUDE and atom.value > 100
    total, current = (atom.value, 0.0) if big else (0.0, atom.value)
    return Partial(*atom[:2], total, current, atom.kind, atom.value, spelled, vague, atom.other, atom.glued)


def _join(open_: Partial, atom: Atom, follower: Atom | None, text: str) -> Partial | None:
    """Return the number grown by `atom`, None where it does not belong."""
    gaps = _GAPS.get((open_.last, atom.kind))
    if gaps is None or open_.glued is not None or text[open_.end : atom.start].lower() not in gaps:
        return None
    if not _fits(open_, atom) or _begins_anew(open_, atom, follower, text):
        return None
    total, current = _grow(open_, atom)
    return open_._replace(
        end=atom.end,
        total=total,
        current=current,
        last=atom.kind,
        scale=atom.value,
        other=None,
        glued=atom.glued,
    )


def _fits(open_: Partial, atom: Atom) -> bool:
    """Whether the values may stand side by side ("twenty" "five", "hundred" "thousand")."""
    pair = (open_.last, atom.kind)
    if pair == (Kind.SMALL, Kind.SMALL):
        return 20 <= open_.scale <= 90 and 1 <= atom.value <= 9
    if pair == (Kind.MAGNITUDE, Kind.SMALL):
        return open_.spelled and not open_.vague and atom.value >= 1 and open_.scale != 12
    if pair == (Kind.MAGNITUDE, Kind.MAGNITUDE):
        return open_.scale != 12 and atom.value > open_.scale
    if atom.kind is Kind.MAGNITUDE and atom.value in (12, 100):
        return open_.last is not Kind.DIGITS or atom.value == 12 or open_.scale < 100
    return True


def _begins_anew(open_: Partial, atom: Atom, follower: Atom | None, text: str) -> bool:
    """Whether after "three million" the next small number opens a number of its own ("and five million")."""
    if open_.last is not Kind.MAGNITUDE or atom.kind is not Kind.SMALL or open_.scale == 100:
        return False
    if (
        follower is None
        or follower.kind is not Kind.MAGNITUDE
        or text[atom.end : follower.start] not in _SPACE
    ):
        return open_.scale > 1000
    return follower.value >= open_.scale


def _times(first: float, second: float) -> float:
    """Multiply as decimals: 4.14 million is 4140000, which binary fractions miss by a hair."""
    return float(Decimal(repr(first)) * Decimal(repr(second)))


def _grow(open_: Partial, atom: Atom) -> tuple[float, float]:
    if atom.kind is Kind.VAGUE:
        return 0.0, open_.value * atom.value
    if atom.kind is not Kind.MAGNITUDE:
        return open_.total, open_.current + atom.value
    if atom.value in (12, 100):
        return open_.total, _times(open_.current or 1, atom.value)
    if open_.current == 0:
        return _times(open_.total, atom.value), 0.0
    return open_.total + _times(open_.current, atom.value), 0.0
