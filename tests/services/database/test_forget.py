"""Forgetting a server: all of its own, nothing of others, and no trace in the file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.services.database import (
    Binding,
    Counts,
    Database,
    PostedAnswer,
    Ref,
    ScopeKind,
    open_database,
)
from bot.services.database.address import file_of, read_address

MOMENT = datetime(2024, 3, 14, tzinfo=UTC)
MANY = 100
HERE, ELSEWHERE = 1, 2
QUESTION = "who set the quay on fire then"


async def filled(database: Database, server: int) -> None:
    await database.audit.add(who="discord:7", action="bind", outcome="Bound.", server=server)
    for kind in (ScopeKind.SERVER, ScopeKind.CHANNEL):
        await database.bindings.put(Binding(kind, server, server, ("ferry",)))
    for message in range(3):
        refs = (Ref("f" * 64, message, 9), Ref("b" * 64, message, 9))
        await database.posted.put(PostedAnswer(server * 10 + message, 20, server, refs, MOMENT), MANY)
    for _ in range(4):
        await database.unanswered.add(server, QUESTION, MANY)


async def kept(database: Database, server: int) -> tuple[int, ...]:
    return (
        len(await database.audit.newest(MANY, server)),
        len(await database.bindings.of(server)),
        await database.posted.count(server),
        len(await database.unanswered.list(server)),
    )


async def test_all_of_a_server_goes_and_is_counted_and_all_of_another_stays(database: Database) -> None:
    await filled(database, HERE)
    await filled(database, ELSEWHERE)
    assert await database.forget(HERE) == Counts(audit=1, bindings=2, posted=3, unanswered=4)
    assert await kept(database, HERE) == (0, 0, 0, 0)
    assert await kept(database, ELSEWHERE) == (1, 2, 3, 4)
    assert [each.server for each in await database.posted.of_articles(["f" * 64])] == [ELSEWHERE] * 3


async def test_a_second_time_there_is_nothing_left(database: Database) -> None:
    await filled(database, HERE)
    await database.forget(HERE)
    assert await database.forget(HERE) == Counts(0, 0, 0, 0)


async def test_what_is_of_no_server_stays(database: Database) -> None:
    entry = await database.audit.add(who="terminal:ada", action="reload", outcome="Loaded.")
    version = await database.versions.add("terminal:ada", "note", {"ferry.txt": b"words"})
    await database.values.put("commands", "hash")
    await database.forget(HERE)
    assert await database.audit.newest(MANY) == (entry,)
    assert await database.versions.files(version.id) == {"ferry.txt": b"words"}
    assert await database.values.get("commands") == "hash"


async def test_no_word_of_a_forgotten_question_is_left_in_the_file_or_its_journal(sqlite: str) -> None:
    file = file_of(read_address(sqlite, {}))
    assert file
    database = await open_database(sqlite, {})
    await filled(database, HERE)
    assert any(QUESTION.encode() in content for content in contents(file))
    await database.forget(HERE)
    assert not any(QUESTION.encode() in content for content in contents(file))
    await database.close()


def contents(file: Path) -> list[bytes]:
    """All that SQLite has on the disk."""
    return [each.read_bytes() for each in file.parent.iterdir()]
