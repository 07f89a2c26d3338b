"""The tables: how an empty or older database comes to them, and what is refused."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.services.database import StateError, migrate, migrating, open_database
from bot.services.database.access import make_engine
from bot.services.database.address import file_of, read_address
from bot.services.database.files import make_private
from bot.services.database.tables import VERSION_TABLE, metadata

ROOT = Path(__file__).parents[3]
LATER = """
import sqlalchemy as sa
revision, down_revision = "0002", "0001"

def upgrade(operations):
    operations.create_table("verbatim_later", sa.Column("id", sa.Integer, primary_key=True))
"""
LEAP = f"UPDATE {VERSION_TABLE} SET version_num = '0999'"  # noqa: S608 – the name is a constant
WHERE_IT_STANDS = f"SELECT version_num FROM {VERSION_TABLE}"  # noqa: S608 – likewise
FAILING = LATER + "    raise OSError('in the middle')\n"


@pytest.fixture
async def engine(url: str) -> AsyncIterator[AsyncEngine]:
    """An engine on an empty database."""
    address = read_address(url, {})
    file = file_of(address)
    if file:
        make_private(file)
    engine = make_engine(address)
    yield engine
    await engine.dispose()


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program with more steps than this one: what is written into this folder is one of them."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "FOLDER", folder)
    return folder / "versions"


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def tables_of(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        return await connection.run_sync(tables)


async def test_an_empty_database_gets_exactly_the_tables_that_the_program_knows(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with engine.connect() as connection:
        differences = await connection.run_sync(
            lambda sync: compare_metadata(migrating.context_of(sync), metadata)
        )
    assert differences == []
    assert await tables_of(engine) == {*metadata.tables, VERSION_TABLE}


async def test_each_table_has_a_prefix_for_a_database_that_others_use_too(engine: AsyncEngine) -> None:
    await migrate(engine)
    assert {name.partition("_")[0] for name in await tables_of(engine)} == {"verbatim"}


async def test_a_second_time_changes_nothing(engine: AsyncEngine) -> None:
    await migrate(engine)
    before = await tables_of(engine)
    await migrate(engine)
    assert await tables_of(engine) == before


async def test_an_older_database_gets_what_it_lacks_and_keeps_its_rows(url: str, steps: Path) -> None:
    older = await open_database(url, {})
    entry = await older.audit.add(who="terminal:ada", action="add", outcome="Added.")
    await older.close()
    (steps / "state_0002.py").write_text(LATER, encoding="utf-8")
    newer = await open_database(url, {})
    assert await newer.audit.newest(9) == (entry,)
    await newer.close()
    engine = make_engine(read_address(url, {}))
    assert "verbatim_later" in await tables_of(engine)
    await engine.dispose()


async def test_a_step_that_fails_leaves_the_database_as_it_was(engine: AsyncEngine, steps: Path) -> None:
    await migrate(engine)
    (steps / "state_0002.py").write_text(FAILING, encoding="utf-8")
    with pytest.raises(StateError, match="in the middle"):
        await migrate(engine)
    assert "verbatim_later" not in await tables_of(engine)
    (steps / "state_0002.py").unlink()
    await migrate(engine)


async def test_a_newer_database_is_refused_and_left_as_it_was(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with engine.begin() as connection:
        await connection.execute(text(LEAP))
    with pytest.raises(StateError, match=r"newer version of this program \(0999 is not known\): install"):
        await migrate(engine)
    async with engine.connect() as connection:
        found = await connection.execute(text(WHERE_IT_STANDS))
        assert found.scalar_one() == "0999"


async def test_many_that_start_at_once_do_not_collide(url: str) -> None:
    databases = await asyncio.gather(*(open_database(url, {}) for _ in range(8)))
    await asyncio.gather(*(database.values.put(f"{at}", "here") for at, database in enumerate(databases)))
    assert [await databases[0].values.get(f"{at}") for at in range(8)] == ["here"] * 8
    for database in databases:
        await database.close()


def test_processes_that_start_at_once_do_not_collide(url: str) -> None:
    script = (
        "import asyncio, sys\n"
        "from bot.services.database import open_database\n"
        "async def main():\n"
        "    database = await open_database(sys.argv[1], {})\n"
        "    await database.close()\n"
        "sys.stdin.read()\n"
        "asyncio.run(main())\n"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, url],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in started:
        assert process.stdin
        process.stdin.close()
    said = [process.stderr.read() for process in started if process.stderr]
    assert [(process.wait(), words) for process, words in zip(started, said, strict=True)] == [(0, "")] * 3
    for process in started:
        assert process.stderr
        process.stderr.close()


def test_the_wheel_has_every_step(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    steps = {path.relative_to(ROOT).as_posix() for path in migrating.FOLDER.rglob("*.py")}
    assert len(steps) >= 3
    assert steps <= packed
