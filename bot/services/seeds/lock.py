"""One change at a time, over all processes, with a note who is at it. A process that dies lets go."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.services.seeds.errors import AtWorkError

LOCK, NOTE = "lock", "at-work"


@contextlib.contextmanager
def at_work(room: Path, who: str, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock in `room`, waiting for it at most `wait` seconds.

    Raises AtWorkError where somebody else holds it, OSError where it cannot be made.
    """
    import filelock  # noqa: PLC0415 – a question never needs it

    # A lock of its own for each holder: two tasks of one process keep each other out like two processes. It is let go
    # by whichever thread comes to it.
    lock = filelock.FileLock(room / LOCK, thread_local=False)
    try:
        lock.acquire(timeout=wait)
    except filelock.Timeout:
        raise AtWorkError(*read_note(room)) from None
    except NotImplementedError as error:
        raise OSError(str(error)) from error
    try:
        _write_note(room, who)
        yield
    finally:
        with contextlib.suppress(OSError):
            (room / NOTE).unlink(missing_ok=True)
        lock.release()


def read_note(room: Path) -> tuple[str | None, datetime | None]:
    """Return who is at work and since when, None for what cannot be told."""
    try:
        found = json.loads((room / NOTE).read_bytes())
        return str(found["name"]), datetime.fromisoformat(found["since"]).astimezone(UTC)
    except (OSError, ValueError, KeyError, TypeError):
        return None, None


def _write_note(room: Path, who: str) -> None:
    """Say who is at work. A note that cannot be written keeps nobody from working."""
    aside = room / f"{NOTE}.part"
    with contextlib.suppress(OSError):
        since = datetime.now(UTC).isoformat(timespec="seconds")
        aside.write_text(json.dumps({"name": who, "since": since, "process": os.getpid()}), encoding="ascii")
        aside.replace(room / NOTE)
