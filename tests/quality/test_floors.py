"""Floors are pinned a margin below the measured share, raised by command and lowered by hand only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.floors import Floors, below, raised, read_floors, write_floors
from tests.quality.outcome import FOUND, hit, miss, shares

NOTHING = Floors(digest="", floors={})
NOW = shares(
    [*[hit("quotes.recall", "direct")] * 9, miss("quotes.recall", "nested", "told"), miss("x", FOUND, "told")]
)


def test_a_first_pin_is_a_margin_below_what_is_measured() -> None:
    assert raised(NOW, NOTHING, "d").floors["quotes.recall"] == {
        "overall": 0.88,
        "direct": 0.95,
        "nested": 0.0,
    }


def test_a_pin_raises_a_floor_and_never_lowers_one() -> None:
    old = Floors(digest="", floors={"quotes.recall": {"overall": 0.89, "direct": 0.5}})
    floors = raised(NOW, old, "d").floors["quotes.recall"]
    assert floors["overall"] == pytest.approx(0.89)
    assert floors["direct"] == pytest.approx(0.95)


def test_what_was_only_found_has_no_floor_of_its_own() -> None:
    assert raised(NOW, NOTHING, "d").floors["x"] == {"overall": 0.0}


def test_a_share_below_its_floor_is_told_with_both_numbers() -> None:
    assert below(NOW["quotes.recall"], {"overall": 0.95, "direct": 1.0}) == [
        "overall: 9 of 10 = 0.900, pinned 0.950"
    ]


def test_floors_survive_being_written_and_read(tmp_path: Path) -> None:
    floors = raised(NOW, NOTHING, "d")
    write_floors(floors, tmp_path / "floors.yaml")
    assert read_floors(tmp_path / "floors.yaml") == floors
