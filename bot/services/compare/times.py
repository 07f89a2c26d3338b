"""Of which days a figure speaks: a count of 1931 and one of last week do not count the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final, NamedTuple

from bot.core.article import Article
from bot.core.dates import find_dates
from bot.core.facts import Figure
from bot.core.text.fold import fold

_NEWS: Final = dt.timedelta(days=14)
"""How long before its day of writing news speaks of things without saying when."""


class Days(NamedTuple):
    """First to last day, both included."""

    first: dt.date
    last: dt.date

    def meets(self, day: dt.date) -> bool:
        """Whether `day` is one of them."""
        return self.first <= day <= self.last


def days_of(article: Article, figure: Figure) -> Days | str:
    """Return the days of a figure: those its words name, else the last ones before it was written.

    Where no day is known it is the folded words that say when, empty where there are none; only the same words are
    the same time then.
    """
    if figure.when is None:
        written = _written(article, figure)
        return Days(written - _NEWS, written) if written and written.toordinal() > _NEWS.days else ""
    sentence = article.sentence_at(figure.span.start)
    if sentence is not None:
        # only the one sentence is read again: a chart looks at many articles
        for dated in find_dates(replace(article, sentences=(sentence,), blocks=())):
            if dated.span.meets(figure.when):
                return Days(dated.first, dated.last)
    return fold(figure.when.of(article.text)).text


def _written(article: Article, figure: Figure) -> dt.date | None:
    """Return the day a figure was written: a post's own, else the article's."""
    post = next((post for post in article.posts if post.text.covers(figure.span)), None)
    return post.date if post is not None and post.date is not None else article.published_on
