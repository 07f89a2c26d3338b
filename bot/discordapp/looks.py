"""Cards as Discord markdown. The article's words are sliced here, and only here."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.span import Span
from bot.discordapp.markdown import Run, link, quoted, small, to_markdown
from bot.services.cards import Block, Card, Cited, Own, Role

OPEN_PASSAGE = "open at the passage"
OPEN_ARTICLE = "open the article"
_SMALL = frozenset({Role.NOTE, Role.RECEIPT})
_MOST_BOLD = 0.6
"""Share of a passage up to which bold words stand out from the others."""
_LONGEST_LINK = 512
"""Characters of an address up to which it is linked: what a link button may have, and few enough for one message."""


def markdown(card: Card) -> str:
    """Return a card as Discord shows it: the fact in bold, the passage as a block quote, the receipt small."""
    return "\n".join(_lines(card))


def length(card: Card) -> int:
    """Return how much of a message a card takes, in UTF-16 units: the larger of the two ways to count."""
    return units(markdown(card))


def units(text: str) -> int:
    """Return the UTF-16 units of a text."""
    return len(text) + sum(char > "\uffff" for char in text)


def shortened(card: Card) -> Card:
    """Return a card without links that are longer than a message should carry, or that Discord would not follow."""
    return Card(tuple(block for block in card.blocks if block.role is not Role.LINK or _links(block)))


def address(block: Block) -> str:
    """Return the address that a link block holds."""
    return "".join(piece.words if isinstance(piece, Cited) else piece.text for piece in block.pieces)


def _telling(piece: Cited) -> tuple[Span, ...]:
    """Return what to show in bold: nothing where it would be most of the passage."""
    bold = sum(strong.length for strong in piece.strong)
    return piece.strong if bold <= _MOST_BOLD * piece.span.length else ()


def _links(block: Block) -> bool:
    try:
        return len(link(OPEN_PASSAGE, address(block))) <= _LONGEST_LINK
    except ValueError:
        return False


def _lines(card: Card) -> Iterator[str]:
    for at, block in enumerate(card.blocks):
        after = card.blocks[at + 1] if at + 1 < len(card.blocks) else None
        if block.role is Role.LINK:
            if at == 0 or card.blocks[at - 1].role is not Role.RECEIPT:
                yield small(link(OPEN_ARTICLE, address(block)))
            continue
        text = to_markdown(list(_runs(block)))
        if block.role is Role.RECEIPT and after is not None and after.role is Role.LINK:
            text = f"{text} · {link(OPEN_PASSAGE, address(after))}"
        yield small(text) if block.role in _SMALL else quoted(text) if block.role is Role.PASSAGE else text


def _runs(block: Block) -> Iterator[Run]:
    for at, piece in enumerate(block.pieces):
        bold = block.role is Role.LEAD and at == 0
        if isinstance(piece, Own):
            yield Run(piece.text, bold)
            continue
        text, start = piece.article.text, piece.span.start
        for strong in _telling(piece):
            yield Run(text[start : strong.start], bold)
            yield Run(strong.of(text), bold=True)
            start = strong.end
        yield Run(text[start : piece.span.end], bold)
