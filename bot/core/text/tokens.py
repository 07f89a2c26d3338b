"""Words and numbers of a text, folded for comparison, each with its place in the original."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.span import Span
from bot.core.text.fold import fold

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+"  # 2,000 and 3.5 and 6.1.2022
    r"|[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])"  # u.s and e.g, the last full stop left out
    r"|[\w&](?:[\w']*[\w])?"  # words, with their inner apostrophes and underscores
)
"""One token of a folded text. Hyphens, slashes and currency signs part tokens."""


class Token(NamedTuple):
    """`span` in the original text, `form` folded."""

    span: Span
    form: str


def tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """Return the tokens of `text` (or of one `span` of it) in order; spans count from the start of `text`."""
    start, end = span or (0, len(text))
    folded = fold(text[start:end])
    found = TOKEN.finditer(folded.text)
    if isinstance(folded.origin, range):  # one character for one: no way back to look up
        return tuple(Token(Span(start + each.start(), start + each.end()), each.group()) for each in found)
    spans = ((folded.span(*each.span()), each.group()) for each in found)
    return tuple(Token(Span(start + low, start + high), form) for (low, high), form in spans)


def forms(folded: str) -> list[str]:
    """Return only the forms of an already folded text: the quick way for whole articles."""
    return TOKEN.findall(folded)
