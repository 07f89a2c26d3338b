"""Waiting for something to become true without looking again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

PATIENCE = 30.0
"""Seconds until a test gives up. None is spent where all is well, and a busy machine may need many."""


class Watch:
    """Whoever changes something says so; whoever waits looks again then."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def changed(self) -> None:
        """Wake all that wait."""
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, find: Callable[[], Found | None], patience: float = PATIENCE) -> Found:
        """Return what `find` finds as soon as it is neither None nor False nor empty. Raises TimeoutError."""
        async with asyncio.timeout(patience):
            while not (found := find()):
                await self._next.wait()
        return found
