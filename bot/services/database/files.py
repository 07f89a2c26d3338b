"""The file of an SQLite database: made for its owner only, before SQLite would make it for everybody."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_SIDES = ("", "-wal", "-shm")
"""SQLite gives its side files the rights of the file, but only when it makes them."""


def make_private(file: Path) -> None:
    """Make `file` and its folder if they are missing; take the rights of others away from a file that is there.

    A file that is there is not opened: closing it would drop the locks that this process holds on it
    (sqlite.org/howtocorrupt.html, 2.2).

    Raises:
        OSError: if it cannot be made, or is a folder.
    """
    file.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE_FILE))
    except FileExistsError:
        if file.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file)) from None
        for side in _SIDES:
            _tighten(file.with_name(file.name + side))


def _tighten(file: Path) -> None:
    with suppress(FileNotFoundError, PermissionError):  # a file of somebody else's is theirs to open or close
        if file.stat().st_mode & 0o077:
            file.chmod(_PRIVATE_FILE)
