"""Where the process begins and ends."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping, Sequence

from bot.cli.commands import verbatim
from bot.cli.guard import EXIT_PIPE, guarded
from bot.cli.runtime import Runtime


def main() -> None:
    """Run the command that the process was started with, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:], os.environ))


def run(args: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run one command line and return its exit code; nothing is raised."""
    runtime = Runtime(environ)
    return _flushed(guarded(lambda: verbatim.main(list(args), standalone_mode=False, obj=runtime), runtime))


def _flushed(code: int) -> int:
    """Flush now, while a closed pipe can still be met quietly, and not when the interpreter ends."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = EXIT_PIPE
    if code == EXIT_PIPE:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
