"""The end of every card: where the words stand, and the link that lands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.fragments import passage_link
from bot.services.answers import Passage, Receipt
from bot.services.cards.values import Block, Cited, Piece, Role, block

if TYPE_CHECKING:
    from bot.core.article import Article, Detail
    from bot.core.span import Span

_LONGEST_TITLE = 60
"""Characters of a title up to which it stands in the receipt, which is one line; the id names the article anyway."""


def receipt(article: Article, span: Span) -> Block:
    """Return the line that proves a passage: article, paragraph, the id that opens it, short hash, `exact`.

    The id holds the offsets. `exact` is no decoration: a renderer has no other way to the words than this very slice.
    """
    passage = Passage(article, span)
    proof = passage.receipt
    named = article.title is not None and len(article.title.value) <= _LONGEST_TITLE
    name = (*title(article), " · ") if named else ()
    return block(Role.RECEIPT, *name, f"{_paragraphs(proof)}{passage.id} · {proof.hash} · exact")


def _paragraphs(proof: Receipt) -> str:
    if proof.paragraphs is None:
        return ""
    first, last = proof.paragraphs
    return f"paragraph {first} · " if first == last else f"paragraphs {first}–{last} · "


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
