"""A folder with three articles, an open state, and what changes them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.config import Settings
from bot.services.config.models import StateSettings
from bot.services.database import Database, open_database
from bot.services.library import load_library
from bot.services.seeding import Seeding
from tests.services.seeding.fixture import FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[Database]:
    state = await open_database(f"sqlite:///{tmp_path}/state/verbatim.sqlite3", {})
    yield state
    await state.close()


@pytest.fixture
def settings() -> Settings:
    return Settings(state=StateSettings(answers=50, versions=20))


@pytest.fixture
def seeding(folder: Path, state: Database, settings: Settings) -> Seeding:
    return Seeding(load_library(str(folder), 10_000), state, settings)
