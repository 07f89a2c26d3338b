"""Marks of one paragraph paired on a stack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.core.marks.glyphs import Family, Mark, Side

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPEECH = (Family.DOUBLE, Family.GUILLEMET)
"""Families whose lone marks are worth a repair; a lone single mark is an apostrophe."""


class Pair(NamedTuple):
    """Two marks that belong together, or one that lacks its partner.

    `limit` is where a quotation without its closing mark must have ended: before the next one opens.
    """

    opener: Mark | None
    closer: Mark | None
    limit: int | None = None
    lasts: bool = False
    """Still open at the end of the paragraph."""

    @property
    def is_reversed(self) -> bool:
        """Whether a mark faces the wrong way for its place; „A“ and »A« are a custom, no fault."""
        if self.opener is None or self.closer is None:
            return False
        if self.opener.family is Family.DOUBLE:
            return self.opener.drawn is Side.CLOSE or (
                self.closer.drawn is Side.OPEN and self.opener.glyph != "„"
            )
        return self.opener.drawn is self.closer.drawn is not Side.EITHER


@dataclass(slots=True)
class _Open:
    mark: Mark
    inner: int | None = None
    """Where the first quotation inside opens."""


class _Counts:
    """How many marks of a family still open and still close, from each place on."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._ahead: list[tuple[int, ...]] = [(0,) * 8]
        for mark in reversed(marks):
            ahead = list(self._ahead[-1])
            if mark.faces is not Side.EITHER:
                ahead[mark.family * 2 + mark.faces] += 1
            self._ahead.append(tuple(ahead))
        self._ahead.reverse()

    def closers_spared(self, place: int, family: Family) -> int:
        """Closing marks from `place` on that the opening marks from there on do not need."""
        ahead = self._ahead[place]
        return ahead[family * 2 + Side.CLOSE] - ahead[family * 2 + Side.OPEN]


class _Stack:
    """The quotations open at one place of a paragraph."""

    def __init__(self) -> None:
        self.entries: list[_Open] = []
        self.depths = [0, 0, 0, 0]

    def holds(self, family: Family) -> bool:
        """Whether a mark of `family` is open; a single mark only when no double one has opened since."""
        if family in (Family.SINGLE, Family.ANGLE):
            return bool(self.entries) and self.entries[-1].mark.family is family
        return self.depths[family] > 0

    def closed_by(self, family: Family) -> Family | None:
        """Return the family that a closing mark of `family` closes: its own, else the other one of speech ("a»)."""
        if self.holds(family):
            return family
        others = [
            other for other in _SPEECH if family in _SPEECH and other is not family and self.holds(other)
        ]
        return others[0] if others else None

    def push(self, mark: Mark) -> None:
        for entry in reversed(self.entries):
            if entry.mark.family in _SPEECH:
                entry.inner = mark.start if entry.inner is None else entry.inner
                break
        self.entries.append(_Open(mark))
        self.depths[mark.family] += 1

    def pop(self, family: Family) -> _Open:
        """Take the last open mark of `family`, and drop what has opened since and never closed."""
        while True:
            entry = self.entries.pop()
            self.depths[entry.mark.family] -= 1
            if entry.mark.family is family:
                return entry

    def top(self, family: Family) -> Mark | None:
        if self.depths[family] == 0:
            return None
        return next(entry.mark for entry in reversed(self.entries) if entry.mark.family is family)


def pair_marks(marks: Sequence[Mark], *, lenient: bool) -> list[Pair]:
    """Pair the marks of one paragraph, in the order of their opening.

    A mark that opens while another of its family is open is nested when enough closing marks follow for both;
    otherwise the first one is torn. `lenient` forgives one missing mark: the next paragraph continues this one.
    """
    counts, stack, pairs = _Counts(marks), _Stack(), []
    for place, mark in enumerate(marks):
        side = _decide(mark, stack, _next_of(marks, place))
        if side is Side.OPEN:
            if stack.holds(mark.family) and not _fits_inside(mark, stack, counts, place, lenient=lenient):
                torn = stack.pop(mark.family)
                if mark.family in _SPEECH:
                    pairs.append(Pair(torn.mark, None, torn.inner or mark.start))
            stack.push(mark)
        elif side is Side.CLOSE:
            closed = stack.closed_by(mark.family)
            if closed is not None:
                pairs.append(Pair(stack.pop(closed).mark, mark))
            elif mark.family in _SPEECH:
                pairs.append(Pair(None, mark))
    pairs += [
        Pair(entry.mark, None, entry.inner, lasts=True)
        for entry in stack.entries
        if entry.mark.family in _SPEECH
    ]
    return sorted(pairs, key=_beginning)


def _beginning(pair: Pair) -> int:
    first = pair.opener or pair.closer
    return first.start if first is not None else 0


def _next_of(marks: Sequence[Mark], place: int) -> Mark | None:
    """Return the next mark if it is of the same family; a look further would cost more than it is worth."""
    following = marks[place + 1] if place + 1 < len(marks) else None
    return following if following is not None and following.family is marks[place].family else None


def _fits_inside(mark: Mark, stack: _Stack, counts: _Counts, place: int, *, lenient: bool) -> bool:
    if mark.family not in _SPEECH:
        return False
    return counts.closers_spared(place, mark.family) >= stack.depths[mark.family] - lenient


def _decide(mark: Mark, stack: _Stack, following: Mark | None) -> Side:
    """Say whether a mark opens or closes here; `EITHER` means it does neither."""
    is_open = stack.closed_by(mark.family) is not None
    if mark.faces is Side.EITHER:
        return Side.CLOSE if is_open else Side.OPEN
    if mark.faces is Side.CLOSE:
        doubtful = mark.prime or mark.possessive
        closes_next = following is not None and following.faces is Side.CLOSE
        return Side.EITHER if doubtful and (not is_open or closes_next) else Side.CLOSE
    return _decide_open(mark, stack.top(mark.family) if is_open else None)


def _decide_open(mark: Mark, top: Mark | None) -> Side:
    if top is None:
        return Side.OPEN
    if mark.drawn is Side.CLOSE and top.drawn is Side.OPEN:
        return Side.CLOSE
    if mark.side is Side.EITHER and (top.glyph == "„" or top.drawn is Side.CLOSE):
        return Side.CLOSE
    return Side.OPEN
