"""The preview itself: the simulated Discord as a page that only this machine can open, until somebody ends it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from simcord import Preview, SetupError

from bot.discordapp.door import Door
from bot.preview.quoting import quotes_end_with_their_line
from bot.preview.talk import talk_about
from bot.preview.talking import hold
from bot.preview.world import World, simulated

_BEFORE = timedelta(minutes=10)
"""How long ago the talk began; it takes less."""

Opened = Callable[[str, list[str]], None]
"""Gets the address of the page, and lines that say how to use it."""


class PortError(Exception):
    """The port asked for cannot be had: it is taken, or needs more rights."""


class Served(NamedTuple):
    """A page that is being served, and the server it shows."""

    page: Preview
    world: World


@asynccontextmanager
async def served(door: Door, now: datetime, port: int = 0) -> AsyncIterator[Served]:
    """Serve the channel with its talk on 127.0.0.1, where it is `now`; port 0 takes any that is free.

    Raises:
        PortError: the port cannot be had.
        TimeoutError: the bot did not answer in time.
    """
    async with simulated(door, now - _BEFORE) as world:
        await hold(world, talk_about(door.store))
        await world.env.advance_time((now - world.env.now()).total_seconds())
        page = world.env.preview(world.channel, viewers=world.viewers, layout="channel", port=port)
        with quotes_end_with_their_line():
            try:
                await page.__aenter__()
            except SetupError as error:
                raise PortError from error
            try:
                yield Served(page, world)
            finally:
                await page.close()


async def serve(door: Door, port: int, stop: asyncio.Event, opened: Opened) -> None:
    """Serve until `stop` is set or the session is ended in the browser; `opened` is called once, when it can be used.

    Raises:
        PortError: the port cannot be had.
        TimeoutError: the bot did not answer in time.
    """
    async with served(door, datetime.now(UTC), port) as (page, world):
        opened(page.url, usage(page.url, world))
        waiting = [asyncio.ensure_future(each) for each in (stop.wait(), page.wait_closed())]
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for each in waiting:
            each.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


def usage(address: str, world: World) -> list[str]:
    """Return what to say at the start: the address, and how to ask."""
    names = [member.user.global_name or member.name for member in world.viewers]
    seen = f"“Viewing as” switches between {', '.join(names[:-1])} and {names[-1]}, the admin."
    return [
        f"Open {address}",
        "Whoever has this address can use the preview. Ctrl-C ends it, or More, “End preview session” in the browser.",
        f"Ask with {world.prefix}ask, with /, with @{world.name}, or by replying to an answer. {seen}",
        "A browser has no message menus: the last answer in the channel came from one.",
    ]
