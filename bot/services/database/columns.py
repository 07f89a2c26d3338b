"""How values stand in columns, so that both databases give back exactly what they were given."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

_MARK = "\x1a"
"""SUBSTITUTE, which ASCII has for a character that cannot be written."""
_UNWRITABLE = re.compile(f"[\0{_MARK}\ud800-\udfff]")
"""NUL, which PostgreSQL refuses in texts; lone surrogates, which no UTF-8 has; and the mark itself."""
_WRITTEN = re.compile(f"{_MARK}([0-9a-f]{{4}})")

_MOST = 2**63 - 1


class Whole(TypeDecorator[int]):
    """A number or id of at most 63 bits, as Discord's are until 2084."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return SQLite's INTEGER, the only type for which it gives ids; it has 64 bits there."""
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:  # noqa: ARG002 – SQLAlchemy's
        """Return the number. Raises ValueError for one that a database has no room for."""
        if value is not None and abs(value) > _MOST:
            raise ValueError(f"a number of {value.bit_length()} bits is too large")
        return value


class AnyText(TypeDecorator[str]):
    """Every Python string: what a database cannot hold is written as the mark and four hexadecimal digits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 – SQLAlchemy's
        """Return what the database holds."""
        return value and _UNWRITABLE.sub(lambda found: f"{_MARK}{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 – SQLAlchemy's
        """Return what was given."""
        return value and _WRITTEN.sub(lambda found: chr(int(found[1], 16)), value)


class Moment(TypeDecorator[datetime]):
    """A time with its zone, kept and given back in UTC; SQLite would drop the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the time in UTC. Raises ValueError for one without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time in the state needs its zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 – likewise
        """Return the time in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
