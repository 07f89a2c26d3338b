"""The commands that lay accounts beside each other: by prefix and by slash, one definition for both."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.discordapp import completing
from bot.discordapp.questions import ARTICLE, PRIVATE, Context, Flags, command
from bot.discordapp.responding import respond
from bot.services.requests import Request


class TimelineFlags(Flags):
    """What `timeline` takes."""

    words: str = commands.flag(positional=True, default="", description="Who or what the claims are about")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    private: bool = commands.flag(default=False, description=PRIVATE)


class Comparing(commands.Cog):
    """Accounts beside each other, for everybody."""

    @command(aliases=["t"])
    @app_commands.autocomplete(article=completing.articles)
    async def timeline(self, context: Context, *, flags: TimelineFlags) -> None:
        """Show what is dated in the order of its days, and what is not apart."""
        await respond(context, Request("timeline", flags.words, flags.article), private=flags.private)
