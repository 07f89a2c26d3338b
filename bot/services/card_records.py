"""Cards as plain JSON values, the format of `docs/json.md`: what is the bot's own, and what is an article's and where."""

from __future__ import annotations

from bot.core.store import RECEIPT_LENGTH
from bot.services.cards import Card, Own, Piece
from bot.services.records import Record


def card_record(card: Card) -> list[Record]:
    """Return a card as its blocks, each with its role and its pieces."""
    return [
        {"role": block.role.value, "pieces": [_piece(piece) for piece in block.pieces]}
        for block in card.blocks
    ]


def _piece(piece: Piece) -> Record:
    if isinstance(piece, Own):
        return {"own": piece.text}
    return {
        "article": piece.article.id,
        "hash": piece.article.sha256[:RECEIPT_LENGTH],
        "start": piece.span.start,
        "end": piece.span.end,
        "text": piece.words,
    }
