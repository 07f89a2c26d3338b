"""A question read as groups of words, each with the words of the articles that may stand for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from bot.core.names.common import PLAIN_NOUNS
from bot.core.reporting_verbs import REPORTING
from bot.core.search.engine import Term
from bot.core.search.kinds import AnswerKind, asked_kind
from bot.core.search.lexicon import Lexicon, Near
from bot.core.search.wordforms import COUNTRIES, LEMMAS
from bot.core.search.words import Stemmer, bare
from bot.core.text.fold import fold
from bot.core.text.stop_words import (
    ASKING_WORDS,
    CHATTER,
    CLASS_WORDS,
    LIGHT_VERBS,
    MEASURED,
    PAID,
    STOP_WORDS,
)
from bot.core.text.synonyms import CHAT, SYNONYMS
from bot.core.text.tokens import Token, tokens

LONGEST = 2000
"""Characters of a question that are read …"""
MOST_WORDS = 60
"""… and different words."""
STOP_WEIGHT = 0.2
"""What a function word counts beside a content word."""
ASKING_WEIGHT = 0.05
CHATTER_WEIGHT = 0.3
SYNONYM_WEIGHT = 0.5
COUNTRY_WEIGHT = 0.8
KIN_WEIGHT = 0.5
SLIP_WEIGHTS = (1.0, 0.9, 0.75)
"""By edit distance."""


KNOWN_WORDS = (
    frozenset(LEMMAS)
    | frozenset(word for group in SYNONYMS for word in group)
    | frozenset(REPORTING)
    | PLAIN_NOUNS
    | CHATTER
    | CLASS_WORDS
    | LIGHT_VERBS
    | MEASURED
)
"""English words that are never taken for slips of others."""


_WEAK = CHATTER | CLASS_WORDS | LIGHT_VERBS


class Reading(StrEnum):
    """How a typed word was found in the articles."""

    KNOWN = "known"
    WIDENED = "widened"
    RELATED = "related"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Group:
    """One word of the question. `weight` is its share before rarity; `terms` are what may stand for it, best first."""

    token: Token
    weight: float
    terms: tuple[Term, ...]
    reading: Reading
    read_as: str | None = None

    @property
    def content(self) -> bool:
        """Whether the word says what the question is about."""
        return self.weight > CHATTER_WEIGHT


@dataclass(frozen=True, slots=True)
class Query:
    """A question ready to search with."""

    text: str
    folded: str
    groups: tuple[Group, ...]
    kind: AnswerKind

    def without(self, forms: Collection[str]) -> Query:
        """Return the question without some of its words."""
        return replace(self, groups=tuple(group for group in self.groups if group.token.form not in forms))


@dataclass(frozen=True, slots=True)
class Related:
    """Indexed form to the forms near in meaning, with their weights."""

    terms: dict[str, tuple[Term, ...]]

    @classmethod
    def build(cls, stemmer: Stemmer) -> Related:
        """Stem the tables of synonyms and countries."""
        near: dict[str, dict[str, float]] = {}
        for group in SYNONYMS:
            _relate(near, [stemmer.stem(word) for word in group], SYNONYM_WEIGHT)
        families: dict[str, list[str]] = {}
        for form, country in COUNTRIES.items():
            families.setdefault(country, []).append(stemmer.stem(form))
        for family in families.values():
            _relate(near, family, COUNTRY_WEIGHT)
        return cls(
            {stem: tuple(Term(*pair) for pair in sorted(others.items())) for stem, others in near.items()}
        )


def _relate(near: dict[str, dict[str, float]], stems: Iterable[str], weight: float) -> None:
    family = list(dict.fromkeys(stems))
    for stem in family:
        for other in family:
            if other != stem:
                others = near.setdefault(stem, {})
                others[other] = max(weight, others.get(other, 0.0))


def read_query(
    question: str, lexicon: Lexicon, related: Related, capitals: frozenset[str] = frozenset()
) -> Query:
    """Read the first words of `question`. A word typed with a capital is only read as one of `capitals`."""
    folded = fold(question[:LONGEST]).text
    parts = tokens(question[:LONGEST])
    words = {token.form: token for token in reversed(parts)}
    reader = _Reader(question, lexicon, related, capitals, _askers(parts))
    first = sorted(words.values())[:MOST_WORDS]
    return Query(question, folded, _telling(tuple(map(reader.group, first))), asked_kind(folded))


def _telling(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Return the groups; where no word says what the question is about, those that say little have to."""
    if any(group.content for group in groups):
        return groups
    return tuple(
        replace(group, weight=1.0)
        if group.weight == CHATTER_WEIGHT and group.token.form not in CHATTER and group.terms
        else group
        for group in groups
    )


def _askers(parts: Sequence[Token]) -> Mapping[str, str]:
    """Return the words that follow "how", "which" and the like, with the word they follow."""
    pairs = {now.form: before.form for before, now in pairwise(parts) if before.form in _BEFORE}
    measured = {form: before for form, before in pairs.items() if before != "how" or form in MEASURED}
    money = {token.form: "how" for token in parts if token.form in PAID} if pairs.get("much") == "how" else {}
    return measured | money


_BEFORE = frozenset(["how", "which", "what", "much", "whose"])


@dataclass(frozen=True, slots=True)
class _Reader:
    question: str
    lexicon: Lexicon
    related: Related
    capitals: frozenset[str]
    askers: Mapping[str, str]

    def group(self, token: Token) -> Group:
        group = self._read(token)
        asker = self.askers.get(token.form)
        if asker == "how":
            weight = CHATTER_WEIGHT if token.form in PAID else ASKING_WEIGHT
            return replace(group, weight=min(group.weight, weight))
        if asker and group.reading is not Reading.KNOWN and not self._capital(token):
            return replace(group, weight=min(group.weight, CHATTER_WEIGHT))
        return group

    def _read(self, token: Token) -> Group:
        form = bare(token.form)
        if not self.lexicon.knows(form):
            form = CHAT.get(form, form)
        weight = self._weight(form, token)
        stem = self.lexicon.stem(form)
        if stem in self.lexicon.reach:
            return Group(token, weight, _ordered({stem: 1.0} | self._relatives(stem, weight)), Reading.KNOWN)
        slips = [] if form in STOP_WORDS else self._slips(form, token)
        if slips:
            terms = {self.lexicon.stem(near.form): SLIP_WEIGHTS[near.distance] for near in reversed(slips)}
            return Group(token, weight, _ordered(terms), Reading.WIDENED, slips[0].form)
        terms = self._relatives(stem, weight)
        return Group(token, weight, _ordered(terms), Reading.RELATED if terms else Reading.UNKNOWN)

    def _slips(self, form: str, token: Token) -> list[Near]:
        """Return what the word may be a slip of; a word that our tables know is no slip."""
        if form in KNOWN_WORDS:
            return []
        named = token.span.start > 0 and self._capital(token) and not self.question.isupper()
        near = self.lexicon.near(form)
        return [word for word in near if not named or word.form in self.capitals]

    def _relatives(self, stem: str, weight: float) -> dict[str, float]:
        if weight <= STOP_WEIGHT:
            return {}
        found = dict.fromkeys(self.lexicon.kin(stem), KIN_WEIGHT)
        for term in self.related.terms.get(stem, ()):
            if term.form in self.lexicon.reach:
                found[term.form] = max(term.weight, found.get(term.form, 0.0))
        return found

    def _weight(self, form: str, token: Token) -> float:
        if form in ASKING_WORDS:
            return ASKING_WEIGHT
        if form in STOP_WORDS:
            surface = token.span.of(self.question)
            return (
                1.0 if len(surface) > 1 and surface.isupper() and not self.question.isupper() else STOP_WEIGHT
            )
        return CHATTER_WEIGHT if form in _WEAK else 1.0

    def _capital(self, token: Token) -> bool:
        return token.span.of(self.question)[:1].isupper()


def _ordered(terms: dict[str, float]) -> tuple[Term, ...]:
    return tuple(Term(*item) for item in sorted(terms.items(), key=lambda item: (-item[1], item[0])))
