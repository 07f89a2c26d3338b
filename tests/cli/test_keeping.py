"""`recheck` and `privacy`: what became of a cited passage, and what is kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import STORM, Program

ROOT = Path(__file__).parents[2]


def receipt(program: Program, *question: str) -> str:
    """The last line of the first answer but for its link."""
    lines = program("ask", *question).stdout.splitlines()
    return next(line for line in lines if line.endswith(" · exact"))


def loaded(text: str) -> Any:
    return json.loads(text)


class TestRecheck:
    def test_a_receipt_as_it_is_printed_can_be_given_back(self, program: Program) -> None:
        done = program("recheck", receipt(program, "how many windows broke"))
        assert done.returncode == 0
        assert done.stdout.startswith("unchanged: ")
        assert "about 12 windows broke" in done.stdout

    def test_it_may_be_given_as_several_words(self, program: Program) -> None:
        found = receipt(program, "how many windows broke").split()
        assert program("recheck", *found).returncode == 0

    def test_of_another_text_it_says_that_the_one_of_then_is_not_kept(self, program: Program) -> None:
        done = program("recheck", "storm:0-23 · 0123abcd")
        assert done.returncode == 1
        assert done.stdout.startswith("not known: ")

    def test_an_article_that_is_gone_is_withdrawn(self, program: Program, folder: Path) -> None:
        found = receipt(program, "how many windows broke")
        (folder / "seeds" / "storm.md").unlink()
        done = program("recheck", found)
        assert done.returncode == 1
        assert done.stdout.startswith("withdrawn: ")

    @pytest.mark.parametrize(
        "text", ["storm", "storm:0-23", "storm:0-23 · xyz", "storm:23-0 · 0123abcd", " "]
    )
    def test_what_is_no_receipt_is_told_what_one_is(self, program: Program, text: str) -> None:
        done = program("recheck", text)
        assert done.returncode == 2
        assert "article:12-80 · 0123abcd" in done.stderr

    def test_json_has_the_words_by_their_offsets(self, program: Program) -> None:
        found = loaded(program("recheck", receipt(program, "how many windows broke"), "--json").stdout)
        (check,) = found["rechecks"]
        assert check["standing"] == "UNCHANGED"
        assert check["now"]["text"] == STORM[check["start"] : check["end"]]

    def test_every_key_of_it_is_documented(self, program: Program) -> None:
        words = set(re.findall(r"\w+", (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
        found = loaded(program("recheck", receipt(program, "how many windows broke"), "--json").stdout)
        assert {*found, *found["rechecks"][0], *found["rechecks"][0]["now"]} <= words

    def test_without_a_database_it_answers_all_the_same(self, program: Program, folder: Path) -> None:
        (folder / "broken.db").write_bytes(b"no database at all " * 100)
        state = {"VERBATIM_STATE__URL": "sqlite:///broken.db"}
        assert program("recheck", receipt(program, "how many windows broke"), **state).returncode == 0
        assert program("recheck", "storm:0-23 · 0123abcd", **state).stdout.startswith("not known: ")


class TestPrivacy:
    def test_it_says_what_is_stored_and_what_is_not(self, program: Program) -> None:
        done = program("privacy")
        assert done.returncode == 0
        assert done.stdout.startswith("Stored, in a private SQLite file")
        assert "\nNot stored: messages" in done.stdout

    def test_json_has_the_same_lines(self, program: Program) -> None:
        said = loaded(program("privacy", "--json").stdout)
        assert said == {"version": 1, "lines": program("privacy").stdout.splitlines()}

    def test_where_nothing_can_be_stored_that_is_said(self, program: Program, folder: Path) -> None:
        (folder / "broken.db").write_bytes(b"no database at all " * 100)
        done = program("privacy", VERBATIM_STATE__URL="sqlite:///broken.db")
        assert done.returncode == 0
        assert "cannot be used" in done.stdout.splitlines()[0]
