"""What is searched where a question was asked: all articles, or those that its place is bound to."""

from __future__ import annotations

from typing import Any

import discord
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp.boundary import UserError
from bot.discordapp.door import Door, door_of
from bot.services.scopes import Where, scope_of

Asked = commands.Context[Any] | discord.Interaction[Any] | discord.Message

_NOTHING_LEFT = (
    "This place is bound to articles that are no longer loaded. "
    "An admin can bind it to others, or let it search all of them with unbind."
)


async def store_for(asked: Asked, door: Door | None = None) -> FactStore:
    """Return what is searched in the place of a command, an interaction or a message.

    Raises:
        UserError: nothing of what the place is bound to is loaded.
    """
    door = door or door_of(asked.client if isinstance(asked, discord.Interaction) else _client(asked))
    store = door.store
    scope = scope_of(where_of(asked), door.scopes.bound)
    if scope.articles is None:
        return store
    found = await door.views.of(store, scope.articles)
    if not found.entries and store.entries:
        raise UserError(_NOTHING_LEFT)
    return found


def where_of(asked: Asked) -> Where:
    """Return the place of a command, an interaction or a message."""
    server = asked.guild.id if asked.guild else None
    channel = asked.channel
    if channel is None:
        return Where(server, 0)
    if isinstance(channel, discord.Thread):
        return Where(server, channel.id, channel.parent_id, tuple(tag.id for tag in channel.applied_tags))
    return Where(server, channel.id)


def _client(asked: commands.Context[Any] | discord.Message) -> discord.Client:
    if isinstance(asked, commands.Context):
        client: discord.Client = asked.bot
        return client
    raise TypeError("a message does not say whose client it is: give the door")
