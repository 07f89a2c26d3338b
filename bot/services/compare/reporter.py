"""Who reports a figure, where the article names somebody."""

from __future__ import annotations

from typing import Final

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.span import Span
from bot.core.text.words import word_set

_PRONOUNS: Final = word_set("he she it they we i you him her them us this that these those who which")
"""Away from their sentence they name nobody."""


def named_reporter(article: Article, figure: Figure) -> Span | None:
    """Return the first step of the chain that the article names, by its fullest name."""
    for step in figure.chain:
        words = step.name or step.source
        if words is not None and words.of(article.text).strip().lower() not in _PRONOUNS:
            return words
    return None
