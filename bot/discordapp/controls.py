"""The controls under an answer. Each holds all that it needs in its custom id, so that it works after a restart.

A control only says what it is; `driving` does it. Every id names the one who asked: only they drive.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Self, cast

import discord
from discord import ui

from bot.discordapp.refs import number
from bot.discordapp.sheets import Kind

LONGEST = 100
"""Characters of a custom id or of an option's value (Discord's limit)."""
_ASKER = r"(?P<asker>[0-9a-z]{1,14})"
_KIND = r"(?P<kind>[acrx])"
_REFS = r"(?P<refs>[\w.~-]{10,90})"

Drive = Callable[["Control", discord.Interaction], Awaitable[None]]
AnyItem = ui.Button[Any] | ui.Select[Any]


class Control(ui.DynamicItem[AnyItem], template=r"v1-"):
    """What all controls have: the id of the one who may use it, and the way to the client that does it."""

    def __init__(self, item: AnyItem, asker: int) -> None:
        super().__init__(item)
        self.asker = asker

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 – the base class's signature
        item: ui.Item[Any],  # noqa: ARG003 – likewise
        match: re.Match[str],
    ) -> Self:
        """Make the control again from its id."""
        return cls.read(match)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        raise NotImplementedError

    for_all: ClassVar[bool] = False
    """Whether others than the one who asked may use it."""

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the click to the client."""
        drive = cast("Drive", interaction.client.drive)
        await drive(self, interaction)


class Go(Control, template=f"v1g:{_ASKER}:{_KIND}:(?P<page>[0-9]{{1,2}}):(?P<way>[pn])"):
    """To the previous or the next sheet; the sheets are the options of the menu beside it."""

    def __init__(self, asker: int, kind: Kind, page: int, *, forward: bool, enabled: bool = True) -> None:
        label, way = ("Next ▶", "n") if forward else ("◀ Previous", "p")
        made: ui.Button[Any] = ui.Button(
            label=label, custom_id=f"v1g:{number(asker)}:{kind.value}:{page}:{way}", disabled=not enabled
        )
        super().__init__(made, asker)
        self.kind, self.page = kind, page

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match), Kind(match["kind"]), int(match["page"]), forward=match["way"] == "n")


class Pages(Control, template=f"v1p:{_ASKER}:{_KIND}"):
    """The menu of sheets. Its options hold their results."""

    prefix: ClassVar[str] = "v1p:"

    def __init__(self, asker: int, kind: Kind, options: list[discord.SelectOption]) -> None:
        made: ui.Select[Any] = ui.Select(
            custom_id=f"{self.prefix}{number(asker)}:{kind.value}", options=options, placeholder="Go to …"
        )
        super().__init__(made, asker)
        self.kind = kind

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says; its options stay in the message."""
        return cls(_asker(match), Kind(match["kind"]), [discord.SelectOption(label="–")])


class _OnSheet(Control, template=r"v1-sheet"):
    """A control that holds the results of the sheet it stands under."""

    letter: ClassVar[str]
    label: ClassVar[str]
    style: ClassVar[discord.ButtonStyle] = discord.ButtonStyle.secondary

    def __init__(self, asker: int, kind: Kind, refs: str) -> None:
        custom_id = f"v1{self.letter}:{number(asker)}:{kind.value}:{refs}"
        super().__init__(ui.Button(label=self.label, custom_id=custom_id, style=self.style), asker)
        self.kind, self.refs = kind, refs

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match), Kind(match["kind"]), match["refs"])


class ShowContext(_OnSheet, template=f"v1c:{_ASKER}:{_KIND}:{_REFS}"):
    """The paragraphs around, for the asker only."""

    letter, label = "c", "Show context"


class Share(_OnSheet, template=f"v1s:{_ASKER}:{_KIND}:{_REFS}"):
    """A private sheet, for everybody in the channel."""

    letter, label, style = "s", "Share", discord.ButtonStyle.primary


class Recheck(_OnSheet, template=f"v1k:{_ASKER}:{_KIND}:{_REFS}"):
    """Whether what is cited still stands, for anybody."""

    letter, label, for_all = "k", "Recheck", True


class ShareShown(Control, template=f"v1w:{_ASKER}"):
    """A private message as it stands, for everybody in the channel."""

    def __init__(self, asker: int) -> None:
        made: ui.Button[Any] = ui.Button(
            label="Share", custom_id=f"v1w:{number(asker)}", style=discord.ButtonStyle.primary
        )
        super().__init__(made, asker)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match))


class Delete(Control, template=f"v1d:{_ASKER}"):
    """Away with the answer."""

    def __init__(self, asker: int, label: str = "Delete") -> None:
        super().__init__(ui.Button(label=label, custom_id=f"v1d:{number(asker)}"), asker)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match))


class Run(
    Control, template=f"v1r:{_ASKER}:(?P<command>[a-z]{{1,10}}):(?P<article>[\\w-]{{0,8}}):(?P<words>(?s:.*))"
):
    """A suggestion, asked at once."""

    def __init__(self, asker: int, command: str, article: str, words: str, label: str = "Ask") -> None:
        custom_id = f"v1r:{number(asker)}:{command}:{article}:{words}"
        super().__init__(
            ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle.primary), asker
        )
        self.command, self.article, self.words = command, article, words

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match), match["command"], match["article"], match["words"])


class ShowChart(Control, template=f"v1h:{_ASKER}:(?P<article>[\\w-]{{0,8}}):(?P<words>(?s:.*))"):
    """The figures that count the same thing, as a picture."""

    def __init__(self, asker: int, article: str, words: str) -> None:
        custom_id = f"v1h:{number(asker)}:{article}:{words}"
        super().__init__(ui.Button(label="Show chart", custom_id=custom_id), asker)
        self.article, self.words = article, words

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match), match["article"], match["words"])


class TellAdmin(Control, template=f"v1t:{_ASKER}:(?P<words>(?s:.*))"):
    """A question without an answer, for the admins to see; what is kept is shown first."""

    def __init__(self, asker: int, words: str) -> None:
        custom_id = f"v1t:{number(asker)}:{words}"
        super().__init__(ui.Button(label="Tell an admin", custom_id=custom_id), asker)
        self.words = words

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match), match["words"])


class Confirm(Control, template=f"v1y:{_ASKER}:(?P<action>[a-z]{{1,10}}):(?P<what>[^:]{{0,70}})"):
    """What an admin has to say once more before it is done."""

    def __init__(self, asker: int, action: str, what: str, label: str = "Yes") -> None:
        custom_id = f"v1y:{number(asker)}:{action}:{what}"
        super().__init__(ui.Button(label=label, custom_id=custom_id, style=discord.ButtonStyle.danger), asker)
        self.action, self.what = action, what

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(_asker(match), match["action"], match["what"])


class Correct(Control, template=r"v1e:(?P<channel>[0-9a-z]{1,14}):(?P<message>[0-9a-z]{1,14})"):
    """A correction under an answer that no longer stands, by any admin."""

    for_all = True

    def __init__(self, channel: int, message: int, label: str = "Append a correction") -> None:
        custom_id = f"v1e:{number(channel)}:{number(message)}"
        super().__init__(ui.Button(label=label, custom_id=custom_id), 0)
        self.channel, self.message = channel, message

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from what its id says."""
        return cls(int(match["channel"], 36), int(match["message"], 36))


_KNOWN = (
    ShareShown,
    Go,
    Pages,
    ShowContext,
    Recheck,
    Share,
    Delete,
    Run,
    ShowChart,
    TellAdmin,
    Confirm,
    Correct,
)
_NAMES = re.compile(r"\(\?P<\w+>")
_ANY_KNOWN = "|".join(_NAMES.sub("(?:", each.__discord_ui_compiled_template__.pattern) for each in _KNOWN)


class Outdated(Control, template=rf"(?!(?:{_ANY_KNOWN})\Z)(?s:.+)"):
    """Any id that is none of those above: an answer of another version of the bot. Discord would say nothing at all."""

    def __init__(self, custom_id: str) -> None:
        super().__init__(ui.Button(label="–", custom_id=custom_id), 0)

    @classmethod
    def read(cls, match: re.Match[str]) -> Self:
        """Make the control from its id."""
        return cls(match[0])


CONTROLS = (*_KNOWN, Outdated)


def room_for(made: Callable[[str], str]) -> int:
    """Return how many characters an id made by `made` leaves for what it is given."""
    return LONGEST - len(made(""))


def _asker(match: re.Match[str]) -> int:
    return int(match["asker"], 36)
