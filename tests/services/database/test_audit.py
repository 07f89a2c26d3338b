"""The audit log: entries are added and read, never changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.services.database import AuditEntry, Database, StateError, open_database

MOMENT = datetime(2024, 2, 29, 23, 59, 59, 999_999, tzinfo=UTC)


async def entries(database: Database, *actions: str, server: int | None = None) -> list[AuditEntry]:
    return [
        await database.audit.add(who="discord:7", action=action, outcome="Done.", server=server)
        for action in actions
    ]


async def test_an_entry_comes_back_as_it_was_written(url: str) -> None:
    database = await open_database(url, {}, clock=lambda: MOMENT)
    written = await database.audit.add(
        who="terminal:Ada “the\0admin”",
        action="replace",
        outcome="Loaded: figures 353 → 357.",
        server=2**63 - 1,
        article="ferry",
        old="a" * 64,
        new="b" * 64,
        added=1,
        removed=2,
        changed=3,
    )
    assert written[1:] == (
        MOMENT,
        "terminal:Ada “the\0admin”",
        2**63 - 1,
        "replace",
        "ferry",
        "a" * 64,
        "b" * 64,
        1,
        2,
        3,
        "Loaded: figures 353 → 357.",
    )
    assert await database.audit.newest(1) == (written,)
    await database.close()


async def test_the_newest_come_first_and_no_more_than_asked_for(database: Database) -> None:
    first, second, third = await entries(database, "add", "remove", "reload")
    assert await database.audit.newest(2) == (third, second)
    assert await database.audit.newest(99) == (third, second, first)


@pytest.mark.parametrize("limit", [0, -1, -(2**70)])
async def test_a_limit_of_none_or_less_gives_none(database: Database, limit: int) -> None:
    await entries(database, "add")
    assert await database.audit.newest(limit) == ()


async def test_a_limit_beyond_all_numbers_gives_all(database: Database) -> None:
    written = await entries(database, "add", "remove")
    assert list(await database.audit.newest(2**70)) == written[::-1]


async def test_a_server_sees_its_own_entries_only(database: Database) -> None:
    await entries(database, "reload")
    (here,) = await entries(database, "bind", server=1)
    await entries(database, "bind", server=2)
    assert await database.audit.newest(9, server=1) == (here,)


async def test_the_order_is_that_of_writing_although_the_clock_went_back(url: str) -> None:
    moments = iter([MOMENT, MOMENT - timedelta(days=1)])
    database = await open_database(url, {}, clock=lambda: next(moments))
    first, second = await entries(database, "add", "remove")
    assert second.at < first.at
    assert await database.audit.newest(9) == (second, first)
    await database.close()


async def test_entries_outlive_a_restart(url: str) -> None:
    before = await open_database(url, {})
    written = await entries(before, "add")
    await before.close()
    after = await open_database(url, {})
    assert list(await after.audit.newest(9)) == written
    await after.close()


async def test_an_id_of_a_forgotten_entry_is_never_used_again(database: Database) -> None:
    (gone,) = await entries(database, "bind", server=1)
    await database.forget(1)
    (later,) = await entries(database, "bind", server=1)
    assert later.id > gone.id


async def test_a_number_without_room_is_refused_and_nothing_is_written(database: Database) -> None:
    with pytest.raises(StateError, match=r"^The state cannot keep this: a number of 64 bits is too large\.$"):
        await database.audit.add(who="x", action="add", outcome="Done.", added=2**63)
    assert await database.audit.newest(9) == ()


async def test_a_time_without_its_zone_is_refused(url: str) -> None:
    database = await open_database(url, {}, clock=lambda: datetime(2024, 1, 1))  # noqa: DTZ001 – the subject
    with pytest.raises(StateError, match="a time in the state needs its zone"):
        await entries(database, "add")
    await database.close()
