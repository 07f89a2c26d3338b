"""Lay a claim over a passage and name what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from bot.core.alignment.elements import Element, elements
from bot.core.alignment.model import Alignment, Likeness, Reason, ReasonKind
from bot.core.alignment.placing import Pair, lay
from bot.core.span import Span

TURNING: Final = frozenset({ReasonKind.NEGATION, ReasonKind.HEDGE, ReasonKind.DIRECTION})
"""What turns a statement where it is left out."""
_LONGEST: Final = 600
"""Elements up to which two texts are laid over each other; longer ones that differ are told apart as a whole."""


def align(claim: str, passage: str) -> Alignment:
    """Return how `claim` stands to `passage`, with code-point offsets into both.

    Words missing at an end of the claim leave it TRIMMED unless a negator, hedge or direction is among them. A
    passage should be cut to about the claim's length first: what is far from it is named as missing, too.
    """
    if claim == passage:
        return Alignment(Likeness.EXACT, ())
    said, stands = elements(claim), elements(passage)
    ours, theirs = [each.key for each in said], [each.key for each in stands]
    if ours == theirs and ours:
        return Alignment(Likeness.TYPOGRAPHY, ())
    if max(len(ours), len(theirs)) > _LONGEST:
        return Alignment(Likeness.ALTERED, (_whole(ReasonKind.WORDS, said, stands),))
    pairs = lay(said, stands, whole=True).pairs
    reasons = differences(said, stands, pairs)
    first = next((at for at, pair in enumerate(pairs) if pair.ours is not None), len(pairs))
    last = next((at for at in range(len(pairs), 0, -1) if pairs[at - 1].ours is not None), 0)
    inside = pairs[first:last]
    cut = [stands[pair.theirs] for pair in (*pairs[:first], *pairs[last:]) if pair.theirs is not None]
    same = bool(inside) and all(_equal(said, stands, pair) for pair in inside)
    trimmed = same and not any(each.kind in TURNING for each in cut)
    return Alignment(Likeness.TRIMMED if trimmed else Likeness.ALTERED, reasons)


def differences(
    said: Sequence[Element], stands: Sequence[Element], pairs: Iterable[Pair]
) -> tuple[Reason, ...]:
    """Return what differs along an alignment, in order: an exchange of figures first, then each stretch."""
    pairs = tuple(pairs)
    stretches = [
        list(group) for equal, group in groupby(pairs, lambda pair: _equal(said, stands, pair)) if not equal
    ]
    exchange = _exchange(said, stands, [pair for stretch in stretches for pair in stretch])
    if exchange is not None:
        return (exchange,)
    found: list[Reason] = []
    for stretch in stretches:
        ours = [said[pair.ours] for pair in stretch if pair.ours is not None]
        theirs = [stands[pair.theirs] for pair in stretch if pair.theirs is not None]
        found += _reasons(ours, theirs)
    return tuple(found)


def _equal(said: Sequence[Element], stands: Sequence[Element], pair: Pair) -> bool:
    return (
        pair.ours is not None and pair.theirs is not None and said[pair.ours].key == stands[pair.theirs].key
    )


def _exchange(said: Sequence[Element], stands: Sequence[Element], pairs: Sequence[Pair]) -> Reason | None:
    """Return the exchange where what differs is the same on both sides, in another order, a number among it."""
    ours = [said[pair.ours] for pair in pairs if pair.ours is not None]
    theirs = [stands[pair.theirs] for pair in pairs if pair.theirs is not None]
    values = {each.key for each in ours if each.kind is ReasonKind.NUMBER}
    if not values or sorted(each.key for each in ours) != sorted(each.key for each in theirs):
        return None
    return _whole(ReasonKind.PAIRING, ours, theirs) if len(ours) > 1 else None


def _reasons(said: Sequence[Element], stands: Sequence[Element]) -> Iterator[Reason]:
    """Name each hard token that differs, by class; soft words only where no hard one does."""
    keys = {each.key for each in said} & {each.key for each in stands}
    changed = [each for each in (*said, *stands) if each.key not in keys] or [*said, *stands]
    kinds = dict.fromkeys(each.kind for each in changed if each.kind is not ReasonKind.WORDS)
    if not kinds:
        yield _whole(ReasonKind.WORDS, said, stands)
    for kind in kinds:
        ours: list[Span] = [each.span for each in said if each.kind is kind]
        theirs: list[Span] = [each.span for each in stands if each.kind is kind]
        if len(said) == len(stands) == 1:
            ours, theirs = [said[0].span], [stands[0].span]
        for one, other in zip_longest(ours, theirs):
            yield Reason(kind, one, other)


def _whole(kind: ReasonKind, said: Sequence[Element], stands: Sequence[Element]) -> Reason:
    ours = said[0].span.join(said[-1].span) if said else None
    theirs = stands[0].span.join(stands[-1].span) if stands else None
    return Reason(kind, ours, theirs)
