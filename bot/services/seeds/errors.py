"""Why the folder of seeds was not changed; each error is a sentence for whoever asked.

SeedFolderError
├── SeedNameError      a name that can be no seed's
├── SeedExistsError    to add what is there
├── SeedMissingError   to replace or remove what is not there
├── AtWorkError        somebody else is changing the seeds
├── FolderWriteError   the system refused; nothing was changed
└── UnfinishedError    the system refused in the middle; the change is completed or undone later
"""

from __future__ import annotations

import errno
from datetime import datetime

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class SeedFolderError(Exception):
    """Something about the folder of seeds; its text is a sentence."""


class SeedNameError(SeedFolderError):
    """A name that can be no seed's."""


class SeedExistsError(SeedFolderError):
    """There is a seed of that name."""


class SeedMissingError(SeedFolderError):
    """There is no seed of that name."""


class AtWorkError(SeedFolderError):
    """Somebody else is changing the seeds. `name` and `since` are None where they cannot be told."""

    def __init__(self, name: str | None, since: datetime | None) -> None:
        self.name, self.since = name, since
        when = f" since {since:%Y-%m-%d %H:%M:%S} UTC" if since else ""
        super().__init__(
            f"The seeds are being changed by {name or 'somebody else'}{when}. Try again when that is done."
        )


class FolderWriteError(SeedFolderError):
    """The system refused to write; nothing was changed."""


class UnfinishedError(SeedFolderError):
    """The system refused in the middle of a change, which waits in its journal."""


def reason_of(error: OSError, folder: str) -> str:
    """Return why the system refused, as a clause."""
    if error.errno in _FULL:
        return "the disk is full"
    if error.errno in _REFUSED:
        return f"the folder {folder} cannot be written to ({error.strerror})"
    if error.errno == errno.ENOENT:
        return f"there is no folder {folder}"
    return f"the system refused to read or write in {folder}: {error.strerror or error}"
