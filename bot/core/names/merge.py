"""Joining namings that small words connect: "Ministry" of "Health", "Russia’s" "Foreign Ministry"."""

from __future__ import annotations

import re

from bot.core.names.common import CALENDAR
from bot.core.names.organisations import AND_TAILS, GENERIC, OF_HEADS, ORG_WORDS
from bot.core.names.places import PLACES
from bot.core.names.scan import Naming, fold_word

_LONGEST = len(" for the ")
_MOST = 16
"""Words after which nothing more is joined; no name is longer, and joining stays linear."""

_LINK = re.compile(r" (?:of|for|on)(?: the)? ")
_AND = frozenset({" and ", " & ", ", "})
_POSSESSIVE = frozenset({"'s ", "’s ", "' ", "’ "})
_OWNERS = frozenset(["people", "women", "men", "children"])
"""Plurals without s that own organisations: "People's Army"."""


def merge(text: str, namings: list[Naming]) -> list[Naming]:
    """Return the namings of one block, those of one organisation joined."""
    merged: list[Naming] = []
    for naming in namings:
        if merged and 0 < naming.start - merged[-1].end <= _LONGEST:
            left = merged[-1]
            gap = text[left.end : naming.start]
            if _belongs(left, gap, naming):
                words = (*left.words, *gap.strip(" ").split(), *naming.words)
                merged[-1] = Naming(
                    left.start, naming.end, words, tuple(map(fold_word, words)), left.title, left.opens
                )
                continue
        merged.append(naming)
    return merged


def _belongs(left: Naming, gap: str, right: Naming) -> bool:
    if right.title >= 0 or len(left.words) > _MOST:
        return False
    low = right.low
    if low[0] in CALENDAR:
        return False
    if _LINK.fullmatch(gap):
        return left.low[-1] in OF_HEADS
    if gap in _AND:
        return low[-1] in AND_TAILS and any(word in ("of", "for", "on") for word in left.words)
    if gap in _POSSESSIVE:
        owner = " ".join(left.low)
        generic = all(word in GENERIC or word in ORG_WORDS for word in low)
        plural = left.low[-1] in _OWNERS if "s" in gap else left.low[-1].endswith("s")
        return low[-1] in ORG_WORDS and ((owner in PLACES and generic) or plural)
    return False
