"""`help`: the commands on one screen, or one of them with its options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from discord.ext import commands

from bot.discordapp.sheets import Kind, Sheets
from bot.services.cards import Block, Card, Role, block

OWNERS = frozenset({"sync"})
"""Commands that help does not list: they are for the bot's owner."""
ADMINS = frozenset({"seeds", "bind", "unbind", "bindings", "forget", "unanswered"})
"""Commands that help names in one line: they are for admins of a server."""


def help_sheets(bot: commands.Bot, asked: str, prefix: str) -> Sheets:
    """Return the commands, or the one that is asked for; of an unknown name, that there is none."""
    name = asked.strip().removeprefix(prefix).removeprefix("/").lower()
    found = bot.get_command(name) if name else None
    if name and (found is None or found.name in OWNERS):
        known = ", ".join(sorted(each.name for each in bot.commands if each.name not in OWNERS))
        lines = [block(Role.LEAD, "There is no such command."), block(Role.NOTE, f"There is: {known}.")]
        return Sheets(Kind.REFUSAL, Card(tuple(lines)), (), Card(()))
    return Sheets(Kind.ANSWER, Card(tuple(_one(found, prefix) if found else _all(bot, prefix))), (), Card(()))


def _all(bot: commands.Bot, prefix: str) -> Iterator[Block]:
    yield block(Role.LEAD, "I answer from the loaded articles, word for word, and say where it stands.")
    yield block(
        Role.WHO, "Mention me with a question, reply to one of my answers, or write to me directly. Or:"
    )
    for command in sorted(bot.commands, key=lambda each: each.name):
        if command.name not in OWNERS | ADMINS:
            yield block(Role.WHO, f"/{command.name} or {prefix}{command.name} – {command.short_doc}")
    yield block(Role.NOTE, f"For admins: {', '.join(prefix + name for name in sorted(ADMINS))}.")
    yield block(
        Role.NOTE,
        "On any message: Apps, then “Find in article” or “Quote this in context”. "
        f"{prefix}help COMMAND shows a command's options.",
    )


def _one(command: commands.Command[Any, ..., Any], prefix: str) -> Iterator[Block]:
    yield block(Role.LEAD, f"{prefix}{command.qualified_name}")
    yield block(Role.WHO, command.short_doc)
    if isinstance(command, commands.Group):
        for part in sorted(command.commands, key=lambda each: each.name):
            yield block(Role.WHO, f"{prefix}{part.qualified_name} – {part.short_doc}")
    for flag in _flags(command):
        shown = flag.name if flag.positional else f"--{flag.name}"
        only = f" (with /{command.name} only)" if flag.name == "private" else ""
        yield block(Role.WHO, f"{shown} – {flag.description}{only}")
    if command.aliases:
        yield block(Role.NOTE, f"Also: {', '.join(prefix + each for each in command.aliases)}")


def _flags(command: commands.Command[Any, ..., Any]) -> list[commands.Flag]:
    """Return the options of a command."""
    converters = (parameter.annotation for parameter in command.clean_params.values())
    return [
        flag
        for converter in converters
        if isinstance(converter, type) and issubclass(converter, commands.FlagConverter)
        for flag in converter.get_flags().values()
    ]
