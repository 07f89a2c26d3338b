"""What happened to the thing counted, and whether it did."""

from __future__ import annotations

import re
from typing import Final

from bot.core.figures import lexicon
from bot.core.figures.words import Word
from bot.core.span import Span

_IF: Final = re.compile(
    r"\b(?:if|unless|whether|supposing|suppose|could|might|may|should|hypothetical\w*|were\s+to"
    r"|would\s+(?:\w+\s+)?(?:need|require|take|cost|mean|have\s+to|be\s+needed|be\s+required))\b",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[;:.!?“”\"—–]\s|\b(?:and|but|who|which)\s", re.IGNORECASE)
_COMPARED: Final = frozenset(
    ["the", "as", "more", "less", "fewer", "that", "its", "their", "his", "her", "what", "greater"]
)
_MORE_THAN: Final = frozenset(
    [
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "above",
        "below",
        "bigger",
        "smaller",
        "larger",
        "faster",
        "slower",
        "cheaper",
    ]
)
_BE: Final = frozenset(["were", "was", "are", "is", "been", "being", "be", "got", "get", "getting"])
_PARTICIPLES: Final = frozenset(
    [
        "shot",
        "hurt",
        "found",
        "lost",
        "taken",
        "seen",
        "sent",
        "held",
        "hit",
        "brought",
        "built",
        "sold",
        "made",
        "given",
        "shown",
        "thrown",
        "stolen",
        "beaten",
        "left",
        "known",
        "born",
        "put",
        "paid",
        "cut",
        "caught",
        "told",
        "torn",
        "driven",
        "drawn",
        "dead",
        "missing",
        "ill",
        "sick",
        "alive",
        "homeless",
    ]
)


def state_after(words: list[Word]) -> Span | None:
    """Return what is said of a count right behind it: "had been injured", "killed", "in intensive care"."""
    place, passive = 0, False
    while place < len(words) and place < 6 and words[place].lower in lexicon.AUXILIARIES | lexicon.SKIPPED:
        passive = passive or words[place].lower in _BE
        place += 1
    if place >= len(words):
        return None
    word = words[place]
    told = passive and (
        word.lower in _PARTICIPLES
        or (word.lower.endswith("ed") and len(word.lower) > 3 and word.lower not in lexicon.UNTOLD)
    )
    if told or (word.lower in lexicon.STATES and (place or not _has_object(words[1:3]))):
        return Span(word.start, word.end)
    for phrase in lexicon.STATE_PHRASES:
        if tuple(follow.lower for follow in words[place : place + len(phrase)]) == phrase:
            return Span(word.start, words[place + len(phrase) - 1].end)
    return None


def _has_object(words: list[Word]) -> bool:
    """Whether an object follows a verb ("three blasts killed at least nine")."""
    if not words:
        return False
    pair = tuple(word.lower for word in words)
    return (
        words[0].text[0].isdigit() or words[0].lower in lexicon.OBJECT_OPENERS or pair in lexicon.OBJECT_PAIRS
    )


def state_before(words: list[Word]) -> Span | None:
    """Return the verb whose object the count is ("killing at least 107")."""
    if words and words[-1].lower in lexicon.TRANSITIVE:
        return Span(words[-1].start, words[-1].end)
    return None


def state_within(words: list[Word]) -> Span | None:
    """Return the first state told in the words after "one of whom"."""
    for word in words[:12]:
        if word.text in {",", ";", "."}:
            return None
        if word.lower in lexicon.STATES:
            return Span(word.start, word.end)
    return None


def is_hypothetical(text: str, start: int, end: int) -> bool:
    """Say whether the clause before a figure supposes instead of stating ("if it takes", "would need")."""
    low = max(start, end - 80)
    begin = low
    for mark in _CLAUSE.finditer(text, low, end):
        begin = mark.end()
    return any(not _is_month(match) for match in _IF.finditer(text, begin, end))


def may_not_have_been(text: str, start: int, end: int) -> bool:
    """Say whether the verb after a figure only supposes: "40 people could have drowned", "12 may yet come"."""
    high = min(end, start + _REACH)
    edge = _CLAUSE.search(text, start, high)
    return _MAY.match(text, start, edge.start() if edge else high) is not None


def _is_month(match: re.Match[str]) -> bool:
    return match[0] == "May" and match.start() > 0 and match.string[match.start() - 1] == " "


_REACH: Final = 80
_MAY: Final = re.compile(r"[^\d,()]{0,60}?\b(?:could|might|may|would have)\s(?!not\b)[a-z]")


def is_comparison(unit: str | None, words: list[Word]) -> bool:
    """Say whether a figure compares ("four times the size", "10% higher than", "18-fold")."""
    first = words[0].lower if words else ""
    if unit == "fold":
        return True
    if unit == "times":
        return first in _COMPARED or (first.endswith("er") and len(first) > 4)
    return unit in {"%", "percentage points"} and first in _MORE_THAN
