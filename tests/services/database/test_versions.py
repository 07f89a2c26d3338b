"""The versions of the seeds: every file as it was, byte by byte."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.services.database import Database, StateError
from bot.services.database.address import read_address
from bot.services.database.statements import BATCH
from bot.services.database.tables import blobs, version_files

FERRY, BRIDGE = b"Ferry runs aground\r\n\xff\xfe\x00\x1a", "Die Brücke\n".encode()
FILES = {"b/ferry.txt": FERRY, "a “bridge”.md": BRIDGE, "empty.txt": b"", "again.txt": FERRY}


def engine_at(url: str) -> AsyncEngine:
    return create_async_engine(read_address(url, {}).set(query={}))


async def contents(url: str) -> int:
    """How many contents the database holds."""
    engine = engine_at(url)
    async with engine.connect() as connection:
        count: int = (await connection.execute(select(func.count()).select_from(blobs))).scalar_one()
    await engine.dispose()
    return count


async def added(database: Database, *contents: bytes) -> Sequence[int]:
    return [(await database.versions.add("x", "note", {"ferry.txt": each})).id for each in contents]


async def test_files_come_back_byte_by_byte_and_in_their_order(database: Database) -> None:
    version = await database.versions.add("terminal:ada", "before “reload”", FILES)
    found = await database.versions.files(version.id)
    assert list(found.items()) == list(FILES.items())
    assert await database.versions.newest(9) == (version,)
    assert version[2:] == ("terminal:ada", "before “reload”")


async def test_a_version_without_files_is_one(database: Database) -> None:
    version = await database.versions.add("x", "empty", {})
    assert await database.versions.files(version.id) == {}


async def test_every_byte_and_a_large_file_survive(database: Database) -> None:
    files = {"bytes": bytes(range(256)), "large": bytes(range(256)) * 8_000}
    version = await database.versions.add("x", "note", files)
    assert await database.versions.files(version.id) == files


async def test_more_files_than_one_statement_takes(database: Database) -> None:
    files = {f"{number}.txt": f"text {number}".encode() for number in range(BATCH * 2 + 1)}
    version = await database.versions.add("x", "note", files)
    assert list((await database.versions.files(version.id)).items()) == list(files.items())


async def test_a_content_that_versions_share_is_kept_once(database: Database, url: str) -> None:
    await database.versions.add("x", "first", FILES)
    assert await contents(url) == 3
    await database.versions.add("x", "second", FILES | {"new.txt": b"new"})
    assert await contents(url) == 4


async def test_the_newest_come_first_and_no_more_than_asked_for(database: Database) -> None:
    first, second, third = await added(database, b"1", b"2", b"3")
    assert [each.id for each in await database.versions.newest(2)] == [third, second]
    assert [each.id for each in await database.versions.newest(9)] == [third, second, first]
    assert await database.versions.newest(0) == ()


async def test_pruning_leaves_the_newest_whole_and_nothing_of_the_others(
    database: Database, url: str
) -> None:
    _, _, third = await added(database, b"1", b"2", b"1")
    assert await database.versions.prune(1) == 2
    assert [each.id for each in await database.versions.newest(9)] == [third]
    assert await database.versions.files(third) == {"ferry.txt": b"1"}
    assert await contents(url) == 1


async def test_pruning_what_is_not_there_removes_nothing(database: Database) -> None:
    await added(database, b"1", b"2")
    assert await database.versions.prune(2) == 0
    assert len(await database.versions.newest(9)) == 2


async def test_a_version_that_is_gone_is_said_to_be(database: Database) -> None:
    first, _ = await added(database, b"1", b"2")
    await database.versions.prune(1)
    with pytest.raises(StateError, match=f"^There is no version {first} of the seeds: the oldest"):
        await database.versions.files(first)


async def test_the_id_of_a_pruned_version_is_never_used_again(database: Database) -> None:
    (gone,) = await added(database, b"1")
    await database.versions.prune(0)
    (later,) = await added(database, b"1")
    assert later > gone


async def test_a_content_that_is_not_what_was_kept_is_never_given_out(database: Database, url: str) -> None:
    (version,) = await added(database, b"353 officers")
    engine = engine_at(url)
    async with engine.begin() as connection:
        await connection.execute(update(blobs).values(content=b"357 officers"))
    await engine.dispose()
    with pytest.raises(
        StateError, match=rf"^Version {version} of the seeds is damaged: the content of ferry\.txt"
    ):
        await database.versions.files(version)


async def test_a_file_whose_content_is_not_there_cannot_be_written(database: Database) -> None:
    (version,) = await added(database, b"1")
    with pytest.raises(StateError, match=r"(?i)foreign key"):
        await write_file_without_content(database, version)


async def write_file_without_content(database: Database, version: int) -> None:
    row = {"version": version, "place": 1, "name": "x", "sha256": "0" * 64}
    async with database.access.writing() as connection:
        await connection.execute(insert(version_files).values(row))


async def test_the_hashes_of_a_version_are_told_without_its_contents(database: Database) -> None:
    version = await database.versions.add("x", "note", {"b.txt": b"1", "a.txt": b"2"})
    assert await database.versions.digests(version.id) == {
        "b.txt": hashlib.sha256(b"1").hexdigest(),
        "a.txt": hashlib.sha256(b"2").hexdigest(),
    }
    assert await database.versions.digests(version.id + 1) == {}
