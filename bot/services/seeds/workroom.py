"""The hidden folder inside the folder of seeds in which a change is made ready, committed and completed."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.services.seeds.disk import Disk, digest, digest_of
from bot.services.seeds.errors import FolderWriteError, UnfinishedError, reason_of
from bot.services.seeds.journal import Entry, Journal, do, kept, staged, undo
from bot.services.seeds.lock import LOCK, NOTE

ROOM = ".verbatim"
"""Inside the folder of seeds, hence on the same file system: a rename out of it happens or does not."""
_JOURNAL, _UNDOING, _LAST, _PART = "journal", "undoing", "last", "journal.part"
_PERMISSIONS = 0o777


@dataclass(frozen=True, slots=True)
class FolderChange:
    """What is to be done: files to write, which of them may not be there yet, files that have to go."""

    puts: Mapping[str, bytes] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    """Those of `puts` that are added; the others replace."""
    removes: frozenset[str] = frozenset()

    @property
    def names(self) -> list[str]:
        """All files concerned, sorted."""
        return sorted({*self.puts, *self.removes})

    def __bool__(self) -> bool:
        return bool(self.puts or self.removes)


class Workroom:
    """Where one change at a time is made; all but `left`, `moment` and `make` is for whoever holds the lock."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self.path = folder / ROOM
        self._folder = folder
        self._disk = disk

    def make(self) -> None:
        """Make the room if it is not there. Raises OSError, FolderWriteError."""
        if not self._folder.is_dir():
            raise FileNotFoundError(2, "No such folder", str(self._folder))
        self.path.mkdir(mode=0o700, exist_ok=True)
        if self.path.is_symlink():
            raise FolderWriteError(f"The seeds were not changed: {self.path} is a link. Remove it.")

    def left(self) -> set[str]:
        """Return what a change left here, the notes about changes apart."""
        try:
            found = {each.name for each in self.path.iterdir()}
        except OSError:
            return set()
        return {name for name in found if name not in {LOCK, NOTE, _LAST} and not name.endswith(".aside")}

    def committed(self) -> bool:
        """Whether a change is committed and not completed."""
        return bool({_JOURNAL, _UNDOING} & self.left())

    def moment(self) -> tuple[str, bool]:
        """Return what is another after each change, and whether a change is being made."""
        try:
            last = Journal.of((self.path / _LAST).read_bytes()).id
        except (OSError, ValueError, KeyError, TypeError):
            last = ""
        return last, self.committed()

    def apply(self, change: FolderChange) -> None:
        """Make one change. Raises FolderWriteError, then nothing was changed, and UnfinishedError."""
        with refusals(self._folder):
            try:
                journal = self._make_ready(change)
                self._disk.rename(self.path / _PART, self.path / _JOURNAL)
            except OSError:
                with self._unfinished():
                    # A network file system may say that it did not rename, and have done it.
                    self._disk.remove(self.path / _JOURNAL)
                with contextlib.suppress(OSError):
                    self._tidy()
                raise
            self._disk.sync(self.path)
        self._finish(journal)

    def complete(self) -> None:
        """Complete what somebody left, and throw away what was not committed. Raises SeedFolderError."""
        with self._unfinished():
            undoing, committed = self._journal(_UNDOING), self._journal(_JOURNAL)
            if undoing:
                self._undo(undoing)
        if committed:
            self._finish(committed)
        with refusals(self._folder):
            self._tidy()

    def _make_ready(self, change: FolderChange) -> Journal:
        """Put new bytes, old bytes and the journal where they wait."""
        entries = []
        for number, name in enumerate(change.names):
            target, data, mode = self._folder / name, change.puts.get(name), None
            if name not in change.new:
                self._disk.keep(target, kept(self.path, number))
                mode = target.stat().st_mode & _PERMISSIONS
            if data is not None:
                self._disk.write(staged(self.path, number), data, mode)
            old = digest_of(kept(self.path, number))
            entries.append(Entry(name, old, None if data is None else digest(data)))
        journal = Journal(secrets.token_hex(8), tuple(entries))
        self._disk.write(self.path / _PART, journal.to_bytes())
        self._disk.sync(self.path)
        return journal

    def _finish(self, journal: Journal) -> None:
        """Do what the journal says; where the system refuses, undo it."""
        try:
            do(journal, self._folder, self.path, self._disk)
            self._disk.rename(self.path / _JOURNAL, self.path / _LAST)
            self._disk.sync(self.path)
        except OSError as error:
            if (self.path / _JOURNAL).exists():
                with self._unfinished():
                    self._disk.rename(self.path / _JOURNAL, self.path / _UNDOING)
                    self._undo(journal)
                raise FolderWriteError(_unchanged(error, self._folder)) from error
        with contextlib.suppress(OSError):
            self._tidy()

    def _undo(self, journal: Journal) -> None:
        undo(journal, self._folder, self.path, self._disk)
        self._disk.rename(self.path / _UNDOING, self.path / _LAST)
        self._tidy()

    def _journal(self, name: str) -> Journal | None:
        where = self.path / name
        try:
            return Journal.of(where.read_bytes())
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            advice = "See whether the seeds are as they should be, then delete that file."
            raise UnfinishedError(f"The journal of a change, {where}, is damaged. {advice}") from None

    @contextlib.contextmanager
    def _unfinished(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = reason_of(error, str(self._folder))
            raise UnfinishedError(
                f"A change of the seeds was begun and cannot be completed now: {reason}. It will be as soon as it can."
            ) from error

    def _tidy(self) -> None:
        """Throw away what waits for no journal."""
        for name in sorted(self.left() - {_JOURNAL, _UNDOING}):
            self._disk.remove(self.path / name)


@contextlib.contextmanager
def refusals(folder: Path) -> Iterator[None]:
    """Turn what the system refuses into a FolderWriteError."""
    try:
        yield
    except OSError as error:
        raise FolderWriteError(_unchanged(error, folder)) from error


def _unchanged(error: OSError, folder: Path) -> str:
    return f"The seeds were not changed: {reason_of(error, str(folder))}."
