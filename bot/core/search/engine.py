"""The port to the engine that finds candidates, and tantivy behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple, Protocol

import tantivy

_HEAP = 64_000_000
"""Bytes of the writer's buffer: about 40 MB of text fit one segment; tantivy asks for at least 15 MB."""


class Term(NamedTuple):
    """An indexed form and how much it counts (1 is a full match)."""

    form: str
    weight: float


class Engine(Protocol):
    """Finds the rows that share the most telling words with a question."""

    def search(
        self, groups: Sequence[Sequence[Term]], *, articles: Collection[int] | None = None, limit: int = 50
    ) -> list[int]:
        """Return the numbers of the best rows, best first.

        Each group is one word of the question with its alternatives; `articles` limits the rows to those articles.
        """
        ...


class TantivyEngine:
    """BM25 over stemmed words in memory. One writer thread, rows in order: the same input, the same index."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        """Index `rows`, each the number of its article and its indexed forms joined by spaces."""
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field("article", tokenizer_name="raw", index_option="basic")
        builder.add_unsigned_field("row", fast=True)
        self._schema = builder.build()
        index = tantivy.Index(self._schema)
        writer = index.writer(_HEAP, 1)
        for number, (article, words) in enumerate(rows):
            document = tantivy.Document()
            document.add_text("words", words)
            document.add_text("article", str(article))
            document.add_unsigned("row", number)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def search(
        self, groups: Sequence[Sequence[Term]], *, articles: Collection[int] | None = None, limit: int = 50
    ) -> list[int]:
        """See `Engine`."""
        wanted = [self._any("words", group) for group in groups if group]
        if not wanted:
            return []
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, group) for group in wanted])
        if articles is not None:
            among = self._any("article", [Term(str(article), 1.0) for article in sorted(articles)])
            only = tantivy.Query.const_score_query(among, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, only)])
        found = self._searcher.search(query, limit=limit, count=False).hits
        rows = self._searcher.fast_field_values("row", [address for _, address in found])
        best = sorted((-score, int(row or 0)) for (score, _), row in zip(found, rows, strict=True))
        return [row for _, row in best]

    def _any(self, field: str, terms: Sequence[Term]) -> tantivy.Query:
        queries = [
            tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, term.form), term.weight)
            for term in terms
        ]
        return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries)
