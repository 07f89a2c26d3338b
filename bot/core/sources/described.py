"""Whom a description means: "the senator", where one person is called a senator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bot.core.names import Gender, Mention, NameKind
from bot.core.names.places import DEMONYMS
from bot.core.names.roles import role_gender
from bot.core.names.titles import ROLES
from bot.core.sources.phrases import Phrase
from bot.core.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant", "adm": "admiral",
    "pres": "president", "atty": "attorney", "prof": "professor", "dr": "doctor",
}  # fmt: skip
_LOWER = frozenset(["vice", "deputy", "former", "ex", "assistant", "co"])
"""Words that make a role another one: a vice president is no president."""


_MOST = 16
"""People kept by role noun; among more a description tells nobody apart, and the search stays short."""


class Roles:
    """The roles that an article gives to its people, by the nouns in them."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._by_noun: defaultdict[str, list[tuple[Mention, frozenset[str]]]] = defaultdict(list)
        seen: set[tuple[Span, frozenset[str]]] = set()
        for mention in mentions:
            if mention.kind is not NameKind.PERSON or mention.role is None:
                continue
            words = frozenset(
                _FULL.get(word, word) for word in _WORD.findall(mention.role.of(text).casefold())
            )
            if (mention.full, words) not in seen:
                seen.add((mention.full, words))
                self._add(mention, words)

    def _add(self, mention: Mention, words: frozenset[str]) -> None:
        for noun in sorted(words & ROLES):
            if len(self._by_noun[noun]) < _MOST:
                self._by_noun[noun].append((mention, words))

    def described(self, phrase: Phrase) -> Mention | None:
        """Return the only person whose role fits best, None when nobody or several do.

        Those named before the phrase are asked first, then those after it.
        """
        fitting = [
            (mention, words)
            for noun in _SAME.get(phrase.words[-1], (phrase.words[-1],))
            for mention, words in self._by_noun.get(noun, ())
            if _agrees(phrase.words, mention, words)
        ]
        before = [one for one in fitting if one[0].span.start < phrase.span.start]
        return _best(frozenset(phrase.words), before or fitting)


def _agrees(wanted: tuple[str, ...], mention: Mention, words: frozenset[str]) -> bool:
    gender = role_gender(wanted[-1])
    if gender is not None and mention.gender not in (gender, Gender.OPEN):
        return False
    return not (frozenset(wanted) ^ words) & _LOWER


def _best(wanted: frozenset[str], fitting: list[tuple[Mention, frozenset[str]]]) -> Mention | None:
    if not fitting:
        return None
    highest = max(_likeness(wanted, words) for _, words in fitting)
    fits = [mention for mention, words in fitting if _likeness(wanted, words) == highest]
    return fits[-1] if len({mention.full for mention in fits}) == 1 else None


def _likeness(wanted: frozenset[str], words: frozenset[str]) -> int:
    """Shared words, less what tells two peoples or parties apart."""
    return len(wanted & words) - 2 * len((wanted ^ words) & DEMONYMS)


_SAME = {
    "congressman": ("congressman", "representative"),
    "congresswoman": ("congresswoman", "representative"),
    "lawmaker": ("lawmaker", "representative", "senator"),
    "spokesperson": ("spokesperson", "spokesman", "spokeswoman"),
}
"""Nouns by which a person of another role may be described."""
