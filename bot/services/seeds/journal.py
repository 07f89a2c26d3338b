"""The journal of one change: what is to be done to which file, so that it can be done twice, or undone.

It is committed by one rename. From then on it is done to its end, by whoever comes next if need be; only where the
system refuses is it turned into its own undoing, by one rename again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.services.seeds.disk import Disk, digest_of
from bot.services.seeds.names import is_seed_name

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file. `old` and `new` are SHA-256 of its bytes before and after, None where there is no such file.

    The new bytes wait in `<number>.new`, the old ones in `<number>.old`.
    """

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """One change, `id` unlike that of any other."""

    id: str
    entries: tuple[Entry, ...]

    def to_bytes(self) -> bytes:
        """Return the journal as it is written."""
        entries = [[entry.name, entry.old, entry.new] for entry in self.entries]
        return json.dumps({"version": _VERSION, "id": self.id, "entries": entries}).encode("ascii")

    @classmethod
    def of(cls, data: bytes) -> Journal:
        """Read a journal. Raises ValueError for what is none, or names a file outside the folder."""
        found = json.loads(data)
        if not isinstance(found, dict) or found.get("version") != _VERSION:
            raise ValueError("no journal of this version")
        entries = tuple(_entry(each) for each in found["entries"])
        return cls(str(found["id"]), entries)


def _entry(found: Sequence[object]) -> Entry:
    name, old, new = found
    if not isinstance(name, str) or not is_seed_name(name):
        raise ValueError("a name that is no seed's")
    return Entry(name, None if old is None else str(old), None if new is None else str(new))


def staged(room: Path, number: int) -> Path:
    """Return where the new bytes of an entry wait."""
    return room / f"{number}.new"


def kept(room: Path, number: int) -> Path:
    """Return where the old bytes of an entry are kept."""
    return room / f"{number}.old"


def do(journal: Journal, folder: Path, room: Path, disk: Disk) -> None:
    """Bring every file to its new state; done again it changes nothing. Raises OSError.

    Bytes that are neither the old nor the new ones were put there by somebody else meanwhile. They are set aside
    before new ones take their name, and are left alone where the file was to go.
    """
    for number, entry in enumerate(journal.entries):
        target, waiting = folder / entry.name, staged(room, number)
        there = digest_of(target)
        if entry.new is None:
            if there is not None and there == entry.old:
                disk.remove(target)
        elif there != entry.new and waiting.exists():
            if there not in {None, entry.old}:
                disk.rename(target, room / f"{journal.id[:8]}-{entry.name}.aside")
            disk.rename(waiting, target)
    disk.sync(folder)


def undo(journal: Journal, folder: Path, room: Path, disk: Disk) -> None:
    """Bring every file that has its new state back to its old one; done again it changes nothing. Raises OSError."""
    for number, entry in reversed(list(enumerate(journal.entries))):
        target, before = folder / entry.name, kept(room, number)
        there = digest_of(target)
        if there != entry.new:
            continue
        if entry.old is None:
            disk.remove(target)
        elif there != entry.old and before.exists():
            disk.rename(before, target)
    disk.sync(folder)
