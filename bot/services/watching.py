"""Reading the seeds again when their files change, and never one that is half written."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.services.database import StateError
from bot.services.incidents import log, note
from bot.services.seeding import Outcome, Seeding, SeedingError
from bot.services.seeds.errors import AtWorkError, SeedFolderError
from bot.services.seeds.names import is_seed_name

WHO = "watch"
QUIET = 1.0
"""Seconds in which no file may change, in size or time, before they are read: who copies a file writes more often."""
_DEBOUNCE = 400
"""Milliseconds in which events are gathered."""

Told = Callable[[Outcome], Awaitable[None]]
Looked = dict[str, tuple[int, int, int]]


async def watch(
    seeding: Seeding, stop: asyncio.Event, told: Told | None = None, quiet: float = QUIET
) -> None:
    """Reload after every change of a seed's file until `stop` is set; `told` hears what came of it.

    What is refused is logged, and the articles of before go on being asked. Returns early where the folder is gone.
    """
    from watchfiles import awatch  # noqa: PLC0415 – only who watches needs it

    events = awatch(
        seeding.folder,
        watch_filter=lambda _, path: is_seed_name(Path(path).name),
        debounce=_DEBOUNCE,
        stop_event=stop,
        recursive=False,
    )
    try:
        async for _ in events:
            await _reload(seeding, stop, told, quiet)
    except OSError as error:
        log.warning("%s is not watched any more (%s): reload it by hand.", seeding.folder, error)


async def _reload(seeding: Seeding, stop: asyncio.Event, told: Told | None, quiet: float) -> None:
    try:
        outcome = await _when_quiet(seeding, stop, quiet)
        if outcome and told:
            await told(outcome)
    except (SeedFolderError, SeedingError, StateError) as error:
        log.warning("The seeds were not read again: %s", error)
    except Exception as error:  # noqa: BLE001 – a fault is logged, and the next change is seen all the same
        note(error)


async def _when_quiet(seeding: Seeding, stop: asyncio.Event, quiet: float) -> Outcome | None:
    """Reload as soon as nobody writes; None where there is nothing to read again."""
    while not stop.is_set():
        await _quiet(seeding, stop, quiet)
        if stop.is_set() or await seeding.is_current():
            return None
        try:
            return await seeding.reload(WHO)
        except AtWorkError:
            continue
    return None


async def _quiet(seeding: Seeding, stop: asyncio.Event, quiet: float) -> None:
    before = await asyncio.to_thread(looked, seeding.folder)
    while not stop.is_set():
        await _pause(stop, quiet)
        now = await asyncio.to_thread(looked, seeding.folder)
        if now == before and not seeding.is_being_changed():
            return
        before = now


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return


def looked(folder: Path) -> Looked:
    """Return size, time of change and number of each seed's file. Raises OSError where the folder is gone."""
    found: Looked = {}
    for path in folder.iterdir():
        if is_seed_name(path.name):
            try:
                stat = path.stat()
            except OSError:
                continue
            found[path.name] = stat.st_size, stat.st_mtime_ns, stat.st_ino
    return found
