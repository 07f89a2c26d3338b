"""SIGTERM and SIGINT: the first asks the bot to stop, the second ends it at once."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_BY_SIGNAL = 128
"""What a shell adds to a signal's number for a program that it ended."""


class StopSignals:
    """Takes both signals while it is entered; works on Windows, too, where an event loop cannot take them.

    It is entered before the articles are loaded, because the first process of a container has no default action for
    SIGTERM. While nothing is connected a signal ends the process at once, with exit code 0. Afterwards it sets the
    event that `asked` gave, and if closing takes longer than `limit` seconds the process is ended from a thread:
    threads that draw a chart cannot be interrupted, and the interpreter would wait for them.
    """

    def __init__(self, limit: float) -> None:
        """Take nothing yet."""
        self._limit = limit
        self._loop: asyncio.AbstractEventLoop | None = None
        self._event = asyncio.Event()
        self._watchdog: threading.Timer | None = None

    def __enter__(self) -> Self:
        """Take the signals."""
        self._before = [signal.signal(number, self._take) for number in _SIGNALS]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the signals back; the watchdog stays, because the interpreter has still to end."""
        for number, before in zip(_SIGNALS, self._before, strict=True):
            signal.signal(number, before)

    def asked(self) -> asyncio.Event:
        """Return the event that the first signal sets; called inside the event loop."""
        self._loop = asyncio.get_running_loop()
        return self._event

    def _take(self, number: int, _frame: FrameType | None) -> None:
        if self._loop is None:
            os._exit(0)
        if self._watchdog is not None:
            os._exit(_BY_SIGNAL + number)
        self._watchdog = threading.Timer(self._limit, os._exit, (_BY_SIGNAL + number,))
        self._watchdog.daemon = True
        self._watchdog.start()
        self._loop.call_soon_threadsafe(self._event.set)
