"""The versions of the seeds that are kept, as articles again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from bot.core.store import Entry
from bot.services.database import Database, NoDatabase, StateError
from bot.services.reading import read_seeds
from bot.services.seeding.errors import SeedingError
from bot.services.seeding.recording import Ledger, by_name, digests
from bot.services.seeds.load import RawSeeds
from bot.services.shelf import Read, Shelf, make_shelf, standing


async def files_of(state: Database | NoDatabase, version: int) -> dict[str, bytes]:
    """Return the files of a version. Raises SeedingError."""
    try:
        return await state.versions.files(version)
    except StateError as error:
        raise SeedingError(str(error)) from error


async def entries_of(files: Mapping[str, bytes], folder: Path, shelf: Shelf) -> tuple[Entry, ...]:
    """Return the articles of a version's files; what is loaded from the same files is not read again."""
    loaded, _ = await asyncio.to_thread(standing, await _read(files, folder, shelf))
    return tuple(loaded.values())


async def shelf_of(files: Mapping[str, bytes], folder: Path, shelf: Shelf) -> Shelf:
    """Return a version's files as if they had been loaded."""
    return await asyncio.to_thread(make_shelf, None, await _read(files, folder, shelf))


async def version_before(ledger: Ledger, raw: RawSeeds) -> int:
    """Return the newest version that is not what the folder holds now. Raises SeedingError."""
    try:
        newest = await ledger.newest()
        if newest and newest.files != await asyncio.to_thread(digests, by_name(raw)):
            return newest.id
        earlier = await ledger.state.versions.newest(2)
    except StateError as error:
        raise SeedingError(str(error)) from error
    if len(earlier) < 2:
        reason = ledger.state.reason or "The first is kept when the seeds are changed."
        raise SeedingError(f"No version of before is kept. {reason}")
    return earlier[1].id


async def _read(files: Mapping[str, bytes], folder: Path, shelf: Shelf) -> Read:
    raw = RawSeeds({str(folder / name): data for name, data in sorted(files.items())}, (), ())
    return await read_seeds(shelf, raw)
