"""The search over all sentences of a store."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.core.article import Article
from bot.core.search.engine import Engine, TantivyEngine
from bot.core.search.lexicon import Lexicon
from bot.core.search.pieces import pieces
from bot.core.search.query import Query, Related, read_query
from bot.core.search.rank import Ranker, Row, Scored
from bot.core.search.words import Stemmer
from bot.core.text.fold import fold
from bot.core.text.tokens import forms

_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")

Notes = Mapping[tuple[int, int], tuple[str, ...]]

CANDIDATES = 50
"""How many rows are re-ranked."""


class Found(NamedTuple):
    """A question as read and the rows that answer it, best first."""

    query: Query
    hits: tuple[Scored, ...]


class SearchIndex:
    """All sentences of some articles, ready to be asked. Immutable after `build`."""

    def __init__(
        self,
        rows: tuple[Row, ...],
        texts: tuple[str, ...],
        lexicon: Lexicon,
        related: Related,
        engine: Engine,
    ) -> None:
        self.rows = rows
        self._texts = texts
        self.lexicon = lexicon
        self.capitals = frozenset(fold(word).text for text in texts for word in set(_CAPITAL.findall(text)))
        self._numbers = {(row.article, row.start): number for number, row in enumerate(rows)}
        self._related = related
        self._engine = engine

    @classmethod
    def build(cls, articles: Sequence[Article], notes: Notes | None = None) -> SearchIndex:
        """Index the sentences of `articles`; their numbers in `rows` are their places here.

        `notes` adds words to sentences, by place of the article and start of the sentence: who "she" is, or who
        wrote the post.
        """
        stemmer = Stemmer()
        added = notes or {}
        places = [
            place for number, article in enumerate(articles) for place in _places(number, article, added)
        ]
        lexicon, indexed = Lexicon.build((place.forms for place in places), stemmer)
        rows = tuple(
            Row(place.article, place.start, place.end, place.block, words, place.noted)
            for place, words in zip(places, indexed, strict=True)
        )
        engine = TantivyEngine((row.article, " ".join(row.words)) for row in rows)
        return cls(rows, tuple(article.text for article in articles), lexicon, Related.build(stemmer), engine)

    def read(self, question: str) -> Query:
        """Read a question against the words of the articles."""
        return read_query(question, self.lexicon, self._related, self.capitals)

    def row_at(self, article: int, start: int) -> int | None:
        """Return the number of the row that starts there in the article at that place."""
        return self._numbers.get((article, start))

    def search(self, question: str, *, articles: Collection[int] | None = None, limit: int = 10) -> Found:
        """Return at most `limit` rows that share words with the question."""
        return self.find(self.read(question), articles=articles, limit=limit)

    def find(
        self,
        query: Query,
        *,
        articles: Collection[int] | None = None,
        rows: Collection[int] | None = None,
        limit: int = 10,
    ) -> Found:
        """Return the best rows for a question already read; with `rows` only these are ranked, all of them."""
        ranker = Ranker(query, self.lexicon, self.rows, self._texts)
        if rows is None:
            rows = self._engine.search([g.terms for g in query.groups], articles=articles, limit=CANDIDATES)
        ranked = ranker.rank(rows)
        return Found(query, tuple(ranker.detail(scored) for scored in ranked[:limit]))


class _Place(NamedTuple):
    """A sentence and its folded forms, before they are stemmed."""

    article: int
    start: int
    end: int
    block: tuple[int, int]
    forms: list[str]
    noted: int


def _places(number: int, article: Article, notes: Notes) -> Iterator[_Place]:
    folded = fold(article.text)
    for start, end in pieces(article):
        block = article.block_at(start)
        found = forms(folded.text[folded.at(start) : folded.at(end)])
        note = notes.get((number, start), ())
        yield _Place(
            number,
            start,
            end,
            (number, block.number if block else 0),
            [*found, *note] if note else found,
            len(note),
        )
