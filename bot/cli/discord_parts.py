"""The composition root of the Discord door: builds its parts and keeps it running until a signal."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import discord

from bot.cli.counting import loaded
from bot.cli.session import Session
from bot.console.visible import say
from bot.discordapp.arrival import Arrival
from bot.discordapp.client import build_client
from bot.discordapp.door import Door
from bot.discordapp.running import GRACE, Kept, StopSignals, connected, keep_running, take_logs
from bot.services.database import open_state
from bot.services.health import beat, health_file, keep_beating
from bot.services.incidents import log
from bot.services.library import Library


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
    state = await open_state(url or session.settings.state.url, session.runtime.environ)
    if state.reason:
        log.warning(state.reason)
        tell(f"{state.reason} Questions are answered; changes of the seeds cannot be kept.")
    door = Door(library or session.library, session.settings, state, log_file=_log_file())
    try:
        await door.scopes.read(state)
        yield door
    finally:
        await state.close()


@dataclass(slots=True)
class _Parts:
    session: Session
    door: Door
    health: Path | None
    arrival: Arrival
    client: discord.Client | None = None

    async def run(self, token: str, signals: StopSignals) -> int:
        kept = Kept(self.build, self.ready, tell, self.session.runtime.failed, self.door.in_flight)
        pulse = asyncio.create_task(self.beat())
        try:
            return await keep_running(token, kept, signals.asked())
        finally:
            pulse.cancel()
            await asyncio.gather(pulse, return_exceptions=True)

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

    async def beat(self) -> None:
        if self.health:
            await keep_beating(self.health, lambda: connected(self.client))


def tell(sentence: str) -> None:
    """Tell whoever started the bot; nobody listening any more is no reason to end it."""
    with contextlib.suppress(OSError):
        say(sentence)


def _log_file() -> str | None:
    files = (handler.baseFilename for handler in log.handlers if isinstance(handler, logging.FileHandler))
    return next(files, None)
