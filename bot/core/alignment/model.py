"""The values of an alignment: a verdict, and reasons with their places on both sides."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from bot.core.span import Span


class Likeness(Enum):
    """How the claim's words stand to the passage's."""

    EXACT = "exact"
    TYPOGRAPHY = "typography"
    TRIMMED = "trimmed"
    ALTERED = "altered"


class ReasonKind(Enum):
    """What differs; every kind but `WORDS` is a hard token."""

    NUMBER = "number"
    PAIRING = "pairing"
    NEGATION = "negation"
    NAME = "name"
    HEDGE = "hedge"
    DIRECTION = "direction"
    WORDS = "words"


class Reason(NamedTuple):
    """One difference; a side that lacks the words has None. Offsets count from the start of each text."""

    kind: ReasonKind
    claim: Span | None
    passage: Span | None


class Alignment(NamedTuple):
    """The verdict with its reasons in the claim's order; EXACT and TYPOGRAPHY have none."""

    verdict: Likeness
    reasons: tuple[Reason, ...]

    @property
    def vetoed(self) -> bool:
        """Whether the two may not be presented as the same statement."""
        return self.verdict is Likeness.ALTERED
