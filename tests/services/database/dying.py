"""Changes of the state that die at each of their statements, one after another; a line of JSON for each death.

Run as `dying.py URL CHANGE`. The change is tried again and again: killed at its first statement, at its second, and so
on, the end of its transaction among them, until it comes through. Before and after each try the state is read anew.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect

from bot.services.database import Binding, Database, PostedAnswer, Ref, ScopeKind, open_database
from bot.services.database.access import make_engine
from bot.services.database.address import read_address

MOMENT = datetime(2024, 3, 14, tzinfo=UTC)
HASH = "f" * 64


async def keep_version(database: Database) -> object:
    return await database.versions.add(
        "x", "second", {"ferry.txt": b"1", "quay.txt": b"2", "bridge.txt": b"3"}
    )


async def prune(database: Database) -> object:
    return await database.versions.prune(0)


async def edit_posted(database: Database) -> None:
    await database.posted.put(PostedAnswer(2, 20, 1, (Ref(HASH, 7, 8),), MOMENT), 1)


async def forget(database: Database) -> object:
    return await database.forget(1)


async def nothing(_database: Database) -> None:
    pass


CHANGES: dict[str, Callable[[Database], Awaitable[object]]] = {
    "keep a version": keep_version,
    "prune the versions": prune,
    "edit a posted answer": edit_posted,
    "forget a server": forget,
    "open an empty database": nothing,
}


async def fill(url: str) -> None:
    """Put something of everything into the database."""
    database = await open_database(url, {})
    await database.versions.add("x", "first", {"ferry.txt": b"1", "gone.txt": b"0"})
    await database.audit.add(who="x", action="bind", outcome="Bound.", server=1)
    await database.bindings.put(Binding(ScopeKind.SERVER, 1, 1, ("ferry",)))
    for message in (1, 2):
        await database.posted.put(PostedAnswer(message, 20, 1, (Ref(HASH, 0, 1), Ref(HASH, 2, 3)), MOMENT), 9)
    await database.unanswered.add(1, "how many?", 9)
    await database.close()


async def snapshot(url: str) -> Any:
    """Return every row of every table, such as JSON can hold."""
    engine = make_engine(read_address(url, {}))
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: sorted(inspect(sync).get_table_names()))
        tables = {
            name: sorted(map(str, await connection.exec_driver_sql(f'SELECT * FROM "{name}"')))  # noqa: S608 – our own tables
            for name in names
            if name != "sqlite_sequence"
        }
    await engine.dispose()
    return tables


def die_at(step: int) -> None:
    """Let this process kill itself at its statement of that number; beginning and committing count, too."""
    steps = iter(range(1, step + 1))

    def reached(*_: object) -> None:
        if next(steps, step) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", reached)

    def committing(_connection: Connection) -> None:
        reached()

    event.listen(Engine, "commit", committing)


async def changed(url: str, change: str) -> None:
    database = await open_database(url, {})
    await CHANGES[change](database)
    await database.close()


def tries(url: str, change: str) -> Iterator[tuple[bool, Any]]:
    """Yield after each try whether the change came through, and all that is there."""
    for step in count(1):
        child = os.fork()
        if child == 0:
            die_at(step)
            asyncio.run(changed(url, change))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status not in {0, signal.SIGKILL}:
            raise SystemExit(f"the change failed by itself: {status}")
        yield status == 0, asyncio.run(snapshot(url))
        if status == 0:
            return


def main(url: str, change: str) -> None:
    """Print the state before, then after each try."""
    if change != "open an empty database":
        asyncio.run(fill(url))
        before = asyncio.run(snapshot(url))
    else:
        before = {}
    print(json.dumps([False, before]))  # noqa: T201 – this is what it is run for
    for found in tries(url, change):
        print(json.dumps(found), flush=True)  # noqa: T201 – likewise


if __name__ == "__main__":
    main(*sys.argv[1:])
