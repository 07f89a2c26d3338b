"""Killed at any step of a change, the bot starts again with the old seeds or the new ones, and can go back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.services.config import Settings
from bot.services.database import open_database
from bot.services.library import load_library
from bot.services.seeding import Seeding
from tests.services.seeding.dying import AFTER, BEFORE, address
from tests.services.seeding.fixture import ADA, FILES, files, texts

KILLER = Path(__file__).with_name("dying.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copies of each other")
@pytest.mark.parametrize("change", sorted(AFTER))
async def test_whenever_it_dies_seeds_and_state_are_the_old_or_the_new(tmp_path: Path, change: str) -> None:
    done = subprocess.run(  # noqa: ASYNC221 – nothing else runs on this loop
        [sys.executable, str(KILLER), str(tmp_path), change],
        env=os.environ | {"PYTHONPATH": str(KILLER.parents[3])}, capture_output=True, check=True,
    )  # fmt: skip
    steps = int(done.stdout)
    assert steps > 5
    seen = [await started_again(tmp_path / str(step), change) for step in range(1, steps + 1)]
    assert seen == sorted(seen), "once it is made it stays"
    assert seen[-1]


async def started_again(root: Path, change: str) -> bool:
    """Start on what was left, and see that all of it holds together; whether the change was made."""
    folder = root / "seeds"
    library = load_library(str(folder), 10_000)
    there = files(folder)
    assert there in (BEFORE[change], AFTER[change]), root.name
    state = await open_database(address(root), {})
    try:
        seeding = Seeding(library, state, Settings())
        await seeding.settle()
        assert texts(seeding) == {name.split(".")[0]: data.decode() for name, data in there.items()}
        newest = (await seeding.versions())[0]
        assert await state.versions.files(newest.id) == there
        await seeding.rollback(1, ADA)
        assert files(folder) == FILES
    finally:
        await state.close()
    return there == AFTER[change]
