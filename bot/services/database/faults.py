"""What can be wrong with the state's database, said in one sentence to whoever looks after the bot.

Causes are told apart by SQLite's primary result codes (sqlite.org/rescode.html) and PostgreSQL's SQLSTATE classes
(its manual, appendix A), never by the words of a message, which differ by version and language.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError, StatementError

_UNREACHABLE = "{place} cannot be reached ({reason}): check that it runs, and the host and port in state.url."
_BUSY = "{place} is locked by another program: close what has it open, or try again in a moment."
_FULL = "{place} has no room left on its disk, so nothing was changed: make room and try again."
_READ_ONLY = (
    "{place} cannot be written: let the bot write to it and to its folder, or name another in state.url."
)
_DAMAGED = "{place} is damaged: move it away and start again, or put a copy of it back."
_NO_RIGHT = "{place} does not let its user do this: grant it the right to create and change tables."
_NO_FOLDER = "{place} has a file in place of one of its folders: name another in state.url."
_SLOW = "{place} took too long to answer: try again in a moment, and if that does not help check that it runs well."
_UNFIT = "The state cannot keep this: {reason}."
_OTHER = "{place} cannot be used: {reason}."

_OF_SQLITE: Final = {
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_IOERR: "{place} could not be read or written: check its disk, then start again.",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: "{place} cannot be opened: check that its folder is there and that the bot may write to it.",
    sqlite3.SQLITE_NOTADB: "{place} is not a database: move it away and start again, or put a copy of it back.",
}
_OF_POSTGRES: Final = {
    "08": _UNREACHABLE,
    "25006": "{place} cannot be written: it only takes questions, as a standby does; name its primary in state.url.",
    "28": "{place} refuses the user or the password: check them in VERBATIM_STATE__URL.",
    "3D": "{place} does not exist: create it, or name another in state.url.",
    "40": _BUSY,
    "3F": _NO_RIGHT,  # no schema in which it may create anything
    "42501": _NO_RIGHT,
    "53100": _FULL,
    "53300": "{place} has no connection left: let it take more, or close others.",
    "55P03": _BUSY,
    "57014": _BUSY,
    "57P": _UNREACHABLE,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
_OF_SYSTEM: Final = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EISDIR: "{place} is a folder: name a file in state.url.",
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
}


class StateError(Exception):
    """The state cannot be read or written. Its text is one sentence: what is wrong and what to do."""


def place_of(url: URL) -> str:
    """Name a database so that it can be shown: no password, and no options, which may hold one."""
    if url.get_backend_name() == "sqlite":
        return f"The state's file {url.database}"
    plain = url.set(query={}, drivername=url.get_backend_name())
    return f"The state's database {plain.render_as_string(hide_password=True)}"


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn what SQLAlchemy, a driver or the system raises into a StateError."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise StateError(sentence_of(error, url)) from error


def sentence_of(error: Exception, url: URL) -> str:
    """Say what is wrong with the database at `url`, and what to do about it."""
    cause = _cause(error)
    sentence = _template(cause, url).format(place=place_of(url), reason=_reason(cause))
    return " ".join("".join(char if char.isprintable() else " " for char in sentence).split())


def _cause(error: Exception) -> BaseException:
    """Return what a driver or the system raised, where SQLAlchemy only wraps it."""
    if isinstance(error, StatementError) and error.orig is not None:
        return error.orig
    return error


def _template(cause: BaseException, url: URL) -> str:
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return _OF_SQLITE.get(code & 0xFF, _OTHER)  # the low byte is the primary code
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        return next((text for start, text in _OF_POSTGRES.items() if state.startswith(start)), _OTHER)
    if isinstance(cause, ValueError):
        return _UNFIT
    if isinstance(cause, TimeoutError):
        return _SLOW
    if isinstance(cause, OSError):
        remote = url.get_backend_name() != "sqlite"
        return _UNREACHABLE if remote else _OF_SYSTEM.get(cause.errno or 0, _OTHER)
    return _OTHER


def _reason(cause: BaseException) -> str:
    """Return the first line of what was said, or the kind of fault where nothing was."""
    said = getattr(cause, "strerror", None) or next(iter(str(cause).splitlines()), "")
    return said.rstrip(".") or type(cause).__name__
