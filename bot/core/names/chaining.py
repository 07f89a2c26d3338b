"""From namings to entities: which naming is of whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.names.chains import Chains, Entity, title_gender
from bot.core.names.genders import given_gender
from bot.core.names.model import Gender, NameKind
from bot.core.names.places import PLURAL_PEOPLES
from bot.core.names.roles import media_before, role_after, role_before, role_beside, role_gender
from bot.core.names.scan import Naming, fold_word
from bot.core.names.titles import HE_TITLES, NAME_LIKE, SHE_TITLES
from bot.core.span import Span


class Named(NamedTuple):
    """A naming with its folded words without title and suffix, and the number and the start of its block."""

    naming: Naming
    key: tuple[str, ...]
    kind: NameKind
    block: int
    floor: int


class Found(NamedTuple):
    """A naming with its entity, None where it may be of several."""

    naming: Naming
    kind: NameKind
    entity: Entity | None
    role: Span | None


_BARE_TITLES = (HE_TITLES | SHE_TITLES | {"mx"}) - {"lord", "baron", "count", "baroness", "countess", "fr"}
"""Titles that say nothing of what somebody is."""

_SUBJECT = re.compile(
    r"(?:['’]s\b|,? (?:has|had|is|was|will|would|says?|said|told|adds?|added|tweeted|wrote|argued|claimed)\b)"
)


def _may_be(entity: Entity, gender: Gender) -> bool:
    if entity.signs:
        return gender in entity.signs
    return given_gender(entity) in (None, gender)


_UNSURE = frozenset({NameKind.OTHER, NameKind.ORGANISATION, NameKind.PERSON})


class Chaining:
    """Two passes: full namings found entities, then single words are looked up among them."""

    def __init__(self, text: str, chains: Chains) -> None:
        self._text = text
        self._chains = chains
        self._here: dict[str, tuple[int, Entity | None]] = {}
        self._used: dict[str, Entity] = {}

    def run(self, named: list[Named]) -> list[Found]:
        founding: dict[int, Entity] = {}
        for number, one in enumerate(named):
            if self._founds(one):
                founding[number] = self._chains.add(one.naming, one.kind)
                founding[number].personal |= self._is_personal(one)
            elif number and number - 1 in founding and self._explains(named[number - 1].naming, one.naming):
                self._chains.alias(one.naming.words[0], founding[number - 1])
        for number, one in enumerate(named):
            if number not in founding and not self._hidden(one) and not self._known(one):
                founding[number] = self._chains.add(one.naming, one.kind)
        found = (self._found(one, founding.get(number)) for number, one in enumerate(named))
        return [one for one in found if one is not None]

    def _is_personal(self, one: Named) -> bool:
        naming = one.naming
        return one.kind is NameKind.PERSON and (
            naming.title >= 0
            or self._text.startswith(", who ", naming.end)
            or role_before(self._text, naming.start, one.floor) is not None
        )

    @staticmethod
    def _hidden(one: Named) -> bool:
        """Whether only a fuller naming elsewhere can show that a lone word is a name."""
        naming = one.naming
        return naming.opens or (naming.title < 0 and naming.low[0] in NAME_LIKE)

    @staticmethod
    def _founds(one: Named) -> bool:
        return len(one.key) > 1 or one.kind is NameKind.OUTLET

    def _explains(self, full: Naming, short: Naming) -> bool:
        """Whether `short` stands in brackets right after `full` and can be its acronym."""
        word = short.words[0]
        return (
            self._text[full.end : short.start] == " ("
            and self._text[short.end : short.end + 1] == ")"
            and len(word) > 1
            and sum(sign.isupper() for sign in word) > 1
            and word[0].casefold() in {part[0].casefold() for part in full.words}
        )

    def _known(self, one: Named) -> bool:
        return bool(self._candidates(one))

    def _candidates(self, one: Named) -> list[Entity]:
        if one.kind is NameKind.ORGANISATION and self._text.startswith(":", one.naming.end):
            speaker = self._chains.speaker(one.key[-1])
            if speaker is not None:
                return [speaker]
        found = self._chains.candidates(one.key[-1], one.kind)
        if one.kind is NameKind.PLACE:
            return [
                entity for entity in found if entity.kind is NameKind.PLACE or entity.words[-1:] == one.key
            ]
        if one.naming.title >= 0:
            return [entity for entity in found if entity.kind is NameKind.PERSON]
        return found

    def _found(self, one: Named, entity: Entity | None) -> Found | None:
        naming = one.naming
        if entity is None:
            candidates = self._candidates(one)
            if not candidates and self._hidden(one):
                if not naming.opens or not self._carries(one):
                    return None
                entity = self._chains.add(naming, one.kind)
            else:
                entity = self._choose(one, candidates)
        if entity is None:
            return Found(naming, NameKind.PERSON, None, self._role(one))
        self._judge(one, entity)
        role = self._role(one) if entity.kind is NameKind.PERSON else None
        self._remember(one, entity, role)
        return Found(naming, entity.kind, entity, role)

    def _judge(self, one: Named, entity: Entity) -> None:
        """Let the words before a name decide what the name alone does not show."""
        start = one.naming.start
        if entity.kind in _UNSURE and media_before(self._text, start):
            entity.kind = NameKind.OUTLET
            return
        lone = entity.kind is NameKind.OTHER and len(one.naming.words) == 1
        if lone and role_before(self._text, start, one.floor):
            entity.kind = NameKind.PERSON

    def _carries(self, one: Named) -> bool:
        """Whether what follows shows that a lone word at the start of a sentence is a name."""
        word = one.naming.words[-1]
        if one.kind is not NameKind.OTHER or one.naming.low[-1] in PLURAL_PEOPLES:
            return True
        label = word.isupper() and len(word) > 2 and self._text[one.naming.end : one.naming.end + 2] == ": "
        return label or _SUBJECT.match(self._text, one.naming.end) is not None

    def _choose(self, one: Named, candidates: list[Entity]) -> Entity | None:
        """Return the only candidate that fits; None when several do."""
        if not candidates:
            return self._chains.add(one.naming, one.kind)
        gender = title_gender(one.naming, self._text)
        if gender is not None:
            candidates = [entity for entity in candidates if _may_be(entity, gender)] or candidates
            candidates = [entity for entity in candidates if gender in entity.signs] or candidates
        if len(candidates) == 1:
            return candidates[0]
        surname = candidates[0].words[-1]
        block, here = self._here.get(surname, (-2, None))
        used = self._used.get(surname)
        if block == one.block or (block == one.block - 1 and here is not used):
            return here if here in candidates else None
        met = [entity for entity in candidates if entity.first < one.naming.start]
        return met[0] if len(met) == 1 else used if used in candidates else None

    def _role(self, one: Named) -> Span | None:
        naming = one.naming
        if 0 <= naming.title < naming.start:
            title = self._text[naming.title : naming.start].rstrip()
            if fold_word(title) not in _BARE_TITLES:
                return Span(naming.title, naming.title + len(title))
        begins = naming.title if naming.title >= 0 else naming.start
        return (
            role_before(self._text, naming.start, one.floor)
            or role_beside(self._text, begins, naming.end, one.floor)
            or role_after(self._text, naming.end)
        )

    def _remember(self, one: Named, entity: Entity, role: Span | None) -> None:
        gender = title_gender(one.naming, self._text)
        if gender is None and role is not None:
            gender = role_gender(role.of(self._text))
        if gender is not None:
            entity.signs.add(gender)
        if entity.kind is not NameKind.PERSON:
            return
        if len(one.key) == 1:
            self._used.setdefault(entity.words[-1], entity)
        else:
            surname = entity.words[-1]
            block, here = self._here.get(surname, (one.block, entity))
            self._here[surname] = (one.block, entity if block != one.block or here is entity else None)
