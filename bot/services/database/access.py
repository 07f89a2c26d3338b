"""The way to the database: transactions that are whole or not at all, and whose faults are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import URL, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.services.database.address import seconds_of
from bot.services.database.faults import StateError, told
from bot.services.database.sqlite_setup import BEGIN, set_up


def make_engine(url: URL) -> AsyncEngine:
    """Return an engine for an address that `read_address` gave; nothing is opened yet.

    Parameters are hidden in whatever is logged, for they may be texts of users.

    Raises:
        StateError: if the driver is not installed.
    """
    try:
        engine = create_async_engine(
            url, connect_args=seconds_of(url), hide_parameters=True, pool_pre_ping=_is_remote(url)
        )
    except ImportError as error:
        raise StateError(
            "The state's database needs the package asyncpg: install verbatim[postgres]."
        ) from error
    if not _is_remote(url):
        set_up(engine.sync_engine)
    return engine


def for_writing(engine: AsyncEngine) -> AsyncEngine:
    """Return the engine such that SQLite takes its one lock at the start, where waiting for it still helps."""
    return engine.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})


async def alone(connection: AsyncConnection, key: int) -> None:
    """Wait until no other process is in a transaction with this key; SQLite has one writer at a time anyway.

    The end of the transaction, or of the process, gives the way free.
    """
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(key)))


class Access:
    """Transactions on one database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing = for_writing(engine)
        self._turn = asyncio.Lock()
        """Writers of this process queue here, first come first served: SQLite's own waiting is a lottery."""

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Give a connection on which each statement sees only whole transactions. Raises StateError."""
        with told(self._engine.url):
            async with self._engine.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self, key: int | None = None) -> AsyncIterator[AsyncConnection]:
        """Give a transaction, alone with its `key` if it has one; it is committed at the end, or nothing of it is.

        Raises:
            StateError: and then nothing was changed.
        """
        async with self._turn:
            with told(self._engine.url):
                async with self._writing.begin() as connection:
                    if key is not None:
                        await alone(connection, key)
                    yield connection

    async def overwrite(self) -> None:
        """Take what was deleted out of SQLite's journal, too, unless somebody is reading. Raises StateError."""
        if not _is_remote(self._engine.url):
            with told(self._engine.url):
                async with self._engine.execution_options(**{BEGIN: ""}).connect() as connection:
                    await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Close all connections."""
        await self._engine.dispose()


def _is_remote(url: URL) -> bool:
    return url.get_backend_name() != "sqlite"
