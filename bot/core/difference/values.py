"""A change of one article as values: every word of it is a span of the version in which it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from bot.core.article import Detail
from bot.core.facts import Figure, Quote, Source
from bot.core.span import Span
from bot.core.store import Entry

T = TypeVar("T")


class Pair(NamedTuple, Generic[T]):
    """The same thing before and after; spans of `old` are of the old article, those of `new` of the new one."""

    old: T
    new: T


@dataclass(frozen=True, slots=True)
class Changes(Generic[T]):
    """What became of one kind of thing, each in the order of its article."""

    gone: tuple[T, ...] = ()
    """Of the old article."""
    come: tuple[T, ...] = ()
    """Of the new one."""
    changed: tuple[Pair[T], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.come or self.changed)


class DetailChange(NamedTuple):
    """One piece of meta data that changed; None where a version has none. `aliases` are joined by commas."""

    name: str
    old: Detail | None
    new: Detail | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed in one article. Without `old` it is new, without `new` it is gone, and all it holds with it."""

    old: Entry | None = field(repr=False)
    new: Entry | None = field(repr=False)
    quotes: Changes[Quote] = Changes()
    """Changed: the same words, given to somebody else or by another way."""
    figures: Changes[Figure] = Changes()
    """Changed: another amount, or another bound, for the same thing counted."""
    reporters: tuple[Pair[Figure], ...] = ()
    """The same amount of the same thing, reported by somebody else."""
    sources: Changes[Source] = Changes()
    """Never changed: a source is its name."""
    sentences: Changes[Span] = Changes()
    """Changed: the same words with other marks, case, accents or spaces."""
    details: tuple[DetailChange, ...] = ()

    @property
    def article(self) -> str:
        """The article's id."""
        entry = self.new or self.old
        return entry.article.id if entry else ""

    def __bool__(self) -> bool:
        """Whether a reader would notice anything."""
        found = (self.quotes, self.figures, self.reporters, self.sources, self.sentences, self.details)
        return (self.old is None) is not (self.new is None) or any(found)
