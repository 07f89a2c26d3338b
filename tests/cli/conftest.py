"""A folder of invented articles, and the program as its users start it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.boundary import run

FERRY = """\
---
title: Ferry runs aground
outlet: The Harbour Post
published: "2021-03-04"
url: https://example.org/ferry
---
Ferry runs aground

“Nobody on the bridge was asleep,” harbour master Ada Brandt said on Thursday. She praised the crew.

More than 40 passengers were injured, officials told the Daily Wave. The ferry lay on the sand for some hours.
"""
STORM = """\
Storm closes the school

The school in Nordby stays closed after about 12 windows broke, the mayor said.
"""


class Terminal(io.TextIOWrapper):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


Finished = subprocess.CompletedProcess[str]
Program = Callable[..., Finished]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with two articles in `seeds`."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "ferry.txt").write_text(FERRY, encoding="utf-8")
    (seeds / "storm.md").write_text(STORM, encoding="utf-8")
    return tmp_path


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment without anybody's settings, colours or home."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
    return kept | {"XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture
def program(folder: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program inside this process, which is quick; its output is piped, and `typed` is typed in a terminal."""

    def start(*args: str, given: str | bytes = "", typed: str | None = None, **more: str) -> Finished:
        streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for name in ("stdout", "stderr")}
        data = given.encode() if isinstance(given, str) else given
        piped = io.TextIOWrapper(io.BytesIO(data), "utf-8")
        stdin = piped if typed is None else Terminal(io.BytesIO(typed.encode()), "utf-8")
        with monkeypatch.context() as changed:
            changed.chdir(folder)
            changed.setattr(sys, "stdin", stdin)
            for name, stream in streams.items():
                changed.setattr(sys, name, stream)
            code = run(args, environ | more)
        return Finished(args, code, *(_written(stream) for stream in streams.values()))

    return start


def _written(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.fixture
def process(folder: Path, environ: dict[str, str]) -> Program:
    """The program as its users start it."""

    def start(*args: str, given: str | bytes = "", **more: str) -> Finished:
        data = given.encode() if isinstance(given, str) else given
        done = subprocess.run(
            [sys.executable, "-m", "bot", *args],
            cwd=folder, env=environ | more, input=data, capture_output=True, check=False, timeout=60,
        )  # fmt: skip
        return Finished(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return start
