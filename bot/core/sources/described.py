"""Whom a description means: "the senator", where one person is called a senator."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from bot.core.names import Mention, NameKind
from bot.core.names.places import DEMONYMS
from bot.core.names.titles import ROLES
from bot.core.sources.phrases import Phrase

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "maj": "major", "capt": "captain", "sgt": "sergeant", "adm": "admiral",
    "pres": "president", "atty": "attorney", "prof": "professor", "dr": "doctor",
}  # fmt: skip
_LOWER = frozenset(["vice", "deputy", "former", "ex", "assistant", "co"])
"""Words that make a role another one: a vice president is no president."""


class Roles:
    """The roles that an article gives to its people, by the nouns in them."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._by_noun: defaultdict[str, list[tuple[Mention, frozenset[str]]]] = defaultdict(list)
        for mention in mentions:
            if mention.kind is NameKind.PERSON and mention.role is not None:
                words = [_FULL.get(word, word) for word in _WORD.findall(mention.role.of(text).casefold())]
                for noun in {word for word in words if word in ROLES}:
                    self._by_noun[noun].append((mention, frozenset(words)))

    def described(self, phrase: Phrase) -> Mention | None:
        """Return the only person named before whose role fits best, None when nobody or several do."""
        wanted = frozenset(phrase.words)
        scores: list[tuple[float, Mention]] = []
        for mention, words in self._by_noun.get(phrase.words[-1], ()):
            if mention.span.start < phrase.span.start and not (wanted ^ words) & _LOWER:
                scores.append((_likeness(wanted, words), mention))
        if not scores:
            return None
        best_score = max(score for score, _ in scores)
        fits = [mention for score, mention in scores if score == best_score]
        return fits[-1] if len({mention.full for mention in fits}) == 1 else None


def _likeness(wanted: frozenset[str], words: frozenset[str]) -> float:
    """Shared words, less what tells two peoples or parties apart."""
    return len(wanted & words) - 2 * len((wanted ^ words) & DEMONYMS)
