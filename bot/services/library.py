"""The library: the articles of a folder with their facts, ready to be asked, and how they come to be others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.core.difference import Difference, difference
from bot.core.store import Entry, FactStore
from bot.services.cache import Kept
from bot.services.collector import at_rest
from bot.services.extracting import Told, extract_all
from bot.services.reading import read_seeds
from bot.services.seeds import MAX_BYTES, Fault, SeedReport, Severity
from bot.services.seeds.errors import UnfinishedError
from bot.services.seeds.folder import SeedFolder
from bot.services.seeds.load import RawSeeds, read_raw
from bot.services.shelf import Shelf, make_read, make_shelf
from bot.services.turns import short_turns


@dataclass(frozen=True, slots=True)
class Prepared:
    """A reading beside the one that is asked: `Library.take` puts `after` in its place."""

    before: Shelf
    after: Shelf
    raw: RawSeeds
    again: int
    """How many files were read again."""

    def differences(self) -> tuple[Difference, ...]:
        """Return what changed, by article; it takes a moment, so not on the loop."""
        return differences(self.before.store.entries, self.after.store.entries)


class Library:
    """Holds the current store. One reference is swapped: whoever took `current` goes on with the one they took."""

    def __init__(
        self,
        current: FactStore,
        report: SeedReport,
        folder: str | None = None,
        max_bytes: int = MAX_BYTES,
        kept: Kept | None = None,
    ) -> None:
        self._shelf = Shelf(current, report)
        self.folder = folder
        """Where the articles were read from, None where they were not."""
        self.max_bytes = max_bytes
        self.kept = kept

    @property
    def shelf(self) -> Shelf:
        """The reading of this moment: the store and what each file gave."""
        return self._shelf

    @property
    def current(self) -> FactStore:
        """The store of this moment; an answer takes it once."""
        return self._shelf.store

    @property
    def report(self) -> SeedReport:
        """What was found while reading the seeds of the current store."""
        return self._shelf.report

    async def prepare(self, raw: RawSeeds | None = None) -> Prepared:
        """Read the folder aside, or the files `raw`, off the loop; nothing changes until the result is taken.

        Files that are known by their hash are not read again, and their facts are not extracted again.
        """
        before = self._shelf
        if raw is None:
            raw = await asyncio.to_thread(read_raw, self.folder or "", self.max_bytes)
        with short_turns():
            read = await read_seeds(before, raw, self.kept)
            after = await asyncio.to_thread(make_shelf, before, read)
        return Prepared(before, after, raw, read.again)

    def take(self, shelf: Shelf) -> None:
        """Put what was prepared in the place of what is asked now."""
        self._shelf = shelf


def load_library(folder: str, max_bytes: int, kept: Kept | None = None, told: Told | None = None) -> Library:
    """Read all seeds of `folder`, extract their facts and build the store; faulty seeds are left out.

    A change of the folder that a dead process left is completed or thrown away first. What `kept` has is not read
    again; `told` hears how far it is.
    """
    faults = _recovered(folder)
    raw = read_raw(folder, max_bytes)
    raw = RawSeeds(raw.files, raw.unread, (*faults, *raw.faults))
    with at_rest():
        extracted = extract_all(list(raw.files.items()), kept, told)
        shelf = make_shelf(None, make_read(raw, {}, raw.files, extracted))
    library = Library(shelf.store, shelf.report, folder, max_bytes, kept)
    library.take(shelf)
    return library


def _recovered(folder: str) -> tuple[Fault, ...]:
    if not Path(folder).is_dir():
        return ()
    try:
        SeedFolder(folder).recover()
    except UnfinishedError as error:
        expected = "seeds whose last change is complete"
        return (Fault(folder, 0, 0, Severity.ERROR, expected, "one that is not", str(error)),)
    return ()


def differences(old: Iterable[Entry], new: Iterable[Entry]) -> tuple[Difference, ...]:
    """Return what changed from some articles to others, by id; of one that did not change there is none."""
    before = {entry.article.id: entry for entry in old}
    after = {entry.article.id: entry for entry in new}
    found = []
    for article in sorted(before.keys() | after.keys()):
        was, now = before.get(article), after.get(article)
        if was is None or now is None or (was is not now and was.article != now.article):
            found.append(difference(was, now))
    return tuple(found)
