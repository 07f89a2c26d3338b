"""The commands, one definition for the command line and the chat."""

from __future__ import annotations

import click

from bot import __version__
from bot.cli.asking import articles, ask, compare, figures, passage, quote, sources, timeline, who
from bot.cli.chatting import chat
from bot.cli.checking import check_command
from bot.cli.discording import discord_door
from bot.cli.files import extract, validate
from bot.cli.health import health
from bot.cli.helping import help_command
from bot.cli.keeping import privacy, recheck
from bot.cli.options import shared_options
from bot.cli.previewing import preview
from bot.cli.runtime import Runtime
from bot.cli.seeding import seeds
from bot.services.config import read_token


class QuestionsAreMet(click.Group):
    """A group that meets a question without a command with the command for questions."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of what is nothing like one, say how to ask it."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            if error.possibilities:
                raise
            raise click.UsageError(f"{error.message} To ask a question, begin with: ask", ctx) from error


@click.group(
    cls=QuestionsAreMet,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command it is Discord if a token is set, else a chat. Options may stand before or "
    "after the command's name.",
)
@shared_options
@click.version_option(__version__, prog_name="verbatim", message="%(prog)s %(version)s")
@click.pass_context
def verbatim(context: click.Context) -> None:
    """Answer from news articles, word for word."""
    if context.invoked_subcommand is None:
        token = read_token(context.ensure_object(Runtime).environ)
        context.invoke(chat if token is None else discord_door)


for command in (
    ask,
    quote,
    figures,
    sources,
    timeline,
    check_command,
    compare,
    who,
    passage,
    articles,
    recheck,
    privacy,
    validate,
    seeds,
    extract,
    chat,
    discord_door,
    preview,
    health,
    help_command,
):
    verbatim.add_command(command)
