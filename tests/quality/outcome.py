"""Outcomes: one per comparison with the gold, and their shares.

Every number of the gate is a share of right outcomes. For an F1 both sides give outcomes, each gold item and each
item found: 2·hits / (gold + found) is then the share of the right ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from bot.core.span import Span

FOUND = "found"
"""The kind of an outcome of which the gold has no kind: something found that is not in it."""


class Outcome(NamedTuple):
    """One comparison. `kind` is the class it belongs to; `miss` tells article, gold and got when it is not right."""

    metric: str
    kind: str
    right: bool
    miss: str


def hit(metric: str, kind: str) -> Outcome:
    """Return a right outcome."""
    return Outcome(metric, kind, right=True, miss="")


def miss(metric: str, kind: str, told: str) -> Outcome:
    """Return a wrong outcome."""
    return Outcome(metric, kind, right=False, miss=told)


_Gold = TypeVar("_Gold")
_Got = TypeVar("_Got")


def pair(
    gold: Sequence[_Gold], got: Sequence[_Got], score: Callable[[_Gold, _Got], float], least: float
) -> tuple[dict[int, int], dict[int, int]]:
    """Pair each gold item with at most one found item, best scores first; return gold → got and got → gold."""
    ranked = sorted(
        (-score(wanted, found), i, j)
        for i, wanted in enumerate(gold)
        for j, found in enumerate(got)
        if score(wanted, found) >= least
    )
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in there and j not in back:
            there[i], back[j] = j, i
    return there, back


Shares = dict[str, dict[str, tuple[int, int]]]
"""For each metric and kind how many outcomes are right and how many there are."""
OVERALL = "overall"


def shares(outcomes: Iterable[Outcome]) -> Shares:
    """Count the outcomes per metric and kind, and over all kinds."""
    counts: Shares = {}
    for outcome in outcomes:
        kinds = counts.setdefault(outcome.metric, {})
        for kind in (OVERALL, outcome.kind):
            right, total = kinds.get(kind, (0, 0))
            kinds[kind] = (right + outcome.right, total + 1)
    return counts


def show(text: str, span: Span, most: int = 60) -> str:
    words = " ".join(span.of(text).split())
    return repr(words if len(words) <= most else words[: most - 1] + "…")


def around(text: str, span: Span, context: int = 18) -> str:
    before, after = text[max(0, span.start - context) : span.start], text[span.end : span.end + context]
    return repr(" ".join(f"{before}[{span.of(text)}]{after}".split()))
