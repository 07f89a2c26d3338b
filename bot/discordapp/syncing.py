"""Slash commands are sent to Discord only when they changed: it takes 200 creations a day and server."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import Any

from discord import app_commands
from discord.ext import commands

from bot.discordapp.door import door_of
from bot.services.database import Database, NoDatabase, StateError

log = logging.getLogger("bot.discord")


def payload_hash(tree: app_commands.CommandTree[Any]) -> str:
    """Return the SHA-256 of what would be sent, whatever the order of the commands."""
    payload = sorted(json.dumps(each.to_dict(tree), sort_keys=True) for each in tree.get_commands())
    return hashlib.sha256("\n".join(payload).encode()).hexdigest()


async def sync_if_changed(bot: commands.Bot, *, anyway: bool = False) -> bool:
    """Send the slash commands if they are not the ones sent last for this application; return whether they were sent."""
    state, name = door_of(bot).state, f"commands of {bot.application_id}"
    wanted = payload_hash(bot.tree)
    if await _sent_before(state, name) == wanted and not anyway:
        return False
    await bot.tree.sync()
    try:
        await state.values.put(name, wanted)
    except StateError as error:
        log.warning("the slash commands will be sent again at the next start: %s", error)
    return True


async def _sent_before(state: Database | NoDatabase, name: str) -> str | None:
    try:
        return await state.values.get(name)
    except StateError:
        return None


class Owners(commands.Cog):
    """What only the bot's owner may do."""

    @commands.command(hidden=True)
    @commands.is_owner()
    async def sync(self, context: commands.Context[Any]) -> None:
        """Send the slash commands to Discord again."""
        await sync_if_changed(context.bot, anyway=True)
        await context.reply("The slash commands were sent to Discord.", mention_author=False)
