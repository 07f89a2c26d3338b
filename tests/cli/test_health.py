"""`health`: what a supervisor gets, by exit code, by sentence and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import pytest

from bot.cli.guard import guarded
from bot.cli.health import health
from bot.cli.options import shared_options
from bot.cli.runtime import Runtime
from bot.services.health import beat, health_file


@click.group()
@shared_options
def verbatim() -> None:
    """Stand in for the program, with this one command."""


class Machine:
    """A working folder without a configuration, and a state folder."""

    def __init__(self, folder: Path) -> None:
        self.environ = {"XDG_STATE_HOME": str(folder)}
        found = health_file(self.environ)
        assert found
        self.heartbeat = found

    def check(self, *options: str) -> int:
        args = ["health", *options]
        runtime = Runtime(self.environ)
        return guarded(lambda: verbatim.main(args, standalone_mode=False, obj=runtime), runtime)


verbatim.add_command(health)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine on which no bot runs."""
    monkeypatch.chdir(tmp_path)
    return Machine(tmp_path / "state")


def test_a_connected_bot_gives_0_and_a_sentence(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    beat(machine.heartbeat, datetime.now(UTC), ready=True)
    assert machine.check() == 0
    said = capsys.readouterr()
    assert said.out.startswith("The bot is connected to Discord: it reported ")
    assert (said.out.count("\n"), said.err) == (1, "")


def test_a_bot_that_is_not_connected_gives_1(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    beat(machine.heartbeat, datetime.now(UTC), ready=False)
    assert machine.check() == 1
    assert capsys.readouterr().out.startswith("The bot runs but is not connected to Discord")


def test_a_bot_that_hangs_gives_1(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    beat(machine.heartbeat, datetime.now(UTC) - timedelta(hours=1), ready=True)
    assert machine.check() == 1
    assert capsys.readouterr().out.startswith("The bot has stopped or hangs")


def test_no_bot_gives_1(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.check() == 1
    assert capsys.readouterr().out.startswith("The bot is not running")


def test_json_says_the_same_for_programs(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    beat(machine.heartbeat, now, ready=True)
    assert machine.check("--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said.pop("sentence").startswith("The bot is connected to Discord")
    assert said == {"version": 1, "healthy": True, "state": "ready", "reported": now.isoformat()}


def test_json_of_no_bot_has_no_time(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.check("--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["healthy"], said["state"], said["reported"]) == (False, "absent", None)


def test_a_faulty_configuration_is_told_from_a_sick_bot(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    assert machine.check() == 78
    assert "nonsense" in capsys.readouterr().err


def test_it_reads_no_article_and_does_not_load_discord(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "broken.txt").write_bytes(b"\xff")
    script = (
        "import sys; from click import Context; from bot.cli.health import health\n"
        "try: health.main(['--json'])\n"
        "finally: print(sorted({'discord', 'lxml', 'trafilatura'} & set(sys.modules)), file=sys.stderr)"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path, env=machine.environ | {"PYTHONPATH": root}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "[]\n")
    assert json.loads(done.stdout)["state"] == "absent"
