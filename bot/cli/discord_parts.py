"""The composition root of the Discord door: builds its parts and keeps it running until a signal."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import discord

from bot.cli.counting import loaded
from bot.cli.session import Session
from bot.cli.state import opened_state
from bot.console.visible import say
from bot.discordapp.arrival import Arrival
from bot.discordapp.boundary import logged
from bot.discordapp.client import build_client
from bot.discordapp.door import Door
from bot.discordapp.recalling import announce
from bot.discordapp.running import GRACE, Kept, StopSignals, connected, keep_running, take_logs
from bot.services.health import beat, health_file, keep_beating
from bot.services.incidents import log
from bot.services.library import Library
from bot.services.seeding import Outcome
from bot.services.watching import watch


def run(session: Session, token: str) -> int:
    """Load the articles, connect, and stay until a signal; return the exit code."""
    with StopSignals(GRACE) as signals:
        take_logs(token)
        return asyncio.run(_connected(session, token, signals))


async def _connected(session: Session, token: str, signals: StopSignals) -> int:
    async with opened_door(session) as door:
        arrival = Arrival(tell, loaded(door.store), door.settings.discord.prefix)
        parts = _Parts(session, door, health_file(session.runtime.environ), arrival)
        return await parts.run(token, signals)


@contextlib.asynccontextmanager
async def opened_door(
    session: Session, url: str | None = None, library: Library | None = None
) -> AsyncIterator[Door]:
    """Open the state, say so where it cannot be opened, and give the parts of the door over it."""
    async with opened_state(session, url) as state:
        if state.reason:
            log.warning(state.reason)
            tell(f"{state.reason} Questions are answered; changes of the seeds cannot be kept.")
        door = Door(library or session.library, session.settings, state)
        await door.scopes.read(state)
        yield door


@dataclass(slots=True)
class _Parts:
    session: Session
    door: Door
    health: Path | None
    arrival: Arrival
    client: discord.Client | None = None
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, token: str, signals: StopSignals) -> int:
        kept = Kept(self.build, self.ready, tell, self.session.runtime.failed, self.door.in_flight)
        beside = [asyncio.create_task(each) for each in (self.beat(), self.watch())]
        try:
            return await keep_running(token, kept, signals.asked())
        finally:
            for each in beside:
                each.cancel()
            await asyncio.gather(*beside, return_exceptions=True)

    def build(self, message_content: bool) -> discord.Client:  # noqa: FBT001 – the shape of `Kept.build`
        """Make a fresh client over the same parts."""
        self.client = build_client(self.door, message_content=message_content)
        return self.client

    def ready(self, client: discord.Client, message_content: bool) -> None:  # noqa: FBT001 – of `Kept.ready`
        """Report at once that the bot is healthy, and say what there is to say."""
        if self.health:
            with contextlib.suppress(OSError):
                beat(self.health, datetime.now(UTC), True)  # noqa: FBT003 – the shape of a report
        self.arrival(client, message_content)
        self.arrived.set()

    async def watch(self) -> None:
        """Keep what was changed meanwhile, then read the seeds again when they change, if that is configured."""
        with logged("keeping what changed while the bot was not running"):
            await self._told(await self.door.seeding.settle())
        if self.session.settings.seeds.watch:
            await watch(self.door.seeding, asyncio.Event(), self._told)

    async def _told(self, outcome: Outcome | None) -> None:
        if outcome is not None and outcome.recalls:
            await self.arrived.wait()
            if self.client is not None:
                await announce(self.client, outcome.recalls)

    async def beat(self) -> None:
        if self.health:
            await keep_beating(self.health, lambda: connected(self.client))


def tell(sentence: str) -> None:
    """Tell whoever started the bot; nobody listening any more is no reason to end it."""
    with contextlib.suppress(OSError):
        say(sentence)
