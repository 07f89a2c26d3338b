"""A card: what a door shows, before any door decides how.

Every piece is either the bot's own words or a span of an article. There is no third kind, so a renderer cannot show
words as the article's that are not `article.text[start:end]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.article import Article
from bot.core.span import Span


@dataclass(frozen=True, slots=True)
class Own:
    """The bot's words."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """The article's words, which the renderer slices itself.

    `strong` are the words in it that answer: inside `span`, in order, not overlapping.
    """

    article: Article = field(repr=False)
    span: Span
    strong: tuple[Span, ...] = ()

    @property
    def words(self) -> str:
        """The words themselves, `text[start:end]`."""
        return self.span.of(self.article.text)


Piece = Own | Cited
Pieces = tuple[Piece | str, ...]
"""What a block is made of; plain strings are the bot's own words."""


class Role(StrEnum):
    """What a block of a card is, from which each door derives its looks."""

    LEAD = "lead"
    """The fact that answers."""
    PASSAGE = "passage"
    """Sentences of the article."""
    WHO = "who"
    """Who says so, and when."""
    RECEIPT = "receipt"
    LINK = "link"
    NOTE = "note"
    """What the bot has to say about it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph."""

    role: Role
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One answer, or one thing found; answer first, receipt last."""

    blocks: tuple[Block, ...]

    def cited(self) -> Iterator[Cited]:
        """Yield every piece of an article, in order: what a gate has to find again in the output."""
        return (piece for block in self.blocks for piece in block.pieces if isinstance(piece, Cited))


def block(role: Role, *pieces: Piece | str) -> Block:
    """Make a block of `Pieces`."""
    return Block(role, tuple(Own(piece) if isinstance(piece, str) else piece for piece in pieces))


def card(blocks: Iterable[Block | None]) -> Card:
    """Make a card of the blocks that are there."""
    return Card(tuple(found for found in blocks if found is not None))
