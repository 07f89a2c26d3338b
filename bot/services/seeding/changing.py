"""How a change of the seeds is made: prepared beside what is asked, written, swapped in, kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from bot.core.difference import Difference
from bot.core.store import FactStore
from bot.services.database import StateError
from bot.services.earlier import last_good
from bot.services.library import Library, Prepared
from bot.services.recall import Recall
from bot.services.seeding.errors import FaultySeedError, SeedingError
from bot.services.seeding.kept import files_of, shelf_of
from bot.services.seeding.planning import (
    Plan,
    after,
    plan_rollback,
    refuse_faulty,
    refuse_none,
    too_large,
)
from bot.services.seeding.recording import Act, Ledger, by_name, digests, gone
from bot.services.seeding.showing import changed_cards, fault_cards, unchanged_card
from bot.services.seeding.values import Outcome
from bot.services.seeding.working import Workplace
from bot.services.seeds.errors import SeedFolderError
from bot.services.seeds.folder import SeedFolder
from bot.services.seeds.load import RawSeeds, read_raw

Planner = Callable[[RawSeeds], Plan]
T = TypeVar("T")
DRY = "This was a dry run: nothing was changed."


@dataclass(frozen=True, slots=True)
class _Ready:
    """A change that is prepared: what will be asked, and what a reader would notice of it."""

    prepared: Prepared
    found: tuple[Difference, ...]

    @property
    def changed(self) -> bool:
        return self.prepared.after.store is not self.prepared.before.store


class Changer:
    """Makes one change at a time; one that was begun is made to its end, whether or not somebody waits for it."""

    def __init__(self, library: Library, folder: SeedFolder, ledger: Ledger) -> None:
        self.library = library
        self.folder = folder
        self.ledger = ledger
        self._place = Workplace(folder)
        self._begun: set[asyncio.Task[Any]] = set()

    @property
    def path(self) -> Path:
        """Where the seeds are."""
        return self.folder.path

    async def raw(self) -> RawSeeds:
        """Read the files as they are."""
        return await asyncio.to_thread(read_raw, self.path, self.library.max_bytes)

    async def change(self, act: Act, planner: Planner) -> Outcome:
        """Make the change that `planner` wants of the files as they are, and log it, made or refused."""
        return await self._to_the_end(self._logged(act, self._change(act, planner)))

    async def reload(self, act: Act) -> Outcome:
        """Read the folder again and log it."""
        return await self._to_the_end(self._logged(act, self._reload(act)))

    async def roll_back(self, act: Act, version: int) -> Outcome:
        """Make the files what they were in a kept version, and log it, made or refused."""
        return await self._to_the_end(self._logged(act, self._roll_back(act, version)))

    async def settle(self, act: Act) -> Outcome | None:
        """Keep and log what was changed while nobody looked; None where the newest version is what is there."""
        return await self._to_the_end(self._settle(act))

    async def is_current(self) -> bool:
        """Whether what is loaded was read from the files as they are."""
        raw = await self.raw()
        files = self.library.shelf.files
        read = {path: given.digest for path, given in files.items()}
        return await asyncio.to_thread(lambda: read == digests(raw.files))

    async def try_reload(self) -> Outcome:
        """Say what `reload` would do."""
        ready = await self._ready(await self.raw())
        refuse_none(ready.prepared)
        return await _outcome(ready, (), DRY)

    async def _change(self, act: Act, planner: Planner) -> Outcome:
        async with self._place.alone(act.who) as held:
            raw = await self.raw()
            plan = await asyncio.to_thread(planner, raw)
            if plan.article:
                self._refuse_large(plan)
            ready = await self._ready(after(raw, self.path, plan.change))
            refuse_none(ready.prepared)
            if plan.article:
                refuse_faulty(ready.prepared, self.path, plan.change)
            unkept = await self.ledger.keep(act.who, f"before: {act.action}", raw)
            await asyncio.to_thread(held.apply, plan.change)
            return await self._finish(act._replace(article=plan.article), ready, plan, unkept)

    async def _roll_back(self, act: Act, version: int) -> Outcome:
        files = await files_of(self.ledger.state, version)
        return await self._change(act, lambda raw: plan_rollback(raw, version, files))

    async def _reload(self, act: Act) -> Outcome:
        async with self._place.reading(act.who):
            ready = await self._ready(await self.raw())
            refuse_none(ready.prepared)
            return await self._finish(act, ready)

    async def _settle(self, act: Act) -> Outcome | None:
        async with self._place.reading(act.who):
            raw = await self.raw()
            await self._keep_back(raw)
            newest = await self.ledger.newest()
            if newest is None:
                unkept = await self.ledger.keep(act.who, "the first", raw)
                return Outcome((), changed=False, note=unkept) if unkept else None
            if newest.files == await asyncio.to_thread(digests, by_name(raw)):
                return None
            prepared = await self.library.prepare(raw)
            refuse_none(prepared)
            old = await shelf_of(await files_of(self.ledger.state, newest.id), self.path, prepared.after)
            prepared = replace(prepared, before=old)
            return await self._finish(act, _Ready(prepared, await asyncio.to_thread(prepared.differences)))

    async def _keep_back(self, raw: RawSeeds) -> None:
        """Have the kept version of a file asked that has faults now: as before the start, nothing of it is lost."""
        shelf = self.library.shelf
        lacking = {Path(path).name for path in raw.files if path not in shelf.loaded}
        good = await last_good(self.ledger.state, lacking) if lacking else {}
        if good:
            self.library.take(await shelf_of({**by_name(raw), **good}, self.path, shelf))
            self.library.take((await self.library.prepare(raw)).after)

    def _refuse_large(self, plan: Plan) -> None:
        for name, data in plan.change.puts.items():
            large = too_large(name, data, self.library.max_bytes)
            if large:
                raise FaultySeedError(name, large)

    async def _ready(self, raw: RawSeeds) -> _Ready:
        prepared = await self.library.prepare(raw)
        return _Ready(prepared, await asyncio.to_thread(prepared.differences))

    async def _finish(
        self, act: Act, ready: _Ready, plan: Plan | None = None, unkept: str | None = None
    ) -> Outcome:
        """Have the new store asked, and keep what there is to keep: last the version, by which a start knows."""
        self.library.take(ready.prepared.after)
        recalls, unchecked = await self._recall(ready)
        unlogged = await self.ledger.done(act, ready.found, _hashes(act, ready.prepared))
        note = f"{act.action} {act.article}" if act.article else act.action
        kept = await self.ledger.keep(act.who, note, ready.prepared.raw)
        notes = dict.fromkeys(each for each in (unkept, unchecked, unlogged, kept) if each)
        touched = () if plan is None else tuple(str(self.path / name) for name in plan.change.puts)
        return await _outcome(ready, recalls, " ".join(notes) or None, touched if act.article else None)

    async def _recall(self, ready: _Ready) -> tuple[tuple[Recall, ...], str | None]:
        store: FactStore = ready.prepared.after.store
        try:
            return await self.ledger.recall(gone(ready.found), store), None
        except StateError as error:
            return (), f"Posted answers could not be checked: {error}"

    async def _logged(self, act: Act, making: Coroutine[None, None, Outcome]) -> Outcome:
        try:
            return await making
        except (SeedFolderError, SeedingError) as error:
            await self.ledger.refused(act, f"Refused: {_why(error)}")
            raise
        except Exception:
            await self.ledger.refused(act, "Failed: a fault of the program, which its log has.")
            raise

    async def _to_the_end(self, making: Coroutine[None, None, T]) -> T:
        task = asyncio.create_task(making)
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)
        return await asyncio.shield(task)


async def _outcome(
    ready: _Ready, recalls: tuple[Recall, ...], note: str | None, touched: Sequence[str] | None = None
) -> Outcome:
    return await asyncio.to_thread(_shown, ready, recalls, note, touched)


def _shown(
    ready: _Ready, recalls: tuple[Recall, ...], note: str | None, touched: Sequence[str] | None
) -> Outcome:
    cards = changed_cards(ready.found) or (unchanged_card(ready.prepared.after),)
    return Outcome((*cards, *fault_cards(ready.prepared, touched)), ready.changed, recalls, note)


def _hashes(act: Act, prepared: Prepared) -> tuple[str | None, str | None]:
    """Return SHA-256 before and after: of the article, or of the store where the change is of no single one."""
    old, new = prepared.before.store, prepared.after.store
    if act.article is None:
        return old.version, new.version
    was, now = old.entry(act.article), new.entry(act.article)
    return was.article.sha256 if was else None, now.article.sha256 if now else None


def _why(error: Exception) -> str:
    """Return why a change was refused, without a word of a text that somebody gave: faults repeat it."""
    said = str(error)[:200]
    if not isinstance(error, FaultySeedError):
        return said
    name, _, _ = said.partition(" was not taken")
    return f"{name} was not taken; faults in it: {len(error.faults)}."
