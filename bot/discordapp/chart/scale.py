"""From values to pixels, and the values that are written under a chart."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import chain
from typing import Final, NamedTuple

from bot.services.charts import Bar

_ROOM: Final = 1.18
"""How far past the greatest value a scale goes, so that an arrow has a length."""
_TICKS: Final = 4
"""Steps of a scale at most: longer numbers than "10,000" need their room."""
_STEPS: Final = (1, 2, 5, 10)
_LARGE: Final = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Scale(NamedTuple):
    """The values at the ends of `left` to `right` pixels.

    It begins at zero, or below for negative values: a scale that does not makes small differences look large.
    """

    low: float
    high: float
    left: float
    right: float

    def at(self, value: float) -> float:
        """Return the pixel of a value."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)

    def ticks(self) -> tuple[float, ...]:
        """Return round values within the scale, zero among them."""
        rough = (self.high - self.low) / _TICKS
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(step * power for step in _STEPS if step * power >= rough)
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return tuple(count * step for count in range(first, last + 1))


def scale_of(bars: Iterable[Bar], left: float, right: float) -> Scale:
    """Return the scale on which all bars have room."""
    ends = chain.from_iterable((bar.low, bar.high) for bar in bars)
    values = [value for value in ends if value is not None]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    return Scale(low * _ROOM, (high or (0.0 if low else 1.0)) * _ROOM, left, right)


def written(value: float) -> str:
    """Return a value as a tick has it: "1,500", "2.5 million"."""
    for size, name in _LARGE:
        if abs(value) >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4g}"
