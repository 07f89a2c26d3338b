"""Who reports a figure, and where that stands, in the article's words where it has them."""

from __future__ import annotations

from typing import Final

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.text.words import word_set
from bot.services.cards.receipt import detail
from bot.services.cards.values import Cited, Own, Piece

_PRONOUNS: Final = word_set("he she it they we i you him her them us this that these those who which")
"""Under a bar, away from their sentence, they name nobody."""


def reporter(article: Article, figure: Figure) -> Piece:
    """Return the first step of the chain that the article names, by its fullest name; without one the page."""
    for step in figure.chain:
        words = step.name or step.source
        if words is not None and words.of(article.text).strip().lower() not in _PRONOUNS:
            return Cited(article, words)
    return page(article)


def page(article: Article) -> Piece:
    """Return the article's outlet, its id where that is unknown."""
    outlet = detail(article, article.outlet) if article.outlet else article.id
    return Own(outlet) if isinstance(outlet, str) else outlet


def words_of(piece: Piece) -> str:
    """Return the words of a piece, whosever they are."""
    return piece.text if isinstance(piece, Own) else piece.words
