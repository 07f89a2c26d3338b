"""Units that a sentence says once and means twice: "353 officers had been injured and 12 killed"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.core.figures.drafts import Draft
from bot.core.figures.words import Word

_RATIO: Final = re.compile(r"\s(?:in|out\sof|of|in\severy|of\severy|out\sof\severy)\s", re.IGNORECASE)
_JOINED: Final = frozenset({"and", "or", ",", "to", "but"})
_NEAR: Final = 40


def share_units(text: str, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of one sentence with what each borrows from another."""
    shared: list[Draft] = []
    drafts = _lend_back(drafts)
    for place, item in enumerate(drafts):
        follower = drafts[place + 1] if place + 1 < len(drafts) else None
        made = item
        if shared and shared[-1].label and _continues_label(text, shared[-1], item):
            made = replace(item, label=True)
        elif follower is not None and _is_ratio(text, item, follower):
            made = replace(item, unit=follower.unit, subset_of=follower.number.span, label=False)
        elif item.unit is None and not item.label:
            made = _borrow(item, shared)
        shared.append(made)
    return shared


def _lend_back(drafts: list[Draft]) -> list[Draft]:
    """Give the unit of the last of a list to those before it: "12, 8 and 5 dollars"."""
    lent = drafts[-1:]
    for item in reversed(drafts[:-1]):
        follower = lent[-1]
        bare = item.unit is None and not item.label
        lends = bare and follower.unit is not None and _leads_to(item.after, item, follower)
        lent.append(replace(item, unit=follower.unit) if lends else item)
    return lent[::-1]


def _continues_label(text: str, first: Draft, second: Draft) -> bool:
    """Whether a number names as the one before ("posts 542 and 543"), and counts nothing itself."""
    gap = text[first.number.span.end : second.number.span.start].strip().lower()
    return gap in _JOINED and second.unit is None and not second.number.spelled


def _is_ratio(text: str, item: Draft, follower: Draft) -> bool:
    """Whether the second is the whole of the first ("four in 10 adults", "the last 33 of 36 races")."""
    gap = text[item.number.span.end : follower.number.span.start]
    if len(gap) > 14 or not _RATIO.fullmatch(gap) or follower.unit is None or follower.unit.measure:
        return False
    return item.number.high <= follower.number.low and not (item.unit and item.unit.measure)


def _borrow(item: Draft, shared: list[Draft]) -> Draft:
    if not (item.back or item.event is not None):
        return item
    for earlier in reversed(shared):
        if earlier.unit is not None and not earlier.unit.measure:
            subset = earlier.number.span if item.back and _is_part(item) else None
            return replace(item, unit=earlier.unit, subset_of=subset)
    return item


def _is_part(item: Draft) -> bool:
    return bool(item.after) and item.after[0].lower == "of"


def _leads_to(words: list[Word], item: Draft, follower: Draft) -> bool:
    """Whether only a joining word (and an adjective) stands between: "three and five copies"."""
    if item.event is not None or follower.number.span.start - item.number.span.end > _NEAR:
        return False
    if follower.number.sign is not None or item.number.vague:
        return False
    between = [word for word in words if word.end <= follower.number.span.start]
    return 0 < len(between) <= 3 and any(word.lower in _JOINED for word in between)
