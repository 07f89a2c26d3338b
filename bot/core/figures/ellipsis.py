"""Units that a sentence says once and means twice: "353 officers had been injured and 12 killed"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.core.figures import lexicon
from bot.core.figures.drafts import Draft
from bot.core.figures.units import Unit
from bot.core.figures.words import Word
from bot.core.span import Span

_RATIO: Final = re.compile(
    r"\s(?:in|out\sof|of)(?:\s(?:every|the|its|their|his|her|all|those|these))?(?:\s(?:past|last|first|next|top|remaining|other))?(?:\s[\w’'-]{1,20}['’]s)?\s",
    re.IGNORECASE,
)
_JOINED: Final = frozenset({"and", "or", "to"})
_OPPOSED: Final = frozenset({"to", "against", "from", "than"})
_WITHIN: Final = frozenset({"including", "includes"})
_NEAR: Final = 40


def share_units(text: str, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of one sentence with what each borrows from another."""
    shared: list[Draft] = []
    drafts = _lend_back(text, drafts)
    for item in drafts:
        made = item
        if shared and shared[-1].label and _continues_label(text, shared[-1], item):
            made = replace(item, label=True)
        elif item.unit is None and not item.label:
            made = _borrow(text, item, shared)
        if shared and _is_included(made, shared[-1]):
            made = replace(made, subset_of=shared[-1].number.span)
        shared.append(made)
    return shared


def _is_included(item: Draft, earlier: Draft) -> bool:
    """Whether "including" makes it a part of the figure before ("300 migrants, including 40 children")."""
    place = -1 - (
        item.qualifier.length if item.qualifier and item.qualifier.span.end <= item.number.span.start else 0
    )
    if len(item.before) < -place or item.label or earlier.label or item.subset_of is not None:
        return False
    return item.before[place].lower in _WITHIN and item.number.low <= earlier.number.high


def _lend_back(text: str, drafts: list[Draft]) -> list[Draft]:
    """Give the unit of the last of a list to those before it: "12, 8 and 5 dollars"."""
    lent = drafts[-1:]
    for item in reversed(drafts[:-1]):
        follower = lent[-1]
        if _is_ratio(text, item, follower):
            lent.append(replace(item, unit=follower.unit, subset_of=follower.number.span, label=False))
            continue
        bare = not item.label and (item.unit is None or not item.unit.sure)
        joint = _joint(item, follower) if bare and follower.unit is not None else None
        lent.append(item if joint is None else replace(item, unit=_lent(follower, whole=joint == 0)))
    return lent[::-1]


def _continues_label(text: str, first: Draft, second: Draft) -> bool:
    """Whether a number names as the one before ("posts 542 and 543"), and counts nothing itself."""
    gap = text[first.number.span.end : second.number.span.start].strip().lower()
    return gap in _JOINED | {","} and second.unit is None and not second.number.spelled


def _is_ratio(text: str, item: Draft, follower: Draft) -> bool:
    """Whether the second is the whole of the first ("four in 10 adults", "the last 33 of 36 races")."""
    gap = text[item.number.span.end : follower.number.span.start]
    if len(gap) > _NEAR or not _RATIO.fullmatch(gap) or follower.unit is None or follower.unit.measure:
        return False
    if item.number.high == 1 and gap.strip().lower().startswith("of") and "every" not in gap.lower():
        return False  # "one of 12 candidates" counts nobody
    return item.number.high <= follower.number.low and not (item.unit and item.unit.measure)


def _borrow(text: str, item: Draft, shared: list[Draft]) -> Draft:
    """Take the thing counted from the nearest figure before that counts one, if what is said fits it."""
    if shared and _continues_measure(text, shared[-1], item):
        return replace(item, unit=shared[-1].unit)
    if shared and _is_opposed(text, shared[-1], item):
        return replace(item, unit=shared[-1].unit)
    if not (item.back or item.event is not None):
        return item
    for earlier in reversed(shared):
        if earlier.unit is not None and not earlier.unit.measure:
            if not _fits(text, item, earlier):
                return item
            subset = earlier.number.span if item.back and _is_part(item) else None
            return replace(item, unit=earlier.unit, subset_of=subset)
    return item


def _continues_measure(text: str, earlier: Draft, item: Draft) -> bool:
    """Whether "and 11" goes on after "aged 8"."""
    gap = text[earlier.number.span.end : item.number.span.start].strip().lower()
    return (
        gap in _JOINED
        and earlier.unit is not None
        and earlier.unit.measure
        and earlier.unit.span.end <= earlier.number.span.start
    )


def _is_opposed(text: str, earlier: Draft, item: Draft) -> bool:
    """Whether a bare number stands against one with its noun: "by 1,204 votes to 987", "from 15 minutes to 70"."""
    near = item.number.span.start - earlier.number.span.end <= _NEAR
    if not near or earlier.unit is None or item.number.spelled or item.number.sign is not None:
        return False
    ends = not item.words or not item.words[0].text[0].isalnum() or item.words[0].lower in lexicon.FUNCTION
    return ends and text[earlier.unit.span.end : item.number.span.start].strip().lower() in _OPPOSED


def _fits(text: str, item: Draft, earlier: Draft) -> bool:
    """Whether what is said of `item` can be said of the thing that `earlier` counts."""
    if item.back and _is_part(item):
        return True
    if earlier.number.high == 1 or earlier.unit is None:
        return False
    if item.event is None:
        return True
    personal = item.event.of(text).lower() in lexicon.PERSON_STATES
    alike = earlier.event is not None and (
        not personal or earlier.event.of(text).lower() in lexicon.PERSON_STATES
    )
    if alike and _leads(earlier) == _leads(item):
        return True
    noun = earlier.unit.name.rsplit(" ", 1)[-1].lower()
    return noun in lexicon.PERSONS or noun.endswith(lexicon.PERSON_ENDS)


def _leads(item: Draft) -> bool:
    """Whether what happened is told before the number ("killing 107")."""
    return item.event is not None and item.event.start < item.number.span.start


def _is_part(item: Draft) -> bool:
    return bool(item.after) and item.after[0].lower == "of"


def _joint(item: Draft, follower: Draft) -> int | None:
    """Return the place of the joining word where two numbers share a noun: "12, 8 and 5 dollars"; else None.

    Words before it are attributes of the first number only: "four Kenyan and two Ugandan runners".
    """
    limit = follower.number.span.start
    if limit - item.number.span.end > _NEAR or follower.number.sign is not None or item.number.vague:
        return None
    if item.unit is None and item.event is not None:
        return None
    if follower.unit is not None and follower.unit.measure and item.number.spelled != follower.number.spelled:
        return None
    between = [word for word in item.words if word.end <= limit]
    if len(between) == 1 and between[0].text == ",":
        return 0
    joint = next((place for place, word in enumerate(between) if word.lower in _JOINED), None)
    if joint is None or joint > 2 or any(_breaks(word) for word in between[:joint]):
        return None
    after = len(between) - joint - 1
    bound = follower.qualifier is not None and after <= follower.qualifier.length
    return joint if after == 0 or bound else None


def _lent(follower: Draft, *, whole: bool) -> Unit | None:
    """Return the unit of `follower`, or only its noun without the attributes."""
    unit = follower.unit
    if whole or unit is None or " " not in unit.name or unit.measure:
        return unit
    noun = unit.name.rsplit(" ", 1)[1]
    return unit._replace(span=Span(unit.span.end - len(noun), unit.span.end), name=noun)


def _breaks(word: Word) -> bool:
    return not word.text[0].isalpha() or word.lower in lexicon.FUNCTION or word.lower in lexicon.VERBS
