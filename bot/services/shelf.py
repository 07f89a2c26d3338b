"""One reading of a folder of seeds: the store made of it, and what each file gave, so that the next reads less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.core.article import Article
from bot.core.store import Entry, FactStore
from bot.services.collector import at_rest, leave_alone
from bot.services.extracting import Extracted
from bot.services.seeds import Fault, SeedReport
from bot.services.seeds.disk import digest
from bot.services.seeds.load import RawSeeds, distinct


class Given(NamedTuple):
    """What a file gave when it was read: `entry` is None where it has a fault that keeps it out."""

    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    entry: Entry | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The store of one moment, and by path what was read and what stands in the store."""

    store: FactStore
    report: SeedReport
    files: Mapping[str, Given] = field(default_factory=dict, repr=False)
    loaded: Mapping[str, Entry] = field(default_factory=dict, repr=False)
    behind: frozenset[str] = frozenset()
    """Paths of files that have faults now, and of which the version before them still stands in the store."""

    def path_of(self, article: str) -> str | None:
        """Return the path of the file from which the article with this id was read."""
        found = (path for path, entry in self.loaded.items() if entry.article.id == article)
        return next(found, None)


class Read(NamedTuple):
    """What was made of the files of a folder, before the store is built of it."""

    raw: RawSeeds
    files: Mapping[str, Given]
    again: int
    """How many files were read again; all others were known by their hash."""


def to_read(before: Shelf | None, raw: RawSeeds) -> tuple[dict[str, Given], dict[str, bytes]]:
    """Return what is known of the files by their hashes, and the files that have to be read."""
    known: dict[str, Given] = {}
    unknown: dict[str, bytes] = {}
    for path, data in raw.files.items():
        given = before.files.get(path) if before else None
        if given is not None and given.digest == digest(data):
            known[path] = given
        else:
            unknown[path] = data
    return known, unknown


def make_read(
    raw: RawSeeds, known: Mapping[str, Given], unknown: Mapping[str, bytes], extracted: Sequence[Extracted]
) -> Read:
    """Put what is known and what was read again together; `extracted` is in the order of `unknown`."""
    files = dict(known)
    for (path, data), each in zip(unknown.items(), extracted, strict=True):
        entry = Entry(each.article, each.facts) if each.article else None
        files[path] = Given(digest(data), entry, each.faults)
    return Read(raw, files, len(unknown))


def make_shelf(before: Shelf | None, read: Read) -> Shelf:
    """Build the store; a file with faults keeps the version that stands in the store before.

    The same articles give the same store, the very object.
    """
    loaded, faults = standing(read)
    behind = _kept_back(before, read, loaded) if before else {}
    loaded |= behind
    entries = tuple(sorted(loaded.values(), key=lambda entry: entry.article.id))
    store = before.store if before and _same(entries, before.store.entries) else _built(entries)
    return Shelf(store, SeedReport(store.articles, faults), read.files, loaded, frozenset(behind))


def standing(read: Read) -> tuple[dict[str, Entry], tuple[Fault, ...]]:
    """Return by path what can stand in one store, and all faults."""
    faults = list(read.raw.faults)
    entries: dict[str, Entry] = {}
    found: list[tuple[str, Article]] = []
    for path in sorted(read.files):
        given = read.files[path]
        faults += given.faults
        if given.entry is not None:
            entries[path] = given.entry
            found.append((path, given.entry.article))
    loaded = {path: entries[path] for path, _ in distinct(found, faults)}
    return loaded, tuple(sorted(faults))


def _kept_back(before: Shelf, read: Read, loaded: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return the entries of before for the files that are still there and give none now."""
    ids = {entry.article.id for entry in loaded.values()}
    texts = {entry.article.sha256 for entry in loaded.values()}
    found: dict[str, Entry] = {}
    for path in sorted({*read.files, *read.raw.unread} - loaded.keys()):
        entry = before.loaded.get(path)
        if entry and entry.article.id not in ids and entry.article.sha256 not in texts:
            found[path] = entry
            ids.add(entry.article.id)
            texts.add(entry.article.sha256)
    return found


def _same(one: tuple[Entry, ...], other: tuple[Entry, ...]) -> bool:
    return len(one) == len(other) and all(a.article is b.article for a, b in zip(one, other, strict=True))


def _built(entries: tuple[Entry, ...]) -> FactStore:
    with at_rest():
        store = FactStore.build(entries)
        leave_alone(len(entries))
    return store
