"""What the commands of `seeds` stand on: the seeding over the state, and its errors as sentences with exit codes."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from bot.cli.guard import EXIT_IO, EXIT_NOTHING
from bot.cli.session import Session
from bot.cli.state import opened_state
from bot.console.visible import say
from bot.services.cards import Card
from bot.services.database import Database, NoDatabase, StateError
from bot.services.library import Library
from bot.services.seeding import Outcome, Seeding, SeedingError
from bot.services.seeds.errors import FolderWriteError, SeedFolderError, UnfinishedError
from bot.services.seeds.load import RawSeeds
from bot.services.visible import visible

T = TypeVar("T")
Job = Callable[[Seeding], Awaitable[T]]
_NOBODY_TO_ASK = "This asks first, and there is nobody to ask: add --yes to do it without asking."
_KEPT_ALL = "Nothing was changed."


class RefusedError(click.ClickException):
    """A change that was refused; its text is a sentence."""

    exit_code = EXIT_NOTHING

    def __init__(self, error: Exception) -> None:
        super().__init__(visible(str(error)))


class RefusedBySystemError(RefusedError):
    """A change that the system refused to write."""

    exit_code = EXIT_IO


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (FolderWriteError, UnfinishedError) as error:
        raise RefusedBySystemError(error) from error
    except (SeedFolderError, SeedingError, StateError) as error:
        raise RefusedError(error) from error


def work(session: Session, job: Job[T]) -> T:
    """Do something with the seeds over the state, which is closed again. Raises RefusedError."""
    library = session.library  # read before the loop runs

    async def run() -> T:
        async with opened_state(session) as state:
            return await job(Seeding(library, state, session.settings))

    with _told():
        return asyncio.run(run())


def who() -> str:
    """Return how the log names whoever sits at the terminal."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, as in some containers
        name = "somebody"
    return f"terminal:{name}"


def reload(session: Session, *, dry_run: bool) -> Outcome:
    """Read the folder again. What changed is told from the newest version that is kept, if there is one."""
    library = session.library

    async def run() -> Outcome:
        async with opened_state(session) as state:
            kept = await _newest(library, state)
            return await Seeding(kept, state, session.settings).reload(who(), dry_run=dry_run)

    with _told():
        return asyncio.run(run())


async def _newest(library: Library, state: Database | NoDatabase) -> Library:
    """Return a library that holds the newest version that is kept; where none is, what the folder holds."""
    folder = library.folder or ""
    newest = Library(library.current, library.report, folder, library.max_bytes)
    try:
        for version in await state.versions.newest(1):
            files = await state.versions.files(version.id)
            raw = RawSeeds({str(Path(folder) / name): files[name] for name in sorted(files)}, (), ())
            newest.take((await library.prepare(raw)).after)
    except StateError:
        return newest  # then `reload` says that it could not be logged
    return newest


def ask_first(session: Session, *, yes: bool) -> None:
    """Refuse what asks first where nobody can be asked. Raises UsageError."""
    if not yes and (session.options.json or not sys.stdin.isatty()):
        raise click.UsageError(_NOBODY_TO_ASK)


def agreed(session: Session, cards: Iterable[Card], question: str) -> bool:
    """Show what would go, and ask."""
    session.show(lambda: cards, dict)
    if click.confirm(question, err=True):
        return True
    say(_KEPT_ALL)
    return False
