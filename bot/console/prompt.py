"""The prompt of the chat: history and completion. Apart, because its library takes longer to load than an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.output import ColorDepth, Output

from bot.console.complete import Vocabulary, offers
from bot.services.visible import one_line

PROMPT = "verbatim> "


class ChatCompleter(Completer):
    """`offers` for prompt_toolkit."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002 – the base class's signature
        """Yield what fits the text before the cursor."""
        for text, replaced in offers(document.text_before_cursor, self._vocabulary):
            yield Completion(text, start_position=-replaced, display=one_line(text))


def typed_lines(
    vocabulary: Vocabulary,
    history_file: Path | None,
    *,
    colour: bool = True,
    source: Input | None = None,
    screen: Output | None = None,
) -> Iterator[str]:
    """Yield the lines typed at the prompt until Ctrl-D, or Ctrl-C on an empty line; on another it clears the line.

    `source` and `screen` are the terminal unless given.
    """
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
        except EOFError:
            return
        except KeyboardInterrupt:
            if not session.default_buffer.text:
                return
