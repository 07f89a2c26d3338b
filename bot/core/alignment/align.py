"""Lay a claim over a passage and name what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

from bot.core.alignment.elements import Element, elements
from bot.core.alignment.model import Alignment, Likeness, Reason, ReasonKind


def align(claim: str, passage: str) -> Alignment:
    """Return how `claim` stands to `passage`, with code-point offsets into both.

    Words missing at an end of the claim leave it TRIMMED unless a negator, hedge or direction is among them.
    """
    if claim == passage:
        return Alignment(Likeness.EXACT, ())
    said, stands = elements(claim), elements(passage)
    ours, theirs = [each.key for each in said], [each.key for each in stands]
    if ours == theirs and ours:
        return Alignment(Likeness.TYPOGRAPHY, ())
    if sorted(ours) == sorted(theirs) and sum(each.kind is ReasonKind.NUMBER for each in said) > 1:
        changed = [place for place, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other]
        part = slice(changed[0], changed[-1] + 1)
        return Alignment(Likeness.ALTERED, (_whole(ReasonKind.PAIRING, said[part], stands[part]),))
    return _compare(said, stands, ours, theirs)


def _compare(
    said: Sequence[Element], stands: Sequence[Element], ours: list[str], theirs: list[str]
) -> Alignment:
    reasons: list[Reason] = []
    trimmed = bool(ours)
    for step in Levenshtein.opcodes(ours, theirs):
        if step.tag == "equal":
            continue
        at_an_end = step.tag == "insert" and step.src_start in {0, len(ours)}
        here = list(_reasons(said[step.src_start : step.src_end], stands[step.dest_start : step.dest_end]))
        turning = {ReasonKind.NEGATION, ReasonKind.HEDGE, ReasonKind.DIRECTION}
        if not at_an_end or any(reason.kind in turning for reason in here):
            trimmed = False
        reasons += here
    return Alignment(Likeness.TRIMMED if trimmed else Likeness.ALTERED, tuple(reasons))


def _reasons(said: Sequence[Element], stands: Sequence[Element]) -> Iterator[Reason]:
    """Name each hard token that differs, by class; soft words only where no hard one does."""
    kinds = dict.fromkeys(each.kind for each in (*said, *stands) if each.kind is not ReasonKind.WORDS)
    if not kinds:
        yield _whole(ReasonKind.WORDS, said, stands)
    for kind in kinds:
        ours = [each.span for each in said if each.kind is kind]
        theirs = [each.span for each in stands if each.kind is kind]
        if len(said) == len(stands) == 1:
            ours, theirs = [said[0].span], [stands[0].span]
        for one, other in zip_longest(ours, theirs):
            yield Reason(kind, one, other)


def _whole(kind: ReasonKind, said: Sequence[Element], stands: Sequence[Element]) -> Reason:
    ours = said[0].span.join(said[-1].span) if said else None
    theirs = stands[0].span.join(stands[-1].span) if stands else None
    return Reason(kind, ours, theirs)
