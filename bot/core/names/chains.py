"""Which namings are of the same person, organisation, outlet or place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from bot.core.names.given import GIVEN, SHORT_FORMS
from bot.core.names.kinds import SUFFIXES
from bot.core.names.model import Gender, NameKind
from bot.core.names.organisations import ORG_WORDS, OUTLET_WORDS
from bot.core.names.places import SHORT_FORMS as SAME
from bot.core.names.scan import Naming, fold_word
from bot.core.names.titles import COURTESY, HE_TITLES, SHE_TITLES
from bot.core.span import Span


@dataclass(slots=True, eq=False)
class Entity:
    """One person or thing while an article is read. `full` is its fullest naming so far."""

    kind: NameKind
    full: Span
    words: tuple[str, ...]
    first: int
    signs: set[Gender] = field(default_factory=set)
    personal: bool = False
    """Whether the words around a naming show that it is a person."""


def bare(low: tuple[str, ...]) -> tuple[str, ...]:
    """Return folded words without courtesy title, article and suffix."""
    if len(low) > 1 and (low[0] in COURTESY or low[0] == "the"):
        low = low[1:]
    while len(low) > 1 and low[-1] in SUFFIXES:
        low = low[:-1]
    return SAME.get(low, low)


def may_be_one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two namings with the same surname may be of one person.

    >>> may_be_one(("donald", "trump"), ("donald", "j", "trump"))
    True
    >>> may_be_one(("bill", "clinton"), ("hillary", "clinton"))
    False
    """
    short, long = sorted((left, right), key=len)
    if len(short) == 1 or long[-len(short) :] == short:
        return True
    one, other = short[0], long[0]
    if one == other or SHORT_FORMS.get(one, one) == SHORT_FORMS.get(other, other):
        return True
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def title_gender(naming: Naming, text: str) -> Gender | None:
    """What a courtesy title before or in the naming says."""
    low = naming.low[0]
    if naming.title >= 0 and low not in COURTESY:
        low = (
            fold_word(text[naming.title : naming.start].rsplit(maxsplit=1)[-1])
            if naming.title < naming.start
            else low
        )
    if low in SHE_TITLES:
        return Gender.SHE
    return Gender.HE if low in HE_TITLES else None


class Chains:
    """The entities of one article, found by their last, first or only words."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, ...], Entity] = {}
        self._by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Entity]] = defaultdict(list)
        self._bodies_by_last: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_initials: defaultdict[str, list[Entity]] = defaultdict(list)
        self._people_by_initials: defaultdict[str, list[Entity]] = defaultdict(list)

    def add(self, naming: Naming, kind: NameKind) -> Entity:
        """Take a naming of several words, or of a known kind, as an entity of its own or as one already met."""
        words = bare(naming.low)
        if kind is NameKind.PERSON:
            return self._add_person(naming, words)
        entity = self._by_key.get(words)
        if entity is None:
            entity = Entity(kind, Span(naming.start, naming.end), words, naming.start)
            self._by_key[words] = entity
            if len(words) > 1 and kind in _BODIES:
                self._by_first[words[0]].append(entity)
                self._bodies_by_last[words[-1]].append(entity)
                self._by_initials[_initials(words)].append(entity)
        elif naming.end - naming.start > len(entity.full):
            entity.full = Span(naming.start, naming.end)
        return entity

    def _add_person(self, naming: Naming, words: tuple[str, ...]) -> Entity:
        known = self._by_key.get(words)
        if known is not None and known.kind is NameKind.PERSON:
            return known
        suffix = _suffix(naming.low)
        same = [
            one
            for one in self._by_last[words[-1]]
            if may_be_one(one.words, words) and suffix == _suffix_of(one)
        ]
        if len(same) == 1:
            entity = same[0]
            if len(words) > len(entity.words):
                entity.words, entity.full = words, Span(naming.start, naming.end)
        else:
            entity = Entity(NameKind.PERSON, Span(naming.start, naming.end), words, naming.start)
            if suffix:
                entity.words = (*words, suffix)
            self._by_last[words[-1]].append(entity)
            if len(words) > 1:
                self._by_first[words[0]].append(entity)
                self._people_by_initials[_initials(words)].append(entity)
        self._by_key[(*words, suffix) if suffix else words] = entity
        return entity

    def alias(self, word: str, entity: Entity) -> None:
        """Let an acronym that the article itself explains stand for `entity`."""
        self._by_key.setdefault((word.casefold(),), entity)

    def candidates(self, word: str, kind: NameKind = NameKind.OTHER) -> list[Entity]:
        """Return whom a single word may name: a surname, a name by itself, an acronym, a part of a fuller naming."""
        persons = self._by_last.get(word)
        if persons:
            return [one for one in persons if not _suffix_of(one)] or persons
        whole = self._by_key.get(SAME.get((word,), (word,)))
        if whole is not None:
            return [whole]
        if kind is NameKind.ORGANISATION:
            return self._by_initials.get(word, []) if len(word) > 2 else []
        return self._parts(word) if kind is not NameKind.PLACE else []

    def _parts(self, word: str) -> list[Entity]:
        """A given name, the first word of an organisation, or a common noun that ends the name of one."""
        first = self._by_first.get(word, [])
        found = [one for one in first if one.kind in _BODIES or one.personal or word in GIVEN]
        if not found and (word in OUTLET_WORDS or word in ORG_WORDS):
            found = self._bodies_by_last.get(word, [])
        return found

    def speaker(self, initials: str) -> Entity | None:
        """Return the only person with these initials, as an interview labels its speakers."""
        people = self._people_by_initials.get(initials, [])
        return people[0] if len(people) == 1 else None

    def exact(self, words: tuple[str, ...]) -> Entity | None:
        """Return the entity that was named with just these folded words."""
        return self._by_key.get(words)


_BODIES = (NameKind.ORGANISATION, NameKind.OUTLET)
_SMALL = frozenset(["of", "the", "for", "and", "on", "in", "de", "la", "&"])


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word and word not in _SMALL)


def _suffix(low: tuple[str, ...]) -> str:
    return low[-1] if low[-1] in SUFFIXES and len(low) > 1 else ""


def _suffix_of(entity: Entity) -> str:
    return entity.words[-1] if entity.words[-1] in SUFFIXES and len(entity.words) > 1 else ""
