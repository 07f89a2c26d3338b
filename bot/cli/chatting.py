"""`chat`: the same commands, line by line."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from bot.cli.counting import loaded
from bot.cli.guard import EXIT_OK, EXIT_PIPE, guarded
from bot.cli.helping import ChatGroup, commands_of
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.console.chat import converse, piped_lines
from bot.console.complete import Vocabulary
from bot.console.lines import Valued
from bot.console.visible import say
from bot.core.store import FactStore
from bot.services.places import private_file
from bot.services.vocabulary import vocabulary

IN_CHAT = (
    "ask",
    "quote",
    "figures",
    "sources",
    "timeline",
    "check",
    "compare",
    "who",
    "passage",
    "articles",
    "recheck",
    "privacy",
    "validate",
    "help",
)


@click.command()
@shared_options
@with_session
def chat(session: Session) -> int:
    """Ask line by line, with history and completion."""
    root = commands_of(click.get_current_context().find_root())
    group = ChatGroup(commands={name: root.commands[name] for name in IN_CHAT}, params=root.params)
    given = session.options.as_args()

    def run(args: list[str]) -> bool:
        whole = [*given, *args]
        code = guarded(
            lambda: group.main(whole, "", standalone_mode=False, obj=session.runtime),
            session.runtime,
            brief=True,
        )
        if code != EXIT_PIPE and not session.options.json:
            click.echo()
        return code != EXIT_PIPE

    store = session.library.current
    converse(_lines(session, group, store), run, _valued(group))
    return EXIT_OK


def _lines(session: Session, group: click.Group, store: FactStore) -> Iterator[str]:
    if not sys.stdin.isatty():
        yield from piped_lines()
        return
    from bot.console.prompt import typed_lines  # noqa: PLC0415 – only a terminal pays for the prompt's library

    say(greeting(store))
    history = private_file(session.settings.terminal.history, "history", session.runtime.environ)
    colour = session.look.console.color_system is not None
    yield from typed_lines(_vocabulary(group, store), history, colour=colour)


def greeting(store: FactStore) -> str:
    """Return the line that says what is loaded."""
    return f"{loaded(store)}. Ask a question, or !help; !quit leaves."


def _valued(group: click.Group) -> Valued:
    return {
        name: frozenset(
            option
            for found in command.params
            if isinstance(found, click.Option) and not found.is_flag
            for option in found.opts
        )
        for name, command in group.commands.items()
    }


def _vocabulary(group: click.Group, store: FactStore) -> Vocabulary:
    """Gather what can be completed: all names in the order of the alphabet."""
    names = vocabulary(store)
    choices = {
        option: tuple(map(str, found.type.choices))
        for command in group.commands.values()
        for found in command.params
        if isinstance(found.type, click.Choice)
        for option in found.opts
    }
    return Vocabulary(
        options={
            **{name: _long_options(command) for name, command in sorted(group.commands.items())},
            "quit": (),
        },
        values={**choices, "--article": names.articles, "--speaker": names.speakers},
        words={
            "quote": names.speakers,
            "figures": names.counted,
            "sources": names.sources,
            "compare": names.counted,
            "help": IN_CHAT,
            "passage": tuple(f"{article}:" for article in names.articles),
        },
    )


def _long_options(command: click.Command) -> tuple[str, ...]:
    return tuple(
        sorted(option for found in command.params for option in found.opts if option.startswith("--"))
    )
