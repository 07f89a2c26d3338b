"""The commands that lay accounts beside each other: by prefix and by slash, one definition for both."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.discordapp import completing
from bot.discordapp.options import ARTICLE, PRIVATE, Flags
from bot.discordapp.questions import Context, command
from bot.discordapp.responding import respond
from bot.services.requests import Request


class CompareFlags(Flags):
    """What `compare` takes."""

    words: str = commands.flag(positional=True, description="What is counted, or what befell it")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    private: bool = commands.flag(default=False, description=PRIVATE)


class WhoFlags(Flags):
    """What `who` takes."""

    words: str = commands.flag(
        positional=True, description="Words of a quotation, or a figure with what it counts"
    )
    article: str | None = commands.flag(default=None, description=ARTICLE)
    private: bool = commands.flag(default=False, description=PRIVATE)


class TimelineFlags(Flags):
    """What `timeline` takes."""

    words: str = commands.flag(positional=True, default="", description="Who or what the claims are about")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    private: bool = commands.flag(default=False, description=PRIVATE)


class Comparing(commands.Cog):
    """Accounts beside each other, for everybody."""

    @command(aliases=["c"])
    @app_commands.autocomplete(words=completing.counted, article=completing.articles)
    async def compare(self, context: Context, *, flags: CompareFlags) -> None:
        """Lay the figures about a thing side by side, with how each two stand."""
        await respond(context, Request("compare", flags.words, flags.article), private=flags.private)

    @command(aliases=["w"])
    @app_commands.autocomplete(words=completing.counted, article=completing.articles)
    async def who(self, context: Context, *, flags: WhoFlags) -> None:
        """Show who says so: the chain of a quotation or a figure, link by link."""
        await respond(context, Request("who", flags.words, flags.article), private=flags.private)

    @command(aliases=["t"])
    @app_commands.autocomplete(article=completing.articles)
    async def timeline(self, context: Context, *, flags: TimelineFlags) -> None:
        """Show what is dated in the order of its days, and what is not apart."""
        await respond(context, Request("timeline", flags.words, flags.article), private=flags.private)
