"""What one command works with: its options over the parts that outlive it, and one way to show results."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

import click

from bot.cli.options import Options, options_of
from bot.cli.runtime import Runtime
from bot.console import jsonlines
from bot.console.jsonlines import Record
from bot.console.render import print_cards
from bot.services.cards import Card

if TYPE_CHECKING:
    from bot.console.style import Look
    from bot.services.library import Library

JSON_VERSION = 1
"""Of the interactive formats in docs/json.md; it changes when a key changes its meaning or goes."""

Rest = ParamSpec("Rest")


class Session:
    """The options of one command and what they lead to; all but the settings is read when first needed."""

    def __init__(self, runtime: Runtime, options: Options) -> None:
        """Read the settings. Raises ConfigError."""
        self.runtime = runtime
        self.options = options
        self.settings = runtime.settings(options.config)

    @property
    def folder(self) -> str:
        """The folder of articles."""
        return self.options.seeds or self.settings.seeds.folder

    @functools.cached_property
    def library(self) -> Library:
        """The articles and their facts."""
        return self.runtime.library(self.folder, self.settings)

    @functools.cached_property
    def look(self) -> Look:
        """How standard output looks."""
        return self.runtime.look(self.settings, no_color=self.options.no_color)

    def show(self, cards: Callable[[], Iterable[Card]], record: Callable[[], Record]) -> None:
        """Print a result as cards, or with --json as one versioned object."""
        if self.options.json:
            self.write(record())
        else:
            print_cards(self.look.console, tuple(cards()), self.look.width)

    def write(self, record: Record) -> None:
        """Print one versioned object."""
        jsonlines.write(sys.stdout, {"version": JSON_VERSION} | record)


def with_session(
    command: Callable[Concatenate[Session, Rest], int],
) -> Callable[Rest, Any]:
    """Turn a function of a session that returns an exit code into one that click can call."""

    @click.pass_context
    @functools.wraps(command)
    def run(context: click.Context, /, *args: Rest.args, **kwargs: Rest.kwargs) -> None:
        session = Session(context.ensure_object(Runtime), options_of(context))
        context.exit(command(session, *args, **kwargs))

    return run
