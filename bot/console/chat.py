"""The chat: lines in, commands run, until the other side leaves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from bot.console.lines import Valued, arguments

LEAVE = frozenset({"quit", "exit", "bye"})


def converse(lines: Iterable[str], run: Callable[[list[str]], bool], valued: Valued) -> None:
    """Run each line until one says `!quit`, `run` says that nobody listens any more, or there are no more."""
    for line in lines:
        args = arguments(line, valued)
        if args and (args[0] in LEAVE or not run(args)):
            return


def piped_lines() -> Iterator[str]:
    """Yield the lines of a standard input that is no terminal; bytes that are no UTF-8 are shown as such."""
    for line in iter(sys.stdin.buffer.readline, b""):
        yield line.decode("utf-8-sig", errors="replace")
