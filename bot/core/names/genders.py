"""Settling the gender of each person from the article's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from bot.core.article import Article
from bot.core.names.chains import Entity
from bot.core.names.given import HE_NAMES, SHE_NAMES
from bot.core.names.model import Gender, NameKind
from bot.core.names.scan import Naming

PRONOUN = re.compile(r"\b(?:(?P<he>[Hh]e|[Hh]im|[Hh]is|[Hh]imself)|(?:[Ss]he|[Hh]ers?|[Hh]erself))\b")
_QUOTE = re.compile(r"[\"“”„«»]")


_MOST = 12
"""Names looked at before a pronoun, so that a sentence of thousands costs no more than a long one."""


def settle(article: Article, found: Sequence[tuple[Naming, Entity | None]]) -> None:
    """Add to each open person what a pronoun bound to it shows, else what its given name suggests.

    A pronoun is bound when it follows in the same sentence, outside quotations, and that sentence names nobody
    else. Where pronouns disagree, the many count against the few; against a given name they only leave it open.
    """
    votes: dict[Entity, Counter[Gender]] = {}
    starts = [naming.start for naming, _ in found]
    for match in PRONOUN.finditer(article.text):
        sentence = article.sentence_at(match.start())
        if sentence is None:
            continue
        entity = _only_person(article.text, found, starts, sentence.start, match.start())
        if entity is not None:
            votes.setdefault(entity, Counter())[Gender.HE if match["he"] else Gender.SHE] += 1
    for _, entity in found:
        if entity is not None and entity.kind is NameKind.PERSON and not entity.signs:
            entity.signs |= _suggested(entity, votes.get(entity, Counter()))


def _only_person(
    text: str, found: Sequence[tuple[Naming, Entity | None]], starts: list[int], begin: int, at: int
) -> Entity | None:
    last = bisect_right(starts, at) - 1
    entity: Entity | None = None
    least = max(-1, last - _MOST)
    while last > least and starts[last] >= begin:
        one = found[last][1]
        last -= 1
        if one is None or (entity is not None and one is not entity and one.kind is not NameKind.PLACE):
            return None
        if one.kind is NameKind.PERSON:
            if entity is None and _QUOTE.search(text, found[last + 1][0].end, at):
                return None
            entity = one
    return entity


_CLEAR = 3
"""How many pronouns must speak for a gender for each against it."""


def _suggested(entity: Entity, votes: Counter[Gender]) -> set[Gender]:
    name = given_gender(entity)
    shown = next(
        (one for one in (Gender.SHE, Gender.HE) if votes[one] > _CLEAR * (votes.total() - votes[one])), None
    )
    if name is None:
        return {shown} if shown is not None else set()
    return set() if shown not in (None, name) and votes.total() >= _CLEAR else {name}


def given_gender(entity: Entity) -> Gender | None:
    """Return what the given name of a person suggests."""
    given = entity.words[0]
    return Gender.SHE if given in SHE_NAMES else Gender.HE if given in HE_NAMES else None
