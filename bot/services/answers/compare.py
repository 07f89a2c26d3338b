"""Figures about the same thing side by side, with how each two stand to each other. No winner, and no average."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from bot.core.facts import Figure
from bot.core.store import FactStore
from bot.services.answers.asking import open_case
from bot.services.answers.lists import figures
from bot.services.answers.values import Answer, Hit, Refusal, RefusalCode, Reply
from bot.services.compare import Interval, Measured, Relation, Rules

MOST_COMPARED = 8
"""Figures of one table: each stands to each other, and 28 pairs are what can be read at once."""


class Pair(NamedTuple):
    """How the figures at two places of the hits stand to each other, and the rule by which it holds."""

    first: int
    second: int
    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class Comparison(Answer):
    """Hits with their figures, those of one scope together, and in the order of the text.

    `read` are the intervals of the hits, `pairs` each two of them; `more` counts figures that found no room.
    """

    read: tuple[Interval, ...] = ()
    pairs: tuple[Pair, ...] = ()
    more: int = 0


class _Row(NamedTuple):
    hit: Hit
    measured: Measured


def compare(store: FactStore, subject: str, *, article: str | None = None) -> Reply:
    """Return the figures about `subject` over sources and articles, each with its chain, and how each two stand.

    The figures are those that `figures` gives, the best first, at most `MOST_COMPARED`. Without a subject it is a
    refusal.
    """
    if not subject.strip():
        case = open_case(store, subject, article)
        reason = "Say what is counted, for example: compare firefighters."
        return case if isinstance(case, Refusal) else case.refuse(RefusalCode.NO_TERMS, reason, nearest=())
    listed = figures(store, subject, article=article)
    if isinstance(listed, Refusal):
        return listed
    rules = Rules()
    found = [
        _Row(hit, rules.measured(hit.passage.article, hit.fact))
        for hit in listed.hits[:MOST_COMPARED]
        if isinstance(hit.fact, Figure)
    ]
    rows = [row for scope in _scopes(found, rules) for row in scope]
    return Comparison(
        subject,
        tuple(row.hit for row in rows),
        listed.searched,
        listed.read_as,
        read=tuple(row.measured.read for row in rows),
        pairs=tuple(_pairs(rows, rules)),
        more=len(listed.hits) - len(rows),
    )


def _scopes(rows: Sequence[_Row], rules: Rules) -> list[list[_Row]]:
    """Part the figures by what they count, the largest part first; each joins the first part all of which counts its thing."""
    parts: list[list[_Row]] = []
    for row in sorted(rows, key=_place):
        for part in parts:
            relations = {rules.relate(row.measured, other.measured).relation for other in part}
            if Relation.DIFFERENT_SCOPE not in relations:
                part.append(row)
                break
        else:
            parts.append([row])
    return sorted(parts, key=len, reverse=True)


def _place(row: _Row) -> tuple[object, ...]:
    return row.measured.article.id, row.measured.figure.span


def _pairs(rows: Sequence[_Row], rules: Rules) -> Iterator[Pair]:
    for (first, one), (second, other) in combinations(enumerate(rows), 2):
        yield Pair(first, second, *rules.relate(one.measured, other.measured))
