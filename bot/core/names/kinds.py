"""What a naming names, judged from its own words and the title before it."""

from __future__ import annotations

from bot.core.names.common import CALENDAR, EVENT_WORDS, FUNCTION_WORDS, NO_NAMES
from bot.core.names.given import GIVEN, HE_NAMES, SHE_NAMES
from bot.core.names.model import NameKind
from bot.core.names.organisations import ORG_NAMES, ORG_SHORTS, ORG_WORDS, OUTLET_HEADS, OUTLET_WORDS, OUTLETS
from bot.core.names.places import DEMONYMS, DIRECTIONS, PLACE_HEADS, PLACE_WORDS, PLACES
from bot.core.names.scan import Naming
from bot.core.names.titles import NAME_LIKE, ROLES

SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "esq", "phd"])
"""Words after a surname."""


def kind_of(naming: Naming, vocabulary: frozenset[str]) -> NameKind | None:
    """Return the kind; None when it is no name; `OTHER` when the words alone do not tell.

    `vocabulary` has the words that the article writes in lower case.
    """
    low = naming.low
    if low[0] == "the" and len(low) > 1:
        low = low[1:]
    joined = " ".join(low)
    if naming.title < 0 and joined in PLACES and naming.words != ("Us",):
        return NameKind.PLACE
    if joined in OUTLETS:
        return NameKind.OUTLET
    if joined in ORG_NAMES:
        return NameKind.ORGANISATION
    if len(low) == 1:
        return _kind_of_one(naming, low[0])
    if naming.title >= 0:
        return NameKind.PERSON
    return _kind_of_many(naming.words, low, vocabulary)


def _kind_of_one(naming: Naming, word: str) -> NameKind | None:
    original = naming.words[-1]
    if word in _NAMELESS or len(original) == 1 or (naming.title < 0 and word in _ONLY_ROLES):
        return None
    if naming.title >= 0:
        return NameKind.PERSON
    if word in _OF_ONE_GENDER and not naming.opens:
        return NameKind.PERSON
    if word in ORG_SHORTS or (original.isupper() and 2 <= len(word) <= 6 and word.isalpha()):
        return NameKind.ORGANISATION
    return NameKind.OTHER


_OF_ONE_GENDER = HE_NAMES | SHE_NAMES
_ONLY_ROLES = ROLES - NAME_LIKE
_NAMELESS = FUNCTION_WORDS | CALENDAR | NO_NAMES | DEMONYMS


def _kind_of_many(
    words: tuple[str, ...], low: tuple[str, ...], vocabulary: frozenset[str]
) -> NameKind | None:
    last = low[-1]
    if low[0] in GIVEN and "of" not in low and "for" not in low and (last not in ORG_WORDS or len(low) == 2):
        return NameKind.PERSON
    by_word = _by_word(low, last)
    if by_word is not None:
        return by_word
    if last in DEMONYMS:
        return None
    if low[0] in _NO_GIVEN_NAMES or "of" in low or "and" in low:
        return NameKind.OTHER
    if any(len(word) > 2 and word.isupper() and word.isalpha() for word in words):
        return NameKind.PERSON if all(word.isupper() for word in words) else NameKind.ORGANISATION
    return NameKind.PERSON if _looks_personal(words, low, vocabulary) else NameKind.OTHER


_NO_GIVEN_NAMES = DEMONYMS | DIRECTIONS | PLACES | FUNCTION_WORDS


def _by_word(low: tuple[str, ...], last: str) -> NameKind | None:
    if last in OUTLET_WORDS or low[0] in OUTLET_HEADS or " ".join(low[-2:]) in OUTLETS:
        return NameKind.OUTLET
    if last in ORG_WORDS or (("of" in low or "for" in low) and not ORG_WORDS.isdisjoint(low)):
        return NameKind.ORGANISATION
    if last in PLACE_WORDS or (low[0] in PLACE_HEADS and last not in EVENT_WORDS):
        return NameKind.PLACE
    if low[0] in DIRECTIONS and " ".join(low[1:]) in PLACES:
        return NameKind.PLACE
    return NameKind.OTHER if last in EVENT_WORDS else None


def _looks_personal(words: tuple[str, ...], low: tuple[str, ...], vocabulary: frozenset[str]) -> bool:
    """Two to four words without figures, none of which the article also writes in lower case."""
    if len(low) > 5 or any(any(sign.isdigit() for sign in word) for word in words):
        return False
    solid = [word for word in low if len(word) > 1 and word not in SUFFIXES]
    return len(solid) >= 2 and low[-1] not in vocabulary and low[0] not in vocabulary
