"""`help`: the commands, or one of them."""

from __future__ import annotations

import click

from bot.cli.guard import EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console.jsonlines import Record


class ChatGroup(click.Group):
    """The commands as the chat shows them."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their `!`, one a line."""
        formatter.write_text("A line without ! is a question. After a command:")
        commands = sorted(self.commands.items())
        with formatter.section("Commands"):
            formatter.write_dl(
                [(_usage(name, found, ctx), found.get_short_help_str(90)) for name, found in commands]
            )
        formatter.write_paragraph()
        formatter.write_text("!help COMMAND shows its options, !quit leaves.")


@click.command("help")
@click.argument("command", required=False)
@shared_options
@with_session
def help_command(session: Session, command: str | None) -> int:
    """Show the commands, or how to use one of them."""
    root = click.get_current_context().find_root()
    group = commands_of(root)
    if session.options.json:
        session.write({"commands": [_record(name, found) for name, found in sorted(group.commands.items())]})
        return EXIT_OK
    if command is None:
        click.echo(group.get_help(root))
        return EXIT_OK
    name, found, _ = group.resolve_command(root, [command.removeprefix("!")])
    if found is not None:
        click.echo(found.get_help(click.Context(found, root, name)))
    return EXIT_OK


def commands_of(root: click.Context) -> click.Group:
    """Return the group at the root of a command line or of a line of the chat."""
    if isinstance(root.command, click.Group):
        return root.command
    raise TypeError("a command of this program was run outside its group")


def _usage(name: str, command: click.Command, context: click.Context) -> str:
    arguments = [
        word
        for found in command.params
        if isinstance(found, click.Argument)
        for word in found.get_usage_pieces(context)
    ]
    return " ".join([f"!{name}", *arguments])


def _record(name: str, command: click.Command) -> Record:
    options = [found for found in command.params if isinstance(found, click.Option)]
    return {
        "name": name,
        "help": command.get_short_help_str(200),
        "options": [
            {"names": list(found.opts), "help": found.help, "flag": found.is_flag} for found in options
        ],
    }
