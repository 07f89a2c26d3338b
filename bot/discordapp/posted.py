"""Which answer belongs to which question, so that the answer can follow it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import NamedTuple
from weakref import WeakValueDictionary

from bot.discordapp.pictures import Pictures

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
        self._unwanted: OrderedDict[int, None] = OrderedDict()
        self._most = most
        self.pictures = Pictures()
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

    def dismiss(self, answer: int, question: int | None) -> None:
        """Take note that an answer is not wanted, so that no edit of its question brings it back.

        `question` is the message that the answer replies to, where that is known.
        """
        asked = [each for each, place in self._places.items() if place.message == answer]
        for each in asked or ([] if question is None else [question]):
            self._places.pop(each, None)
            self._unwanted[each] = None
        while len(self._unwanted) > self._most:
            self._unwanted.popitem(last=False)

    def dismissed(self, question: int) -> bool:
        """Whether the answer to a question was sent away."""
        return question in self._unwanted
