"""The loop that keeps the bot connected: start, tell apart what waiting helps against, wait, start again, stop.

discord.py reconnects by itself once it was connected. What it does not survive is handled here: a first connection
that fails (it then raises an AttributeError), an event that it cannot read, a token or an intent that is refused.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import discord

from bot.discordapp.running.faults import WRONG_TOKEN, Away, Refused, intents_refused, verdict
from bot.discordapp.running.granted import message_content_granted
from bot.discordapp.running.in_flight import InFlight
from bot.discordapp.running.pace import Pace
from bot.services.config import EXIT_CONFIG
from bot.services.incidents import log

GRACE = 5.0
"""Seconds from the signal to the end of the process."""

_FOR_ANSWERS, _FOR_CLOSING = 0.7, 0.2
"""The shares of the grace that answers in flight and the goodbye to Discord get; the rest is the interpreter's."""

_EXIT_OK = 0


@dataclass(slots=True)
class Kept:
    """What is kept running.

    `build` makes a client, with the Message Content intent or without; each attempt needs a fresh one. `ready` is
    called with it when it is connected and knows its servers. `say` tells whoever runs the bot one sentence. `failed`
    logs a fault of the program and returns the sentence about it.
    """

    build: Callable[[bool], discord.Client]
    ready: Callable[[discord.Client, bool], None]
    say: Callable[[str], None]
    failed: Callable[[Exception], str]
    in_flight: InFlight = field(default_factory=InFlight)


async def keep_running(
    token: str,
    kept: Kept,
    stop: asyncio.Event,
    *,
    grace: float = GRACE,
    pace: Pace | None = None,
    granted: Callable[[str], Awaitable[bool]] = message_content_granted,
) -> int:
    """Keep the bot connected until `stop` is set, and return the exit code: 0, or 78 where Discord refuses.

    The token stands in no sentence. Once `stop` is set no new event is read; the answers in flight finish, and the
    connection closes, all within `grace` seconds.

    Raises:
        Exception: whatever building the client or its `setup_hook` raised, if it is not about the connection.
    """
    if not (token.isascii() and token.isprintable() and " " not in token):
        kept.say(WRONG_TOKEN)
        return EXIT_CONFIG
    stopping = asyncio.create_task(stop.wait())
    try:
        return await _Keeper(token, kept, stopping, grace, pace or Pace(), granted).run()
    finally:
        stopping.cancel()


def connected(client: discord.Client | None) -> bool:
    """Whether a client knows its servers and its socket is open; discord.py calls it ready even between sockets."""
    return (
        client is not None
        and client.is_ready()
        and getattr(client, "ws", None) is not None
        and client.ws.open
    )


@dataclass(slots=True)
class _Keeper:
    token: str
    kept: Kept
    stopping: asyncio.Task[bool]
    grace: float
    pace: Pace
    granted: Callable[[str], Awaitable[bool]]
    content_refused: bool = False
    failures: int = 0
    client: discord.Client | None = None
    content: bool = False
    discords: bool = True
    """Whether a fault now would be in what Discord says, and not in how the bot is set up."""
    ready_at: float | None = None

    async def run(self) -> int:
        while True:
            attempt = asyncio.create_task(self._attempt())
            await asyncio.wait({attempt, self.stopping}, return_when=asyncio.FIRST_COMPLETED)
            stopped = not attempt.done()
            attempt.cancel()
            (error,) = await asyncio.gather(attempt, return_exceptions=True)
            if stopped:
                self.kept.say("Stopping.")
            await self._close()
            if stopped or error is None:
                return _EXIT_OK
            found = self._meaning(error)
            if isinstance(found, Refused):
                self._tell(found.sentence)
                return EXIT_CONFIG
            if found is not None and await self._stopped_while_waiting(found):
                self.kept.say("Stopping.")
                return _EXIT_OK

    async def _attempt(self) -> None:
        """Connect, and stay so; returns only if the client closed itself."""
        self.client, self.discords, self.ready_at = None, True, None
        self.content = not self.content_refused and await self.granted(self.token)
        self.discords = False
        self.client = self.kept.build(self.content)
        await self.client.login(self.token)
        self.discords = True
        arrival = asyncio.create_task(self._arrive(self.client))
        try:
            await _connect(self.client)
        finally:
            arrival.cancel()

    async def _arrive(self, client: discord.Client) -> None:
        await client.wait_until_ready()
        self.ready_at = asyncio.get_running_loop().time()
        try:
            self.kept.ready(client, self.content)
        except Exception as error:  # noqa: BLE001 – what is only said must not end what works
            self.kept.say(self.kept.failed(error))

    def _meaning(self, error: BaseException) -> Refused | Away | None:
        """Return what the end of an attempt means, None for "try again at once"."""
        if isinstance(error, discord.PrivilegedIntentsRequired) and self.client is not None:
            if not self.content:
                return intents_refused(self.client.intents)
            self.content_refused = True
            return None
        found = verdict(error)
        if found is not None:
            return found
        if self.discords and isinstance(error, Exception):
            self.kept.say(self.kept.failed(error))
            return Away("The connection to Discord broke")
        raise error

    async def _stopped_while_waiting(self, away: Away) -> bool:
        """Say what is wrong and wait; return whether the bot was asked to stop meanwhile."""
        now = asyncio.get_running_loop().time()
        held = self.ready_at is not None and now - self.ready_at >= self.pace.longest
        self.failures = 1 if held else self.failures + 1
        seconds = self.pace.wait(self.failures, away.at_least)
        self._tell(f"{away.why}; trying again in {seconds:.0f} s.")
        await asyncio.wait({self.stopping}, timeout=seconds)
        return self.stopping.done()

    async def _close(self) -> None:
        """Let the answers in flight finish, then say goodbye; neither may take longer than its share."""
        if self.client is None:
            return
        if not await self.kept.in_flight.settled(self.grace * _FOR_ANSWERS):
            self._tell(f"Answers cut off because they took too long: {self.kept.in_flight.count}.")
        try:
            async with asyncio.timeout(self.grace * _FOR_CLOSING):
                await self.client.close()
        except TimeoutError:
            await self.client.http.close()

    def _tell(self, sentence: str) -> None:
        log.warning(sentence)
        self.kept.say(sentence)


async def _connect(client: discord.Client) -> None:
    """Connect a client that is logged in, raising what was wrong where the very first connection fails."""
    try:
        await client.connect()
    except AttributeError as error:
        # There never was a connection whose place in the stream of events discord.py could go on from.
        if getattr(client, "ws", None) is not None:
            raise
        cause = error.__context__
        raise cause if isinstance(cause, Exception) and verdict(cause) else ConnectionResetError from None
