"""Which answer belongs to which question, so that the answer can follow it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import NamedTuple
from weakref import WeakValueDictionary

MOST = 10_000
"""Questions remembered; those of older ones stay as they are."""


class Place(NamedTuple):
    """Where a message is: ids only, never a text. `layout` is whether it is one: no edit can change that."""

    channel: int
    message: int
    layout: bool


class Posted:
    """The answers posted since the start, by their questions' ids; the oldest are forgotten first."""

    def __init__(self, most: int = MOST) -> None:
        self._places: OrderedDict[int, Place] = OrderedDict()
        self._most = most
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def turn(self, question: int) -> asyncio.Lock:
        """Return what to hold while the answer to a question changes: an edit may come before the answer is posted."""
        return self._turns.setdefault(question, asyncio.Lock())

    def put(self, question: int, answer: Place) -> None:
        """Remember the answer to a question."""
        self._places[question] = answer
        self._places.move_to_end(question)
        while len(self._places) > self._most:
            self._places.popitem(last=False)

    def get(self, question: int) -> Place | None:
        """Return the answer to a question."""
        return self._places.get(question)

    def pop(self, question: int) -> Place | None:
        """Return the answer to a question and forget it."""
        return self._places.pop(question, None)
