"""The watcher: files that change are read again, whole, and once."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services import watching
from bot.services.seeding import Outcome, Seeding
from bot.services.seeds.folder import SeedFolder
from bot.services.watching import watch
from tests.services.seeding.fixture import ADA, BROKEN, FERRY, FILES, MORE, NEW, said, texts

SOON = 30.0
"""Seconds that a test waits at most for what the system tells."""


class Watched:
    """A watcher that is running, and what it told."""

    def __init__(self, seeding: Seeding) -> None:
        self.told: asyncio.Queue[Outcome] = asyncio.Queue()
        self.stop = asyncio.Event()
        self.task = asyncio.create_task(watch(seeding, self.stop, self.told.put, quiet=0.1))

    async def next(self) -> Outcome:
        """Return what the watcher tells next."""
        async with asyncio.timeout(SOON):
            return await self.told.get()


@pytest.fixture
async def watched(seeding: Seeding) -> AsyncIterator[Watched]:
    watched = Watched(seeding)
    await asyncio.sleep(0.3)  # the system needs a moment until it tells of changes
    yield watched
    watched.stop.set()
    async with asyncio.timeout(SOON):
        await watched.task


def moved_away(folder: Path) -> None:
    """Give the folder another name."""
    folder.rename(folder.with_name("elsewhere"))


async def test_a_changed_file_is_read_again(watched: Watched, seeding: Seeding, folder: Path) -> None:
    (folder / "ferry.txt").write_text(MORE)
    outcome = await watched.next()
    assert "353 → 357" in said(outcome.cards)
    assert texts(seeding)["ferry"] == MORE
    assert [entry.who for entry in await seeding.log()] == ["watch"]


async def test_several_files_at_once_are_one_reload(watched: Watched, seeding: Seeding, folder: Path) -> None:
    for number in range(5):
        (folder / f"more-{number}.txt").write_text(f"More {number}\n\nIt has {number + 2} boats.\n")
    await watched.next()
    assert len(texts(seeding)) == 8
    assert len(await seeding.log()) == 1


async def test_what_is_no_seed_is_nothing_to_read_again(watched: Watched, folder: Path) -> None:
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / ".ferry.txt.swp").write_bytes(b"x")
    (folder / "quay.txt").write_bytes(NEW)
    outcome = await watched.next()
    assert "[quay] new" in said(outcome.cards)
    assert watched.told.empty()


async def test_a_broken_file_is_told_and_the_watcher_goes_on(
    watched: Watched, seeding: Seeding, folder: Path
) -> None:
    (folder / "ferry.txt").write_bytes(BROKEN)
    assert "kept its previous version" in said((await watched.next()).cards)
    assert texts(seeding)["ferry"] == FERRY
    (folder / "ferry.txt").write_text(MORE)
    await watched.next()
    assert texts(seeding)["ferry"] == MORE


async def test_an_admins_own_change_is_not_read_twice(
    watched: Watched, seeding: Seeding, folder: Path
) -> None:
    await seeding.add("quay.txt", NEW, ADA)
    (folder / "ferry.txt").write_text(MORE)
    await watched.next()
    assert [entry.action for entry in await seeding.log()] == ["reload", "add"]


async def test_nothing_is_read_while_a_file_is_still_written(
    seeding: Seeding, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, tuple[int, int, int]]] = []
    whole = MORE.encode()
    looked = watching.looked

    def writing(path: Path) -> dict[str, tuple[int, int, int]]:
        # Between any two looks the writer comes one step further, until all of it is there.
        part = whole[: min(len(whole), 10 * (len(seen) + 1))]
        if (folder / "ferry.txt").read_bytes() != part:
            (folder / "ferry.txt").write_bytes(part)
        seen.append(looked(path))
        return seen[-1]

    monkeypatch.setattr(watching, "looked", writing)
    await watching._reload(seeding, asyncio.Event(), None, quiet=0.001)
    assert texts(seeding)["ferry"] == MORE
    assert len(seen) > len(whole) // 10
    assert len(await seeding.log()) == 1


async def test_nothing_is_read_while_somebody_changes_the_folder(seeding: Seeding, folder: Path) -> None:
    (folder / "ferry.txt").write_text(MORE)
    with SeedFolder(folder).hold("terminal:rosa"):
        task = asyncio.create_task(watching._reload(seeding, asyncio.Event(), None, quiet=0.001))
        await asyncio.sleep(0.7)
        assert texts(seeding)["ferry"] == FERRY
    async with asyncio.timeout(SOON):
        await task
    assert texts(seeding)["ferry"] == MORE


async def test_what_is_refused_leaves_the_articles_of_before(seeding: Seeding, folder: Path) -> None:
    for name in FILES:
        (folder / name).unlink()
    await watching._reload(seeding, asyncio.Event(), None, quiet=0.001)
    assert len(texts(seeding)) == 3


@pytest.mark.skipif(os.name != "posix", reason="a watched folder cannot be removed elsewhere")
async def test_a_folder_that_is_not_there_is_logged_and_not_watched(
    seeding: Seeding, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    moved_away(folder)
    async with asyncio.timeout(SOON):
        await watch(seeding, asyncio.Event())
    assert "is not watched any more" in caplog.text
