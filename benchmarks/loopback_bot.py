"""The bot as it ships, started against the loopback Discord: what the measurements of its door stand on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback, free_port
from tests.loopback.world import TOKEN

_PASSED_ON = frozenset({"PATH", "SYSTEMROOT", "PYTHONPATH"})


@asynccontextmanager
async def running_bot(seeds: Path) -> AsyncIterator[Loopback]:
    """Give the Discord to which a bot with these seeds has connected; both end with the block."""
    discord = Loopback(free_port())
    await discord.open()
    with tempfile.TemporaryDirectory() as folder:
        environ = {name: value for name, value in os.environ.items() if name in _PASSED_ON} | {
            "XDG_STATE_HOME": folder,
            "DISCORD_TOKEN": TOKEN,
            "VERBATIM_SEEDS__FOLDER": str(seeds),
        }
        bot = await BotProcess.start(discord.address, Path(folder), environ, discord.watch, "discord")
        try:
            await bot.says("Invite the bot")
            yield discord
        finally:
            await bot.kill()
            await discord.close()
