"""Options of commands written as a message: `--name value`, `--name` alone for a yes, and what is wrong with them."""

from __future__ import annotations

import re

from discord.ext import commands

from bot.discordapp.boundary import UserError
from bot.services.spelling import closest

ARTICLE = "Only in this article: its title or its id"
EVERYTHING = "All that was found, also what is left out otherwise"
PRIVATE = "Show the answer to you alone; it can be shared afterwards"
_SAID = "yes|no|y|n|true|false|t|f|1|0|on|off|enable|disable"
"""The words that discord.py reads as yes or no."""
_OPTION = re.compile(r"(?<!\S)--(?P<name>[a-z]+)(?P<gap>\s*)", re.IGNORECASE)
_WHETHER = re.compile(rf"(?:{_SAID})(?!\S)\s*", re.IGNORECASE)


class Flags(commands.FlagConverter, prefix="--", delimiter=" ", case_insensitive=True):
    """Options as `--name value`, wherever they stand; the rest of the line are the words."""

    @classmethod
    def parse_flags(cls, argument: str, *, ignore_extra: bool = True) -> dict[str, list[str]]:
        """Return the values of each option.

        Raises:
            UserError: an option is spelt wrong, given twice or without its value; the sentence names it.
        """
        _check_names(argument, list(cls.get_flags()))
        try:
            found = super().parse_flags(f"{_spelt_out(argument, _bare(cls))} ", ignore_extra=ignore_extra)
        except commands.MissingFlagArgument as missing:
            raise UserError(f"--{missing.flag.name} takes a value. {missing.flag.description}.") from None
        for name, values in found.items():
            if len(values) > 1:
                raise UserError(f"Give --{name} once only.")
        for name in _bare(cls) & set(found):
            if not _WHETHER.fullmatch(found[name][0]):
                raise UserError(f"--{name} takes yes or no, or nothing, which means yes.")
        return found


def _bare(flags: type[commands.FlagConverter]) -> set[str]:
    """Return the names of the options that are a yes where they stand alone."""
    return {name for name, flag in flags.get_flags().items() if flag.annotation is bool}


def _check_names(argument: str, known: list[str]) -> None:
    for option in _OPTION.finditer(argument):
        typed = option["name"].casefold()
        meant = None if typed in known else closest(typed, known)
        if meant is not None:
            raise UserError(f"There is no option --{typed}. Did you mean --{meant}?")


def _spelt_out(argument: str, bare: set[str]) -> str:
    """Return a line with each option that stands alone moved to its end, with its yes.

    It stands alone at the end, before another option, and at the beginning, where words follow that are no value.
    """
    rest, moved, at = "", "", 0
    for option in _OPTION.finditer(argument):
        name, after = option["name"].casefold(), argument[option.end() :]
        first = not argument[: option.start()].strip()
        alone = not after or after.startswith("--") or (first and not _WHETHER.match(after))
        if name in bare and alone:
            rest += argument[at : option.start()]
            moved += f" --{name} yes"
            at = option.end()
    return f"{rest}{argument[at:]}".rstrip() + moved
