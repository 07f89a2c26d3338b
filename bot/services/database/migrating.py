"""Bringing a database's tables to what this program knows, once, however many processes start at the same time."""

from __future__ import annotations

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.services.database.access import alone, for_writing
from bot.services.database.faults import StateError, place_of, told
from bot.services.database.tables import VERSION_TABLE

FOLDER = Path(__file__).with_name("migrations")
_KEY = 0x5665_7262_6174
"""The advisory lock of migrations: "Verbat" as a number, far below any server's id."""


async def migrate(engine: AsyncEngine) -> None:
    """Bring an empty or older database to the newest tables, all steps in one transaction.

    Raises:
        StateError: if it is newer than this program, or cannot be read or written; then nothing was changed.
    """
    with told(engine.url):
        async with engine.connect() as connection:
            if await connection.run_sync(_steps) == ():
                return
        async with for_writing(engine).begin() as connection:
            await alone(connection, _KEY)
            await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    scripts = ScriptDirectory(FOLDER)
    context = context_of(connection)
    operations = Operations(context)
    for revision in _steps(connection):
        scripts.get_revision(revision).module.upgrade(operations)
    context.stamp(scripts, "head")


def _steps(connection: Connection) -> tuple[str, ...]:
    """Return the revisions that are missing, the oldest first."""
    scripts = ScriptDirectory(FOLDER)
    current = context_of(connection).get_current_heads()
    if not set(current) <= {script.revision for script in scripts.walk_revisions()}:
        raise StateError(
            f"{place_of(connection.engine.url)} was written by a newer version of this program"
            f" ({', '.join(current)} is not known): install that version, or name another in state.url."
        )
    missing = scripts.iterate_revisions("head", current)
    return tuple(script.revision for script in missing)[::-1]


def context_of(connection: Connection) -> MigrationContext:
    """Return what Alembic knows about a connection, by the bot's own table of versions."""
    return MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
