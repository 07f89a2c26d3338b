"""What became of a cited passage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.core.span import Span
from bot.services.answers import Passage
from bot.services.database import PostedAnswer, Ref


class Standing(StrEnum):
    """How a cited passage stands in the articles of now."""

    UNCHANGED = "UNCHANGED"
    """The article is the one that was cited: it has the same hash."""
    MOVED = "MOVED"
    """The article is another, and the passage stands in it with the same characters, somewhere."""
    CHANGED = "CHANGED"
    """It does not, and another passage is like it. Which one that is was found by likeness; that they differ is sure."""
    WITHDRAWN = "WITHDRAWN"
    """The article is gone, or has nothing like the passage."""
    UNKNOWN_BEFORE = "UNKNOWN_BEFORE"
    """The article is another, and what the cited one said is not known any more: nothing can be compared."""
    NO_SUCH_PASSAGE = "NO_SUCH_PASSAGE"
    """The cited article is known and has no such place: the bot never printed this."""


TOLD = frozenset({Standing.CHANGED, Standing.WITHDRAWN})
"""What a reader of an answer should be told; a passage that only moved still says the same."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """What became of the passage `ref` of the article with the id `article`.

    `before` is the passage as it was cited, `now` as it stands; of one that CHANGED both are whole sentences. Each is
    None where nobody knows it.
    """

    article: str
    ref: Ref
    standing: Standing
    before: Passage | None = None
    now: Passage | None = None
    places: int = 1
    """In how many places the same words stand now; `now` is the one nearest to where they stood."""
    gone: tuple[Span, ...] = ()
    """Words of `before` that are not in `now`."""
    come: tuple[Span, ...] = ()
    """Words of `now` that are not in `before`."""
    loaded: str | None = None
    """SHA-256 of the article of that id that is loaded now."""


@dataclass(frozen=True, slots=True)
class Recall:
    """A posted answer that cites what changed or was withdrawn; `checks` are its passages that are not UNCHANGED."""

    posted: PostedAnswer
    checks: tuple[Recheck, ...]

    @property
    def told(self) -> tuple[Recheck, ...]:
        """Those of the checks of which a reader should be told."""
        return tuple(check for check in self.checks if check.standing in TOLD)


class Typed(NamedTuple):
    """A receipt that somebody typed; `ref.sha256` is as much of the hash as it shows."""

    article: str
    ref: Ref
