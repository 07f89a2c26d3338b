"""The system under test for the measuring tool of question answering: `quality_questions:factory`."""

from __future__ import annotations

import hashlib

from bot.core.article import Article, Block, BlockKind
from bot.core.search import SearchIndex
from bot.core.span import Span
from bot.core.text.sentences import split_sentences


def _article(number: int, texts: list[str]) -> Article:
    text = "\n\n".join(texts)
    blocks, at = [], 0
    for place, part in enumerate(texts, 1):
        blocks.append(Block(Span(at, at + len(part)), BlockKind.PROSE, place))
        at += len(part) + 2
    sentences = tuple(sentence for block in blocks for sentence in split_sentences(text, block.span))
    return Article(f"{number:05}", text, hashlib.sha256(text.encode()).hexdigest(), tuple(blocks), sentences)


def as_articles(documents: list[tuple[str, str]]) -> list[Article]:
    """Return one article for each title, of all its texts."""
    titles: dict[str, list[str]] = {}
    for title, text in documents:
        titles.setdefault(title, []).append(text)
    return [_article(number, texts) for number, texts in enumerate(titles.values())]


class System:
    """One pool of documents, asked for its best sentences."""

    def __init__(self, documents: list[tuple[str, str]]) -> None:
        self._articles = as_articles(documents)
        self._index = SearchIndex.build(self._articles)

    def ask(self, question: str) -> list[tuple[str, float]]:
        """Return sentences with their scores, best first."""
        rows = self._index.rows
        return [
            (
                Span(rows[hit.row].start, rows[hit.row].end).of(self._articles[rows[hit.row].article].text),
                hit.score,
            )
            for hit in self._index.search(question).hits
        ]


def factory(documents: list[tuple[str, str]]) -> System:
    """Build the system over `(title, text)` documents."""
    return System(documents)
