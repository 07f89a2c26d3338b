"""From the setting `state.url` to the address of a database that can be opened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.services.database.faults import StateError
from bot.services.places import state_folder

FILE = "verbatim.sqlite3"
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
}
_KINDS = "give auto, sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME"
_OF_SQLITE = {"timeout": "5"}
"""Seconds that SQLite waits for another program's change: many times longer than a change of ours takes."""
_OF_POSTGRES = {"timeout": "10", "command_timeout": "60"}
"""Seconds that PostgreSQL may take to let us in, and for one statement: an admin waits for it, an answer never."""
_ALSO_OF_POSTGRES = ("host", "port", "passfile", "ssl", "sslmode", "target_session_attrs")
"""What the driver takes beside, of all that means something in an address."""


def read_address(setting: str, environ: Mapping[str, str]) -> URL:
    """Return the address that `state.url` means; `auto` is a file in the user's state folder.

    Raises:
        StateError: if it means none. What was given is not repeated, since it may hold a password.
    """
    if setting == "auto":
        folder = state_folder(environ)
        if folder is None:
            raise StateError("There is no folder for the bot's state: set XDG_STATE_HOME, HOME or state.url.")
        return _of_sqlite(URL.create("sqlite", database=str(folder / FILE)))
    try:
        url = make_url(setting)
    except (ArgumentError, ValueError):
        raise StateError(f"The setting state.url is no database's address: {_KINDS}.") from None
    kind = url.drivername.partition("+")[0]
    if kind not in _DRIVERS or url.drivername not in {kind, _DRIVERS[kind]}:
        raise StateError(f"The setting state.url names a kind of database that is not known: {_KINDS}.")
    return _of_sqlite(url) if kind == "sqlite" else _of_postgres(url)


def seconds_of(url: URL) -> dict[str, float]:
    """Return the times that the drivers want as numbers; SQLAlchemy would hand them on as texts."""
    return {name: float(str(url.query[name])) for name in _OF_POSTGRES if name in url.query}


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite database, None for any other."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def _of_sqlite(url: URL) -> URL:
    if not url.database or url.database == ":memory:":
        raise StateError("The setting state.url names no file, so nothing would outlive a restart: add one.")
    if set(url.query) - {"timeout"}:
        raise StateError("The setting state.url has an option that is not known: SQLite takes timeout only.")
    try:
        file = str(Path(url.database).expanduser().absolute())
    except (OSError, RuntimeError):
        raise StateError("The setting state.url names a home folder that is not known.") from None
    query = _with_seconds(url, _OF_SQLITE)
    return url.set(drivername=_DRIVERS["sqlite"], database=file, query=query)


def _of_postgres(url: URL) -> URL:
    """Take the usual `sslmode`, too, which the driver calls `ssl`."""
    known = (*_OF_POSTGRES, *_ALSO_OF_POSTGRES)
    if set(url.query) - set(known):
        raise StateError(
            f"The setting state.url has an option that is not known: PostgreSQL takes {', '.join(known)}."
        )
    query = _with_seconds(url, _OF_POSTGRES)
    if "sslmode" in query:
        query["ssl"] = query.pop("sslmode")
    return url.set(drivername=_DRIVERS["postgresql"], query=query)


def _with_seconds(url: URL, defaults: Mapping[str, str]) -> dict[str, str | tuple[str, ...]]:
    query = {**defaults, **url.query}
    for name in defaults:
        if not re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,3})?", str(query[name])):
            raise StateError(
                f"The option {name} in state.url is no number of seconds: write it like {name}=5."
            )
    return query
