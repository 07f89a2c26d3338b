"""SIGTERM and SIGINT: the first asks the bot to stop, the second ends it at once."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_BY_SIGNAL = 128
"""What a shell adds to a signal's number for a program that it ended."""
ECHO = 1.0
"""Seconds in which the same signal once more is the same wish: a terminal and `make` both hand it on."""


class StopSignals:
    """Takes both signals while it is entered; works on Windows, too, where an event loop cannot take them.

    It is entered before the articles are loaded, because the first process of a container has no default action for
    SIGTERM. While nothing is connected a signal ends the process at once, with exit code 0. Afterwards it sets the
    event that `asked` gave, a second one ends the process at once, and if closing takes longer than `limit` seconds the process is ended from a thread:
    threads that draw a chart cannot be interrupted, and the interpreter would wait for them.
    """

    def __init__(self, limit: float, echo: float = ECHO) -> None:
        """Take nothing yet. Within `echo` seconds the first signal once more is no second one."""
        self._limit, self._echo = limit, echo
        self._first: tuple[int, float] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._event = asyncio.Event()

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
        if self._first is not None:
            first, since = self._first
            if number == first and time.monotonic() - since < self._echo:
                return
            os._exit(_BY_SIGNAL + number)
        self._first = number, time.monotonic()
        watchdog = threading.Timer(self._limit, os._exit, (_BY_SIGNAL + number,))
        watchdog.daemon = True
        watchdog.start()
        self._loop.call_soon_threadsafe(self._event.set)
