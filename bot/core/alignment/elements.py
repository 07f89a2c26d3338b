"""The tokens of a text as an alignment sees them: each number one element by its value, each word with its class."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.core.alignment.model import ReasonKind
from bot.core.numbers import number_values
from bot.core.span import Span
from bot.core.text.tokens import tokens

_NEGATORS: Final = frozenset(
    [
        "not",
        "never",
        "no",
        "none",
        "nothing",
        "nobody",
        "nowhere",
        "neither",
        "nor",
        "without",
        "cannot",
        "deny",
        "denies",
        "denied",
        "denying",
        "fail",
        "fails",
        "failed",
        "failing",
        "refuse",
        "refuses",
        "refused",
        "hardly",
        "barely",
    ]
)
_HEDGES: Final = frozenset(
    [
        "about",
        "nearly",
        "almost",
        "around",
        "roughly",
        "approximately",
        "allegedly",
        "alleged",
        "reportedly",
        "apparently",
        "possibly",
        "probably",
        "perhaps",
        "may",
        "might",
        "could",
        "likely",
        "seemingly",
        "supposedly",
        "suspected",
        "some",
    ]
)
_DIRECTIONS: Final = frozenset(
    [
        "more",
        "less",
        "fewer",
        "before",
        "after",
        "above",
        "below",
        "over",
        "under",
        "up",
        "down",
        "most",
        "least",
        "rise",
        "rises",
        "rose",
        "risen",
        "fall",
        "falls",
        "fell",
        "fallen",
        "increase",
        "increased",
        "decrease",
        "decreased",
        "higher",
        "lower",
        "gain",
        "gained",
        "lose",
        "lost",
    ]
)
_SIGNS: Final = re.compile(r"[%‰$€£¥₹₽+<>≤≥~≈]")


class Element(NamedTuple):
    """`key` is what has to be equal on both sides."""

    span: Span
    key: str
    kind: ReasonKind


def elements(text: str) -> tuple[Element, ...]:
    """Return the elements of `text` in order; signs that change a number's meaning count as numbers."""
    numbers = number_values(text)
    found = [Element(n.span, f"#{n.low!r}:{n.high!r}", ReasonKind.NUMBER) for n in numbers]
    taken = {place for number in numbers for place in range(*number.span)}
    found += [
        Element(Span(*sign.span()), sign.group(), ReasonKind.NUMBER)
        for sign in _SIGNS.finditer(text)
        if sign.start() not in taken
    ]
    found += [
        Element(token.span, token.form, _kind(text, token.span, token.form))
        for token in tokens(text)
        if taken.isdisjoint(range(*token.span))
    ]
    return tuple(sorted(found))


def _kind(text: str, span: Span, form: str) -> ReasonKind:
    if form in _NEGATORS or form.endswith("n't"):
        return ReasonKind.NEGATION
    if form in _HEDGES:
        return ReasonKind.HEDGE
    if form in _DIRECTIONS:
        return ReasonKind.DIRECTION
    if any(map(str.isdigit, form)):
        return ReasonKind.NUMBER
    before = text[: span.start].rstrip(" \t\n\r\"'“”‘’«»")
    inside = before and before[-1] not in ".!?:"
    return ReasonKind.NAME if inside and text[span.start].isupper() else ReasonKind.WORDS
