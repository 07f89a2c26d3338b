"""Start the bot as `python -m bot` does, against the Discord at the address in the first argument.

Nothing of the product is changed but where Discord is, and how long is waited where a test would only sit through it.
"""

from __future__ import annotations

import asyncio
import functools
import sys
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.cli import main
from bot.discordapp import running

QUICK = running.Pace(first=0.1, longest=0.2)
GUILDS_COME_WITHIN, BEFORE_IDENTIFY = 0.2, 0.1
"""Seconds; discord.py takes 2 and 5."""


def point_to(address: str) -> None:
    """Let discord.py find Discord at `address`."""
    Route.BASE = f"{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{address}/gateway/").with_scheme("ws")


def hurry() -> None:
    """Shorten the waits."""
    running.keep_running = functools.partial(running.keep_running, pace=QUICK)
    state_of = discord.Client._get_state

    def quick_state(self: discord.Client, **options: Any) -> Any:
        return state_of(self, **{"guild_ready_timeout": GUILDS_COME_WITHIN} | options)

    async def before_identify(_self: discord.Client, _shard: int | None, *, initial: bool = False) -> None:
        await asyncio.sleep(0.0 if initial else BEFORE_IDENTIFY)

    discord.Client._get_state = quick_state  # type: ignore[method-assign] # the seam of this harness
    discord.Client.before_identify_hook = before_identify  # type: ignore[assignment,method-assign] # likewise


if __name__ == "__main__":
    point_to(sys.argv.pop(1))
    hurry()
    main()
