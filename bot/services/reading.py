"""Reading seeds off the loop: a few in a thread, many in processes of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool

from bot.services.cache import Kept
from bot.services.extracting import Extracted, extract_all
from bot.services.seeds.load import RawSeeds
from bot.services.shelf import Read, Shelf, make_read, to_read

FEW = 20
"""Files up to which a thread is quicker than processes, which take half a second to start."""
_WORKERS = 2


async def read_seeds(before: Shelf, raw: RawSeeds, kept: Kept | None = None) -> Read:
    """Read the files that are not known by their hashes, nor by what `kept` has, and extract their facts."""
    return await asyncio.to_thread(_read, before, raw, kept)


def _read(before: Shelf, raw: RawSeeds, kept: Kept | None) -> Read:
    known, unknown = to_read(before, raw)
    return make_read(raw, known, unknown, _extracted(unknown, kept))


def _extracted(files: Mapping[str, bytes], kept: Kept | None) -> list[Extracted]:
    seeds = list(files.items())
    if len(seeds) > FEW:
        try:
            return extract_all(seeds, kept, workers=_WORKERS)
        except (OSError, BrokenProcessPool):
            pass  # a system that gives no processes has threads
    return extract_all(seeds, kept, workers=1)
