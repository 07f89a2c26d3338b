"""The chat, piped and in a terminal."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program

NOWHERE = "nowhere"
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[=>])|\r")


class TestPiped:
    def test_lines_are_answered_without_prompt_or_greeting(self, program: Program) -> None:
        done = program(given="who was on the bridge\n")
        assert done.stdout.startswith("│ “Nobody on the bridge was asleep,”")
        assert "verbatim>" not in done.stdout
        assert (done.returncode, done.stderr) == (0, "")

    def test_commands_are_those_of_the_command_line(self, program: Program) -> None:
        for words in ("quote brandt", "figures --article storm", "articles", "passage storm:0-23"):
            assert program(given=f"!{words}\n").stdout == program(*words.split()).stdout + "\n"

    def test_marks_and_apostrophes_need_no_care(self, program: Program) -> None:
        done = program(given='what\'s "closed\n!quote --speaker "Ada Brandt\n!quote O\'Neill "\n')
        assert "— Ada Brandt" in done.stdout
        assert done.stderr == ""

    def test_a_mistake_is_said_and_the_next_line_answered(self, program: Program) -> None:
        done = program(given="!qoute x\n!quote --speker x\n!articles\n")
        assert "Did you mean 'quote'?" in done.stderr
        assert "'--speaker'" in done.stderr
        assert "[storm]" in done.stdout

    def test_quit_leaves_at_once(self, program: Program) -> None:
        assert program(given="!quit\n!articles\n").stdout == ""

    def test_help_shows_the_commands_as_they_are_typed_here(self, program: Program) -> None:
        assert "!quote [WORDS]" in program(given="!help\n").stdout

    def test_options_of_the_program_hold_for_every_line(self, program: Program) -> None:
        done = program("--json", given="!articles\nwhich school is closed\n")
        assert [json.loads(line)["version"] for line in done.stdout.splitlines()] == [1, 1]

    def test_bytes_that_are_no_utf_8_are_no_end(self, program: Program) -> None:
        done = program(given=b"caf\xe9\n!articles\n")
        assert "[storm]" in done.stdout

    def test_a_secret_file_that_cannot_be_read_is_a_fault_of_the_configuration(
        self, program: Program
    ) -> None:
        assert program(DISCORD_TOKEN_FILE=NOWHERE).returncode == 78


def until(terminal: int, awaited: str) -> str:
    """Read from the terminal until the awaited words are there, or nothing comes for a long time."""
    seen = b""
    while not re.search(awaited, seen.decode(errors="replace"), re.DOTALL):
        ready, _, _ = select.select([terminal], [], [], 30)
        assert ready, f"{awaited} did not come, but {seen!r}"
        seen += os.read(terminal, 4096)
    return seen.decode()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo terminals of this kind")
class TestInATerminal:
    def test_it_greets_answers_in_colour_and_leaves(self, folder: Path, environ: dict[str, str]) -> None:
        import pty

        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "bot", "chat"],
            cwd=folder, env=environ | {"TERM": "xterm", "COLUMNS": "80"}, stdin=theirs, stdout=theirs, stderr=theirs,
        ) as process:  # fmt: skip
            os.close(theirs)
            seen = until(ours, r"verbatim>")
            os.write(ours, b"which school is closed\r")
            seen += until(ours, r"exact.*verbatim>")
            os.write(ours, b"\x04")
            assert process.wait(30) == 0
        os.close(ours)
        assert "2 articles, " in seen
        assert "\x1b[36m│ " in seen
        assert "The school in Nordby stays closed" in _ESCAPES.sub("", seen)
        assert (folder / "state" / "verbatim" / "history").read_text(encoding="utf-8").count(
            "which school"
        ) == 1
