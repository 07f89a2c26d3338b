"""A Discord on this machine, and the bot started against it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.cli.conftest import environ, folder
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback, free_port
from tests.loopback.world import TOKEN

__all__ = ["environ", "folder"]

Start = Callable[..., Awaitable[BotProcess]]


@pytest.fixture
async def closed_discord() -> AsyncIterator[Loopback]:
    """A Discord that cannot be reached yet."""
    server = Loopback(free_port())
    yield server
    await server.close()


@pytest.fixture
async def loopback(closed_discord: Loopback) -> Loopback:
    """A Discord with one server, one channel and a bot that is known by its token."""
    await closed_discord.open()
    return closed_discord


@pytest.fixture
async def start(closed_discord: Loopback, folder: Path, environ: dict[str, str]) -> AsyncIterator[Start]:
    """Starts the bot in a folder with two articles; with a token, unless another environment is given."""
    started: list[BotProcess] = []

    async def run(*args: str, **more: str) -> BotProcess:
        given = environ | {"DISCORD_TOKEN": TOKEN} | more
        bot = await BotProcess.start(closed_discord.address, folder, given, closed_discord.watch, *args)
        started.append(bot)
        return bot

    yield run
    for bot in started:
        await bot.kill()
        # Shown by pytest only where the test fails.
        print(*bot.lines, sep="\n")  # noqa: T201 – pytest shows it where a test fails


@pytest.fixture
async def bot(loopback: Loopback, start: Start) -> BotProcess:
    """The bot, connected."""
    process = await start("discord")
    await process.says("Invite the bot")
    assert loopback.gateway.sessions
    return process
