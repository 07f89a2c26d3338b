"""The file of an SQLite database is its owner's."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from bot.services.database import open_database
from bot.services.database.address import file_of, read_address


@pytest.fixture
def file(sqlite: str) -> Path:
    found = file_of(read_address(sqlite, {}))
    assert found
    return found


def let_others_read(path: Path) -> None:
    path.chmod(0o755)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


async def test_file_journal_and_folder_are_made_for_the_owner_only(sqlite: str, file: Path) -> None:
    database = await open_database(sqlite, {})
    await database.values.put("commands", "x")
    assert {each.name: rights(each) for each in file.parent.iterdir()} == {
        file.name + side: 0o600 for side in ("", "-wal", "-shm")
    }
    assert rights(file.parent) == 0o700
    await database.close()


async def test_a_file_that_others_could_read_is_closed_to_them(sqlite: str, file: Path) -> None:
    await (await open_database(sqlite, {})).close()
    let_others_read(file)
    await (await open_database(sqlite, {})).close()
    assert rights(file) == 0o600


async def test_a_folder_that_is_there_keeps_its_rights(sqlite: str, file: Path) -> None:
    file.parent.mkdir()
    let_others_read(file.parent)
    await (await open_database(sqlite, {})).close()
    assert rights(file.parent) == 0o755


async def test_a_backup_made_while_the_bot_runs_has_what_was_kept_and_is_opened_in_its_place(
    sqlite: str, tmp_path: Path
) -> None:
    database = await open_database(sqlite, {})
    version = await database.versions.add("x", "note", {"ferry.txt": b"words"})
    backup = tmp_path / "backup.sqlite3"
    with closing(sqlite3.connect(f"{file_of(read_address(sqlite, {}))}")) as connection:
        connection.execute("VACUUM INTO ?", [str(backup)])
    await database.versions.prune(0)
    await database.close()
    restored = await open_database(f"sqlite:///{backup}", {})
    assert await restored.versions.newest(9) == (version,)
    assert await restored.versions.files(version.id) == {"ferry.txt": b"words"}
    await restored.close()
