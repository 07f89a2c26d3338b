import os
from pathlib import Path

import pytest

from bot.services.cache import Kept, version_of


def test_what_was_put_is_got(tmp_path: Path) -> None:
    kept = Kept(tmp_path, "one")
    kept.put(Kept.key(b"a"), b"value")
    assert kept.get(Kept.key(b"a")) == b"value"
    assert kept.get(Kept.key(b"b")) is None


def test_parts_of_a_key_do_not_run_into_each_other() -> None:
    assert Kept.key(b"ab", b"c") != Kept.key(b"a", b"bc")


@pytest.mark.parametrize("change", ["cut", "changed", "empty", "longer"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, change: str) -> None:
    kept, key = Kept(tmp_path, "one"), Kept.key(b"a")
    kept.put(key, b"value")
    (file,) = tmp_path.rglob("*.kept")
    data = file.read_bytes()
    damaged = {"cut": data[:-1], "changed": data[:-1] + b"x", "empty": b"", "longer": data + b"x"}
    file.write_bytes(damaged[change])
    assert kept.get(key) is None


def test_a_good_file_under_another_name_is_as_good_as_none(tmp_path: Path) -> None:
    kept, one, other = Kept(tmp_path, "one"), Kept.key(b"a"), Kept.key(b"b")
    kept.put(one, b"value")
    kept.put(other, b"other")
    files = {file.stem: file for file in tmp_path.rglob("*.kept")}
    files[other].write_bytes(files[one].read_bytes())
    assert kept.get(other) is None


def test_another_version_of_the_program_finds_nothing_and_clears_up_what_is_old(tmp_path: Path) -> None:
    for age, version in enumerate(("one", "two", "three", "four")):
        Kept(tmp_path, version).put(Kept.key(b"a"), b"value")
        os.utime(tmp_path / version, (1_000_000 + age, 1_000_000 + age))
    five = Kept(tmp_path, "five")
    assert five.get(Kept.key(b"a")) is None
    five.put(Kept.key(b"a"), b"value")
    five.forget_others()
    assert {folder.name for folder in tmp_path.iterdir()} == {"three", "four", "five"}


def test_what_is_no_part_of_the_cache_is_left_alone(tmp_path: Path) -> None:
    stranger = tmp_path / "strange" / "notes" / "mine.txt"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("mine")
    for version in ("strange", "one", "two"):
        (tmp_path / version).mkdir(exist_ok=True)
    os.utime(tmp_path / "strange", (1, 1))
    Kept(tmp_path, "three").forget_others()
    assert stranger.read_text() == "mine"


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = Kept(tmp_path / "file", "one")
    kept.put(Kept.key(b"a"), b"value")
    kept.forget_others()
    assert kept.get(Kept.key(b"a")) is None


def test_the_version_changes_with_the_program(tmp_path: Path) -> None:
    file = tmp_path / "rules.py"
    file.write_text("one = 1")
    before = version_of([tmp_path])
    assert before == version_of([tmp_path])
    file.write_text("one = 2")
    changed = version_of([tmp_path])
    file.rename(tmp_path / "other.py")
    assert len({before, changed, version_of([tmp_path])}) == 3
