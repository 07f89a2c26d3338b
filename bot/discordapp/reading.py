"""What a message says: its words without the marks by which Discord changes how they look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord

from bot.services.checking.message import without_hidden

_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|\[(?P<label>[^\[\]\n]{1,300})\]\(<?https?://[^\s()]+>?\)"
    r"|<a?:(?P<emoji>\w{1,40}):\d{1,20}>"
    r"|<(?:@[!&]?|\#)\d{1,20}>|<t:-?\d{1,20}(?::\w)?>|https?://\S+"  # mentions, times, addresses: no words
    r"|^[^\S\n]*(?:\#{1,3}|-\#|[-*+]|\d{1,2}[.)])[^\S\n]+"
    r"|\*+|~~|\|\||`+|(?<!\w)_+|_+(?!\w)",  # a handle may have underscores inside
    re.MULTILINE,
)
_QUOTED = re.compile(r"^> ?(.+)$", re.MULTILINE)


def bare(markdown: str) -> str:
    """Return the words of a message; block quotes keep their `>`, names of emoji and labels of links stay."""
    return _MARKS.sub(_kept, markdown)


def text_of(message: discord.Message, me: int) -> str:
    """Return what a message says: its own text, the texts it forwards, and those of its embeds and layouts.

    Of an answer of the bot's own (`me` is its id) only the passages are read, not what stands around them.
    """
    text = "\n".join(filter(None, _texts(message)))
    passages = _QUOTED.findall(text) if message.author.id == me else []
    return bare("\n".join(passages) or text)


def said_in(message: discord.Message, me: int) -> str:
    """Return what a message says for all to see, code and spoilers left out; of the bot's own only its passages."""
    text = without_hidden("\n".join(filter(None, _texts(message))))
    passages = _QUOTED.findall(text) if message.author.id == me else []
    return bare("\n".join(f"> {each}" for each in passages) or text)


def shown_as(message: discord.Message | None) -> str:
    """Return all texts of a message as they were sent, marks included."""
    return "\n".join(filter(None, _texts(message))) if message else ""


def shown_by(message: discord.Message | None) -> str:
    """Return all that a message shows, as it is read."""
    return bare("\n".join(filter(None, _texts(message)))) if message else ""


def _kept(mark: re.Match[str]) -> str:
    kept = mark["escaped"] or mark["label"] or mark["emoji"]
    return kept or (" " if mark[0][0] in "<h" else "")


def _texts(message: discord.Message) -> Iterator[str | None]:
    everything: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    for said in everything:
        yield said.content
        for embed in said.embeds:
            yield from (embed.title, embed.description, *(field.value for field in embed.fields))
        waiting: list[Any] = list(said.components)
        while waiting:
            component = waiting.pop(0)
            if isinstance(component, discord.TextDisplay):
                yield component.content
            waiting += getattr(component, "children", [])
