"""The few statements that several tables need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Delete, Table, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")

BATCH = 500
"""Values in one statement: both databases take 32,766, and between two batches the loop has a turn."""

_MOST = 1_000_000


def batches(things: Iterable[T], size: int = BATCH) -> Iterator[Sequence[T]]:
    """Return the things in lists of at most `size`."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


async def put(connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row, or replace the one with the same key."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in keys}
    await connection.execute(insert(table).values(row).on_conflict_do_update(index_elements=keys, set_=rest))


def amount(number: int) -> int:
    """Return a number of rows such as a database takes, whatever somebody asked for."""
    return min(max(number, 0), _MOST)


def older(table: Table, order: Column[int], keep: int, *of: Any) -> Delete:
    """Return the statement that deletes all rows that are `of` something but the `keep` with the highest `order`."""
    first = select(order).where(*of).order_by(order.desc()).offset(amount(keep)).limit(1)
    return delete(table).where(*of, order <= first.scalar_subquery())
