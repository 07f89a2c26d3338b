"""The end of every card: where the words stand, and the link that lands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.fragments import passage_link
from bot.services.cards.values import Block, Cited, Piece, Role, block

if TYPE_CHECKING:
    from bot.core.article import Article, Detail
    from bot.core.span import Span

HASH_DIGITS = 8


def receipt(article: Article, span: Span) -> Block:
    """Return the line that proves a passage: article, paragraph, offsets, short hash, `exact`.

    `exact` is no decoration: the renderer has no other way to the words than this very slice.
    """
    place = article.block_at(span.start)
    paragraph = f"paragraph {place.number} · " if place else ""
    proof = f"characters {span.start}–{span.end} · {article.sha256[:HASH_DIGITS]} · exact"
    return block(Role.RECEIPT, *title(article), f" [{article.id}] · {paragraph}{proof}")


def link(article: Article, span: Span) -> Block | None:
    """Return the passage link, None where the article has no address or no link provably lands."""
    address = passage_link(article, span)
    return block(Role.LINK, address) if address else None


def title(article: Article) -> tuple[Piece | str, ...]:
    """Return the article's title as a piece, "untitled" where it has none."""
    return (detail(article, article.title),) if article.title else ("untitled",)


def detail(article: Article, found: Detail) -> Piece | str:
    """Return meta data as a span where the text has it in these words, else as it was read."""
    if found.span is not None and found.span.of(article.text) == found.value:
        return Cited(article, found.span)
    return found.value
