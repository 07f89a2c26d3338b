"""The folder of seeds under admins' hands: every change happens as a whole or not at all, whenever the power goes."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.services.seeds.disk import Disk, Step, digest, digest_of, no_step
from bot.services.seeds.errors import (
    AtWorkError,
    FolderWriteError,
    SeedExistsError,
    SeedMissingError,
    SeedNameError,
    UnfinishedError,
)
from bot.services.seeds.lock import at_work
from bot.services.seeds.names import is_seed_name, safe_name
from bot.services.seeds.workroom import FolderChange, Workroom, refusals

_READER = "whoever reads them"
_READERS_WAIT = 5.0
"""Seconds that whoever reads waits for a change that is being made; one takes milliseconds."""
_ADMINS_WAIT = 0.5
"""Seconds that an admin waits: long enough for a reader to complete what was left, short enough to be told."""


class SeedFolder:
    """A folder of seeds. Only seeds in it are touched: never another file, a link, or anything outside.

    `step` is called after everything that is done to the disk. Every method raises SeedFolderError with a sentence;
    then nothing was changed, but for an UnfinishedError.
    """

    def __init__(self, path: str | Path, step: Step = no_step) -> None:
        self.path = Path(path)
        self._room = Workroom(self.path, Disk(step))

    def add(self, name: str, data: bytes, who: str = "somebody") -> str:
        """Write a new seed and return its file name, which is made of `name`."""
        file = safe_name(name)
        self.change(FolderChange({file: data}, frozenset({file})), who)
        return file

    def replace(self, name: str, data: bytes, who: str = "somebody") -> None:
        """Give the seed in the file `name` new bytes."""
        self.change(FolderChange({name: data}), who)

    def remove(self, name: str, who: str = "somebody") -> None:
        """Remove the seed in the file `name`."""
        self.change(FolderChange(removes=frozenset({name})), who)

    def restore(self, files: Mapping[str, bytes], who: str = "somebody") -> None:
        """Make `files` all the seeds there are, by their file names."""
        with self.hold(who) as held:
            held.apply(self.change_to(files))

    def change(self, change: FolderChange, who: str = "somebody") -> None:
        """Make one change."""
        with self.hold(who) as held:
            held.apply(change)

    def change_to(self, files: Mapping[str, bytes]) -> FolderChange:
        """Return the change that makes `files` all the seeds there are."""
        there = set(self.names())
        with refusals(self.path):
            puts = {name: data for name, data in files.items() if digest_of(self.path / name) != digest(data)}
        return FolderChange(puts, frozenset(puts) - there, frozenset(there - files.keys()))

    def names(self) -> list[str]:
        """Return the file names of all seeds, sorted."""
        with refusals(self.path):
            found = [each for each in self.path.iterdir() if is_seed_name(each.name)]
            return sorted(each.name for each in found if each.is_symlink() or not each.is_dir())

    @contextlib.contextmanager
    def hold(self, who: str, wait: float = _ADMINS_WAIT) -> Iterator[Held]:
        """Let nobody else change the folder meanwhile, having completed what somebody left.

        Raises AtWorkError, FolderWriteError where the folder cannot be written to, UnfinishedError.
        """
        with contextlib.ExitStack() as stack:
            with refusals(self.path):
                self._room.make()
                stack.enter_context(at_work(self._room.path, who, wait))
            self._room.complete()
            yield Held(self.path, self._room)

    def recover(self) -> None:
        """Complete a change that was committed, and throw away one that was not.

        Nothing is written where nothing was left. Raises UnfinishedError where a committed change cannot be completed.
        """
        if not self._room.left():
            return
        try:
            with self.hold(_READER, _READERS_WAIT):
                pass
        except (AtWorkError, FolderWriteError) as error:
            if self._room.committed():
                raise UnfinishedError(f"A change of the seeds is not completed yet. {error}") from error

    def moment(self) -> tuple[str, bool]:
        """Return what is another after each change, and whether a change is being made."""
        return self._room.moment()


class Held:
    """The folder while nobody else can change it."""

    def __init__(self, folder: Path, room: Workroom) -> None:
        self._folder = folder
        self._room = room

    def apply(self, change: FolderChange) -> None:
        """Make one change."""
        with refusals(self._folder):
            for name in change.names:
                self._check(name, change)
        if change:
            self._room.apply(change)

    def _check(self, name: str, change: FolderChange) -> None:
        if not is_seed_name(name):
            raise SeedNameError(f"{name!r} is no name of a seed.")
        target = self._folder / name
        there = os.path.lexists(target)
        if there and not stat.S_ISREG(target.lstat().st_mode):
            raise SeedNameError(f"{name} is a link or no file at all; it is not touched.")
        if name in change.new and there:
            advice = "Use `replace` to give it another text, or choose another name."
            raise SeedExistsError(f"There is a seed {name} already. {advice}")
        if name not in change.new and not there:
            raise SeedMissingError(f"There is no seed {name}. Use `list` to see all.")
