"""`preview` as a command: what it needs, what it says, and that it ends when it is told to."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.cli.guard import guarded
from bot.cli.options import shared_options
from bot.cli.previewing import preview
from bot.cli.runtime import Runtime
from tests.preview.conftest import SEEDS


@click.group()
@shared_options
def verbatim() -> None:
    """Stand in for the program, with this one command."""


verbatim.add_command(preview)


def run(*args: str, state: Path) -> int:
    runtime = Runtime({"XDG_STATE_HOME": str(state)})
    return guarded(lambda: verbatim.main(["preview", *args], standalone_mode=False, obj=runtime), runtime)


def test_without_the_extra_a_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bot.cli.previewing._LIBRARIES", ("click", "no_such_library"))
    assert run(state=tmp_path) == 78
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "no_such_library" in said.err
    assert "pip install '.[preview]'" in said.err
    assert "click" not in said.err


def test_a_port_that_is_none_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--port", "70000", state=tmp_path) == 2


def test_the_command_loads_nothing_of_discord_before_it_is_run() -> None:
    script = "import sys, bot.cli.previewing; print({'discord', 'simcord', 'aiohttp'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a signal cannot be sent to one process there")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_process_says_its_address_and_ends_by_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path), "PYTHONPATH": str(SEEDS.parent), "HOME": str(tmp_path)}
    args = [sys.executable, "-m", "bot", "preview", "--json", "--seeds", str(SEEDS)]
    with subprocess.Popen(
        args, cwd=tmp_path, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        said = json.loads(process.stdout.readline())
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
    assert said["address"].startswith("http://127.0.0.1:")
    assert (process.returncode, errors) == (0, "")
