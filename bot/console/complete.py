"""What the chat offers to complete: from memory, at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.console.lines import SIGIL
from bot.services.vocabulary import Names

_MOST = 50
_COMMAND = re.compile(r"\s*!(\w*)$")
_OPTION = re.compile(r"(?:^|\s)(--[a-z-]*)$")
_VALUE = re.compile(r"(?:^|\s)(--[a-z-]+)[ =]+(?:[\"“]([^\"”]*)|([^\s\"“]*))$")
_WORDS = re.compile(r"\s*!(\w+)\s+(.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What there is to name: commands with their options, values by option, words by command."""

    options: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[str, ...]]
    words: Mapping[str, tuple[str, ...]]


def offers(line: str, vocabulary: Vocabulary) -> Iterator[tuple[str, int]]:
    """Yield completions of the text before the cursor, each with the number of characters that it replaces."""
    command = _COMMAND.match(line)
    if command:
        typed = command[1]
        names = (SIGIL + name for name in vocabulary.options)
        yield from ((name, len(typed) + 1) for name in _fitting(names, SIGIL + typed))
        return
    words = _WORDS.match(line)
    if words is None:
        return
    name, rest = words[1].lower(), words[2]
    value = _VALUE.search(rest)
    option = _OPTION.search(rest)
    if value and value[1] in vocabulary.values:
        typed = value[2] if value[2] is not None else value[3]
        marked = value[2] is not None
        for found in _fitting(vocabulary.values[value[1]], typed):
            yield (f'{found}"' if marked else _as_value(found)), len(typed)
    elif option:
        yield from (
            (found, len(option[1])) for found in _fitting(vocabulary.options.get(name, ()), option[1])
        )
    else:
        yield from ((found, len(rest)) for found in _fitting(vocabulary.words.get(name, ()), rest))


def _as_value(found: str) -> str:
    return f'"{found}"' if " " in found else found


def _fitting(known: Iterable[str], typed: str) -> list[str]:
    return Names.listed(known).fitting(typed, _MOST)
