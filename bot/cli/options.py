"""The options that every command takes, before or after its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_META = "bot.cli.options"


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line; None and False are "not said"."""

    config: str | None = None
    seeds: str | None = None
    json: bool = False
    no_color: bool = False

    def as_args(self) -> list[str]:
        """Return the options as they are written on a command line."""
        valued = (("--config", self.config), ("--seeds", self.seeds))
        flags = (("--json", self.json), ("--no-color", self.no_color))
        said = [word for name, value in valued if value is not None for word in (name, value)]
        return said + [name for name, on in flags if on]


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> object:
    """Keep an option that was given; the later of two places wins."""
    said = context.get_parameter_source(parameter.name or "") is not click.core.ParameterSource.DEFAULT
    if said:
        context.meta.setdefault(_META, {})[parameter.name] = value
    return value


def _option(*names: str, **settings: Any) -> Callable[[Command], Command]:
    return click.option(*names, expose_value=False, callback=_remember, **settings)


_SHARED = (
    _option("--seeds", metavar="DIR", help="The folder of articles, in place of the configuration's."),
    _option("--json", is_flag=True, help="Print JSON (docs/json.md) in place of text."),
    _option(
        "--no-color", "--no-colour", "no_color", is_flag=True, help="No colours, like the variable NO_COLOR."
    ),
    _option("--config", metavar="FILE", help="The configuration, in place of config.yaml."),
)


def shared_options(command: Command) -> Command:
    """Give a command the options that all have."""
    for option in reversed(_SHARED):
        command = option(command)
    return command


def options_of(context: click.Context) -> Options:
    """Return what was said before and after the command's name."""
    return Options(**context.meta.get(_META, {}))
