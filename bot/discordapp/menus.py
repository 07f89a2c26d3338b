"""What can be done with any message: a right click, then Apps. All are private, with a button to share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands

from bot.core.store import FactStore
from bot.discordapp.boundary import UserError
from bot.discordapp.checking import CHECK, check_message
from bot.discordapp.compose import Frame, compose
from bot.discordapp.door import door_of
from bot.discordapp.reading import text_of
from bot.discordapp.scoping import store_for
from bot.discordapp.sheets import reply_sheets
from bot.services.answers import Reply
from bot.services.answers.nearest import nearest, quoted

FIND, QUOTE = "Find in article", "Quote this in context"
Interaction = discord.Interaction[Any]


def menus() -> tuple[app_commands.ContextMenu, ...]:
    """Return the context menus of messages."""
    return (
        app_commands.ContextMenu(name=FIND, callback=_find),
        app_commands.ContextMenu(name=QUOTE, callback=_quote),
        app_commands.ContextMenu(name=CHECK, callback=check_message),
    )


async def _find(interaction: Interaction, message: discord.Message) -> None:
    await _answer(interaction, message, nearest)


async def _quote(interaction: Interaction, message: discord.Message) -> None:
    await _answer(interaction, message, quoted)


async def _answer(
    interaction: Interaction, message: discord.Message, look: Callable[[FactStore, str], Reply]
) -> None:
    door = door_of(interaction.client)
    me = interaction.client.user
    text = text_of(message, me.id if me else interaction.application_id)
    if not text.strip():
        raise UserError("There is no text in that message to look for.")
    store = await store_for(interaction)
    sheets = reply_sheets(look(store, text), store, door.results, listed=True)
    frame = Frame(interaction.user.id, "ask", door.plain(interaction.guild_id, "ask"), private=True)
    await interaction.response.send_message(**compose(sheets, frame, store).sent, ephemeral=True)
