"""One boundary for every way in: whatever goes wrong, the asker gets one sentence and the log the trace, by one id."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discordapp.markdown import Run, to_markdown
from bot.services.database import StateError
from bot.services.fetching import FetchError
from bot.services.incidents import note
from bot.services.seeding import SeedingError
from bot.services.seeds.errors import SeedFolderError

log = logging.getLogger("bot.discord")

Say = Callable[[str], Awaitable[object]]
_GONE = frozenset({10003, 10008, 10015, 10062, 50027})
"""Discord's codes for a channel, message, webhook, interaction or token that is no longer there."""
_INVALID = 50035
_MOST_TYPED = 60
"""Characters of what somebody typed that a sentence repeats."""
_LONGEST = 500
"""Characters of a sentence: escaped twice as many, and that is no more than a message takes."""
CLOSED = frozenset({50001, 50007, 50013, 50083, 160005})
"""Discord's codes for: no access, no direct messages, a permission missing, an archived and a locked thread."""


class UserError(Exception):
    """Something the asker should be told, and nobody else; no fault of the program."""


SENTENCES = (UserError, StateError, SeedFolderError, SeedingError, FetchError)
"""Errors whose text is a sentence for whoever asked."""


def sentence_for(error: BaseException) -> str | None:
    """Return the one sentence for the asker, None where nobody is there to be told. A fault is logged under its id."""
    cause = _cause(error)
    if isinstance(cause, SENTENCES):
        return str(cause)
    if isinstance(cause, discord.HTTPException) and (cause.code in _GONE or _lost_question(cause)):
        log.info("nobody there any more: %s", cause)
        return None
    if isinstance(cause, discord.HTTPException) and cause.code in CLOSED:
        log.info("no permission to answer: %s", cause)
        return "I am not allowed to write there. An admin has to give me Send Messages, and Send Messages in Threads."
    known = _of_the_input(cause)
    return (
        known
        or f"Something went wrong inside the bot. Its keeper finds the details in the log under {note(cause)}."
    )


def _cause(error: BaseException) -> BaseException:
    while isinstance(
        error,
        commands.CommandInvokeError
        | commands.ConversionError
        | commands.HybridCommandError
        | app_commands.CommandInvokeError,
    ):
        error = error.original
    return error


def _lost_question(error: discord.HTTPException) -> bool:
    """Whether a reply was refused because the message that it replies to is no longer there."""
    return error.code == _INVALID and "message_reference" in error.text


def _of_the_input(error: BaseException) -> str | None:
    """Return the sentence for what the asker got wrong, None for anything else."""
    match error:
        case commands.MissingRequiredFlag() | commands.MissingRequiredArgument():
            return "Say what to look for: a few words, or a question."
        case commands.BadLiteralArgument():
            return (
                f"“{_short(error.argument, _MOST_TYPED)}” is none of: {', '.join(map(str, error.literals))}."
            )
        case commands.CheckFailure() | app_commands.CheckFailure():
            return "That command is for the bot's owner."
        case commands.UserInputError():
            return "That command could not be read; help shows how it is written."
    return None


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


async def tell(say: Say, error: BaseException) -> None:
    """Tell the asker what went wrong, if anybody is there to be told."""
    sentence = sentence_for(error)
    if sentence is None:
        return
    try:
        await say(to_markdown([Run(_short(sentence, _LONGEST))]))
    except discord.HTTPException as unsaid:
        log.info("could not be told: %s", unsaid)


def privately(interaction: discord.Interaction[Any]) -> Say:
    """Return the way to tell only the one who clicked."""

    async def say(sentence: str) -> None:
        if interaction.response.is_done():
            await interaction.followup.send(sentence, ephemeral=True)
        else:
            await interaction.response.send_message(sentence, ephemeral=True)

    return say


@contextmanager
def logged(doing: str) -> Iterator[None]:
    """Log whatever goes wrong where nobody can be told."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 – the boundary of what the bot does by itself
        log.warning("%s: %s", doing, sentence_for(error) or "nobody there any more")
