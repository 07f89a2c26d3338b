"""The words of all articles: their indexed forms, how rare they are, and which ones a typo may have meant."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from bot.core.search.words import Stemmer, bare

_SHORT = 5
"""Words up to this length are widened by one slip, longer ones by two."""


_ENDINGS = ("ed", "ing", "ly", "tion")
_ROOT = 4
"""Letters that related words have to share at least …"""
_SHARED = 0.6
"""… and the share of the longer one that they have to share."""


class Near(NamedTuple):
    """A word of the articles close to a typed one."""

    form: str
    distance: int
    often: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Built once for a store; `rows` is how many rows were counted, `reach` in how many each indexed form stands."""

    rows: int
    counts: Mapping[str, int]
    """How often each surface form stands in the articles."""
    reach: Mapping[str, int]
    stemmer: Stemmer
    _stems: Mapping[str, str]
    _buckets: Mapping[tuple[int, str], tuple[str, ...]]
    _kin: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(cls, counted: FormCounts) -> Lexicon:
        """Return the lexicon of the rows that were counted."""
        counts: Counter[str] = Counter()
        for form, often in counted.forms.items():
            counts[bare(form)] += often
        reach = counted.reach
        return cls(
            counted.rows, counts, reach, counted.stemmer, counted.stems, _bucketed(counts), _by_root(reach)
        )

    def stem(self, form: str) -> str:
        """Return the indexed form of a folded token, from memory where the articles have it."""
        return self._stems.get(form) or self.stemmer.stem(form)

    def knows(self, form: str) -> bool:
        """Whether the articles have this very form."""
        return form in self.counts

    def rarity(self, stem: str) -> float:
        """Inverse document frequency of an indexed form (BM25's, never negative); highest for an unknown one."""
        reach = self.reach.get(stem, 0)
        return math.log(1 + (self.rows - reach + 0.5) / (reach + 0.5))

    def kin(self, stem: str) -> list[str]:
        """Return indexed forms that share most of their beginning with `stem` ("arriv" and "arrival")."""
        return [
            other
            for other in self._kin.get(stem[:_ROOT], ())
            if other != stem and Prefix.similarity(other, stem) >= _SHARED * max(len(other), len(stem))
        ]

    def near(self, form: str, *, limit: int = 3) -> list[Near]:
        """Return the words of the articles that `form` may be a slip of, nearest and most frequent first."""
        slips = 1 if len(form) <= _SHORT else 2
        if len(form) < 3 or not form.isalpha():
            return []
        found = {}
        for length in range(len(form) - slips, len(form) + slips + 1):
            for key in _keys(length, form):
                bucket = self._buckets.get(key, ())
                for word, distance, _ in process.extract(
                    form, bucket, scorer=OSA.distance, score_cutoff=slips, limit=None
                ):
                    if distance == 1 or (distance > 1 and _inflected_alike(form, word)):
                        found[word] = Near(word, int(distance), self.counts[word])
        ranked = sorted(
            found.values(), key=lambda near: (near.distance, near.form[0] != form[0], -near.often, near.form)
        )
        return ranked[:limit]


class FormCounts:
    """The forms of rows, counted row by row, so that no more than one row is held at a time."""

    def __init__(self, stemmer: Stemmer) -> None:
        self.stemmer = stemmer
        self.stems = _Stems(stemmer)
        self.forms: Counter[str] = Counter()
        self.reach: Counter[str] = Counter()
        self.rows = 0

    def add(self, row: Iterable[str]) -> tuple[str, ...]:
        """Count the folded forms of a row and return them as indexed forms."""
        forms = tuple(row)
        indexed = tuple(map(self.stems.__getitem__, forms))
        self.forms.update(forms)
        self.reach.update(set(indexed))
        self.rows += 1
        return indexed


class _Stems(dict[str, str]):
    def __init__(self, stemmer: Stemmer) -> None:
        super().__init__()
        self._stemmer = stemmer

    def __missing__(self, form: str) -> str:
        stem = self._stemmer.stem(form)
        self[form] = stem
        return stem


def _inflected_alike(form: str, word: str) -> bool:
    """Whether two slips are likely: a typed ending that is whole ("treated") is none of them ("treaty")."""
    return all(word.endswith(ending) for ending in _ENDINGS if form.endswith(ending))


def _keys(length: int, form: str) -> tuple[tuple[int, str], ...]:
    """A slip rarely hits both the first letter and the last two; where two do, the second and third are right."""
    return (length, form[0]), (length, form[1:3] + "*"), (length, form[-2:])


def _bucketed(forms: Iterable[str]) -> dict[tuple[int, str], tuple[str, ...]]:
    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for form in sorted(forms):
        if len(form) > 2 and form.isalpha():
            for key in _keys(len(form), form):
                buckets[key].append(form)
    return {key: tuple(words) for key, words in buckets.items()}


def _by_root(stems: Iterable[str]) -> dict[str, tuple[str, ...]]:
    roots: dict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        if len(stem) >= _ROOT and stem.isalpha():
            roots[stem[:_ROOT]].append(stem)
    return {root: tuple(words) for root, words in roots.items()}
