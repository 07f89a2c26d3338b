"""What is searched in one place of Discord: what the narrowest binding there says, or everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.services.database import Binding, Database, NoDatabase, ScopeKind

Bound = Mapping[tuple[ScopeKind, int], Binding]
"""Bindings by what they are for."""


class Where(NamedTuple):
    """A place in Discord, by ids: `channel` is the thread's where it is one, `parent` the channel it belongs to.

    `tags` are those of a post in a forum; `server` is None in a direct message.
    """

    server: int | None
    channel: int
    parent: int | None = None
    tags: tuple[int, ...] = ()


class Scope(NamedTuple):
    """What is searched, by ids in the order of the alphabet, and what says so; `articles` None is everything."""

    kind: ScopeKind | None = None
    articles: tuple[str, ...] | None = None


EVERYTHING = Scope()


def bound(bindings: Iterable[Binding]) -> Bound:
    """Order bindings by what they are for."""
    return {(binding.kind, binding.scope): binding for binding in bindings}


class Scopes:
    """The bindings of the moment, in memory: no question waits for the state."""

    def __init__(self, found: Iterable[Binding] = ()) -> None:
        self.bound = bound(found)

    async def read(self, state: Database | NoDatabase) -> None:
        """Read them from the state. Raises StateError; then they stay as they are."""
        self.bound = bound(await state.bindings.all())


def scope_of(where: Where, bindings: Bound) -> Scope:
    """Return what is searched in a place: by its thread, the tags of its post, its channel, its server, in this order.

    Several bound tags of one post are searched together.
    """
    for kind, ids in _narrowest_first(where):
        found = [bindings[kind, each] for each in ids if (kind, each) in bindings]
        if found:
            return Scope(kind, tuple(sorted({article for each in found for article in each.articles})))
    return EVERYTHING


def _narrowest_first(where: Where) -> Iterator[tuple[ScopeKind, tuple[int, ...]]]:
    if where.parent is not None:
        yield ScopeKind.THREAD, (where.channel,)
        yield ScopeKind.FORUM_TAG, where.tags
    yield ScopeKind.CHANNEL, (where.channel if where.parent is None else where.parent,)
    if where.server is not None:
        yield ScopeKind.SERVER, (where.server,)
