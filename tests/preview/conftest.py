"""The preview of the shipped articles, and of others."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.discordapp.door import Door
from bot.services.config import Settings
from bot.services.database import NoDatabase
from bot.services.library import load_library

SEEDS = Path(__file__).parents[2] / "seeds"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def door_over(folder: Path) -> Door:
    return Door(load_library(str(folder), 300_000), Settings(), NoDatabase("none"))


@pytest.fixture
def door() -> Door:
    """A door over the shipped articles."""
    return door_over(SEEDS)


@pytest.fixture
def quiet(tmp_path: Path) -> Door:
    """A door without articles: there is nothing to talk about, which is quick."""
    return door_over(tmp_path)
