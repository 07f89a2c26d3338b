"""The pictures of the README: there, and small."""

from __future__ import annotations

import re

import pytest

from tests.preview.conftest import SEEDS

ROOT = SEEDS.parent
PICTURES = re.findall(r"\]\((docs/screenshots/[^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_readme_shows_pictures() -> None:
    assert PICTURES


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_of_the_readme_is_there_and_small(name: str) -> None:
    picture = (ROOT / name).read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) < 300_000


def test_each_picture_shows_a_phone_and_a_desktop() -> None:
    found = {file.stem for file in (ROOT / "docs" / "screenshots").glob("*.png")}
    scenes = {name.rpartition("-")[0] for name in found}
    assert scenes == {"answer", "chart", "context", "quote", "refusal"}
    assert found == {f"{scene}-{width}" for scene in scenes for width in ("phone", "desktop")}
