"""Opening the state's database, and what it offers when it is open."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete

from bot.services.database.absent import NoDatabase
from bot.services.database.access import Access, make_engine
from bot.services.database.address import file_of, read_address
from bot.services.database.audit import AuditLog
from bot.services.database.bindings import Bindings
from bot.services.database.clock import Clock, now
from bot.services.database.faults import StateError, told
from bot.services.database.files import make_private
from bot.services.database.migrating import migrate
from bot.services.database.posted import PostedAnswers
from bot.services.database.small import SmallValues
from bot.services.database.tables import audit, bindings, posted, unanswered
from bot.services.database.unanswered import UnansweredQuestions
from bot.services.database.values import Counts
from bot.services.database.versions import Versions


@dataclass(frozen=True, slots=True)
class Database:
    """The state. Every change is one transaction: it is there as a whole when its method returns, or not at all."""

    audit: AuditLog
    bindings: Bindings
    posted: PostedAnswers
    unanswered: UnansweredQuestions
    versions: Versions
    values: SmallValues
    access: Access

    @property
    def reason(self) -> str | None:
        """Why nothing is kept: None, since it is kept."""
        return None

    async def forget(self, server: int) -> Counts:
        """Remove all that is kept of a server, and return how much that was; the seeds' versions are of no server.

        Raises:
            StateError: and then nothing was removed.
        """
        async with self.access.writing(server) as connection:
            counts = [
                (await connection.execute(delete(table).where(table.c.server == server))).rowcount
                for table in (audit, bindings, posted, unanswered)
            ]
        await self.access.overwrite()
        return Counts(*counts)

    async def close(self) -> None:
        """Close all connections; the database is not used after that."""
        await self.access.close()


async def open_database(
    url: str, environ: Mapping[str, str] | None = None, *, clock: Clock = now
) -> Database:
    """Open the database that the setting `state.url` means, and bring its tables to what this program knows.

    A file that is missing is made, for its owner only. `environ` is where `auto` finds the state folder, by default
    the process's own.

    Raises:
        StateError: with what to do, if it cannot be opened; whatever is there was left as it was.
    """
    address = read_address(url, os.environ if environ is None else environ)
    file = file_of(address)
    with told(address):
        if file is not None:
            await asyncio.to_thread(make_private, file)
    engine = make_engine(address)
    try:
        await migrate(engine)
    except BaseException:
        await engine.dispose()
        raise
    access = Access(engine)
    return Database(
        AuditLog(access, clock),
        Bindings(access),
        PostedAnswers(access),
        UnansweredQuestions(access, clock),
        Versions(access, clock),
        SmallValues(access),
        access,
    )


async def open_state(url: str, environ: Mapping[str, str] | None = None) -> Database | NoDatabase:
    """Open the database, or return one that keeps nothing and says why: the bot answers either way."""
    try:
        return await open_database(url, environ)
    except StateError as error:
        return NoDatabase(str(error))
