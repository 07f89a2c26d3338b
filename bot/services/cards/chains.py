"""Chains of reporters: from whoever said it to the page."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.facts import Chain
from bot.services.cards.receipt import detail
from bot.services.cards.values import Cited, Piece, Pieces

UNNAMED = "not named"


def reporters(article: Article, chain: Chain) -> Pieces:
    """Return ` ← Officials ← The Daily Mail ← Port Lantern, 2024-03-13`; a step the article does not name says so.

    The last step is the page itself: its outlet and day, "the article" where neither is known.
    """
    steps: list[Piece | str] = []
    for step in chain:
        words = step.name or step.source
        steps += [" ← ", Cited(article, words) if words else UNNAMED]
    return (*steps, " ← ", *page_words(article))


def page_words(article: Article) -> Pieces:
    """Return the page itself: its outlet and day, "the article" where neither is known."""
    outlet = detail(article, article.outlet) if article.outlet else "the article"
    return (outlet, f", {article.published.value[:10]}") if article.published else (outlet,)
