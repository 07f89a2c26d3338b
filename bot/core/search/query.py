"""A question read as groups of words, each with the words of the articles that may stand for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.core.search.engine import Term
from bot.core.search.kinds import AnswerKind, asked_kind
from bot.core.search.lexicon import Lexicon
from bot.core.search.wordforms import COUNTRIES
from bot.core.search.words import Stemmer, bare
from bot.core.text.fold import fold
from bot.core.text.stop_words import ASKING_WORDS, CHATTER, STOP_WORDS
from bot.core.text.synonyms import CHAT, SYNONYMS
from bot.core.text.tokens import Token, tokens

STOP_WEIGHT = 0.2
"""What a function word counts beside a content word."""
ASKING_WEIGHT = 0.05
CHATTER_WEIGHT = 0.3
SYNONYM_WEIGHT = 0.5
COUNTRY_WEIGHT = 0.8
KIN_WEIGHT = 0.5
SLIP_WEIGHTS = (1.0, 0.9, 0.75)
"""By edit distance."""


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


def read_query(question: str, lexicon: Lexicon, related: Related, *, widen: bool = False) -> Query:
    """Read `question`; with `widen` the words that the articles know are widened too."""
    folded = fold(question).text
    groups = []
    seen = set()
    for token in tokens(question):
        if token.form not in seen:
            seen.add(token.form)
            groups.append(_group(token, question, lexicon, related, widen=widen))
    return Query(question, folded, tuple(groups), asked_kind(folded))


def _group(token: Token, question: str, lexicon: Lexicon, related: Related, *, widen: bool) -> Group:
    form = bare(token.form)
    surface = token.span.of(question)
    if not lexicon.knows(form) and form in CHAT:
        form = CHAT[form]
    weight = _weight(form, shouted=surface.isupper() and len(surface) > 1 and not question.isupper())
    stem = lexicon.stemmer.stem(form)
    found: dict[str, float] = {}
    read_as = None
    if stem in lexicon.reach:
        found[stem] = 1.0
    if widen or not (lexicon.knows(form) or stem in lexicon.reach or form in STOP_WORDS):
        for near in lexicon.near(form):
            near_stem = lexicon.stemmer.stem(near.form)
            found.setdefault(near_stem, SLIP_WEIGHTS[near.distance])
            read_as = read_as or near.form
    reading = Reading.KNOWN if stem in found else Reading.WIDENED if found else Reading.UNKNOWN
    if weight > STOP_WEIGHT:
        for term in related.terms.get(stem, ()):
            if term.form in lexicon.reach:
                found[term.form] = max(term.weight, found.get(term.form, 0.0))
        for kin in lexicon.kin(stem):
            found[kin] = max(KIN_WEIGHT, found.get(kin, 0.0))
    if reading is Reading.UNKNOWN and found:
        reading = Reading.RELATED
    terms = tuple(
        Term(form, value) for form, value in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )
    return Group(token, weight, terms, reading, read_as if reading is Reading.WIDENED else None)


def _weight(form: str, *, shouted: bool) -> float:
    if form in ASKING_WORDS:
        return ASKING_WEIGHT
    if form in STOP_WORDS:
        return 1.0 if shouted else STOP_WEIGHT
    return CHATTER_WEIGHT if form in CHATTER else 1.0
