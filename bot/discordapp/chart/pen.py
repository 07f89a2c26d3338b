"""What a picture is made of: text, lines, areas and marks, all in pixels from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.discordapp.chart.lettering import lines, printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backend_bases import RendererBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.ft2font import FT2Font

DPI: Final = 100
INK: Final = "#f2f3f5"
_POINT: Final = 72 / DPI
"""Points of a pixel: the library measures letters and lines in points."""
_LEADING: Final = 1.2
"""Heights of letters from line to line."""
_LEVEL: Final = 1
"""Of all that is drawn: the library would put lines over areas otherwise."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on one plane, what comes later over what came before. Text is shown as it is: nothing in it is read as a formula, and it keeps to its room."""

    axes: Axes
    renderer: RendererBase
    font: FontProperties
    glyphs: FT2Font

    def write(
        self,
        x: float,
        y: float,
        words: str,
        height: float,
        room: float,
        *,
        most: int = 1,
        ink: str = INK,
        centred: bool = False,
    ) -> int:
        """Write at most `most` lines into `room` pixels, the middle of the first at `y`; return how many it took."""
        font = self.font.copy()
        font.set_size(height * _POINT)

        def width_of(text: str) -> float:
            return self.renderer.get_text_width_height_descent(text, font, ismath=False)[0]

        parted = lines(printable(words, self._has_glyph), room, most, width_of)
        for place, line in enumerate(parted):
            self.axes.text(
                x,
                y + place * height * _LEADING,
                line,
                fontproperties=font,
                color=ink,
                ha="center" if centred else "left",
                va="center_baseline",
                zorder=_LEVEL,
                parse_math=False,
                usetex=False,
            )
        return len(parted)

    def line(self, start: Place, end: Place, ink: str, thick: float) -> None:
        """Draw a straight line `thick` pixels wide."""
        (x, y), (to_x, to_y) = start, end
        self.axes.plot(
            (x, to_x), (y, to_y), color=ink, linewidth=thick * _POINT, linestyle="-", zorder=_LEVEL
        )

    def fill(self, x: float, y: float, width: float, height: float, ink: str, *, opaque: float = 1) -> None:
        """Fill a rectangle; `x`, `y` is its upper left corner, `opaque` 0 to 1."""
        self.axes.barh(y, width, height, x, align="edge", color=ink, alpha=opaque, linewidth=0, zorder=_LEVEL)

    def hatch(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """Draw the frame of a rectangle with slanting lines in it."""
        self.axes.barh(
            y,
            width,
            height,
            x,
            align="edge",
            color="none",
            edgecolor=ink,
            linewidth=2 * _POINT,
            hatch="////",
            zorder=_LEVEL,
        )

    def mark(
        self, x: float, y: float, shape: str, size: float, ink: str, *, inner: str | None = None
    ) -> None:
        """Draw a marker `size` pixels high; `inner` is the colour within its outline if it is another."""
        self.axes.plot(
            (x,),
            (y,),
            linestyle="",
            zorder=_LEVEL,
            marker=shape,
            markersize=size * _POINT,
            markerfacecolor=inner or ink,
            markeredgecolor=ink,
            markeredgewidth=3 * _POINT,
        )

    def _has_glyph(self, char: str) -> bool:
        return self.glyphs.get_char_index(ord(char)) != 0
