"""Cards of passages, and of facts above the passage in which they stand."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.span import Span
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Card, Cited, Pieces, Role, block, card


def passage_card(article: Article, span: Span, strong: tuple[Span, ...] = ()) -> Card:
    """Return the card of whole sentences; `strong` are the words in it that answer."""
    return card(
        (block(Role.PASSAGE, Cited(article, span, strong)), receipt(article, span), link(article, span))
    )


def placed(article: Article, span: Span, passage: Span | None, lead: Pieces, note: Pieces) -> Card:
    """Return a fact with its note, above the passage in which it stands."""
    around = passage or article.sentence_at(span.start) or span
    strong = (span,) if around.covers(span) else ()
    return card(
        (
            block(Role.LEAD, *lead),
            block(Role.NOTE, *note) if note else None,
            block(Role.PASSAGE, Cited(article, around, strong)),
            receipt(article, around),
            link(article, around),
        )
    )
