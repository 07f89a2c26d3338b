"""What has to be right before a passage may answer: the question's names, numbers and times."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.search.query import Group, Reading
from bot.core.search.rank import Scored
from bot.core.voices import words
from bot.services.answers.case import Case
from bot.services.answers.values import Refusal, RefusalCode

ALIKE = 0.88
"""Jaro-Winkler similarity from which a name may have been meant by another spelling."""
MOST_NAMES = 5
"""Near names that are suggested."""
_REPEATED = 60
"""Characters of a number that was typed which a refusal repeats."""
_YEAR = re.compile(r"(?:1\d|20)\d\d")


def refuse_at_sight(case: Case) -> Refusal | None:
    """Return a refusal where no passage can answer: no words, unknown names, numbers or years; else None."""
    for guard in (_without_words, _unknown_name, _unknown_number, _nothing_found):
        refusal = guard(case)
        if refusal:
            return refusal
    return None


def _without_words(case: Case) -> Refusal | None:
    if any(group.terms or group.reading is Reading.UNKNOWN for group in case.content):
        return None
    return case.refuse(
        RefusalCode.NO_TERMS,
        "The question has no words to search for; name who or what it is about.",
        nearest=(),
    )


def _unknown_name(case: Case) -> Refusal | None:
    names = {case.asked.tokens[place].form for place in case.asked.names}
    for group in case.content:
        if (
            group.token.form in names
            and group.reading is Reading.UNKNOWN
            and not _meta_words(case).issuperset(words(group.token.form))
        ):
            name = group.token.span.of(case.question)
            place = next(n for n, token in enumerate(case.asked.tokens) if token.form == group.token.form)
            return case.refuse(
                RefusalCode.UNKNOWN_NAME,
                f"No article that was searched names “{name}”.",
                suggestions=near_names(case, _naming(case, place)),
            )
    return None


def near_names(case: Case, places: Iterable[int]) -> tuple[str, ...]:
    """Return the names of speakers that a naming at `places` of the question may have meant.

    They share a word with it or are spelt much like one; names that the question has elsewhere are left out.
    """
    meant = {word for place in places for word in words(case.asked.tokens[place].form)}
    typed = {word for token in case.asked.tokens for word in words(token.form)}
    table = case.store.voiced
    alike = {number for word in meant for number in table.spelt_like(word, ALIKE)}
    found: dict[str, None] = {}
    for place, voice in (table.listed[number] for number in sorted(alike)):
        if (case.places is not None and place not in case.places) or (typed - meant) & voice.names:
            continue
        name = voice.name.of(case.store.entries[place].article.text)
        if not typed.issuperset(words(name)):
            found[name] = None
        if len(found) == MOST_NAMES:
            break
    return tuple(found)


def _naming(case: Case, place: int) -> list[int]:
    """Return the places of the words written like names that stand in one row with `place`."""
    names = set(case.asked.names) | {place}
    first = last = place
    while first - 1 in names:
        first -= 1
    while last + 1 in names:
        last += 1
    return list(range(first, last + 1))


def _meta_words(case: Case) -> frozenset[str]:
    """Return the words by which the question may call the articles themselves."""
    said: list[str] = []
    for place in case.places if case.places is not None else range(len(case.store.entries)):
        article = case.store.entries[place].article
        details = (article.outlet, article.author, article.title)
        said += [word for detail in details if detail for word in words(detail.value)]
        said += [word for alias in article.aliases for word in words(alias)]
    return frozenset(said)


def _unknown_number(case: Case) -> Refusal | None:
    for group in case.content:
        if any(map(str.isdigit, group.token.form)) and group.reading is Reading.UNKNOWN:
            typed = group.token.span.of(case.question)
            if _YEAR.fullmatch(group.token.form):
                reason = f"The articles do not speak of {typed}."
                return case.refuse(RefusalCode.OUT_OF_DATE_RANGE, reason)
            shown = typed if len(typed) <= _REPEATED else f"{typed[: _REPEATED - 1]}…"
            similar = "; what follows is only similar" if case.found.hits else ""
            return case.refuse(RefusalCode.VETOED, f"The articles do not have “{shown}”{similar}.")
    return None


def _nothing_found(case: Case) -> Refusal | None:
    if case.found.hits:
        return None
    words_missing = ", ".join(f"“{word}”" for word in case.missing)
    return case.refuse(RefusalCode.NO_TERMS, f"The articles have none of the words {words_missing}.")


def hard_words(case: Case) -> tuple[Group, ...]:
    """Return the groups of the question that a passage has to have: names and numbers."""
    places = (*case.asked.names, *case.asked.numbers)
    hard = {case.asked.tokens[place].form for place in places}
    return tuple(group for group in case.content if group.token.form in hard)


def lacks_hard_word(case: Case, scored: Scored) -> bool:
    """Whether a hit, with the sentences before it, lacks a name or number that the question has."""
    hard = {group.token.form for group in hard_words(case)}
    return any(
        near == 0
        for group, near in zip(case.query.groups, scored.context, strict=True)
        if group.token.form in hard
    )


def names_only(case: Case, scored: Scored) -> bool:
    """Whether a hit has the names of a question and nothing of what it asks about them."""
    names = {case.asked.tokens[place].form for place in case.asked.names}
    others = [
        max(own, near)
        for group, own, near in zip(case.query.groups, scored.parts, scored.context, strict=True)
        if group.content and group.token.form not in names
    ]
    return bool(names and others) and not any(others)
