"""Chains of reporters: from whoever said it to the page."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.facts import Chain
from bot.services.cards.values import Cited, Piece, Pieces

_PAGE = "the article"
UNNAMED = "not named"


def reporters(article: Article, chain: Chain) -> Pieces:
    """Return ` ← Officials ← The Daily Mail ← the article`; a step the article does not name says so."""
    steps: list[Piece | str] = []
    for step in chain:
        words = step.name or step.source
        steps += [" ← ", Cited(article, words) if words else UNNAMED]
    return (*steps, f" ← {_PAGE}")
