"""The search over all sentences of a store."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.core.article import Article
from bot.core.search.aliases import alias_notes, find_aliases
from bot.core.search.engine import Engine, TantivyEngine
from bot.core.search.lexicon import FormCounts, Lexicon
from bot.core.search.pieces import pieces
from bot.core.search.query import Group, Query, Related, read_query
from bot.core.search.rank import Ranker, Scored
from bot.core.search.rows import Row, Rows
from bot.core.search.words import Stemmer
from bot.core.text.fold import fold
from bot.core.text.tokens import forms

_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")

Notes = Mapping[tuple[int, int], tuple[str, ...]]

CANDIDATES = 50
"""How many rows are re-ranked."""

MANY_ROWS = 20_000
"""Rows from which candidates are found by the telling words of a question alone."""


class Found(NamedTuple):
    """A question as read and the rows that answer it, best first."""

    query: Query
    hits: tuple[Scored, ...]


class SearchIndex:
    """All sentences of some articles, ready to be asked. Immutable after `build`."""

    def __init__(
        self,
        rows: Rows,
        texts: tuple[str, ...],
        lexicon: Lexicon,
        related: Related,
        engine: Engine,
    ) -> None:
        self.rows = rows
        self._texts = texts
        self.lexicon = lexicon
        capitals = {word for text in texts for word in _CAPITAL.findall(text)}
        self.capitals = frozenset(fold(word).text for word in capitals)
        self._related = related
        self._engine = engine

    @classmethod
    def build(cls, articles: Sequence[Article], notes: Notes | None = None) -> SearchIndex:
        """Index the sentences of `articles`; their numbers in `rows` are their places here.

        `notes` adds words to sentences, by place of the article and start of the sentence: who "she" is, or who
        wrote the post.
        """
        stemmer = Stemmer()
        counted = FormCounts(stemmer)
        rows = Rows()
        engine = TantivyEngine(_counted(articles, notes or {}, counted, rows))
        texts = tuple(article.text for article in articles)
        return cls(rows, texts, Lexicon.build(counted), Related.build(stemmer), engine)

    def read(self, question: str) -> Query:
        """Read a question against the words of the articles."""
        return read_query(question, self.lexicon, self._related, self.capitals)

    def row_at(self, article: int, start: int) -> int | None:
        """Return the number of the row that starts there in the article at that place."""
        return self.rows.at(article, start)

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
            terms = [group.terms for group in self._telling(query)]
            rows = self._engine.search(terms, articles=articles, limit=CANDIDATES)
        ranked = ranker.rank(rows)
        return Found(query, tuple(ranker.detail(scored) for scored in ranked[:limit]))

    def _telling(self, query: Query) -> Sequence[Group]:
        """Return the words by which candidates are found: among very many rows only those that say what it is about.

        The others stand in half of all sentences, whose lists would be read to tell next to nothing; the ranker
        looks at them all the same.
        """
        if len(self.rows) < MANY_ROWS:
            return query.groups
        return [group for group in query.groups if group.content and group.terms] or query.groups


def _counted(
    articles: Sequence[Article], notes: Notes, counted: FormCounts, rows: Rows
) -> Iterator[tuple[int, str]]:
    """Yield what the engine indexes, one sentence after the other, having added each to `counted` and `rows`."""
    for number, article in enumerate(articles):
        for row in _rows(number, article, notes, counted):
            rows.add(row)
            yield number, " ".join(row.words)


def _rows(number: int, article: Article, notes: Notes, counted: FormCounts) -> Iterator[Row]:
    folded = fold(article.text)
    aliases = find_aliases(article.text)
    for start, end in pieces(article):
        block = article.block_at(start)
        found = forms(folded.text[folded.at(start) : folded.at(end)])
        note = notes.get((number, start), ())
        if aliases:
            note = (*note, *alias_notes(aliases, found))
        words = counted.add([*found, *note] if note else found)
        yield Row(number, start, end, (number, block.number if block else 0), words, len(note))
