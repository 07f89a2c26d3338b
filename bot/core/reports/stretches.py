"""Stretches of text that are read on their own: paragraphs, and the inside of each quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from bot.core.article import BlockKind
from bot.core.reports.tokens import Sentence, read_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.core.article import Article
    from bot.core.facts import Quotation
    from bot.core.names import Mention
    from bot.core.span import Span

READ = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PROSE, BlockKind.POST})
"""Kinds of blocks in which somebody can report something."""
_WORTH_READING = 24
"""Characters a quotation must have for a report inside it."""


class Stretch(NamedTuple):
    """The sentences of one stretch; `quotation` is None for a paragraph."""

    span: Span
    quotation: Quotation | None
    sentences: tuple[Sentence, ...]


def read_stretches(
    article: Article, quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> Iterator[Stretch]:
    """Yield the paragraphs of an article in order, each followed by the quotations that begin in it.

    In each stretch the quotations and names inside are single tokens.
    """
    reader = _Reader(article, quotations, mentions)
    for block in article.blocks:
        if block.kind in READ:
            yield from reader.paragraph(block.span)


class _Reader:
    def __init__(
        self, article: Article, quotations: Sequence[Quotation], mentions: Sequence[Mention]
    ) -> None:
        self._article = article
        self._quotations = quotations
        self._mentions = mentions
        self._mention_starts = [mention.span.start for mention in mentions]
        self._sentence_starts = [sentence.start for sentence in article.sentences]
        self._next = 0
        self._open: Quotation | None = None

    def paragraph(self, span: Span) -> Iterator[Stretch]:
        inside: list[Quotation] = [self._open] if self._open and self._open.marked.end > span.start else []
        begun: list[Quotation] = []
        while self._next < len(self._quotations) and self._quotations[self._next].marked.start < span.end:
            begun.append(self._quotations[self._next])
            self._next += 1
        inside += [quotation for quotation in begun if quotation.depth == 0]
        self._open = inside[-1] if inside else None
        yield self._stretch(span, None, inside)
        for place, quotation in enumerate(begun):
            if quotation.words.length >= _WORTH_READING:
                yield self._stretch(quotation.words, quotation, _inside(quotation, begun[place + 1 :]))

    def _stretch(self, span: Span, quotation: Quotation | None, inner: list[Quotation]) -> Stretch:
        islands = _islands(inner, self._mentions_in(span))
        sentences = read_sentences(self._article.text, span, islands, self._sentence_starts)
        return Stretch(span, quotation, tuple(sentences))

    def _mentions_in(self, span: Span) -> Sequence[Mention]:
        first = bisect_left(self._mention_starts, span.start)
        return self._mentions[first : bisect_right(self._mention_starts, span.end)]


def _inside(quotation: Quotation, later: Sequence[Quotation]) -> list[Quotation]:
    inner: list[Quotation] = []
    for each in later:
        if each.marked.start >= quotation.marked.end:
            break
        if each.depth == quotation.depth + 1:
            inner.append(each)
    return inner


def _islands(quotations: Sequence[Quotation], mentions: Sequence[Mention]) -> list[Quotation | Mention]:
    """Merge quotations with the names outside of them, in the order of the text."""
    merged: list[Quotation | Mention] = []
    place, end = 0, -1
    for mention in mentions:
        while place < len(quotations) and quotations[place].marked.start <= mention.span.start:
            merged.append(quotations[place])
            end = max(end, quotations[place].marked.end)
            place += 1
        reach = quotations[place].marked.start if place < len(quotations) else mention.span.end
        if mention.span.start >= end and mention.span.end <= reach:
            merged.append(mention)
            end = mention.span.end
    merged.extend(quotations[place:])
    return merged
