"""Every test here that asks for a `url` or a `database` runs against SQLite and against a real PostgreSQL."""

from __future__ import annotations

import asyncio
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.services.database import Database, open_database
from tests.services.database.postgres import REQUIRED, VARIABLE, NoPostgresError, running

KINDS = ["sqlite", "postgresql"]


async def executed(url: str, *statements: str) -> None:
    """Run statements, each by itself."""
    address = make_url(url).set(drivername="postgresql+asyncpg")
    engine = create_async_engine(address, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a database of ours on a real PostgreSQL, which is gone afterwards."""
    name = f"verbatim_test_{uuid.uuid4().hex}"
    try:
        with running(os.environ) as server:
            asyncio.run(executed(server, f"CREATE DATABASE {name}"))
            yield make_url(server).set(database=name).render_as_string(hide_password=False)
            asyncio.run(executed(server, f"DROP DATABASE {name} WITH (FORCE)"))
    except NoPostgresError as error:
        if os.environ.get(VARIABLE) == REQUIRED:
            pytest.fail(str(error), pytrace=False)
        pytest.skip(str(error))


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """The URL of a file that is not there yet."""
    return f"sqlite:///{tmp_path}/state/verbatim.sqlite3"


@pytest.fixture
async def empty_postgres(postgres: str) -> str:
    """The URL of an empty PostgreSQL database."""
    await executed(postgres, "DROP SCHEMA IF EXISTS public CASCADE", "CREATE SCHEMA public")
    return postgres


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database, of either kind."""
    url: str = request.getfixturevalue("sqlite" if request.param == "sqlite" else "empty_postgres")
    return url


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """An open database, of either kind."""
    database = await open_database(url, {})
    yield database
    await database.close()
