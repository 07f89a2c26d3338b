"""The small values: a few texts by name."""

from __future__ import annotations

from bot.services.database import Database


async def test_a_value_that_was_never_put_is_none(database: Database) -> None:
    assert await database.values.get("commands") is None


async def test_the_last_value_of_a_name_is_the_one(database: Database) -> None:
    await database.values.put("commands", "first")
    await database.values.put("other", "")
    await database.values.put("commands", "second\0")
    assert await database.values.get("commands") == "second\0"
    assert await database.values.get("other") == ""
