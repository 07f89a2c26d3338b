"""The outlet that was told: "the minister told Khabar-24 that …" passes the words on by that channel."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from bot.core.names import Mention, NameKind
from bot.core.span import Span

_NEAR = 80
"""Characters after a cue in which the outlet may begin."""
_TOLD = re.compile(
    r"(?:told|tells|telling)(?: [a-z]+){0,4} (?:the )?"
    r"|\w+ (?:[a-z]+ )?(?:in|during) an? (?:[a-z-]+ ){0,3}(?:interview|appearance) (?:with|on|for) (?:the )?"
    r"|\w+ in an? (?:[a-z-]+ ){0,2}(?:statement|comment|email|letter) to (?:the )?"
)
_NUMBERED = re.compile(r"[A-Z]\w*-\d+|\w+ (?:TV|FM|Radio|News)")
"""Names that only broadcasters have."""
_PUBLISHER = re.compile(
    r"\b(?:channel|broadcaster|newspaper|station|network|agency|newswire|magazine|daily|weekly|tabloid|site|website)\s$"
)
_START = attrgetter("span.start")


def outlet_told(text: str, mentions: Sequence[Mention], cue: Span) -> Mention | None:
    """Return the outlet to which the words after or before `cue` were spoken, None where none is told."""
    first = bisect_left(mentions, cue.end, key=_START)
    for mention in mentions[first : first + 2]:
        if mention.span.start > cue.end + _NEAR:
            return None
        if _publishes(text, mention) and _TOLD.fullmatch(text, cue.start, mention.span.start):
            return mention
    return None


def _publishes(text: str, mention: Mention) -> bool:
    if mention.kind is not NameKind.OTHER:
        return mention.kind is NameKind.OUTLET
    named = _NUMBERED.fullmatch(text, *mention.span) is not None
    return named or _PUBLISHER.search(text, max(0, mention.span.start - 20), mention.span.start) is not None
