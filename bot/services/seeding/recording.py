"""What is kept of a change: who made it and what came of it, the seeds as they are now, where answers cite them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from bot.core.difference import Difference
from bot.core.store import Entry, FactStore
from bot.services.config import Settings
from bot.services.database import Database, NoDatabase, PostedAnswer, StateError
from bot.services.recall import Recall, followed, recalled
from bot.services.seeding.showing import counts_of
from bot.services.seeds.disk import digest
from bot.services.seeds.load import RawSeeds

UNLOGGED = "It could not be written to the log, and cannot be rolled back"


class Act(NamedTuple):
    """Somebody doing something, as the log names it."""

    who: str
    action: str
    server: int | None = None
    article: str | None = None


class Newest(NamedTuple):
    """The newest version that is kept; `files` are the SHA-256 of its files by name."""

    id: int
    files: Mapping[str, str]


class Ledger:
    """Writes to the state. What cannot be written is told in a sentence, and never stops a change."""

    def __init__(self, state: Database | NoDatabase, settings: Settings) -> None:
        self.state = state
        self._settings = settings

    async def refused(self, act: Act, outcome: str) -> None:
        """Log a change that was not made, as well as it can be."""
        try:
            await self.state.audit.add(**act._asdict(), outcome=outcome)
        except StateError:
            return

    async def done(
        self,
        act: Act,
        found: Sequence[Difference],
        hashes: tuple[str | None, str | None],
        outcome: str = "Done.",
    ) -> str | None:
        """Log a change that was made, from hash to hash; return why it could not be."""
        added, removed, changed = counts_of(found)
        old, new = hashes
        try:
            await self.state.audit.add(
                **act._asdict(),
                outcome=outcome,
                old=old,
                new=new,
                added=added,
                removed=removed,
                changed=changed,
            )
        except StateError as error:
            return f"{UNLOGGED}: {error}"
        return None

    async def keep(self, who: str, note: str, raw: RawSeeds) -> str | None:
        """Keep the files as the newest version, unless they are it already; return why they could not be."""
        files = by_name(raw)
        try:
            newest = await self.newest()
            if newest is None or newest.files != await asyncio.to_thread(digests, files):
                await self.state.versions.add(who, note, files)
                await self.state.versions.prune(self._settings.state.versions)
        except StateError as error:
            return f"{UNLOGGED}: {error}"
        return None

    async def newest(self) -> Newest | None:
        """Return the newest version that is kept, None where none is. Raises StateError."""
        found = await self.state.versions.newest(1)
        return Newest(found[0].id, await self.state.versions.digests(found[0].id)) if found else None

    async def recall(self, old: Iterable[Entry], new: FactStore) -> tuple[Recall, ...]:
        """Return the posted answers to recall, and have the others cite where their passages moved to.

        `old` are the articles of before that are not in `new`. Raises StateError.
        """
        most = self._settings.state.answers
        entries = tuple(old)
        if not most or not entries:
            return ()
        posted = await self.state.posted.of_articles([entry.article.sha256 for entry in entries])
        if not posted:
            return ()
        recalls, moved = await asyncio.to_thread(_rechecked, entries, new, posted)
        for answer in moved:
            await self.state.posted.put(answer, most)
        return recalls


def by_name(raw: RawSeeds) -> dict[str, bytes]:
    """Return the files by their names, as a version keeps them."""
    return {PurePath(path).name: data for path, data in raw.files.items()}


def gone(found: Iterable[Difference]) -> tuple[Entry, ...]:
    """Return the articles as they were."""
    return tuple(each.old for each in found if each.old is not None)


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of each file."""
    return {name: digest(data) for name, data in files.items()}


def _rechecked(
    entries: tuple[Entry, ...], new: FactStore, posted: tuple[PostedAnswer, ...]
) -> tuple[tuple[Recall, ...], tuple[PostedAnswer, ...]]:
    old = FactStore.build(entries)
    return recalled(old, new, posted), followed(old, new, posted)
