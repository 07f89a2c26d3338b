"""What people would use instead, each set up as its own documentation advises, over the same sentences."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import tantivy
from rapidfuzz import fuzz, process, utils

Ask = Callable[[str], list[int]]
"""Gives the numbers of the five best sentences for a question, best first."""
Build = Callable[[Sequence[str]], Ask]

_BEST = 5
_WORD = re.compile(r"\w+")
_SHORT = 5
_UNKNOWN = 8.0
"""What a word found by its spelling counts: about the rarity of a word that stands in a few sentences."""


def scan(sentences: Sequence[str], scorer: Any) -> Ask:
    """Compare the question with every sentence."""
    ready = [utils.default_process(sentence) for sentence in sentences]

    def ask(question: str) -> list[int]:
        found = process.extract(utils.default_process(question), ready, scorer=scorer, limit=_BEST)
        return [number for _, _, number in found]

    return ask


def sqlite(sentences: Sequence[str], tokenizer: str) -> Ask:
    """FTS5 in memory, any of the question's words (or of their trigrams), ordered by its BM25."""
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE VIRTUAL TABLE found USING fts5(words, tokenize='{tokenizer}')")
    base.executemany("INSERT INTO found(rowid, words) VALUES (?, ?)", enumerate(sentences))

    def ask(question: str) -> list[int]:
        parts = _WORD.findall(question.lower())
        if tokenizer == "trigram":
            parts = [part[at : at + 3] for part in parts for at in range(len(part) - 2)]
        wanted = " OR ".join(f'"{part}"' for part in dict.fromkeys(parts))
        query = "SELECT rowid FROM found WHERE found MATCH ? ORDER BY rank LIMIT ?"
        return [row for (row,) in base.execute(query, (wanted, _BEST))]

    return ask


def bm25s(sentences: Sequence[str]) -> Ask:
    """Sparse scores computed ahead, compiled by numba where it is there; words stemmed."""
    library = importlib.import_module("bm25s")
    stem = _stemmer()

    def stems(text: str) -> list[str]:
        return stem(text)

    backend = "numba" if importlib.util.find_spec("numba") else "numpy"
    engine = library.BM25(backend=backend)
    engine.index([stems(sentence) for sentence in sentences], show_progress=False)

    def ask(question: str) -> list[int]:
        found, _ = engine.retrieve(
            [stems(question)], k=min(_BEST, len(sentences)), show_progress=False, n_threads=1
        )
        return [int(number) for number in found[0]]

    ask("warm up")
    return ask


def tantivy_words(sentences: Sequence[str], fuzzy: str) -> Ask:
    """Stemmed BM25 in memory; `fuzzy` says which words are looked for by their spelling: none, all, unknown ones."""
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("stems", tokenizer_name="en_stem")
        .add_text_field("words")
        .add_unsigned_field("row", fast=True)
        .build()
    )
    index = tantivy.Index(schema)
    writer = index.writer(128_000_000, 1)
    known: set[str] = set()
    for number, sentence in enumerate(sentences):
        words = sentence if fuzzy != "none" else ""
        document = tantivy.Document()
        document.add_text("stems", sentence)
        document.add_text("words", words)
        document.add_unsigned("row", number)
        writer.add_document(document)
        known.update(_WORD.findall(sentence.lower()))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    stem = _stemmer()

    def ask(question: str) -> list[int]:
        queries = []
        for word in dict.fromkeys(_WORD.findall(question.lower())):
            if fuzzy == "all" or (fuzzy == "unknown" and word not in known):
                queries.append(_spelt(schema, word))
            if fuzzy != "all" and (fuzzy == "none" or word in known):
                queries += [tantivy.Query.term_query(schema, "stems", each) for each in stem(word)]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, each) for each in queries])
        hits = searcher.search(query, limit=_BEST, count=False).hits
        return [int(row or 0) for row in searcher.fast_field_values("row", [at for _, at in hits])]

    return ask


def _spelt(schema: Any, word: str) -> tantivy.Query:
    slips = 1 if len(word) <= _SHORT else 2
    found = tantivy.Query.fuzzy_term_query(schema, "words", word, distance=slips, transposition_cost_one=True)
    return tantivy.Query.boost_query(found, _UNKNOWN)


def _stemmer() -> Callable[[str], list[str]]:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return (
        builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("english")).build().analyze
    )


PEERS: dict[str, Build] = {
    "rapidfuzz scan, token_set_ratio": partial(scan, scorer=fuzz.token_set_ratio),
    "rapidfuzz scan, WRatio": partial(scan, scorer=fuzz.WRatio),
    "SQLite FTS5, porter": partial(sqlite, tokenizer="porter"),
    "SQLite FTS5, trigram": partial(sqlite, tokenizer="trigram"),
    "bm25s": bm25s,
    "tantivy, stemmed BM25": partial(tantivy_words, fuzzy="none"),
    "tantivy, fuzzy on every word": partial(tantivy_words, fuzzy="all"),
    "tantivy, fuzzy on unknown words": partial(tantivy_words, fuzzy="unknown"),
}
NAIVE = "rapidfuzz scan, token_set_ratio"
"""What the others are compared with."""


def able() -> dict[str, Build]:
    """Return the peers that are installed."""
    missing = () if importlib.util.find_spec("bm25s") else ("bm25s",)
    return {name: build for name, build in PEERS.items() if name not in missing}
