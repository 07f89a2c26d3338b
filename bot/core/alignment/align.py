"""Lay a claim over a passage and name what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from bot.core.alignment.elements import Element, elements
from bot.core.alignment.lexicon import DIRECTIONS
from bot.core.alignment.model import Alignment, Likeness, Reason, ReasonKind
from bot.core.alignment.placing import Pair, lay
from bot.core.span import Span

TURNING: Final = frozenset({ReasonKind.NEGATION, ReasonKind.HEDGE, ReasonKind.DIRECTION})
"""What turns a statement where it is left out."""
_RANGING: Final = frozenset({"and", "to", "or", *"£$€¥₹₽"})
"""What stands between the ends of a range, and before them."""
_WRITTEN: Final = re.compile(r"\d+(?:[.,]\d+)*")
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
    reasons = differences(said, stands, pairs, (claim, passage))
    first = next((at for at, pair in enumerate(pairs) if pair.ours is not None), len(pairs))
    last = next((at for at in range(len(pairs), 0, -1) if pairs[at - 1].ours is not None), 0)
    inside = pairs[first:last]
    cut = [stands[pair.theirs] for pair in (*pairs[:first], *pairs[last:]) if pair.theirs is not None]
    same = bool(inside) and all(_equal(said, stands, pair) for pair in inside)
    trimmed = same and not any(each.kind in TURNING for each in cut)
    return Alignment(Likeness.TRIMMED if trimmed else Likeness.ALTERED, reasons)


def differences(
    said: Sequence[Element], stands: Sequence[Element], pairs: Iterable[Pair], texts: tuple[str, str]
) -> tuple[Reason, ...]:
    """Return what differs along an alignment, in order: an exchange of figures alone, else each stretch.

    `texts` are those in which the elements of the two sides stand.
    """
    pairs = tuple(pairs)
    stretches = [
        list(group) for equal, group in groupby(pairs, lambda pair: _equal(said, stands, pair)) if not equal
    ]
    exchange = _exchange(said, stands, [pair for stretch in stretches for pair in stretch], texts)
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


def _exchange(
    said: Sequence[Element], stands: Sequence[Element], pairs: Sequence[Pair], texts: tuple[str, str]
) -> Reason | None:
    """Return the exchange where what differs is the same on both sides, in another order, two numbers among it.

    A range counts as its two ends, and numbers are also compared as they are written: "450 to 400" is no range.
    """
    ours = [said[pair.ours] for pair in pairs if pair.ours is not None]
    theirs = [stands[pair.theirs] for pair in pairs if pair.theirs is not None]
    if not ours or not theirs:
        return None
    whole = _whole(ReasonKind.PAIRING, ours, theirs)
    values = [sorted(value for each in side for value in _values(each)) for side in (ours, theirs)]
    words = [
        sorted(each.key for each in side if not any(_values(each)) and each.key not in _RANGING)
        for side in (ours, theirs)
    ]
    if len(values[0]) > 1 and values[0] == values[1] and words[0] == words[1]:
        return whole
    written = [
        _WRITTEN.findall(span.of(text))
        for span, text in zip((whole.claim, whole.passage), texts, strict=True)
        if span
    ]
    same = len(written) > 1 and len(written[0]) > 1 and sorted(written[0]) == sorted(written[1])
    return whole if same and written[0] != written[1] and words[0] == words[1] else None


def _values(each: Element) -> tuple[float, ...]:
    """Return the value of a number, both ends of a range, none of a word."""
    if each.key.startswith("#"):
        low, high = map(float, each.key[1:].split(":"))
        return (low,) if low == high else (low, high)
    return (float(each.key),) if each.key.isascii() and each.key.isdigit() else ()


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
        turned = kind is ReasonKind.HEDGE and _turns(said) and _turns(stands)
        for one, other in zip_longest(ours, theirs):
            yield Reason(ReasonKind.DIRECTION if turned else kind, one, other)


def _turns(side: Sequence[Element]) -> bool:
    """Whether a bound of two ends is among them: "more than" against "less than" is another direction."""
    return any(each.kind is ReasonKind.HEDGE and each.key in DIRECTIONS for each in side)


def _whole(kind: ReasonKind, said: Sequence[Element], stands: Sequence[Element]) -> Reason:
    ours = said[0].span.join(said[-1].span) if said else None
    theirs = stands[0].span.join(stands[-1].span) if stands else None
    return Reason(kind, ours, theirs)
