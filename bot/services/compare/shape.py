"""What kind of interval a figure is."""

from __future__ import annotations

from enum import Enum, auto


class Shape(Enum):
    """What an interval is like at its ends; in a chart, how its bar is drawn, so that colour is never all that tells."""

    POINT = auto()
    """A value."""
    RANGE = auto()
    """"400 to 450"."""
    AT_LEAST = auto()
    """Open above, the value included."""
    MORE_THAN = auto()
    """Open above, the value left out."""
    AT_MOST = auto()
    """Open below, the value included."""
    LESS_THAN = auto()
    """Open below, the value left out."""
    ABOUT = auto()
    NEARLY = auto()
    VAGUE = auto()
    """"dozens", "hundreds"."""
