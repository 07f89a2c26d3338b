"""Faults of the program itself: a sentence with an id for the user, the trace for the log."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from bot.cli.guard import guarded
from bot.cli.runtime import Runtime


def broken() -> None:
    raise LookupError("the secret of the machine")


def environ(folder: Path, **more: str) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(folder)} | more


def test_the_user_gets_an_id_and_the_log_the_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert guarded(broken, Runtime(environ(tmp_path))) == 70
    said = capsys.readouterr().err
    log = (tmp_path / "verbatim" / "verbatim.log").read_text(encoding="utf-8")
    short = said.split("fault ")[1].split(")")[0]
    assert "secret" not in said
    assert "Traceback" not in said
    assert f"fault {short}" in log
    assert "LookupError: the secret of the machine" in log


def test_the_same_fault_has_the_same_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        guarded(broken, Runtime(environ(tmp_path)))
    first, second = capsys.readouterr().err.splitlines()
    assert first == second


def test_at_debug_the_trace_is_on_standard_error_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runtime = Runtime(environ(tmp_path, VERBATIM_LOG__LEVEL="debug"))
    runtime.settings(None)
    guarded(broken, runtime)
    assert "Traceback" in capsys.readouterr().err


def test_without_a_log_the_user_learns_how_to_see_it(capsys: pytest.CaptureFixture[str]) -> None:
    guarded(broken, Runtime({}))
    assert "VERBATIM_LOG__LEVEL=debug" in capsys.readouterr().err


def test_an_interrupt_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    assert guarded(interrupted, Runtime({})) == 130
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    assert guarded(full, Runtime(environ(tmp_path))) == 74
    assert capsys.readouterr().err == "The system refused to read or write: No space left on device.\n"
