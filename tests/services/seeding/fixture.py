"""The articles that are changed, and how what came of it is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bot.services.cards import Card, Cited
from bot.services.seeding import Seeding

FERRY = "Ferry runs aground\n\nPolice said 353 people were on the ferry. Nobody was hurt.\n"
STORM = "Storm hits the bay\n\n“It blew all night,” harbour master Ada Brandt said.\n"
BRIDGE = "Bridge closed\n\nThe bridge stays closed until May.\n"
FILES = {"bridge.txt": BRIDGE.encode(), "ferry.txt": FERRY.encode(), "storm.md": STORM.encode()}
MORE = FERRY.replace("353", "357")
NEW = b"Quay burns\n\nThe fire brigade said 12 boats burned.\n"
BROKEN = b"Storm\n\n\xff\xfe broken\n"
ADA = "terminal:ada"


def files(folder: Path) -> dict[str, bytes]:
    """All seeds as they are on the disk."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.startswith(".")}


def texts(seeding: Seeding) -> dict[str, str]:
    """All articles as they are asked."""
    return {each.id: each.text for each in seeding.library.current.articles}


def said(cards: Iterable[Card]) -> str:
    """What cards say, one block a line."""
    return "\n".join(
        "".join(piece.words if isinstance(piece, Cited) else piece.text for piece in block.pieces)
        for card in cards
        for block in card.blocks
    )


def everything(folder: Path) -> list[str]:
    """The names of all that is in the folder, hidden things too."""
    return sorted(each.name for each in folder.iterdir())
