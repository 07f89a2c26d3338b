"""Cards as lines for a terminal. The article's words are sliced here, and only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from bot.services.cards import Block, Card, Own, Piece, Role
from bot.services.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

_STYLES = {
    Role.LEAD: "bold",
    Role.PASSAGE: "",
    Role.WHO: "cyan",
    Role.RECEIPT: "dim",
    Role.LINK: "dim",
    Role.NOTE: "yellow",
}
_STRONG = "bold underline"
_MARGINS = {Role.PASSAGE: "│ "}
_WHOLE = frozenset({Role.LINK})
"""Never wrapped: a link in two lines cannot be clicked."""
_NARROWEST = 20


def print_cards(console: Console, cards: tuple[Card, ...], width: int | None) -> None:
    """Print the cards with an empty line between them; `width` None leaves lines as long as they are."""
    for at, card in enumerate(cards):
        if at:
            console.print()
        for line in lines(console, card, width):
            console.print(line, soft_wrap=True)


def lines(console: Console, card: Card, width: int | None) -> Iterator[Text]:
    """Yield a card's lines, at most `width` columns each."""
    for block in card.blocks:
        margin = _MARGINS.get(block.role, "")
        for line in _wrapped(
            console, block_text(block), None if block.role in _WHOLE else width, len(margin)
        ):
            yield Text.assemble((margin, "cyan"), line) if margin else line


def block_text(block: Block) -> Text:
    """Return a block as one text: nothing in it is read as markup."""
    text = Text(style=_STYLES[block.role])
    for piece in block.pieces:
        for words, style in _runs(piece):
            text.append(visible(words), style)
    return text


def _runs(piece: Piece) -> Iterator[tuple[str, str]]:
    if isinstance(piece, Own):
        yield piece.text, ""
        return
    text, at = piece.article.text, piece.span.start
    for strong in piece.strong:
        yield text[at : strong.start], ""
        yield strong.of(text), _STRONG
        at = strong.end
    yield text[at : piece.span.end], ""


def _wrapped(console: Console, text: Text, width: int | None, margin: int) -> Iterator[Text]:
    if width is None:
        yield from text.split("\n", allow_blank=True)
        return
    yield from text.wrap(console, max(_NARROWEST, width - margin), overflow="fold", tab_size=4)
