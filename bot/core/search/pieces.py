"""What is indexed: sentences, and parts of those that are too long to be shown or searched as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bot.core.article import Article
from bot.core.span import Span

LONGEST = 3000
"""Characters of a piece at most. News sentences rarely pass 500; what does is broken text."""
_SPACE = re.compile(r"\s+")


def pieces(article: Article) -> tuple[Span, ...]:
    """Return the article's sentences in order, the endless ones cut at spaces."""
    if all(end - start <= LONGEST for start, end in article.sentences):
        return article.sentences
    return tuple(piece for sentence in article.sentences for piece in _cut(article.text, sentence))


def _cut(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > LONGEST:
        spaces = [match.start() for match in _SPACE.finditer(text, start + LONGEST // 2, start + LONGEST)]
        end = spaces[-1] if spaces else start + LONGEST
        yield Span(start, end)
        gap = _SPACE.match(text, end, sentence.end)
        start = gap.end() if gap else end
    if start < sentence.end:
        yield Span(start, sentence.end)


def pieces_in(all_pieces: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the pieces that share a code point with `span`."""
    first = max(0, bisect_right(all_pieces, (span.start, span.start)) - 1)
    while first < len(all_pieces) and all_pieces[first].end <= span.start:
        first += 1
    return all_pieces[first : bisect_left(all_pieces, (max(span.end, span.start + 1), 0), first)]
