"""Where in the articles words may stem from: the sentences that share most with them, as elements to lay over."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.core.alignment.elements import Element, elements
from bot.core.article import Article
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.core.text.tokens import forms

LIKELY: Final = 12
"""Rows that share most with the words, around which these are looked for."""
_MOST: Final = 6
"""Stretches that are read as elements: those that have most of the words."""
_AROUND: Final = 60
"""Characters beside a row that are looked at, too: words may begin in one sentence and end in the next."""


class Region(NamedTuple):
    """Whole sentences of one article; the elements' spans count in the article."""

    place: int
    article: Article
    span: Span
    elements: tuple[Element, ...]


def regions(store: FactStore, words: str) -> tuple[Region, ...]:
    """Return the stretches of the articles in which `words` may stand, those that have most of them first."""
    found: dict[tuple[int, Span], int] = {}
    asked = set(forms(fold(words).text))
    for scored in store.index.find(store.index.read(words), limit=LIKELY).hits:
        row = store.index.rows[scored.row]
        reach = max(0, len(words) - (row.end - row.start)) + _AROUND
        span = _sentences(store, row.article, Span(row.start - reach, row.end + reach))
        if (row.article, span) not in found:
            text = span.of(store.entries[row.article].article.text)
            found[row.article, span] = len(asked.intersection(forms(fold(text).text)))
    best = sorted(found, key=lambda key: -found[key])[:_MOST]
    return tuple(
        Region(place, store.entries[place].article, span, _shifted(store.entries[place].article, span))
        for place, span in best
    )


def shifted(found: tuple[Element, ...], by: int) -> tuple[Element, ...]:
    """Return elements whose spans count from `by` characters earlier."""
    return tuple(
        each._replace(span=Span(each.span.start + by, each.span.end + by)) if by else each for each in found
    )


def _shifted(article: Article, span: Span) -> tuple[Element, ...]:
    return shifted(elements(span.of(article.text)), span.start)


def _sentences(store: FactStore, place: int, near: Span) -> Span:
    parts = store.pieces_in(place, near)
    return Span(parts[0].start, parts[-1].end)
