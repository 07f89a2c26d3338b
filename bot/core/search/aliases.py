"""Abbreviations that an article explains itself: "the National Lift Inspectorate (NLI)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.tokens import Token, tokens

_SHORT = re.compile(r"\((?:or |the |hereafter )?[“\"']?([A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?)[”\"']?\)")
_REACH = 120
"""Characters before the bracket in which the long form stands."""


class Alias(NamedTuple):
    """An abbreviation and the words of the name that it stands for, folded."""

    short: str
    words: tuple[str, ...]


def find_aliases(text: str) -> tuple[Alias, ...]:
    """Return the abbreviations that `text` explains in brackets after the name; the letters have to fit."""
    found: dict[str, Alias] = {}
    for match in _SHORT.finditer(text):
        long = _long_form(text, Span(max(0, match.start() - _REACH), match.start()), match[1])
        if long:
            short = fold(match[1]).text
            found.setdefault(short, Alias(short, long))
    return tuple(found.values())


def alias_notes(aliases: tuple[Alias, ...], words: list[str]) -> Iterator[str]:
    """Yield the words that a sentence of these folded words means, too: the name for its abbreviation."""
    for alias in aliases:
        if alias.short in words:
            yield from (word for word in alias.words if word not in words)
        elif " ".join(alias.words) in " ".join(words):
            yield alias.short


def _long_form(text: str, before: Span, short: str) -> tuple[str, ...]:
    """Return the words right before the bracket whose initials are the letters of `short`."""
    letters = short.removesuffix("s").lower()
    parts = tokens(text, before)
    found: list[Token] = []
    left = letters
    for part in reversed(parts):
        if left and part.form.startswith(left[-1]):
            left = left[:-1]
        elif part.form not in STOP_WORDS:
            return ()
        found.append(part)
        if not left:
            return tuple(part.form for part in reversed(found))
    return ()
