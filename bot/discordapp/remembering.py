"""Which posted answers cite what, where the keeper has allowed it: ids and offsets, never a word."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from bot.discordapp.door import Door
from bot.discordapp.sheets import Item, Kind, Sheet
from bot.services.cards import Cited, Role
from bot.services.database import PostedAnswer, Ref, StateError
from bot.services.database.clock import now

_ANSWERS = frozenset({Kind.ANSWER, Kind.CLOSEST})

log = logging.getLogger("bot.discord")


async def remember(door: Door, server: int | None, channel: int, message: int, sheet: Sheet) -> None:
    """Remember what a posted answer cites, if answers of servers are remembered. What fails is only logged."""
    keep = door.settings.state.answers
    refs = cited(sheet.items) if sheet.kind in _ANSWERS else ()
    if not keep or not door.keeps(server) or server is None or not refs:
        return
    try:
        await door.state.posted.put(PostedAnswer(message, channel, server, refs, now()), keep)
    except StateError as error:
        log.warning("an answer could not be remembered: %s", error)


def cited(items: Iterable[Item]) -> tuple[Ref, ...]:
    """Return the passages that items show, each once."""
    pieces = (
        piece
        for item in items
        for block in item.card.blocks
        if block.role is Role.PASSAGE
        for piece in block.pieces
    )
    found = (Ref(piece.article.sha256, *piece.span) for piece in pieces if isinstance(piece, Cited))
    return tuple(dict.fromkeys(found))
