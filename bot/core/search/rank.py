"""Which of the candidate sentences says most of what the question asks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import mul
from typing import NamedTuple

from bot.core.search.kinds import answers
from bot.core.search.lexicon import Lexicon
from bot.core.search.query import Query
from bot.core.search.rows import Rows

BIGRAM = 0.12
"""What words that stand together in the question and in the row add at most."""
NEIGHBOURS = 0.3
"""What a word counts that only the sentences before have: "it" and "she" stand for something said there."""
AROUND = (-2, -1)
NOTED = 0.85
"""What a noted word counts beside one of the row's own."""
KIND = 0.1
"""What a row adds that has the kind of thing asked for."""
CLOSE = 15
"""How many of the best rows are looked at for it."""
LENGTH = 0.02
"""What a row loses for each twenty words: a long sentence covers more by chance."""


class Scored(NamedTuple):
    """A row's number, its score, and the share of the question's weight it covers (0 to 1).

    `parts` says for each group of the question how well the row has it, `context` the same with its neighbours.
    """

    row: int
    score: float
    coverage: float
    parts: tuple[float, ...] = ()
    context: tuple[float, ...] = ()


class _Covered(NamedTuple):
    """How well a row meets each group (0 to 1), the worth of neighbouring groups that are neighbours in it, its length."""

    best: list[float]
    pairs: float
    length: int


class Ranker:
    """Scores rows for one question. Coverage is divided by all that the question could reach."""

    def __init__(self, query: Query, lexicon: Lexicon, rows: Rows, texts: Sequence[str]) -> None:
        self._query = query
        self._rows = rows
        self._texts = texts
        self._asked = frozenset(group.token.form for group in query.groups)
        self._worth: list[float] = []
        self._of: dict[int, list[tuple[int, float]]] = {}
        for number, group in enumerate(query.groups):
            stem = group.terms[0].form if group.terms else ""
            self._worth.append(group.weight * lexicon.rarity(stem))
            for term in group.terms:
                word = rows.number(term.form)
                if word is not None:
                    self._of.setdefault(word, []).append((number, term.weight))
        self._known = frozenset(self._of)
        self._total = sum(self._worth) or 1.0
        self._seen: dict[int, _Covered] = {}

    def score(self, row: int) -> Scored:
        """Return the score of one row."""
        best, pairs, length = self._covered(row)
        own = self._share(best)
        score = own + BIGRAM * pairs + NEIGHBOURS * (self._context(row) - own)
        return Scored(row, score - LENGTH * length / 20, own)

    def rank(self, rows: Iterable[int]) -> list[Scored]:
        """Return the rows best first; ties in the order of articles and text."""
        first = sorted(map(self.score, rows), key=_order)
        close = [self._with_kind(scored) for scored in first[:CLOSE]]
        return sorted(close, key=_order) + first[CLOSE:]

    def detail(self, scored: Scored) -> Scored:
        """Return the hit with its `parts` and `context`."""
        own = self._covered(scored.row)[0]
        around = [self._covered(other)[0] for other in self._around(scored.row)]
        context = tuple(max(several) for several in zip(own, *around, strict=True))
        return scored._replace(parts=tuple(own), context=context)

    def _with_kind(self, scored: Scored) -> Scored:
        row = self._rows[scored.row]
        fits = answers(self._query.kind, self._texts[row.article][row.start : row.end], self._asked)
        return scored._replace(score=scored.score + KIND * fits)

    def _share(self, best: Iterable[float]) -> float:
        """Return how much of all that the question could reach is reached."""
        reached: float = sum(map(mul, best, self._worth))
        return reached / self._total

    def _context(self, row: int) -> float:
        bests = [self._covered(other)[0] for other in (row, *self._around(row))]
        return self._share(map(max, *bests) if len(bests) > 1 else bests[0])

    def _covered(self, row: int) -> _Covered:
        if row not in self._seen:
            self._seen[row] = self._count(*self._rows.words(row))
        return self._seen[row]

    def _count(self, words: Sequence[int], noted: int) -> _Covered:
        best = [0.0] * len(self._worth)
        pairs = 0.0
        last: dict[int, int] = {}
        own = len(words) - noted
        known = self._known
        if known.isdisjoint(words):
            return _Covered(best, pairs, own)
        for place, word in [each for each in enumerate(words) if each[1] in known]:
            trust = 1.0 if place < own else NOTED
            for group, weight in self._of[word]:
                best[group] = max(best[group], trust * weight)
                before = last.get(group - 1)
                if before is not None and place - before <= 2:
                    pairs += min(self._worth[group], self._worth[group - 1])
                last[group] = place
        return _Covered(best, min(pairs / self._total, 1.0), own)

    def _around(self, row: int) -> list[int]:
        return [row + step for step in AROUND if self._rows.beside(row, row + step)]


def _order(scored: Scored) -> tuple[float, int]:
    return -round(scored.score, 9), scored.row
