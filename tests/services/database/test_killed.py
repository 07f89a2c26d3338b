"""Killed with signal 9 at any statement, a change is there as a whole or not at all, and the next one works."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.services.database import open_database
from tests.services.database.dying import CHANGES

ROOT = Path(__file__).parents[3]
FEWEST = {
    "keep a version": 8,
    "prune the versions": 5,
    "edit a posted answer": 7,
    "forget a server": 7,
    "open an empty database": 20,
}
"""Statements at which each change has died at least; fewer would mean that the deaths came too early."""
WRITER = """
import asyncio, itertools, sys
from bot.services.database import open_database

async def main():
    database = await open_database(sys.argv[1], {})
    for number in itertools.count(1):
        await database.versions.add("x", str(number), {f"{at}.txt": b"%d" % number for at in range(number)})
        print(number, flush=True)

asyncio.run(main())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the deaths need fork")
@pytest.mark.parametrize("change", CHANGES)
def test_at_every_statement_the_state_is_the_old_one_until_it_is_the_new_one(url: str, change: str) -> None:
    command = [sys.executable, "-m", "tests.services.database.dying", url, change]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    (_, old), *deaths, (came_through, new) = map(json.loads, run.stdout.splitlines())
    assert came_through
    assert new != old
    assert len(deaths) >= FEWEST[change]
    assert [state for _, state in deaths if state not in (old, new)] == []
    turn = sum(state == old for _, state in deaths)
    assert [state == old for _, state in deaths] == [True] * turn + [False] * (len(deaths) - turn)


@pytest.mark.parametrize("lines", [1, 4])
async def test_killed_from_outside_while_writing_all_that_was_said_to_be_kept_is_whole(
    url: str, lines: int
) -> None:
    with subprocess.Popen(  # noqa: ASYNC220 – nobody waits for the loop of a test
        [sys.executable, "-c", WRITER, url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        said = [int(writer.stdout.readline()) for _ in range(lines)]
        writer.send_signal(signal.SIGKILL)
    database = await open_database(url, {})
    kept = await database.versions.newest(99)
    assert {int(version.note) for version in kept} >= set(said)
    for version in kept:
        files = await database.versions.files(version.id)
        assert files == {f"{at}.txt": version.note.encode() for at in range(int(version.note))}
    await database.versions.add("x", "afterwards", {})
    await database.close()
