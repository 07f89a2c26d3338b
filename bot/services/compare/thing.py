"""What a figure counts, as a key: equal keys are the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.numbers.units import CODES, SIGNS, UNITS
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.tokens import tokens
from bot.core.text.words import word_set

Stem = Callable[[str], str]
"""From a folded word to its indexed form."""

_ANYBODY: Final = word_set(
    "people humans individuals residents citizens civilians locals men women boys girls children adults others"
)
"""Without what befell them they are no thing: 353 people fled, 85 people work there."""
_SAME_EVENTS: Final = (
    "injured hurt wounded injures hurting wounding",
    "killed dead died perished slain",
    "hospitalised hospitalized hospital",
    "missing unaccounted",
    "freed released",
)
"""Words for what befell somebody that news takes for the same. Detained is not arrested, shot is not killed."""
_MEASURES: Final = frozenset(UNITS) | {name.lower() for name in (*UNITS.values(), *CODES.split())}
_ADDING: Final = word_set("more other others another additional further extra new remaining")
"""Beside a number they make it an addition to another count, or what is left of one."""
_GIVEN: Final = word_set(
    "the these those this that all both my your his her its our their of with own owns owned owning has have had having"
)
"""Before a number they take it for granted, or make it what somebody has ("the 40 stalls", "she owns three stalls").

Where nothing befell what is counted, such numbers are no two counts of one thing.
"""
_WORD: Final = re.compile(r"\w+")
_BESIDE: Final = 24
"""Characters to each side of a number in which such a word is looked for."""


class Thing(NamedTuple):
    """Unit and event in indexed forms, and the folded words of the place; empty where the article has none."""

    unit: tuple[str, ...]
    event: tuple[str, ...]
    place: str


def thing_counted(article: Article, figure: Figure, stem: Stem) -> Thing | None:
    """Return what a figure counts, None where it is no statement of a whole count.

    A place narrows what is counted, so one with a place never equals one without. "Officers" and "police officers"
    differ likewise: nothing shows that they are the same.
    """
    if figure.hypothetical or figure.comparison or figure.negated or figure.subset_of or figure.unit is None:
        return None
    text = article.text
    before, after = _beside(text, figure)
    if _measures(figure.unit_name or figure.unit.of(text)) or before in _ADDING or after in _ADDING:
        return None
    unit = tuple(stem(token.form) for token in tokens(text, figure.unit))
    event = _event(text, figure.event, stem)
    if not unit or unit[0].isdigit() or (not event and (before in _GIVEN or _is_anybody(unit, stem))):
        return None
    return Thing(unit, event, fold(figure.place.of(text)).text if figure.place else "")


def _is_anybody(unit: tuple[str, ...], stem: Stem) -> bool:
    return unit[-1] in {stem(word) for word in _ANYBODY}


def _measures(unit: str) -> bool:
    """Whether a unit is one of measure ("km", "square miles", "US$"): it does not say what was measured."""
    return any(sign in unit for sign in SIGNS) or (unit.lower().split() or [""])[-1] in _MEASURES


def _event(text: str, event: Span | None, stem: Stem) -> tuple[str, ...]:
    if event is None:
        return ()
    forms = [stem(token.form) for token in tokens(text, event) if token.form not in STOP_WORDS]
    for family in _SAME_EVENTS:
        stems = [stem(word) for word in family.split()]
        if len(forms) == 1 and forms[0] in stems:
            return (stems[0],)
    return tuple(forms)


def _beside(text: str, figure: Figure) -> tuple[str, str]:
    """Return the word before the number with its qualifier, and the one after it; empty where there is none."""
    start, end = figure.span
    if figure.qualifier is not None:
        start, end = min(start, figure.qualifier.start), max(end, figure.qualifier.end)
    before = _WORD.findall(text[max(0, start - _BESIDE) : start].lower())
    after = _WORD.findall(text[end : end + _BESIDE].lower())
    return before[-1] if before else "", after[0] if after else ""
