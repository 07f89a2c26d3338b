"""What a message means that names no command with a prefix: a command by its bare name, a question, or a remark."""

from __future__ import annotations

import re
from typing import Any

from discord.ext import commands

from bot.core.store import FactStore
from bot.core.voices import words
from bot.discordapp.boundary import UserError
from bot.discordapp.helping import OWNERS
from bot.services.answers import Answer, ask
from bot.services.spelling import closest

Context = commands.Context[Any]
_QUESTION_WORD = (
    r"who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|has|have|had|can|could|will"
)
_ASKS = re.compile(rf"\?|^\s*(?:{_QUESTION_WORD}|and|also|but)\b", re.IGNORECASE)
_PHRASE = re.compile(
    rf"\?|\b(?:{_QUESTION_WORD}|say|says|said)\b|^(?:of|about|in|on|for|from|by|to|that)\b", re.IGNORECASE
)
"""What a question goes on with after a word that happens to be a command's name: "sources say what?"."""
_PASSAGE_ID = re.compile(r"\S+?[:#]\d+-\d+")
_ADDRESS = re.compile(r"<?https?://\S+", re.IGNORECASE)
_MOST_LOOKED_UP = 4
"""Words of a reply up to which it may be a word to look up; longer ones without a question are remarks."""
_COURTESIES = frozenset(
    {
        "agreed",
        "bot",
        "cheers",
        "cool",
        "good",
        "great",
        "haha",
        "hm",
        "hmm",
        "lmao",
        "lol",
        "nice",
        "no",
        "nope",
    }
    | {
        "ok",
        "okay",
        "right",
        "same",
        "sure",
        "thank",
        "thanks",
        "thx",
        "true",
        "ty",
        "well",
        "wow",
        "yeah",
        "yep",
    }
    | {"yes"}
)
_MOST_REPEATED = 60
"""Characters of what somebody typed that a sentence repeats."""


def fits(context: Context) -> bool:
    """Whether a command that was found is meant as one.

    After a prefix it always is. A question after a mention, or in a direct message, may begin with a word that is a
    command's name: there a command has to stand with what it takes, and by its whole name.
    """
    command = context.command
    if command is None:
        return False
    if context.prefix and not by_mention(context.prefix):
        return True
    if len(context.invoked_with or "") < len("ask"):
        return False
    return _takes(command, context.view.buffer[context.view.index :].strip(), context.bot)


def _takes(command: commands.Command[Any, ..., Any], rest: str, bot: commands.Bot) -> bool:
    """Whether the words after a command's name are what it takes, and no question goes on with them."""
    if isinstance(command, commands.Group):
        return not rest or rest.split(maxsplit=1)[0].casefold() in command.all_commands
    if not command.clean_params:
        return not rest
    match command.name:
        case "ask":
            return True
        case "help":
            return not rest or bot.get_command(rest.casefold()) is not None
        case "passage":
            return _PASSAGE_ID.fullmatch(rest) is not None
        case _:
            return "--" in rest or _PHRASE.search(rest) is None


def read_bare(context: Context) -> None:
    """Find the command that a direct message without a prefix begins with; the context stays as it is without one."""
    if context.prefix is not None or context.guild is not None:
        return
    context.view.skip_ws()
    name = context.view.get_word()
    command = context.bot.all_commands.get(name.casefold())
    if command is not None:
        context.prefix, context.invoked_with, context.command = "", name, command


def by_mention(prefix: str) -> bool:
    """Whether a command was called by mentioning the bot."""
    return prefix.startswith("<@")


def without_prefix(context: Context) -> str:
    """Return a message that begins like a command and is none, as the question that it may be.

    Raises:
        UserError: it is probably a command spelt wrong; the sentence names the right one.
    """
    prefix, text = context.prefix or "", context.message.content
    if not prefix or by_mention(prefix):
        return text
    known = [each.name for each in context.bot.commands if each.name not in OWNERS]
    typed = (context.invoked_with or "").casefold()
    near = closest(typed, known) if typed else None
    if near is not None:
        raise UserError(f"There is no command “{typed[:_MOST_REPEATED]}”. Did you mean {prefix}{near}?")
    return text.lstrip().removeprefix(prefix)


def asks(said: str) -> bool:
    """Whether a mere reply asks something; a question mark in an address asks nothing."""
    return _ASKS.search(_ADDRESS.sub(" ", said)) is not None


def looks_up(said: str, store: FactStore, article: str) -> bool:
    """Whether a mere reply is a few words to find in the article of the answer that it replies to."""
    typed = words(_ADDRESS.sub(" ", said))
    if not 0 < len(typed) <= _MOST_LOOKED_UP or _COURTESIES.issuperset(typed):
        return False
    found = ask(store, said, article=article)
    return isinstance(found, Answer) and not found.closest_only and not found.read_as
