"""One change of the seeds at a time: in this process, and over all others by the lock of the folder."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime

from bot.services.seeds.errors import AtWorkError, FolderWriteError
from bot.services.seeds.folder import Held, SeedFolder

_WAIT = 0.5
"""Seconds to wait for somebody else, who mostly needs less."""


class Workplace:
    """Where whoever changes or reads again the seeds is alone."""

    def __init__(self, folder: SeedFolder) -> None:
        self._folder = folder
        self._turn = asyncio.Lock()
        self._at_work: tuple[str, datetime] | None = None

    @contextlib.asynccontextmanager
    async def alone(self, who: str) -> AsyncIterator[Held]:
        """Hold the folder. Raises AtWorkError, FolderWriteError, UnfinishedError."""
        async with self._in_turn(who), contextlib.AsyncExitStack() as stack:
            holding = self._folder.hold(who)
            held = await asyncio.to_thread(holding.__enter__)
            stack.push_async_callback(asyncio.to_thread, holding.__exit__, None, None, None)
            yield held

    @contextlib.asynccontextmanager
    async def reading(self, who: str) -> AsyncIterator[None]:
        """Hold the folder, or only this process where the folder cannot be written to: then nobody changes it.

        Raises AtWorkError, UnfinishedError.
        """
        async with contextlib.AsyncExitStack() as stack:
            try:
                await stack.enter_async_context(self.alone(who))
            except FolderWriteError:
                await stack.enter_async_context(self._in_turn(who))
            yield

    @contextlib.asynccontextmanager
    async def _in_turn(self, who: str) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(_WAIT):
                await self._turn.acquire()
        except TimeoutError:
            raise AtWorkError(*(self._at_work or (None, None))) from None
        self._at_work = who, datetime.now(UTC)
        try:
            yield
        finally:
            self._at_work = None
            self._turn.release()
