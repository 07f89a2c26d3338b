"""The library: one reference that is swapped, so that every answer is from one version of all articles."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from bot.core.store import FactStore
from bot.services import answers
from bot.services.answers import Answer
from bot.services.config import Settings
from bot.services.database import NoDatabase
from bot.services.library import Library, load_library
from bot.services.seeding import Seeding
from bot.services.seeds.folder import SeedFolder

RELOADS, QUESTIONS = 50, 1000
PLACES = ("north", "south", "west")


def write(folder: Path, number: int) -> None:
    """Give every article the same number, by which its version is known."""
    folder.mkdir(exist_ok=True)
    for place in PLACES:
        text = f"Storm in the {place}\n\nPolice said {number} boats were lost in the {place}.\n"
        (folder / f"{place}.txt").write_text(text)


def numbers(store: FactStore) -> set[str]:
    """What an answer over all articles says, which is one number where it is from one version."""
    found = answers.figures(store, "boats", all=True)
    assert isinstance(found, Answer)
    assert len(found.hits) == len(PLACES)
    return {word for hit in found.hits for word in hit.passage.text.split() if word.isdecimal()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "seeds", 100)
    return tmp_path / "seeds"


async def test_a_thousand_questions_during_fifty_reloads_are_each_answered_from_one_version(
    folder: Path,
) -> None:
    library = load_library(str(folder), 10_000)
    seeding = Seeding(library, NoDatabase("none"), Settings())
    seen: set[str] = set()
    begun = [asyncio.Event() for _ in range(RELOADS)]

    async def asked(number: int) -> None:
        await begun[number % RELOADS].wait()
        store = library.current
        (found,) = await asyncio.to_thread(numbers, store)
        seen.add(found)

    async def reloaded() -> None:
        for number in range(RELOADS):
            write(folder, 101 + number)
            begun[number].set()
            assert (await seeding.reload("terminal:ada")).changed

    await asyncio.gather(reloaded(), *(asked(number) for number in range(QUESTIONS)))
    assert len(seen) >= RELOADS // 2, "questions and reloads were at the same time"
    assert numbers(library.current) == {str(100 + RELOADS)}


async def test_who_took_the_store_goes_on_with_it(folder: Path) -> None:
    library = load_library(str(folder), 10_000)
    taken = library.current
    write(folder, 7)
    prepared = await library.prepare()
    assert library.current is taken, "what is prepared is not asked yet"
    library.take(prepared.after)
    assert numbers(taken) == {"100"}
    assert numbers(library.current) == {"7"}


async def test_afterwards_threads_have_their_usual_turns(folder: Path) -> None:
    before = sys.getswitchinterval()
    await load_library(str(folder), 10_000).prepare()
    assert sys.getswitchinterval() == before


async def test_what_is_prepared_is_what_a_fresh_start_would_load(folder: Path) -> None:
    library = load_library(str(folder), 10_000)
    write(folder, 8)
    (folder / "north.txt").unlink()
    (folder / "broken.txt").write_bytes(b"\xff\xfe")
    prepared = await library.prepare()
    fresh = load_library(str(folder), 10_000)
    assert prepared.after.store.version == fresh.current.version
    assert prepared.after.store.entries == fresh.current.entries
    assert prepared.after.report == fresh.report


def test_a_start_completes_what_a_dead_process_left(folder: Path) -> None:
    def die(step: str) -> None:
        if step == "journal.part to journal":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        SeedFolder(folder, die).replace("north.txt", b"Calm\n\nNo boat was lost.\n")
    entry = load_library(str(folder), 10_000).current.entry("north")
    assert entry is not None
    assert entry.article.text == "Calm\n\nNo boat was lost.\n"


def test_a_start_over_a_change_that_cannot_be_completed_says_so_and_answers(folder: Path) -> None:
    room = folder / ".verbatim"
    room.mkdir()
    (room / "journal").write_bytes(b'{"version": 1')
    library = load_library(str(folder), 10_000)
    (fault,) = library.report.errors
    assert "journal of a change" in fault.advice
    assert numbers(library.current) == {"100"}


def test_a_library_can_be_made_of_a_store_alone(folder: Path) -> None:
    loaded = load_library(str(folder), 10_000)
    library = Library(loaded.current, loaded.report)
    assert library.current is loaded.current
    assert library.report is loaded.report
    assert library.folder is None
