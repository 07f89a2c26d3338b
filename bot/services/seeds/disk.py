"""The few things a change does to the disk, each of which either happened or did not.

`step` is called after each of them with its name, so that a test can end the process there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

Step = Callable[[str], None]


def no_step(_: str) -> None:
    """Do nothing between the steps."""


class Disk:
    """Writing so that it outlives a power cut: what was written is on the disk before it gets its name."""

    def __init__(self, step: Step = no_step) -> None:
        self._step = step

    def write(self, path: Path, data: bytes, mode: int | None = None) -> None:
        """Write a new file; whatever stood there is gone first. Raises OSError."""
        self.remove(path)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as file:
            middle = len(data) // 2
            file.write(data[:middle])
            file.flush()
            self._step(f"half of {path.name}")
            file.write(data[middle:])
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            path.chmod(mode)
        self._step(f"all of {path.name}")

    def keep(self, path: Path, copy: Path) -> None:
        """Give a file a second name, or a copy where the file system has no links. Raises OSError."""
        self.remove(copy)
        try:
            os.link(path, copy)
        except OSError:
            self.write(copy, path.read_bytes())
        self._step(f"kept {path.name}")

    def rename(self, old: Path, new: Path) -> None:
        """Move a file onto another name, whose file it replaces. Raises OSError."""
        old.replace(new)
        self._step(f"{old.name} to {new.name}")

    def remove(self, path: Path) -> None:
        """Remove a file if it is there. Raises OSError."""
        if os.path.lexists(path):
            path.unlink(missing_ok=True)
            self._step(f"without {path.name}")

    def sync(self, folder: Path) -> None:
        """Have the names in a folder on the disk, where the system can (Windows cannot). Raises OSError."""
        if os.name != "posix":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some network file systems refuse, and keep names anyway
                os.fsync(handle)
        finally:
            os.close(handle)


def digest_of(path: Path) -> str | None:
    """Return the hexadecimal SHA-256 of a file, None where there is none. Raises OSError for anything but a file."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(f"{path.name} is no file")
    return digest(path.read_bytes())


def digest(data: bytes) -> str:
    """Return the hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()
