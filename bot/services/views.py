"""A part of the library as a store of its own, so that no answer can come from outside it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict

from bot.core.store import FactStore

MOST = 32
"""Views kept; the one not used for longest is forgotten first."""


class Views:
    """Stores of some articles of the store of the moment, each built once, off the loop."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[tuple[str, tuple[str, ...]], asyncio.Future[FactStore]] = OrderedDict()

    async def of(self, store: FactStore, articles: tuple[str, ...]) -> FactStore:
        """Return the store of those of `articles` that `store` has; the facts are not read again.

        Where all of its articles are asked for it is the store itself.
        """
        there = tuple(sorted({article for article in articles if store.place(article) is not None}))
        if len(there) == len(store.entries):
            return store
        key = store.version, there
        if key not in self._known:
            self._known[key] = asyncio.ensure_future(asyncio.to_thread(_part, store, there))
            while len(self._known) > self._most:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        return await asyncio.shield(self._known[key])


def _part(store: FactStore, articles: tuple[str, ...]) -> FactStore:
    wanted = frozenset(articles)
    return FactStore.build(entry for entry in store.entries if entry.article.id in wanted)
