"""How a connection to SQLite is set up, and how its transactions begin."""

from __future__ import annotations

import asyncio
import random
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, event

BEGIN = "verbatim_begin"
"""The execution option that says how SQLite begins; empty is not at all."""
_PRAGMAS = (
    "synchronous=FULL",  # what was committed is on the disk
    "foreign_keys=ON",
    "secure_delete=ON",  # what is forgotten is overwritten
)


def set_up(engine: Engine) -> None:
    """Set up every connection of the engine; the transactions of its driver begin as `BEGIN` says."""
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)


def _connected(connection: Any, _record: object) -> None:
    """Leave transactions to us: Python's own driver would begin late, and around a change of tables not at all."""
    connection.isolation_level = None
    connection.run_async(_prepare)


async def _prepare(connection: Any) -> None:
    await _write_ahead(connection)
    for pragma in _PRAGMAS:
        await connection.execute(f"PRAGMA {pragma}")


async def _write_ahead(connection: Any) -> None:
    """Write changes to a journal of their own, so that readers never wait for a writer.

    Two that switch a file to it at once each keep what the other waits for, as long as SQLite does the waiting; so we
    do it, and hold nothing meanwhile.
    """
    (rest,) = await (await connection.execute("PRAGMA busy_timeout")).fetchone()
    await connection.execute("PRAGMA busy_timeout=0")
    patience = rest
    while True:
        try:
            await connection.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or rest <= 0:
                raise
        pause = random.randint(5, 50)  # noqa: S311 – no secret: two that wait should not meet again
        await asyncio.sleep(pause / 1000)
        rest -= pause
    await connection.execute(f"PRAGMA busy_timeout={patience}")


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get(BEGIN, "BEGIN")
    if begin:
        connection.exec_driver_sql(begin)
