"""Which way a date without a year looks: its sentence's verbs decide."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final

from bot.core.span import Span

_MARKER: Final = re.compile(
    r"\b(?:(?P<future>(?:will|shall|won['’]t|would|may|might|can|could|should)\b(?:\s\w+){0,3}|['’]ll\b(?:\s\w+){0,3}"
    r"|(?:is|are|was|were|be|been)\s(?:due|set|expected|scheduled|planned|slated|likely|going|to)\b(?:\s\w+){0,3}"
    r"|(?:due|scheduled|slated|planned|set|expected)\s(?:for|on|to|in)\b|(?:plan|plans|planning|hope|hopes|intend|intends)\sto\b"
    r"|ahead\sof|upcoming|deadline|starting|beginning|opens|launches|begins|starts|runs)"
    r"|(?P<past>said|says|told|was|were|had|did|has|have|came|went|began|took|made|left|met|held|saw|found|won|lost|got"
    r"|fell|rose|hit|struck|killed|wrote|gave|ran|spoke|shot|sent|broke|became|\w{3,}ed|since|ago|last))\b",
    re.IGNORECASE,
)
_REACH: Final = 90


class Direction(Enum):
    """Where to look for the nearest such day."""

    PAST = auto()
    FUTURE = auto()
    OPEN = auto()


def direction(text: str, span: Span, sentence: Span) -> Direction:
    """Return what the nearest verb says: the last one before the date, else the first one after it."""
    before = None
    for match in _MARKER.finditer(text, max(sentence.start, span.start - _REACH), span.start):
        before = match
    chosen = before or _MARKER.search(text, span.end, min(sentence.end, span.end + _REACH))
    if chosen is None:
        return Direction.OPEN
    return Direction.FUTURE if chosen["future"] else Direction.PAST
