"""What can be wrong with the database: one sentence, nothing overwritten, and it works again when the cause is gone."""
# ruff: noqa: ASYNC240 – nobody waits for the loop of a test

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event, make_url

from bot.services.database import Database, NoDatabase, StateError, open_database, open_state
from bot.services.database.address import file_of, read_address
from tests.services.database.conftest import executed

NOBODY = 65534
PAGE = 4096


@pytest.fixture
def file(sqlite: str) -> Path:
    found = file_of(read_address(sqlite, {}))
    assert found
    return found


@pytest.fixture
def own_folder() -> Iterator[Path]:
    """A folder of the user as whom the test runs; root becomes nobody, for whom rights hold."""
    with tempfile.TemporaryDirectory(prefix="verbatim-rights-") as name:
        folder = Path(name)
        before = os.geteuid()
        if before == 0:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            for each in (folder, *folder.rglob("*")):
                each.chmod(0o700)
            os.seteuid(before)


def everything(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


async def refused(url: str) -> str:
    """The sentence with which opening fails."""
    state = await open_state(url, {})
    assert isinstance(state, NoDatabase)
    return state.reason


async def grown(url: str) -> None:
    """Make a database of many pages."""
    database = await open_database(url, {})
    await database.versions.add("x", "note", {f"{at}.txt": bytes([at]) * PAGE for at in range(50)})
    for number in range(50):
        await database.audit.add(who="x" * 200, action="add", outcome=f"{number}" * 50)
    await database.close()


@pytest.mark.parametrize(
    "content", [b"not a database", b"words " * 2000, b"SQLite format 3\0" + b"\xff" * PAGE]
)
async def test_a_file_that_is_no_database_is_left_as_it_was(sqlite: str, file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert await refused(sqlite) == (
        f"The state's file {file} is not a database: move it away and start again, or put a copy of it back."
    )
    assert everything(file.parent) == {file.name: content}


@pytest.mark.parametrize("damage", ["cut", "overwritten"])
async def test_a_damaged_file_is_left_as_it_was(sqlite: str, file: Path, damage: str) -> None:
    await grown(sqlite)
    whole = file.read_bytes()
    hurt = whole[: PAGE * 2] if damage == "cut" else whole[:PAGE] + b"\xa5" * (len(whole) - PAGE)
    file.write_bytes(hurt)
    assert await refused(sqlite) == (
        f"The state's file {file} is damaged: move it away and start again, or put a copy of it back."
    )
    assert everything(file.parent) == {file.name: hurt}


async def test_damage_found_later_is_told_then_and_the_rest_can_be_read(sqlite: str, file: Path) -> None:
    await grown(sqlite)
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'verbatim_audit'"
        ).fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as opened:
        opened.seek((page - 1) * PAGE)
        opened.write(b"\xa5" * PAGE)
    database = await open_database(sqlite, {})
    with pytest.raises(StateError, match="is damaged: move it away"):
        await database.audit.newest(99)
    assert len(await database.versions.newest(9)) == 1
    await database.close()


async def test_a_file_that_another_program_changes_is_said_to_be_locked_until_it_is_not(
    sqlite: str, file: Path
) -> None:
    database = await open_database(f"{sqlite}?timeout=0.05", {})
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StateError) as raised:
            await database.values.put("commands", "x")
        assert await database.values.get("commands") is None
        other.execute("ROLLBACK")
    assert str(raised.value) == (
        f"The state's file {file} is locked by another program: close what has it open, or try again in a moment."
    )
    await database.values.put("commands", "x")
    assert await database.values.get("commands") == "x"
    await database.close()


async def test_a_file_that_another_program_keeps_for_itself_cannot_be_opened_until_it_lets_go(
    sqlite: str, file: Path
) -> None:
    await grown(sqlite)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "is locked by another program" in await refused(f"{sqlite}?timeout=0.05")
    await (await open_database(sqlite, {})).close()


async def test_a_file_in_another_mode_is_switched_when_its_last_reader_lets_go(
    sqlite: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("CREATE TABLE theirs (id)")
        other.execute("BEGIN")
        other.execute("SELECT * FROM theirs")
        waited = []

        def let_go(_least: int, _most: int) -> int:
            waited.append(True)
            if other.in_transaction:
                other.execute("ROLLBACK")
            return 0

        monkeypatch.setattr(random, "randint", let_go)
        database = await open_database(sqlite, {})
        assert waited
        await database.close()


async def test_without_room_nothing_of_a_change_is_kept_and_all_else_goes_on(sqlite: str, file: Path) -> None:
    database = await open_database(sqlite, {})
    before = await database.versions.add("x", "note", {"ferry.txt": b"words"})
    engine = database.access._engine.sync_engine

    @event.listens_for(engine, "begin")
    def _no_more_pages(connection: object) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count=1")  # type: ignore[attr-defined] # a Connection

    with pytest.raises(StateError) as raised:
        await database.versions.add("x", "large", {"ferry.txt": b"w" * PAGE * 9})
    assert str(raised.value) == (
        f"The state's file {file} has no room left on its disk, so nothing was changed: make room and try again."
    )
    assert await database.versions.newest(9) == (before,)
    assert await database.versions.files(before.id) == {"ferry.txt": b"words"}
    await database.close()


async def test_a_folder_that_cannot_be_written_to_is_told(own_folder: Path) -> None:
    own_folder.chmod(0o500)
    file = own_folder / "verbatim.sqlite3"
    assert await refused(f"sqlite:///{file}") == (
        f"The state's file {file} cannot be written: let the bot write to it and to its folder, or name another in"
        " state.url."
    )
    assert await refused(f"sqlite:///{own_folder}/deeper/verbatim.sqlite3") != ""
    assert everything(own_folder) == {}


async def test_a_file_and_a_folder_that_became_read_only_are_told_and_left(own_folder: Path) -> None:
    url = f"sqlite:///{own_folder}/verbatim.sqlite3"
    await grown(url)
    before = everything(own_folder)
    (file,) = own_folder.iterdir()
    file.chmod(0o400)
    own_folder.chmod(0o500)
    said = await refused(url)
    assert said.startswith(f"The state's file {file} cannot be ")
    assert "write to it" in said
    assert everything(own_folder) == before


async def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    blocking = tmp_path / "state"
    blocking.write_text("a file", encoding="utf-8")
    for rest in ("verbatim.sqlite3", "deeper/verbatim.sqlite3"):
        said = await refused(f"sqlite:///{blocking}/{rest}")
        assert "has a file in place of one of its folders: name another in state.url." in said
    assert blocking.read_text(encoding="utf-8") == "a file"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("53100", "has no room left on its disk, so nothing was changed: make room and try again."),
        ("XX001", "is damaged: move it away and start again, or put a copy of it back."),
        ("25006", "cannot be written: it only takes questions"),
        ("42501", "does not let its user do this: grant it the right"),
        ("53300", "has no connection left"),
        ("40001", "is locked by another program"),
        ("40P01", "is locked by another program"),
        ("57014", "is locked by another program"),
        ("57P01", "cannot be reached (as it says)"),
        ("P0001", "cannot be used: as it says."),
    ],
)
async def test_what_postgres_says_is_told_and_the_change_is_as_if_it_never_was(
    empty_postgres: str, state: str, words: str
) -> None:
    database = await open_database(empty_postgres, {})
    await database.audit.add(who="x", action="add", outcome="Done.")
    await executed(
        empty_postgres,
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION 'as it says' USING ERRCODE = '{state}'; END $$",
        "CREATE TRIGGER refusing BEFORE INSERT ON verbatim_audit EXECUTE FUNCTION refuse()",
    )
    with pytest.raises(StateError) as raised:
        await database.audit.add(who="x", action="remove", outcome="Done.")
    assert words in str(raised.value)
    assert str(raised.value).startswith("The state's database postgresql://verbatim@127.0.0.1:")
    assert [each.action for each in await database.audit.newest(9)] == ["add"]
    await executed(empty_postgres, "DROP TRIGGER refusing ON verbatim_audit")
    await database.audit.add(who="x", action="remove", outcome="Done.")
    await database.close()


async def test_a_server_that_cut_every_connection_is_reached_again(empty_postgres: str) -> None:
    database = await open_database(empty_postgres, {})
    await executed(
        empty_postgres,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    await database.values.put("commands", "x")
    assert await database.values.get("commands") == "x"
    await database.close()


async def test_a_connection_cut_amid_a_change_is_told_and_nothing_of_it_is_kept(empty_postgres: str) -> None:
    database = await open_database(empty_postgres, {})
    with pytest.raises(StateError, match=r"cannot be (reached|used)"):
        await cut_amid_a_change(database)
    assert await database.values.get("commands") is None
    await database.close()


async def cut_amid_a_change(database: Database) -> None:
    async with database.access.writing() as connection:
        await connection.exec_driver_sql("INSERT INTO verbatim_values VALUES ('commands', 'x')")
        await connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")


async def test_a_server_that_takes_too_long_is_told_and_works_later(empty_postgres: str) -> None:
    database = await open_database(f"{empty_postgres}?command_timeout=0.2", {})
    held, release = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        other = await open_database(empty_postgres, {})
        async with other.access.writing() as connection:
            await connection.exec_driver_sql("LOCK TABLE verbatim_values")
            held.set()
            await release.wait()
        await other.close()

    holding = asyncio.create_task(hold())
    await held.wait()
    with pytest.raises(StateError, match="took too long to answer: try again in a moment"):
        await database.values.put("commands", "x")
    release.set()
    await holding
    await database.values.put("commands", "x")
    await database.close()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"database": "not_there"}, "/not_there does not exist: create it, or name another in state.url."),
        ({"username": "stranger"}, "refuses the user or the password: check them in VERBATIM_STATE__URL."),
        ({"port": 1}, ":1/"),
        ({"host": "host.invalid"}, "check that it runs, and the host and port in state.url."),
        ({"query": {"sslmode": "require"}}, "cannot be reached"),
        ({"query": {"sslmode": "secret"}}, "cannot be used"),
    ],
)
async def test_a_server_that_lets_nobody_in_is_told(
    empty_postgres: str, change: dict[str, object], words: str
) -> None:
    url = make_url(empty_postgres).set(**change)  # type: ignore[arg-type] # one field each
    said = await refused(url.render_as_string(hide_password=False))
    assert words in said
    assert said.count(". ") == 0


async def test_one_who_may_not_make_tables_is_told(empty_postgres: str) -> None:
    await executed(empty_postgres, "DROP ROLE IF EXISTS verbatim_guest", "CREATE ROLE verbatim_guest LOGIN")
    url = make_url(empty_postgres).set(username="verbatim_guest")
    assert "does not let its user do this" in await refused(url.render_as_string(hide_password=False))
    await executed(empty_postgres, "DROP ROLE verbatim_guest")
