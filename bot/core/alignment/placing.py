"""Where in a longer text a claim fits best, token by token: ends of the longer text cost nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.core.alignment.elements import Element

_OTHER_KIND: Final = 0.2
"""What it costs more to lay a word on one of another kind: like stands on like where it can."""
_DROPPED: Final = 1.25
"""What a word of the claim costs that stands on nothing: more than one that stands on another, at an end as well."""


class Pair(NamedTuple):
    """One step: a place in the claim on a place in the passage; None on the side that lacks it."""

    ours: int | None
    theirs: int | None


class Placed(NamedTuple):
    """The claim laid over the passage from `first` to `last` (excluded), and how many steps are no match."""

    pairs: tuple[Pair, ...]
    first: int
    last: int
    cost: float


def lay(claim: Sequence[Element], passage: Sequence[Element], *, whole: bool = False) -> Placed:
    """Return the cheapest alignment; with `whole` the passage's ends count as well. Time: product of the lengths."""
    table, moves = _table(claim, passage, whole=whole)
    bottom = table[-1]
    end = len(passage) if whole else min(range(len(bottom)), key=lambda at: (bottom[at], at))
    pairs: list[Pair] = []
    row, column = len(claim), end
    while row > 0 or (whole and column > 0):
        move = moves[row][column]
        ours = None if move == _SKIP else row - 1
        theirs = None if move == _DROP else column - 1
        pairs.append(Pair(ours, theirs))
        row, column = (row if ours is None else ours), (column if theirs is None else theirs)
    pairs.reverse()
    return Placed(tuple(pairs), column, end, bottom[end])


_MATCH, _DROP, _SKIP = 0, 1, 2


def _table(
    claim: Sequence[Element], passage: Sequence[Element], *, whole: bool
) -> tuple[list[list[float]], list[list[int]]]:
    width = len(passage) + 1
    table = [[float(at) if whole else 0.0 for at in range(width)]]
    moves = [[_SKIP] * width]
    for number, ours in enumerate(claim, 1):
        above = table[-1]
        row, move = [number * _DROPPED], [_DROP]
        for column, theirs in enumerate(passage):
            if ours.key == theirs.key:
                cost, step = above[column], _MATCH
            else:
                cost, step = above[column] + 1.0 + _OTHER_KIND * (ours.kind is not theirs.kind), _MATCH
            if above[column + 1] + _DROPPED < cost:
                cost, step = above[column + 1] + _DROPPED, _DROP
            if row[column] + 1.0 < cost:
                cost, step = row[column] + 1.0, _SKIP
            row.append(cost)
            move.append(step)
        table.append(row)
        moves.append(move)
    return table, moves
