"""Where the process begins and ends."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, TextIO

from bot.cli.commands import verbatim
from bot.cli.guard import EXIT_OK, guarded
from bot.cli.runtime import Runtime


def main() -> None:
    """Run the command that the process was started with, and end the process."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:], os.environ))


def _open_closed_streams() -> None:
    """Put nothing in the place of streams that whoever started the process closed (`<&-`, `>&-`)."""
    sys.stdin = sys.stdin or _nothing("r")
    sys.stdout = sys.stdout or _nothing("w")
    sys.stderr = sys.stderr or _nothing("w")


def _nothing(mode: Literal["r", "w"]) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")


def run(args: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command line and return its exit code; nothing is raised."""
    runtime = Runtime(environ)
    return _flushed(guarded(lambda: verbatim.main(list(args), standalone_mode=False, obj=runtime), runtime))


def _flushed(code: int) -> int:
    """Flush now, while what goes wrong with it can still be met, and not when the interpreter ends."""
    flushed = guarded(sys.stdout.flush, Runtime({}))
    if flushed != EXIT_OK:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code or flushed
