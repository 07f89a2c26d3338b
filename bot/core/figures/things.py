"""The thing counted: the noun phrase after a number, found without a tagger.

A plural ends it, and so do function words, verbs and marks. Rules of thumb, each small enough to be explained.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.core.figures import lexicon
from bot.core.figures.words import Word
from bot.core.numbers.lexicon import SMALL

_LONGEST: Final = 8
_NOUNS_IN_LY: Final = frozenset(
    [
        "family",
        "supply",
        "ally",
        "assembly",
        "reply",
        "rally",
        "fly",
        "bully",
        "anomaly",
        "monopoly",
        "italy",
        "july",
        "ply",
    ]
)
_NOUNS_IN_ED: Final = frozenset(
    [
        "bed",
        "shed",
        "seed",
        "breed",
        "reed",
        "weed",
        "sled",
        "red",
        "steed",
        "feed",
        "need",
        "speed",
        "creed",
        "deed",
    ]
)

_NOUNS_IN_ING: Final = lexicon.NOUNS_IN_ING
_CONTRACTED: Final = ("n't", "'ll", "'ve", "'re", "'d", "'m")
_ALSO_SINGULAR: Final = lexicon.ATTRIBUTIVE | {
    "series",
    "species",
    "headquarters",
    "means",
    "aircraft",
    "spacecraft",
    "police",
}
_NAMES: Final = frozenset({"US", "IT", "WHO"})
"""Abbreviations that only look like function words."""


class Thing(NamedTuple):
    """Places of the first and last word of the thing counted in the words it was looked for."""

    first: int
    last: int
    sure: bool = True
    """Whether a plural (or the singular after "one") shows it."""


def is_plural(lower: str) -> bool:
    """Whether a word looks like a plural noun."""
    if lower in lexicon.COLLECTIVES or lower.endswith(lexicon.IRREGULAR_ENDS):
        return True
    if not lower.endswith("s") or len(lower) < 3 or lower in lexicon.SINGULAR_S or lower in lexicon.VERBS:
        return False
    return not lower.endswith(("ss", "us", "is", "ous", "'s"))


def find_thing(words: list[Word], *, one: bool) -> Thing | None:
    """Return the noun phrase that `words` begin with, None if they begin with something else."""
    first = 0
    while first < len(words) and words[first].lower in lexicon.LEADING:
        first += 1
    return _singular(words, first) if one else _plural(words, first)


def _plural(words: list[Word], first: int) -> Thing | None:
    fallback = None
    for place in range(first, min(len(words), first + _LONGEST)):
        word = words[place]
        lower, owned = _without_genitive(word.lower)
        if _joins_attributes(words, place, first):
            continue
        if lower not in lexicon.VERBAL_PLURALS and _ends(word, inside=place > first):
            break
        if is_plural(lower) or lower in lexicon.VERBAL_PLURALS or (owned and lower.endswith("s")):
            if not owned and _runs_on(words, place):
                continue
            return Thing(first, place)
        if owned:
            break
        fallback = place if _may_be_thing(word) else None
    return Thing(first, fallback, sure=False) if fallback is not None and fallback - first < 3 else None


def _singular(words: list[Word], first: int) -> Thing | None:
    last = None
    for place in range(first, min(len(words), first + 5)):
        word = words[place]
        lower, owned = _without_genitive(word.lower)
        nominal = lower in lexicon.VERBAL_NOUNS and (place == first or _is_last(words, place))
        if (not nominal and _ends(word, inside=place > first)) or (last is not None and _is_verbal(lower)):
            break
        if place == first and is_plural(lower) and word.text.islower() and lower not in _ALSO_SINGULAR:
            return None
        if _may_be_thing(word) or owned:
            last = place
        if owned:
            break
    return Thing(first, last) if last is not None else None


def _joins_attributes(words: list[Word], place: int, first: int) -> bool:
    """Whether "and" only joins two attributes of one thing ("creative or performing artists")."""
    if place == first or words[place].lower not in {"and", "or"} or not _may_be_thing(words[place - 1]):
        return False
    behind = words[place + 1 : place + 3]
    return (
        len(behind) == 2
        and not _ends(behind[0], inside=True)
        and not is_plural(behind[0].lower)
        and is_plural(behind[1].lower)
    )


def _is_last(words: list[Word], place: int) -> bool:
    """Whether nothing nominal follows, so that a word that may be a verb is the noun ("one guilty face")."""
    return place + 1 >= len(words) or _ends(words[place + 1], inside=False)


def _runs_on(words: list[Word], place: int) -> bool:
    """Whether the plural at `place` only stands before the noun it belongs to ("police officers")."""
    follow = words[place + 1] if place + 1 < len(words) else None
    if follow is None or _ends(follow, inside=True):
        return False
    word = words[place]
    carrier = word.lower in lexicon.COLLECTIVES | lexicon.ATTRIBUTIVE or word.text[0].isupper()
    if carrier and is_plural(_without_genitive(follow.lower)[0]):
        return True
    beyond = words[place + 2].lower if place + 2 < len(words) else ""
    return words[place].lower in lexicon.ATTRIBUTIVE and is_plural(beyond)


def _ends(word: Word, *, inside: bool) -> bool:
    lower = word.lower
    if not word.text[0].isalpha() or (lower in lexicon.FUNCTION and word.text not in _NAMES):
        return True
    if lower in SMALL or lower.endswith(_CONTRACTED):
        return True
    return word.lower in lexicon.VERBS or (
        inside and word.lower.endswith("ly") and word.lower not in _NOUNS_IN_LY
    )


def _is_verbal(lower: str) -> bool:
    """Whether a word behind a singular noun is rather its verb ("one poster writing", "one expert warns")."""
    if lower.endswith("ed"):
        return lower not in _NOUNS_IN_ED
    return (lower.endswith("ing") and lower not in _NOUNS_IN_ING) or is_plural(lower)


def _may_be_thing(word: Word) -> bool:
    lower = word.lower
    if lower in lexicon.ADJECTIVES or lower in lexicon.STATES:
        return False
    if lower.endswith("ly") and lower not in _NOUNS_IN_LY:
        return False
    return not (lower.endswith("ed") and lower not in _NOUNS_IN_ED)


def _without_genitive(lower: str) -> tuple[str, bool]:
    if lower.endswith("'s"):
        return lower[:-2], True
    return (lower[:-1], True) if lower.endswith("s'") else (lower, False)
