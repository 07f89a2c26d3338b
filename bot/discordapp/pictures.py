"""The charts posted beside answers: one to an answer, and gone with it."""

from __future__ import annotations

from collections import OrderedDict

import discord

MOST = 1_000
"""Answers whose charts are remembered; those of older ones stay as they are."""


class Pictures:
    """The charts posted since the start, by their answers' ids: their own ids, 0 while one is drawn."""

    def __init__(self, most: int = MOST) -> None:
        self._charts: OrderedDict[int, int] = OrderedDict()
        self._most = most

    def begin(self, answer: int) -> bool:
        """Take note that a chart is drawn for an answer; return False if it has one already."""
        if answer in self._charts:
            return False
        self._charts[answer] = 0
        while len(self._charts) > self._most:
            self._charts.popitem(last=False)
        return True

    def put(self, answer: int, chart: int) -> bool:
        """Remember the chart of an answer; return False if the answer went away while it was drawn."""
        if answer not in self._charts:
            return False
        self._charts[answer] = chart
        return True

    def forget(self, message: int) -> None:
        """Forget a chart that was deleted, by its own id, so that it can be asked for again."""
        for answer, chart in list(self._charts.items()):
            if chart == message:
                del self._charts[answer]

    def pop(self, answer: int) -> int | None:
        """Return the chart of an answer, if one is posted, and forget it."""
        return self._charts.pop(answer, 0) or None

    async def take_along(self, answer: int, channel: int, client: discord.Client) -> None:
        """Delete the chart of an answer that is deleted, or is another one now."""
        chart = self.pop(answer)
        if chart is None:
            return
        try:
            await client.get_partial_messageable(channel).get_partial_message(chart).delete()
        except (discord.NotFound, discord.Forbidden):
            return
