"""What every part of the Discord door works with: the library, the settings, the answers in flight."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import discord

from bot.core.store import FactStore
from bot.discordapp.chart import Drawer
from bot.discordapp.posted import Posted
from bot.discordapp.running import InFlight
from bot.services.config import Settings
from bot.services.database import Database, NoDatabase
from bot.services.library import Library
from bot.services.scopes import Scopes
from bot.services.seeding import Seeding
from bot.services.views import Views
from bot.services.vocabulary import Vocabularies


@dataclass(frozen=True, slots=True)
class Door:
    """The parts, built once by the composition root. `library.current` is taken once for each answer."""

    library: Library
    settings: Settings
    state: Database | NoDatabase
    in_flight: InFlight = field(default_factory=InFlight)
    posted: Posted = field(default_factory=Posted)
    drawer: Drawer = field(default_factory=Drawer)
    completions: Vocabularies = field(default_factory=Vocabularies)
    scopes: Scopes = field(default_factory=Scopes)
    views: Views = field(default_factory=Views)
    seeding: Seeding = field(init=False)

    def __post_init__(self) -> None:
        """Give admins their hands on the same library and state."""
        object.__setattr__(self, "seeding", Seeding(self.library, self.state, self.settings))

    @property
    def store(self) -> FactStore:
        """The store of this moment, with all articles; what a place may search of it, `scoping` knows."""
        return self.library.current

    @property
    def results(self) -> int:
        """How many results stand on one sheet at most."""
        return self.settings.discord.results

    def prefix(self, guild: int | None) -> str:
        """Return what a command begins with in a server."""
        own = self.settings.discord.servers.get(str(guild))
        return own.prefix if own and own.prefix else self.settings.discord.prefix

    def keeps(self, guild: int | None) -> bool:
        """Whether something can be kept for a server."""
        return guild is not None and self.state.reason is None

    def plain(self, guild: int | None, command: str) -> bool:
        """Whether an answer of `command` is plain text in a server."""
        given = self.settings.discord
        own = given.servers.get(str(guild))
        everywhere = own.plain_text if own and own.plain_text is not None else given.plain_text
        return everywhere or command in given.plain_commands


class HasDoor(discord.Client):
    """A client that carries the door's parts."""

    door: Door


def door_of(client: discord.Client) -> Door:
    """Return the parts that the client of this door carries."""
    return cast("HasDoor", client).door
