"""Things named before their number: "aged 14", "magnitude 6.1", "the death toll rose to 31"."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from bot.core.figures import lexicon
from bot.core.figures.things import find_thing
from bot.core.figures.units import Unit
from bot.core.figures.words import Word
from bot.core.span import Span

_DIRECT: Final = MappingProxyType({"aged": "years old", "age": "years old", "magnitude": "magnitude"})
_BETWEEN: Final = frozenset({"between", "from", "of"})


def direct_unit(before: list[Word]) -> Unit | None:
    """Return "aged", "magnitude" right before a number; `before` are the words up to it and its qualifier."""
    if not before:
        return None
    last = before[-2] if before[-1].lower in _BETWEEN and len(before) > 1 else before[-1]
    name = _DIRECT.get(last.lower)
    return Unit(Span(last.start, last.end), name, [], measure=True) if name else None


def count_noun(before: list[Word]) -> Unit | None:
    """Return the noun that a number further on tells, where a word like "to" or "reached" leads to it."""
    return _count_noun(before) if before and before[-1].lower in lexicon.REACHING else None


def _count_noun(before: list[Word]) -> Unit | None:
    """Return the nearest "toll", "total", "population" before "rose to", with the noun it is made of."""
    for place in range(len(before) - 1, -1, -1):
        word = before[place]
        if not word.text[0].isalpha():
            return None
        if word.lower == "number" and place + 1 < len(before) and before[place + 1].lower == "of":
            return _numbered(before[place + 2 :])
        if word.lower in lexicon.COUNT_NOUNS:
            prior = before[place - 1] if place else word
            start = prior.start if prior.lower in lexicon.COUNT_PREFIXES else word.start
            return Unit(Span(start, word.end), word.lower, [], measure=True)
    return None


def _numbered(words: list[Word]) -> Unit | None:
    """Return the thing in "the number of arrests rose to"."""
    thing = find_thing(words, one=False)
    if thing is None and not words:
        return None
    first, last = (words[thing.first], words[thing.last]) if thing else (words[0], words[0])
    name = " ".join(word.text for word in words[thing.first : thing.last + 1]) if thing else first.text
    return Unit(Span(first.start, last.end), name, [])
