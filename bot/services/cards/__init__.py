"""What every door shows: answers and facts as cards, made of the bot's words and of spans."""

from bot.services.cards.facts import figure_card, passage_card, quote_card, source_card
from bot.services.cards.values import Block, Card, Cited, Own, Piece, Role, block, card

__all__ = [
    "Block",
    "Card",
    "Cited",
    "Own",
    "Piece",
    "Role",
    "block",
    "card",
    "figure_card",
    "passage_card",
    "quote_card",
    "source_card",
]
