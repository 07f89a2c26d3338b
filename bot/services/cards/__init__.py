"""What every door shows: answers and facts as cards, made of the bot's words and of spans."""

from bot.services.cards.answers import UNDATED, closing, hit_card, nearest, numbered, opening, reply_cards
from bot.services.cards.articles import article_card
from bot.services.cards.figures import date_card, figure_card
from bot.services.cards.parts import brief, parts
from bot.services.cards.passages import passage_card
from bot.services.cards.quotes import quote_card, source_card
from bot.services.cards.values import Block, Card, Cited, Own, Piece, Role, block, card
from bot.services.cards.who import who_card

__all__ = [
    "UNDATED",
    "Block",
    "Card",
    "Cited",
    "Own",
    "Piece",
    "Role",
    "article_card",
    "block",
    "brief",
    "card",
    "closing",
    "date_card",
    "figure_card",
    "hit_card",
    "nearest",
    "numbered",
    "opening",
    "parts",
    "passage_card",
    "quote_card",
    "reply_cards",
    "source_card",
    "who_card",
]
