"""What admins do with the seeds, for both doors."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from typing import TypeVar

from bot.services.cards import Card
from bot.services.config import Settings
from bot.services.database import AuditEntry, Database, NoDatabase, StateError, Version
from bot.services.library import Library, differences
from bot.services.seeding.changing import Changer
from bot.services.seeding.errors import SeedingError
from bot.services.seeding.kept import entries_of, files_of, version_before
from bot.services.seeding.planning import (
    missing,
    plan_add,
    plan_remove,
    plan_replace,
    token_of,
    too_large,
)
from bot.services.seeding.recording import Act, Ledger
from bot.services.seeding.showing import (
    changed_cards,
    listed_cards,
    removal_cards,
    shown_cards,
    unchanged_card,
)
from bot.services.seeding.values import Outcome, Removal
from bot.services.seeds import Fault, load_seeds, read_seed
from bot.services.seeds.folder import SeedFolder
from bot.services.seeds.names import safe_name

T = TypeVar("T")


class Seeding:
    """Changes the seeds, and reads them again.

    Every method raises SeedFolderError or SeedingError, each a sentence for whoever asked; then nothing was changed.
    A change that was begun is made to its end, even if whoever asked for it does not wait. `who` is
    `discord:<user id>` or `terminal:<name>`; `server` is where it was asked for.
    """

    def __init__(self, library: Library, state: Database | NoDatabase, settings: Settings) -> None:
        self.library = library
        self._state = state
        self._changer = Changer(
            library, SeedFolder(library.folder or settings.seeds.folder), Ledger(state, settings)
        )

    @property
    def folder(self) -> Path:
        """Where the seeds are."""
        return self._changer.path

    async def settle(self, who: str = "start") -> Outcome | None:
        """Keep and log what was changed while the bot was down or died; None where nothing was. Once at the start."""
        return await _of_state(self._changer.settle(Act(who, "start")))

    async def is_current(self) -> bool:
        """Whether what is loaded was read from the files as they are."""
        return await self._changer.is_current()

    def is_being_changed(self) -> bool:
        """Whether a change of the folder is committed and not complete."""
        return self._changer.folder.moment()[1]

    async def add(self, name: str, data: bytes, who: str, server: int | None = None) -> Outcome:
        """Add a seed in a file called like `name`. Raises FaultySeedError for a text that cannot be one."""
        return await self._changer.change(
            Act(who, "add", server, name), lambda raw: plan_add(raw, name, data)
        )

    async def replace(
        self, article: str, data: bytes, who: str, server: int | None = None, ending: str | None = None
    ) -> Outcome:
        """Give an article another text, in a file of another kind if `ending` says so (`.txt`, `.md`, `.html`)."""
        shelf = self.library.shelf
        return await self._changer.change(
            Act(who, "replace", server, article),
            lambda raw: plan_replace(raw, shelf, article, data, ending),
        )

    async def removal(self, article: str) -> Removal:
        """Return what would go with an article, and the token with which `remove` does it."""
        token = token_of(await self._changer.raw(), self.library.shelf, article)
        entry = self.library.current.entry(article)
        bindings = await _of_state(self._state.bindings.all())
        posted = await _of_state(self._state.posted.of_articles([entry.article.sha256] if entry else []))
        count = sum(article in each.articles for each in bindings)
        return Removal(article, removal_cards(article, entry, count, len(posted)), token)

    async def remove(self, article: str, token: str, who: str, server: int | None = None) -> Outcome:
        """Remove an article that is still the one for which `removal` gave the token."""
        shelf = self.library.shelf
        return await self._changer.change(
            Act(who, "remove", server, article), lambda raw: plan_remove(raw, shelf, article, token)
        )

    async def reload(self, who: str, server: int | None = None, *, dry_run: bool = False) -> Outcome:
        """Read the folder again. A file with faults keeps its previous version while the others load."""
        if dry_run:
            return await self._changer.try_reload()
        return await self._changer.reload(Act(who, "reload", server))

    async def rollback(self, version: int, who: str, server: int | None = None) -> Outcome:
        """Make the seeds what they were in a kept version."""
        return await self._changer.roll_back(Act(who, f"rollback to {version}", server), version)

    async def diff(self, version: int | None = None) -> tuple[Card, ...]:
        """Return what changed from a kept version, by default the one before, to what is loaded now."""
        if version is None:
            version = await version_before(self._changer.ledger, await self._changer.raw())
        shelf = self.library.shelf
        old = await entries_of(await files_of(self._state, version), self.folder, shelf)
        cards = await asyncio.to_thread(lambda: changed_cards(differences(old, shelf.store.entries)))
        return cards or (unchanged_card(shelf),)

    async def log(self, limit: int = 20, server: int | None = None) -> tuple[AuditEntry, ...]:
        """Return the newest entries of the log, of one server or of all."""
        self._refuse_without_state()
        return await _of_state(self._state.audit.newest(limit, server))

    async def versions(self, limit: int = 20) -> tuple[Version, ...]:
        """Return the newest versions that are kept."""
        self._refuse_without_state()
        return await _of_state(self._state.versions.newest(limit))

    async def validate(self, name: str | None = None, data: bytes | None = None) -> tuple[Fault, ...]:
        """Return what is wrong with a text before it is added, or with all files of the folder."""
        most = self.library.max_bytes
        if data is None:
            return (await asyncio.to_thread(load_seeds, self.folder, most)).faults
        file = safe_name(name or "article.txt")
        return too_large(file, data, most) or (await asyncio.to_thread(read_seed, file, data))[1]

    async def listed(self) -> tuple[Card, ...]:
        """Return the cards of all articles that are loaded."""
        return await asyncio.to_thread(listed_cards, self.library.shelf)

    async def show(self, article: str) -> tuple[Card, ...]:
        """Return what is known of one article that is loaded, and of its file. Raises SeedMissingError."""
        shelf = self.library.shelf
        entry = shelf.store.entry(article)
        if entry is None:
            raise missing(article, shelf.store.ids)
        return shown_cards(shelf, entry)

    def _refuse_without_state(self) -> None:
        if self._state.reason:
            raise SeedingError(self._state.reason)


async def _of_state(reading: Awaitable[T]) -> T:
    try:
        return await reading
    except StateError as error:
        raise SeedingError(str(error)) from error
