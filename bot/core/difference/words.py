"""Which words of two stretches of text differ, letter by letter and mark by mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from bot.core.article import Article
from bot.core.difference.values import Changes
from bot.core.span import Span

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*"  # a number as a whole, so that 3,000 is not a changed 3
    r"|\w[\w\u0300-\u036f'’-]*"  # a word with its accents, apostrophes and hyphens
    r"|\S"
)


def word_changes(old: Article, before: Span, new: Article, now: Span) -> Changes[Span]:
    """Return the words of `before` that are gone and those of `now` that came; neighbours are one span.

    Words are the same only if they have the same characters in the same order; spaces and line ends do not count.
    """
    gone_from, came_into = _words(old, before), _words(new, now)
    steps = list(
        Indel.opcodes([span.of(old.text) for span in gone_from], [span.of(new.text) for span in came_into])
    )
    gone = [(step.src_start, step.src_end) for step in steps if step.tag != "equal"]
    come = [(step.dest_start, step.dest_end) for step in steps if step.tag != "equal"]
    return Changes(_joined(gone_from, gone), _joined(came_into, come))


def _words(article: Article, span: Span) -> list[Span]:
    return [Span(*found.span()) for found in _WORD.finditer(article.text, *span)]


def _joined(words: Sequence[Span], ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Return a span for each range that has words, and one for ranges that follow each other."""
    joined: list[tuple[int, int]] = []
    for first, end in ranges:
        if first == end:
            continue
        if joined and joined[-1][1] == first:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((first, end))
    return tuple(words[first].join(words[end - 1]) for first, end in joined)
