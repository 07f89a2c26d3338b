"""Dates in an article, resolved from the day it was written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bot.core.article import Article, BlockKind
from bot.core.dates.direction import Direction, direction
from bot.core.dates.resolve import resolve
from bot.core.dates.scan import Shape, Temporal, scan
from bot.core.facts import Dated
from bot.core.span import Span

__all__ = ["Shape", "Temporal", "find_dates", "scan"]

_META = frozenset({BlockKind.DATELINE, BlockKind.POST_BYLINE})
"""Blocks outside the sentences whose absolute dates count too."""


def find_dates(article: Article) -> tuple[Dated, ...]:
    """Return the time expressions of an article whose days are known, in the order of the text.

    Relative words are counted from `article.published_on`, inside a post from the post's own day; where that is
    unknown only absolute dates are found. Words that do not decide a day are left out.
    """
    found: list[Dated] = []
    for stretch, today in _stretches(article):
        for temporal in scan(article.text, *stretch):
            dated = _resolved(article.text, temporal, stretch, today)
            if dated is not None:
                found.append(dated)
    return tuple(found)


def _resolved(text: str, temporal: Temporal, sentence: Span, today: dt.date | None) -> Dated | None:
    def look() -> Direction:
        return direction(text, temporal.span, sentence)

    days = resolve(temporal, today, look)
    return Dated(temporal.span, *days) if days else None


def _stretches(article: Article) -> Iterator[tuple[Span, dt.date | None]]:
    """Yield sentences and dated lines in order, each with the day it was written."""
    stretches = [*article.sentences, *(block.span for block in article.blocks if block.kind in _META)]
    stretches.sort()
    published = article.published_on
    posts = iter(article.posts)
    post = next(posts, None)
    for stretch in stretches:
        while post is not None and post.byline.end <= stretch.start and post.text.end <= stretch.start:
            post = next(posts, None)
        inside = post is not None and (post.text.meets(stretch) or post.byline.meets(stretch))
        yield stretch, (post.date or published) if post is not None and inside else published
