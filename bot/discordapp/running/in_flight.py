"""The answers being written right now, so that stopping can wait for them."""

from __future__ import annotations

import asyncio
from types import TracebackType

_TURNS = 5
"""Turns of the event loop that an event just received may need until its handler reaches `with in_flight:`."""


class InFlight:
    """Counts answers between the question's arrival and the answer's departure; for one event loop, not for threads."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._none = asyncio.Event()
        self._none.set()

    @property
    def count(self) -> int:
        """How many there are now."""
        return self._count

    def __enter__(self) -> None:
        """Count one more."""
        self._count += 1
        self._none.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Count one less, however the answer ended."""
        self._count -= 1
        if self._count == 0:
            self._none.set()

    async def settled(self, limit: float) -> bool:
        """Wait until there is none, at most `limit` seconds; return whether there is none."""
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        try:
            async with asyncio.timeout(limit):
                while self._count:
                    await self._none.wait()
        except TimeoutError:
            return False
        return True
