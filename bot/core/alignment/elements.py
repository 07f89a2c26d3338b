"""The tokens of a text as an alignment sees them: each number one element by its value, each word with its class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.core.alignment.lexicon import DIRECTIONS, HEDGES, NEGATORS
from bot.core.alignment.model import ReasonKind
from bot.core.figures.lexicon import FUNCTION
from bot.core.names.places import DEMONYMS, PLACES
from bot.core.numbers import number_values
from bot.core.span import Span
from bot.core.text.tokens import Token, tokens

_SIGNS: Final = re.compile(r"[%‰$€£¥₹₽+<>≤≥~≈]")
_OPENING: Final = " \t\n\r\"'“”‘’«»„‚[("
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_HARD_SPACES: Final = "\u00a0\u2007\u2009\u200a\u202f"
_ODD: Final = re.compile(f"[{_INVISIBLE}{_HARD_SPACES}]")
_BINDING: Final = frozenset(
    {
        "more",
        "less",
        "fewer",
        "over",
        "under",
        "above",
        "below",
        "least",
        "most",
        "up",
        "exceeding",
        "minimum",
        "maximum",
    }
)
"""Directions that bind a number behind them."""
_BETWEEN: Final = frozenset({"than", "to", "of", "a", "the"})
_SHOUTED: Final = frozenset({"us", "it", "who", "aids", "un", "am", "no", "in"})
"""Words that in capitals are other words: the US, the WHO."""


class Element(NamedTuple):
    """`key` is what has to be equal on both sides."""

    span: Span
    key: str
    kind: ReasonKind


def elements(text: str) -> tuple[Element, ...]:
    """Return the elements of `text` in order; signs that change a number's meaning count as numbers.

    A plain word right behind a number says what is counted, and is of the kind `NUMBER` as well; a word that binds
    the number behind it is a hedge. Invisible characters and hard spaces hide neither words nor numbers.
    """
    if text.isascii() or not _ODD.search(text):
        return _elements(text)
    kept = [at for at, char in enumerate(text) if char not in _INVISIBLE]
    shown = "".join(" " if text[at] in _HARD_SPACES else text[at] for at in kept)
    return tuple(
        each._replace(span=Span(kept[each.span.start], kept[each.span.end - 1] + 1))
        for each in _elements(shown)
    )


def _elements(text: str) -> tuple[Element, ...]:
    lower = any(map(str.islower, text))
    small = text.lower()
    numbers = number_values(text if lower or len(small) != len(text) else small)
    found = [Element(n.span, f"#{n.low!r}:{n.high!r}", ReasonKind.NUMBER) for n in numbers]
    taken = {place for number in numbers for place in range(*number.span)}
    found += [
        Element(Span(*sign.span()), sign.group(), ReasonKind.NUMBER)
        for sign in _SIGNS.finditer(text)
        if sign.start() not in taken
    ]
    found += [
        _word(text, token, lower=lower) for token in tokens(text) if taken.isdisjoint(range(*token.span))
    ]
    return tuple(_binding(list(_counted(sorted(found)))))


def _word(text: str, token: Token, *, lower: bool) -> Element:
    """Return a word; `lower` whether the text has small letters, so that capitals mean something."""
    words = token.span.of(text)
    shouted = lower and token.form in _SHOUTED and words.isupper()
    kind = ReasonKind.NAME if shouted else _kind(text, token.span, token.form, lower=lower)
    return Element(token.span, f"{token.form}!" if shouted else token.form, kind)


def _counted(found: list[Element]) -> Iterator[Element]:
    before = None
    for each in found:
        counts = before is not None and before.key.startswith("#") and each.kind is ReasonKind.WORDS
        yield each._replace(kind=ReasonKind.NUMBER) if counts and each.key not in FUNCTION else each
        before = each


def _binding(found: list[Element]) -> Iterator[Element]:
    for at, each in enumerate(found):
        behind = found[at + 1 : at + 3]
        if behind and behind[0].key in _BETWEEN:
            behind = behind[1:]
        binds = each.key in _BINDING and bool(behind) and _is_amount(behind[0])
        yield each._replace(kind=ReasonKind.HEDGE) if binds else each


def _is_amount(each: Element) -> bool:
    return each.key.startswith("#") or (each.kind is ReasonKind.NUMBER and each.key in "£$€¥₹₽")


def _kind(text: str, span: Span, form: str, *, lower: bool) -> ReasonKind:
    if form in NEGATORS or form.endswith("n't"):
        return ReasonKind.NEGATION
    if any(map(str.isdigit, form)):
        return ReasonKind.NUMBER
    if _is_name(text, span, form, lower=lower):
        return ReasonKind.NAME
    if form in HEDGES:
        return ReasonKind.HEDGE
    if form in DIRECTIONS:
        return ReasonKind.DIRECTION
    return ReasonKind.WORDS


def _is_name(text: str, span: Span, form: str, *, lower: bool) -> bool:
    if not text[span.start].isupper():
        return False
    bare = form.removesuffix("'s")
    if not lower:
        return bare in DEMONYMS or bare in PLACES
    before = text[: span.start].rstrip(_OPENING)
    if before and before[-1] not in ".!?:":
        return True
    if bare in DEMONYMS or bare in PLACES:
        return True
    after = text[span.end : span.end + 2]
    return bare not in FUNCTION and len(after) == 2 and after[0] == " " and after[1].isupper()
