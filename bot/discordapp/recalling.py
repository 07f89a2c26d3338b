"""Answers that no longer stand: one summary for the admins, and a correction under each when one of them says so."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import discord
from discord import ui

from bot.discordapp import controls
from bot.discordapp.boundary import UserError
from bot.discordapp.compose import Frame
from bot.discordapp.door import Door, door_of
from bot.discordapp.gate import plain
from bot.discordapp.markdown import Run, to_markdown
from bot.discordapp.plainly import made
from bot.discordapp.reading import shown_by
from bot.discordapp.rechecking import cards_of
from bot.services.cards import Card, Role, block, card
from bot.services.cards.recall import recall_line, summary_card
from bot.services.database import PostedAnswer
from bot.services.recall import Recall, read_receipts
from bot.services.recall.values import TOLD

log = logging.getLogger("bot.discord")
_LOOKED_THROUGH = 100
"""Messages after an answer among which a correction of it is looked for: one request."""
MOST = 10
"""Answers that one summary names: two rows of buttons."""


async def announce(client: discord.Client, recalls: Sequence[Recall]) -> None:
    """Tell the admins' channel of each server which posted answers no longer stand; without one it is logged."""
    door = door_of(client)
    by_server = sorted(recalls, key=lambda each: each.posted.server)
    for server, found in groupby(by_server, key=lambda each: each.posted.server):
        concerned = list(found)
        own = door.settings.discord.servers.get(str(server))
        if own is None or own.admin_channel is None:
            log.warning("%d posted answers of server %d no longer stand", len(concerned), server)
            continue
        await _tell(client, door, int(own.admin_channel), concerned)


async def _tell(client: discord.Client, door: Door, channel: int, found: list[Recall]) -> None:
    cards = [summary_card(found), *(_line(number, each) for number, each in enumerate(found[:MOST], 1))]
    if len(found) > MOST:
        cards.append(card([block(Role.NOTE, f"And {len(found) - MOST} more.")]))
    buttons = [
        button for number, each in enumerate(found[:MOST], 1) for button in _buttons(number, each.posted)
    ]
    server = found[0].posted.server
    rows = [buttons[at : at + 4] for at in range(0, len(buttons), 4)]
    answer = made(cards, Frame(0, "seeds", door.plain(server, "seeds")), rows)
    try:
        await client.get_partial_messageable(channel).send(**answer.sent)
    except discord.HTTPException as error:
        log.warning("the admins' channel %d of server %d cannot be told: %s", channel, server, error)


def _line(number: int, recall: Recall) -> Card:
    return card([block(Role.WHO, f"{number}. {recall_line(recall)}")])


def _buttons(number: int, where: PostedAnswer) -> tuple[ui.Item[Any], ui.Item[Any]]:
    """Return the way to an answer, and the one to correct it."""
    jump = f"https://discord.com/channels/{where.server}/{where.channel}/{where.message}"
    return (
        ui.Button(label=f"Open {number}", url=jump),
        controls.Correct(where.channel, where.message, f"Correct {number}"),
    )


async def correct(control: controls.Correct, interaction: discord.Interaction[Any]) -> None:
    """Reply to a posted answer with what became of what it cites. Raises UserError."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    door = door_of(interaction.client)
    channel = interaction.guild.get_channel_or_thread(control.channel) if interaction.guild else None
    if not isinstance(channel, discord.abc.Messageable):
        raise UserError("That answer stands in no place of this server that I can see.")
    try:
        answer = await channel.fetch_message(control.message)
    except discord.HTTPException:
        raise UserError("That answer is no longer there, or I may not read it.") from None
    me = interaction.client.user
    if me is None or answer.author.id != me.id:
        raise UserError("That is no answer of mine.")
    cards = await _corrections(shown_by(answer), door)
    if not cards:
        raise UserError("All that this answer cites stands again.")
    if await _stands_already(channel, answer, cards):
        raise UserError("That correction stands under the answer already.")
    head = card([block(Role.LEAD, "Correction: what this answer cites has changed since.")])
    frame = Frame(0, "seeds", door.plain(interaction.guild_id, "ask"))
    await answer.reply(**made([head, *cards], frame).sent, mention_author=False)
    await interaction.followup.send(
        to_markdown([Run("The correction stands under the answer.")]), ephemeral=True
    )


async def _stands_already(
    channel: discord.abc.Messageable, answer: discord.Message, cards: Sequence[Card]
) -> bool:
    """Whether one of the replies to an answer shows the same passages already."""
    wanted = read_receipts("\n".join(map(plain, cards)))
    try:
        async for later in channel.history(after=answer, limit=_LOOKED_THROUGH):
            reply = later.reference is not None and later.reference.message_id == answer.id
            if reply and later.author.id == answer.author.id and read_receipts(shown_by(later)) == wanted:
                return True
    except discord.HTTPException:
        return False
    return False


async def _corrections(text: str, door: Door) -> list[Card]:
    found = await cards_of(read_receipts(text) or (), door)
    return [made_card for standing, made_card in found if standing in TOLD]
