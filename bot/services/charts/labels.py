"""Who reports a figure, and where that stands, in the article's words where it has them."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.facts import Figure
from bot.services.cards.receipt import detail
from bot.services.cards.values import Cited, Own, Piece
from bot.services.compare import named_reporter


def reporter(article: Article, figure: Figure) -> Piece:
    """Return the first step of the chain that the article names, by its fullest name; without one the page."""
    words = named_reporter(article, figure)
    return page(article) if words is None else Cited(article, words)


def page(article: Article) -> Piece:
    """Return the article's outlet, its id where that is unknown."""
    outlet = detail(article, article.outlet) if article.outlet else article.id
    return Own(outlet) if isinstance(outlet, str) else outlet


def words_of(piece: Piece) -> str:
    """Return the words of a piece, whosever they are."""
    return piece.text if isinstance(piece, Own) else piece.words
