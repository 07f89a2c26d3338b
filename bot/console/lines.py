"""A line of the chat as the arguments of a command. Nobody has to think about quotation marks: no line is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Valued = Mapping[str, frozenset[str]]
"""By command: its options that take a value."""

SIGIL = "!"
_OPTION = re.compile(r"(--[a-z][a-z-]*)(?:=|(?=\s|$))")
_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s*")
_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»", "'": "'", "‘": "’"}


def arguments(line: str, valued: Valued) -> list[str]:
    """Return the arguments that a line of the chat stands for; none for an empty line.

    A line without `!` is a question, word for word. After a command, `--options` are options wherever they stand,
    a value between marks is one value, and all the rest are words in their order, marks and apostrophes included.
    """
    line = line.strip()
    if not line.startswith(SIGIL):
        return ["ask", "--", line] if line else []
    name, _, rest = line.removeprefix(SIGIL).lstrip().partition(" ")
    name = name.lower() or "help"
    options: list[str] = []
    words: list[str] = []
    for token, is_option in _tokens(rest, valued.get(name, frozenset())):
        (options if is_option else words).append(token)
    return [name, *options, "--", *words]


def _tokens(rest: str, valued: frozenset[str]) -> Iterator[tuple[str, bool]]:
    at = _after_space(rest, 0)
    while at < len(rest):
        option = _OPTION.match(rest, at)
        if option is None:
            word = _WORD.match(rest, at)
            end = word.end() if word else len(rest)
            yield rest[at:end], False
        else:
            yield option[1], True
            end = option.end()
            if option[1] in valued or option[0].endswith("="):
                value, end = _value(rest, _after_space(rest, end))
                if value:
                    yield value, True
        at = _after_space(rest, end)


def _value(rest: str, at: int) -> tuple[str, int]:
    """Return the value that begins at `at`, and where it ends. A mark that never closes takes the rest of the line."""
    closing = _CLOSING.get(rest[at : at + 1])
    if closing is None:
        word = _WORD.match(rest, at)
        return (word[0], word.end()) if word else ("", at)
    for end in range(at + 1, len(rest)):
        if rest[end] in closing and rest[end + 1 : end + 2].strip() == "":
            return rest[at + 1 : end], end + 1
    return rest[at + 1 :], len(rest)


def _after_space(rest: str, at: int) -> int:
    space = _SPACE.match(rest, at)
    return space.end() if space else at
