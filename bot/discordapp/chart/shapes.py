"""How each kind of bar looks: its outline tells what it is, the colour only says it again."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from bot.discordapp.chart.pen import INK, Pen
from bot.discordapp.chart.scale import Scale
from bot.services.charts import Bar, Shape

_COLOURS: Final = MappingProxyType(
    {
        Shape.POINT: "#56b4e9",
        Shape.RANGE: "#56b4e9",
        Shape.AT_LEAST: "#e69f00",
        Shape.MORE_THAN: "#e69f00",
        Shape.AT_MOST: "#2fb98e",
        Shape.LESS_THAN: "#2fb98e",
        Shape.ABOUT: "#cc79a7",
        Shape.NEARLY: "#cc79a7",
        Shape.VAGUE: "#f0e442",
    }
)
"""After the palette of Okabe and Ito for colour-blind readers; its green is lighter here, to stand out on dark."""
_WITHOUT: Final = frozenset({Shape.MORE_THAN, Shape.LESS_THAN})
"""Drawn with a ring: the value itself is left out."""
_HOLLOW: Final = "#2b2d31"
_THICK: Final = 16
_LINE: Final = 5
_DOT: Final = 13
_TIP: Final = 12
_THINNEST: Final = 8
"""Pixels across of a bar, however small its interval is."""
_LAYERS: Final = 8
"""Of a fading band: the farther from where the value is said to be, the fewer of them."""
_HAZE: Final = 0.2
"""How opaque each of them is."""


def draw_bar(pen: Pen, bar: Bar, y: float, scale: Scale) -> None:
    """Draw a bar around the height `y`."""
    ink = _COLOURS[bar.shape]
    if bar.low is None or bar.high is None:
        _arrow(pen, bar, y, scale)
        return
    left, right = _ends(scale.at(bar.low), scale.at(bar.high))
    if bar.shape is Shape.POINT:
        pen.mark(scale.at(bar.low), y, "o", _DOT, ink)
    elif bar.shape is Shape.VAGUE:
        pen.hatch(left, y - _THICK / 2, right - left, _THICK, ink)
    elif bar.shape is Shape.RANGE:
        pen.fill(left, y - _THICK / 4, right - left, _THICK / 2, ink)
        for end in (left, right):
            pen.line((end, y - _THICK / 2), (end, y + _THICK / 2), ink, _LINE)
    else:
        _fading(pen, bar, y, (left, right))


def _arrow(pen: Pen, bar: Bar, y: float, scale: Scale) -> None:
    """Draw an interval open to one side: a dot or a ring at its end, and an arrow to the edge of the scale."""
    ink = _COLOURS[bar.shape]
    inner = _HOLLOW if bar.shape in _WITHOUT else None
    known = bar.high if bar.low is None else bar.low
    if known is None:
        return
    start, tip, towards = (
        scale.at(known),
        *((scale.left - _TIP / 3, "<") if bar.low is None else (scale.right, ">")),
    )
    pen.line((start, y), (tip, y), ink, _LINE)
    pen.mark(tip, y, towards, _TIP, ink)
    pen.mark(start, y, "o", _DOT, ink, inner=inner)


def _fading(pen: Pen, bar: Bar, y: float, ends: tuple[float, float]) -> None:
    """Draw a band that is densest where the value is said to be: in the middle, or for "nearly" at its upper end."""
    ink = _COLOURS[bar.shape]
    left, right = ends
    nearly = bar.shape is Shape.NEARLY
    for layer in range(1, _LAYERS + 1):
        width = (right - left) * layer / _LAYERS
        x = right - width if nearly else (left + right - width) / 2
        pen.fill(x, y - _THICK / 2, width, _THICK, ink, opaque=_HAZE)
    if nearly:
        pen.line((right, y - _THICK / 2), (right, y + _THICK / 2), INK, 3)
    else:
        pen.mark((left + right) / 2, y, "D", _DOT / 2, INK)


def _ends(left: float, right: float) -> tuple[float, float]:
    """Return both ends, farther apart where nobody would see what is between."""
    missing = max(0.0, _THINNEST - (right - left)) / 2
    return left - missing, right + missing
