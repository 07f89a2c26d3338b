"""What a figure is about: roots of the words for its thing, its event, and of those around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.search.wordforms import LEMMAS
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.synonyms import SYNONYMS
from bot.core.text.tokens import forms

_ENDINGS: Final = ("ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "s", "y", "e")
_ANYBODY: Final = frozenset(
    {"people", "person", "persons", "others", "other", "human", "humans", "individuals"}
)
"""Words for whatever is counted that do not say what."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A figure in its article. `thing`, `event` and `around` are roots; `around` those of its sentence."""

    article: Article
    figure: Figure
    thing: frozenset[str]
    event: frozenset[str]
    around: frozenset[str]
    sentence: Span


def matter_of(article: Article, figure: Figure) -> Matter:
    """Read what a figure is about."""
    text = article.text
    sentence = article.sentence_at(figure.span.start) or figure.span
    thing = roots(figure.unit.of(text) if figure.unit else "")
    if figure.unit_name:
        thing |= roots(figure.unit_name) or {figure.unit_name}
    event = roots(figure.event.of(text) if figure.event else "")
    own = roots(sentence.of(text)) - thing
    return Matter(article, figure, thing - _ANYBODY_ROOTS, event, own, sentence)


def roots(words: str) -> frozenset[str]:
    """Return the roots of the telling words of a text; numbers are none."""
    found = forms(fold(words).text)
    return frozenset(root(word) for word in found if word not in STOP_WORDS and not word[0].isdigit())


def root(word: str) -> str:
    """Return a word without its usual ending: enough to bring "injured" and "injuries" together."""
    bare = word.removesuffix("'s").removesuffix("'")
    bare = LEMMAS.get(bare, bare)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            return bare.removesuffix(ending)
    return bare


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of roots share one, or one of the same meaning."""
    ours, theirs = _meanings(one), _meanings(other)
    return not ours.isdisjoint(theirs)


def _meanings(found: Iterable[str]) -> set[str]:
    meant = set(found)
    return meant.union(*(_ALIKE.get(each, frozenset()) for each in meant))


def _alike() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for number, group in enumerate(SYNONYMS):
        for word in group:
            table.setdefault(root(word), set()).add(f"={number}")
    return {word: frozenset(numbers) for word, numbers in table.items()}


_ALIKE: Final = _alike()
_ANYBODY_ROOTS: Final = frozenset(map(root, _ANYBODY))
