"""How long to wait before the next attempt to reach Discord."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Exponential back-off with jitter, in seconds.

    A connection that lived as long as the longest wait counts as held, and the waits begin anew. Thus there are never
    many more than 24 h / `longest` starts a day, 288 by default: Discord allows 1000 and resets the token after that.
    """

    first: float = 2.0
    longest: float = 300.0
    chance: Callable[[], float] = random.random
    """A number from 0 to 1, so that many bots do not come back in the same moment."""

    def wait(self, failures: int, at_least: float = 0.0) -> float:
        """Return the wait after so many failures in a row: the half of `first` · 2ⁿ, and by chance up to all of it.

        `at_least` is what Discord itself asked for; it is kept even where it is longer than the longest wait.
        """
        # Past 2⁶⁴ the exponent says nothing more, and a float would overflow.
        most = min(self.longest, self.first * 2.0 ** min(max(failures - 1, 0), 64))
        return max(at_least, most * (0.5 + 0.5 * self.chance()))
