"""The words beside a name that say what the person is."""

from __future__ import annotations

import re

from bot.core.names.common import FUNCTION_WORDS
from bot.core.names.model import Gender
from bot.core.names.titles import HE_ROLES, ROLES, SHE_ROLES
from bot.core.span import Span

_REACH = 90
"""Characters before a name in which its role may stand."""

_WORDS = 8
_NOT_IN_ROLE = (
    FUNCTION_WORDS - {"former", "first", "new", "old", "late", "own", "four", "two", "three"}
) | frozenset(
    ["said", "says", "told", "met", "named", "called", "elected", "became", "including", "joined", "against"]
)
_AFTER = re.compile(
    r",\s(?:\d{1,3},\s)?(?P<role>(?:(?:the|a|an|his|her|its|their|who\sis\sthe|who\sis\sa)\s)?[^,.;:!?\n“”\"()—]{3,110})(?=[,.;)—]|\s[–-]\s)"
)
_MEDIA = re.compile(
    r"\b(?:newspaper|magazine|broadcaster|tabloid|news\s(?:agency|channel|site|website|outlet|portal|network)|daily|"
    r"weekly|television|TV|radio|network|channel|news\swebsite)\s(?:the\s)?$"
)
_ADJECTIVES = frozenset(
    [
        "retired",
        "embattled",
        "disgraced",
        "ousted",
        "unnamed",
        "celebrated",
        "acclaimed",
        "respected",
        "noted",
        "convicted",
        "accused",
        "exiled",
        "jailed",
        "renowned",
        "elected",
        "newly-elected",
        "self-described",
        "self-styled",
        "self-proclaimed",
        "washington-based",
        "united",
        "red",
    ]
)
"""Words in -ed that belong to a role; any other is a verb before it."""

_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my"])


def role_before(text: str, start: int, floor: int) -> Span | None:
    """Return the role that ends right before a name at `start` ("Russian foreign ministry spokeswoman")."""
    begin = max(floor, start - _REACH)
    before = text[begin:start]
    words = before.split()
    if not words or not before[-1:].isspace() or words[-1].casefold().rstrip(".") not in ROLES:
        return None
    taken = 1
    limit = min(len(words), _WORDS)
    while taken < limit and _may_modify(words[-taken - 1]):
        taken += 1
    at = start
    for word in reversed(words[-taken:]):
        at = text.rindex(word, 0, at)
    return Span(at, start - (len(before) - len(before.rstrip())))


def media_before(text: str, start: int) -> bool:
    """Whether the words right before a name say that it publishes ("state news channel …")."""
    return _MEDIA.search(text, max(0, start - 30), start) is not None


def _may_modify(word: str) -> bool:
    low = word.casefold()
    is_verb = low in _NOT_IN_ROLE or (low.endswith("ed") and low not in _ADJECTIVES)
    return not is_verb and word[-1] not in '.,;:!?"”“)(' and word[0] not in '“"(‘'


def role_after(text: str, end: int) -> Span | None:
    """Return the role in the apposition after a name that ends at `end` (", a spokesman for the city,")."""
    if text[end : end + 2] != ", ":
        return None
    match = _AFTER.match(text, end, end + 130)
    if match is None:
        return None
    words = match["role"].split()
    head = next((at for at, word in enumerate(words[:8]) if _stem(word) in ROLES), None)
    if head is None or any(word.casefold() in _CLAUSE for word in words[:head]):
        return None
    if words[0].casefold() not in _DETERMINERS and head > 4:
        return None
    return Span(match.start("role"), match.start("role") + len(match["role"].rstrip()))


_PHRASE = re.compile(r"[^,.;:!?\n“”‘\"()«»„—–]+, \Z")
_CLOSED = re.compile(r"[,.;:)(]|\s[–—-]\s|\s(?:who|whose)\b|\Z|\n")
_PREPOSITIONS = frozenset(["of", "for", "at", "from", "in"])


def role_beside(text: str, start: int, end: int, floor: int) -> Span | None:
    """Return the role that a name in commas explains: "The mayor, Ada Kent," with its "the" or "its"."""
    if not text.startswith(", ", start - 2) or not _CLOSED.match(text, end):
        return None
    begin = max(floor, start - _REACH)
    phrase = _PHRASE.search(text[begin:start])
    found = list(_WORD.finditer(phrase.group())) if phrase is not None else []
    words = [word.group().casefold() for word in found]
    for at in range(len(words) - 2, max(-1, len(words) - 2 - _WORDS), -1):
        if words[at] in _DETERMINERS and phrase is not None:
            head = next((to for to in range(at + 1, len(words)) if words[to] in _PREPOSITIONS), len(words))
            plain = not any(word in _CLAUSE - _PREPOSITIONS for word in words[at + 1 :])
            if plain and _stem(words[head - 1]) in ROLES:
                return Span(begin + phrase.start() + found[at].start(), start - 2)
        elif words[at] in _CLAUSE - _PREPOSITIONS:
            return None
    return None


_WORD = re.compile(r"\S+")
_CLAUSE = frozenset(
    [
        "said",
        "says",
        "told",
        "and",
        "but",
        "who",
        "which",
        "that",
        "where",
        "when",
        "while",
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "in",
        "on",
        "at",
        "with",
    ]
)


def _stem(word: str) -> str:
    return word.casefold().strip(".,").removesuffix("’s").removesuffix("'s")


def role_gender(words: str) -> Gender | None:
    """What the head noun of a role says of the gender; None for "minister" or when two nouns disagree."""
    found = {
        Gender.SHE if word in SHE_ROLES else Gender.HE
        for word in (_stem(word) for word in _HEAD_END.split(words, maxsplit=1)[0].split()[-1:])
        if word in SHE_ROLES or word in HE_ROLES
    }
    return found.pop() if len(found) == 1 else None


_HEAD_END = re.compile(r"\s(?:of|for|from|at|in|with|to|on|and|who|whose|based|by)\s")
