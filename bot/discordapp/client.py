"""The client: the parts of the Discord door put together over the real discord.py."""

from __future__ import annotations

import logging
import sys
from collections.abc import Coroutine
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discordapp import controls
from bot.discordapp.binding import Binder
from bot.discordapp.boundary import logged, privately, sentence_for, tell
from bot.discordapp.checking import Checking
from bot.discordapp.comparing import Comparing
from bot.discordapp.door import Door
from bot.discordapp.driving import drive
from bot.discordapp.keeping_house import Housekeeping
from bot.discordapp.listening import Listening, hear
from bot.discordapp.menus import menus
from bot.discordapp.questions import Questions
from bot.discordapp.rechecking import Rechecker
from bot.discordapp.seeding import Seeds
from bot.discordapp.syncing import Owners, sync_if_changed

log = logging.getLogger("bot.discord")

_LONGEST_RATE_LIMIT = 30.0
"""Seconds that a rate limit may hold an answer; a longer one is an error, not a wait without end."""


class Tree(app_commands.CommandTree["VerbatimClient"]):
    """Slash commands and menus behind the one boundary."""

    async def on_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        """Tell the asker, privately; while somebody types there is nobody to tell."""
        if interaction.type is discord.InteractionType.autocomplete:
            sentence_for(error)
        else:
            await tell(privately(interaction), error)

    async def _call(self, interaction: discord.Interaction[Any]) -> None:
        """Run a command as an answer in flight, so that stopping waits for it."""
        with self.client.door.in_flight:
            await super()._call(interaction)

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Let everybody ask."""
        return not interaction.user.bot


class VerbatimClient(commands.Bot):
    """The bot in Discord. It pings nobody, keeps no messages, and needs no privileged intent."""

    def __init__(self, door: Door, *, message_content: bool) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        intents.message_content = message_content
        super().__init__(
            command_prefix=_prefixes,
            help_command=None,
            case_insensitive=True,
            strip_after_prefix=True,
            tree_cls=Tree,
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=_LONGEST_RATE_LIMIT,
        )
        self.door = door

    async def setup_hook(self) -> None:
        """Put the parts in; send the slash commands if they changed."""
        await self.add_cog(Questions())
        for cog in (Checking(), Comparing(), Binder(), Seeds(), Rechecker(), Housekeeping(), Owners()):
            await self.add_cog(cog)
        await self.add_cog(Listening(self))
        for menu in menus():
            self.tree.add_command(menu)
        self.add_dynamic_items(*controls.CONTROLS)
        with logged("sending the slash commands"):
            if await sync_if_changed(self):
                log.info("the slash commands were sent to Discord")

    async def drive(self, control: controls.Control, interaction: discord.Interaction[Any]) -> None:
        """Do what a control is for, behind the boundary."""
        await self.behind_boundary(interaction, drive(control, interaction))

    async def behind_boundary(
        self, interaction: discord.Interaction[Any], doing: Coroutine[Any, Any, None]
    ) -> None:
        """Do something for whoever clicked or sent a form; they are told what goes wrong."""
        with self.door.in_flight:
            try:
                await doing
            except Exception as error:  # noqa: BLE001 – the boundary of controls
                await tell(privately(interaction), error)

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer what is asked, by command or without one."""
        with logged("reading a message"):
            await hear(self, message)

    async def invoke(self, context: commands.Context[Any], /) -> None:
        """Run a command as an answer in flight, so that stopping waits for it."""
        with self.door.in_flight:
            await super().invoke(context)

    async def on_command_error(self, context: commands.Context[Any], error: commands.CommandError, /) -> None:
        """Tell the asker; of an unknown command in a channel nothing is said."""
        if isinstance(error, commands.CommandNotFound):
            return
        interaction = context.interaction
        await tell(privately(interaction) if interaction else context.reply, error)

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """Log what no other boundary met."""
        error = sys.exc_info()[1]
        if error is not None:
            log.warning("%s: %s", event_method, sentence_for(error))


def _prefixes(bot: VerbatimClient, message: discord.Message) -> list[str]:
    prefix = bot.door.prefix(message.guild.id if message.guild else None)
    return commands.when_mentioned_or(prefix)(bot, message)


def build_client(door: Door, *, message_content: bool) -> VerbatimClient:
    """Return a client that is ready to start. `message_content` says whether that intent is asked for."""
    return VerbatimClient(door, message_content=message_content)
