"""The composition root of the Discord door: builds its parts and keeps it running until a signal."""

from __future__ import annotations

import asyncio
import contextlib
import logging
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
from bot.services.health import beat, health_file, keep_beating
from bot.services.incidents import log
from bot.services.places import state_folder
from bot.services.state import State

_STATE = "discord.json"


def run(session: Session, token: str) -> int:
    """Load the articles, connect, and stay until a signal; return the exit code."""
    with StopSignals(GRACE) as signals:
        take_logs(token)
        door = _door(session)
        arrival = Arrival(tell, loaded(door.store), door.settings.discord.prefix)
        parts = _Parts(session, door, health_file(session.runtime.environ), arrival)
        return asyncio.run(parts.run(token, signals))


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


def _door(session: Session) -> Door:
    folder = state_folder(session.runtime.environ)
    return Door(session.library, session.settings, State(folder and folder / _STATE), log_file=_log_file())


def _log_file() -> str | None:
    files = (handler.baseFilename for handler in log.handlers if isinstance(handler, logging.FileHandler))
    return next(files, None)
