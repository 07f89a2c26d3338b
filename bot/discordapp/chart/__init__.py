"""The picture of a chart: `Drawer` draws it off the event loop, `can_draw` says whether anything here can."""

from __future__ import annotations

import asyncio
import importlib.util
from concurrent.futures import ThreadPoolExecutor

from bot.discordapp.chart.picture import HEIGHT, ROW, WIDTH, picture
from bot.services.charts import Chart

__all__ = ["HEIGHT", "ROW", "WIDTH", "Drawer", "can_draw"]


def can_draw() -> bool:
    """Whether the optional library that draws is installed; without it a chart is its text."""
    return importlib.util.find_spec("matplotlib") is not None


class Drawer:
    """Draws one chart after the other, in one thread of its own: the library is not safe in several.

    The thread starts with the first chart and ends with the drawer, or with `close`.
    """

    def __init__(self) -> None:
        """Start nothing yet."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="chart")

    async def draw(self, chart: Chart) -> bytes:
        """Return a chart as PNG, `WIDTH` by `HEIGHT` + `ROW` pixels a bar; the same chart gives the same bytes.

        Raises:
            ImportError: the optional library is missing, see `can_draw`.
            RuntimeError: the drawer is closed.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, picture, chart)

    def close(self) -> None:
        """Let go of the thread; a chart that is being drawn is finished, those that wait are dropped."""
        self._thread.shutdown(wait=False, cancel_futures=True)
