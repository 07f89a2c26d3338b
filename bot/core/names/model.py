"""What a mention of a name is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.span import Span


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    PLACE = "place"
    OTHER = "other"


class Gender(StrEnum):
    """What the article's own words show: a title, a role or a pronoun bound to the name."""

    SHE = "she"
    HE = "he"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming. `full` is the fullest naming of the same entity in the article, `role` the words beside it.

    Two mentions are of one entity when their `full` spans are equal.
    """

    span: Span
    full: Span
    kind: NameKind
    gender: Gender = Gender.OPEN
    role: Span | None = None
