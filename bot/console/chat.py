"""The chat: lines in, commands run, until the other side leaves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bot.console.lines import Valued, arguments

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from bot.console.complete import Vocabulary

LEAVE = frozenset({"quit", "exit", "bye"})
PROMPT = "verbatim> "


def converse(lines: Iterable[str], run: Callable[[list[str]], object], valued: Valued) -> None:
    """Run each line until one of them says `!quit` or there are no more."""
    for line in lines:
        args = arguments(line, valued)
        if args and args[0] in LEAVE:
            return
        if args:
            run(args)


def piped_lines() -> Iterator[str]:
    """Yield the lines of a standard input that is no terminal; bytes that are no UTF-8 are shown as such."""
    for line in iter(sys.stdin.buffer.readline, b""):
        yield line.decode("utf-8-sig", errors="replace")


def typed_lines(
    vocabulary: Vocabulary,
    history_file: Path | None,
    *,
    source: Input | None = None,
    screen: Output | None = None,
    colour: bool = True,
) -> Iterator[str]:
    """Yield the lines typed at a prompt with history and completion, until Ctrl-D or Ctrl-C at an empty line."""
    # here: only a terminal pays for the prompt
    from prompt_toolkit import PromptSession  # noqa: PLC0415
    from prompt_toolkit.history import FileHistory, History, InMemoryHistory  # noqa: PLC0415
    from prompt_toolkit.output import ColorDepth  # noqa: PLC0415

    from bot.console.complete import ChatCompleter  # noqa: PLC0415

    history: History = FileHistory(history_file) if history_file else InMemoryHistory()
    session: PromptSession[str] = PromptSession(
        PROMPT,
        history=history,
        completer=ChatCompleter(vocabulary),
        complete_while_typing=False,
        enable_history_search=True,
        color_depth=None if colour else ColorDepth.DEPTH_1_BIT,
        input=source,
        output=screen,
    )
    while True:
        try:
            yield session.prompt()
        except (EOFError, KeyboardInterrupt):
            return
