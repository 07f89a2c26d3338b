"""The small values: a few texts by name, as the bot itself needs them over a restart."""

from __future__ import annotations

from sqlalchemy import select

from bot.services.database.access import Access
from bot.services.database.statements import put
from bot.services.database.tables import small_values


class SmallValues:
    """The names are the program's own, 200 characters at most. Nothing of a server or user belongs here."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def get(self, name: str) -> str | None:
        """Return a value, None where there is none. Raises StateError."""
        async with self._access.reading() as connection:
            query = select(small_values.c.value).where(small_values.c.name == name)
            return (await connection.execute(query)).scalar_one_or_none()

    async def put(self, name: str, value: str) -> None:
        """Keep a value, in place of the one before. Raises StateError."""
        async with self._access.writing() as connection:
            await put(connection, small_values, {"name": name, "value": value})
