"""The simulated server: a channel, an admin, two members, and the real bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import discord
import simcord

from bot.discordapp.client import VerbatimClient, build_client
from bot.discordapp.door import Door

SERVER, CHANNEL = "Harbour Readers", "newsroom"
SETTLED = 30.0
"""Seconds within which an answer has to be there; the first chart loads a large library."""
_ROLE = 0x5865F2
"""The colour of the admin's name."""


@dataclass(frozen=True, slots=True)
class World:
    """A server in a simulated Discord."""

    env: simcord.Env
    bot: VerbatimClient
    channel: simcord.ChannelHandle
    admin: simcord.MemberActor
    members: tuple[simcord.MemberActor, simcord.MemberActor]
    prefix: str
    """What a command begins with."""

    @property
    def viewers(self) -> tuple[simcord.MemberActor, ...]:
        """Through whose eyes the channel can be seen; a page opens with the first."""
        return (*self.members, self.admin)

    @property
    def name(self) -> str:
        """The bot's name, as it is read after an @."""
        return self.bot.user.name if self.bot.user else ""

    @property
    def mention(self) -> str:
        """The bot's mention as Discord writes it."""
        return mention_of(self.bot)


@asynccontextmanager
async def simulated(door: Door, now: datetime) -> AsyncIterator[World]:
    """Enter a simulated Discord in which it is `now` (with a time zone): the bot is there, nothing has been said.

    Its clock stands still from then on. What goes wrong inside the bot is logged, as it is in Discord.

    Raises:
        TimeoutError: the bot was not ready in time.
    """
    bot = build_client(door, message_content=True)
    async with simcord.run(bot, settle_timeout=SETTLED, check_errors=False) as env:
        await env.advance_time(max((now - env.now()).total_seconds(), 0))
        if bot.user:
            await bot.user.edit(username="Verbatim")
        guild = env.create_guild(SERVER)
        prefix = door.prefix(guild.id)
        topic = f"Ask with {prefix}ask, with /ask, with {mention_of(bot)}, or by replying to an answer"
        channel = guild.create_text_channel(CHANNEL, topic=topic)
        rights = discord.Permissions(administrator=True)
        role = guild.create_role("Admin", permissions=rights, color=_ROLE)
        admin, tom, wen = (
            env.create_user(name.lower(), global_name=name) for name in ("Nadia", "Tom", "Wen")
        )
        members = guild.add_member(tom), guild.add_member(wen)
        yield World(env, bot, channel, guild.add_member(admin, roles=[role]), members, prefix)


def mention_of(bot: discord.Client) -> str:
    """Return the mention of a bot that is connected."""
    return bot.user.mention if bot.user else ""
