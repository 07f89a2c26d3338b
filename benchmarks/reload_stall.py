"""How long a reload holds up the loop: a ticker beside it notes by how much each of its ticks comes too late.

    python -m benchmarks.reload_stall [articles] [reloads]

One article of all is changed before each reload. The same ticker without a reload says what the machine does alone.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.scale.corpus import PER_ARTICLE, generate
from bot.services.config import Settings
from bot.services.database import open_state
from bot.services.extracting import kept_in
from bot.services.library import load_library
from bot.services.seeding import Seeding

TICK = 0.001
LIMIT = 0.020
CACHE = Path(tempfile.gettempdir(), "verbatim-reload-stall")
"""The articles always have the same paths, so that their facts are found again at the next run."""


class Ticker:
    """Sleeps for a millisecond, again and again, and notes by how much longer it took."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.ran: list[float] = []
        """Seconds of a processor that this process had during each tick: the rest of a delay is other programs'."""
        self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        while True:
            began, before = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            self.late.append(time.perf_counter() - began - TICK)
            self.ran.append(time.process_time() - before)

    async def stop(self) -> str:
        """Return what was noted, in milliseconds."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        late, ran = sorted(self.late), sorted(self.ran)
        p50, p99, most = late[len(late) // 2], late[len(late) * 99 // 100], late[-1]
        over = sum(each > LIMIT for each in late)
        return (
            f"p50 {p50 * 1e3:.1f} ms, p99 {p99 * 1e3:.1f} ms, max {most * 1e3:.1f} ms, "
            f"{over} of {len(late)} ticks over {LIMIT * 1e3:.0f} ms; "
            f"this process ran p99 {ran[len(ran) * 99 // 100] * 1e3:.1f} ms, max {ran[-1] * 1e3:.1f} ms of a tick"
        )


def write(seeds: Path, articles: int) -> None:
    """Write generated articles into a folder."""
    shutil.rmtree(seeds, ignore_errors=True)
    seeds.mkdir(parents=True)
    for article in generate(articles * PER_ARTICLE).articles():
        (seeds / f"{article.id}.txt").write_text(f"{article.text}\n", encoding="utf-8")


def change(seed: Path, number: int) -> None:
    """Add a sentence to one article."""
    with seed.open("a", encoding="utf-8") as file:
        file.write(f"\nPolice said {number + 2} boats were lost.\n")


async def measure(articles: int, reloads: int) -> None:
    """Print what reloading does to the loop, and what is there without it."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = CACHE / "seeds"
        write(seeds, articles)
        began = time.perf_counter()
        library = load_library(str(seeds), 300_000, kept_in(CACHE))
        print(f"{len(library.current.entries)} articles loaded in {time.perf_counter() - began:.1f} s")
        state = await open_state(f"sqlite:///{folder}/state.sqlite3")
        seeding = Seeding(library, state, Settings())
        await seeding.settle()
        ticker = Ticker()
        await asyncio.sleep(2)
        print(f"alone:       {await ticker.stop()}")
        for number in range(reloads):
            change(seeds / f"report-{articles // 2:06}.txt", number)
            ticker, began = Ticker(), time.perf_counter()
            outcome = await seeding.reload("terminal:benchmark")
            took = time.perf_counter() - began
            await asyncio.sleep(0.2)
            print(f"reload {number + 1}:    {await ticker.stop()} · {took:.2f} s, changed: {outcome.changed}")
        await state.close()


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    asyncio.run(measure(*(given + [1000, 5][len(given) :])))
