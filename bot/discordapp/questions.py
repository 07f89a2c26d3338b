"""The commands that ask the articles: by prefix and by slash, one definition for both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from discord import app_commands
from discord.ext import commands

from bot.discordapp import completing
from bot.discordapp.door import door_of
from bot.discordapp.helping import help_sheets
from bot.discordapp.options import ARTICLE, EVERYTHING, PRIVATE, Flags
from bot.discordapp.responding import post, respond
from bot.discordapp.scoping import store_for
from bot.discordapp.sheets import article_sheets
from bot.services.requests import Request

Context = commands.Context[Any]
QuoteKinds = Literal["direct", "partial", "relayed", "block", "scare", "headline", "post", "all"]
SourceKinds = Literal["person", "organisation", "outlet", "group", "post", "link", "document", "all"]


class AskFlags(Flags):
    """What `ask` takes."""

    question: str = commands.flag(positional=True, description="Your question, in your own words")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    private: bool = commands.flag(default=False, description=PRIVATE)


class QuoteFlags(Flags):
    """What `quote` takes."""

    words: str = commands.flag(positional=True, default="", description="Words of the quotation, or a name")
    speaker: str | None = commands.flag(default=None, description="Only what this one said")
    kind: QuoteKinds | None = commands.flag(default=None, description="Only this kind of quotation")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    everything: bool = commands.flag(name="all", default=False, description=EVERYTHING)
    private: bool = commands.flag(default=False, description=PRIVATE)


class FiguresFlags(Flags):
    """What `figures` takes."""

    words: str = commands.flag(positional=True, default="", description="What is counted, or what befell it")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    everything: bool = commands.flag(name="all", default=False, description=EVERYTHING)
    private: bool = commands.flag(default=False, description=PRIVATE)


class SourcesFlags(Flags):
    """What `sources` takes."""

    words: str = commands.flag(positional=True, default="", description="Who is cited, or what about")
    kind: SourceKinds | None = commands.flag(default=None, description="Only this kind of source")
    article: str | None = commands.flag(default=None, description=ARTICLE)
    everything: bool = commands.flag(name="all", default=False, description=EVERYTHING)
    private: bool = commands.flag(default=False, description=PRIVATE)


def command(**given: Any) -> Callable[[Callable[..., Any]], Any]:
    """Return `hybrid_command` with a type: its own generics stand in its result only, where no checker infers them."""
    made: Callable[[Callable[..., Any]], Any] = commands.hybrid_command(**given)
    return made


class Questions(commands.Cog):
    """Asking, for everybody."""

    @command(aliases=["a"])
    @app_commands.autocomplete(article=completing.articles)
    async def ask(self, context: Context, *, flags: AskFlags) -> None:
        """Answer a question with the passages that hold the answer."""
        await respond(context, Request("ask", flags.question, flags.article), private=flags.private)

    @command(aliases=["q", "quotes"])
    @app_commands.autocomplete(
        words=completing.speakers, speaker=completing.speakers, article=completing.articles
    )
    async def quote(self, context: Context, *, flags: QuoteFlags) -> None:
        """Show who said what: words of a quotation, or a speaker's name."""
        request = Request(
            "quote", flags.words, flags.article, flags.speaker, flags.kind, everything=flags.everything
        )
        await respond(context, request, private=flags.private)

    @command(aliases=["f", "figure"])
    @app_commands.autocomplete(words=completing.counted, article=completing.articles)
    async def figures(self, context: Context, *, flags: FiguresFlags) -> None:
        """Show figures with what binds them and who reports them."""
        request = Request("figures", flags.words, flags.article, everything=flags.everything)
        await respond(context, request, private=flags.private)

    @command(aliases=["s", "source"])
    @app_commands.autocomplete(words=completing.sources, article=completing.articles)
    async def sources(self, context: Context, *, flags: SourcesFlags) -> None:
        """Show who is cited, and for what."""
        request = Request("sources", flags.words, flags.article, kind=flags.kind, everything=flags.everything)
        await respond(context, request, private=flags.private)

    @command(aliases=["p"])
    @app_commands.describe(passage="The id in a receipt, or words to find it by")
    @app_commands.autocomplete(passage=completing.passages)
    async def passage(self, context: Context, *, passage: str) -> None:
        """Open a passage by its permanent id, the one in a receipt."""
        await respond(context, Request("passage", passage))

    @command()
    async def articles(self, context: Context) -> None:
        """List the articles with what is known about each."""
        store = await store_for(context)
        results = door_of(context.bot).results
        await post(context, article_sheets(store, results), "articles", store)

    @command(name="help")
    @app_commands.describe(command="The command to explain")
    async def help_(self, context: Context, *, command: str = "") -> None:
        """Show the commands, or how to use one of them."""
        door = door_of(context.bot)
        prefix = door.prefix(context.guild.id if context.guild else None)
        await post(context, help_sheets(context.bot, command, prefix), "help", door.store, private=True)
