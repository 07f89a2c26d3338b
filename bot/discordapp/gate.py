"""The gate before a message leaves: what a member will see is read back and compared with the article.

It shares with the renderer only what a link is called and how length is counted: the renderer slices and escapes, the
gate reads the finished markdown as Discord does and slices again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.discordapp.looks import OPEN_ARTICLE, OPEN_PASSAGE, units
from bot.discordapp.unrender import Unfaithful, unrender
from bot.services.cards import Block, Card, Own, Role
from bot.services.visible import visible


def check(markdown: str, wanted: str) -> None:
    """Compare what `markdown` shows with what it has to show.

    Raises:
        Unfaithful: a member would see anything else, or Discord would act on some of it.
    """
    seen = unrender(markdown)
    if seen != wanted:
        pairs = enumerate(zip(seen, wanted, strict=False))
        at = next((place for place, (one, other) in pairs if one != other), min(len(seen), len(wanted)))
        raise Unfaithful(f"the message shows other words than the article from character {at} on")


def check_own(markdown: str) -> str:
    """Make sure that a text of the bot's own is only text, and return it as it is seen. Raises Unfaithful."""
    return unrender(markdown)


def check_limits(texts: Sequence[str], most: int) -> None:
    """Make sure that Discord takes a message with these texts, counted in code points or in UTF-16 units.

    Raises:
        Unfaithful: it has more than `most`; Discord would refuse it.
    """
    total = sum(map(units, texts))
    if total > most:
        raise Unfaithful(f"the message has {total} characters, more than the {most} that Discord takes")


def plain(card: Card) -> str:
    """Return what a member has to see of a card."""
    return "\n".join(_lines(card))


def _lines(card: Card) -> Iterator[str]:
    before: Block | None = None
    line = ""
    for block in card.blocks:
        if block.role is Role.LINK and before is not None and before.role is Role.RECEIPT:
            line = f"{line} · {OPEN_PASSAGE}"
            before = block
            continue
        if before is not None:
            yield line
        line, before = OPEN_ARTICLE if block.role is Role.LINK else _words(block), block
    if before is not None:
        yield line


def _words(block: Block) -> str:
    return "".join(
        visible(piece.text if isinstance(piece, Own) else piece.article.text[slice(*piece.span)])
        for piece in block.pieces
    )
