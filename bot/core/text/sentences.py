"""Where sentences end."""

from __future__ import annotations

import re

from bot.core.span import Span

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences inside `span`, without the spaces around them, in order."""
    found, start = [], span.start
    ends = [match.end() for match in _END.finditer(text, span.start, span.end)]
    for end in (*ends, span.end):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            found.append(Span(left, right))
        start = end
    return tuple(found)
