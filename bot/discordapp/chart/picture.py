"""The picture itself: one row a bar, laid out in pixels on a single plane."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from bot.discordapp.chart.pen import DPI, Pen
from bot.discordapp.chart.scale import Scale, scale_of, written
from bot.discordapp.chart.shapes import draw_bar
from bot.services.charts import Bar, Chart, subject
from bot.services.charts.labels import words_of

WIDTH: Final = 800
"""Pixels across; a phone shows about half as many, hence the large letters."""
HEIGHT: Final = 120
"""Pixels down without the bars: the head and the foot."""
ROW: Final = 60
"""Pixels down of one bar."""
_HEAD: Final = 72
_EDGE: Final = 22
_NAMES: Final = 290
"""Pixels across for who reports a figure."""
_LEFT, _RIGHT = _EDGE + _NAMES + 24, WIDTH - 50
"""Where values begin and end."""
_TITLE, _NAME, _WORDS, _SMALL = 26, 20, 18, 17
"""Heights of letters in pixels."""
_BACK, _STRIPE, _DIM, _GRID = "#2b2d31", "#34363c", "#b5bac1", "#50535b"


def picture(chart: Chart) -> bytes:
    """Return a chart as PNG. Blocks for a tenth of a second or more; not to be run in two threads at once.

    Raises:
        ImportError: the optional library is missing.
    """
    import matplotlib as mpl  # noqa: PLC0415 – optional, and slow to import: only a picture needs it
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 – likewise
    from matplotlib.figure import Figure  # noqa: PLC0415 – likewise
    from matplotlib.font_manager import FontProperties, get_font  # noqa: PLC0415 – likewise

    height = HEIGHT + ROW * len(chart.bars)
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=_BACK)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    file = Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # the library types only its front
    pen = Pen(axes, renderer, FontProperties(fname=file), get_font(str(file)))
    _compose(pen, chart, height)
    png = io.BytesIO()
    canvas.print_png(png, metadata={"Software": None})  # type: ignore[no-untyped-call]  # likewise
    return png.getvalue()


def _compose(pen: Pen, chart: Chart, height: int) -> None:
    scale = scale_of(chart.bars, _LEFT, _RIGHT)
    foot = height - HEIGHT + _HEAD
    _head(pen, chart)
    for place in range(1, len(chart.bars), 2):
        pen.fill(0, _HEAD + place * ROW, WIDTH, ROW, _STRIPE)
    for tick in scale.ticks():
        pen.write(scale.at(tick), foot + 22, written(tick), _SMALL, WIDTH, ink=_DIM, centred=True)
    for place, bar in enumerate(chart.bars):
        _row(pen, bar, _HEAD + place * ROW, scale)


def _head(pen: Pen, chart: Chart) -> None:
    title = "".join(piece if isinstance(piece, str) else words_of(piece) for piece in subject(chart))
    pen.write(_EDGE, 28, title, _TITLE, WIDTH - 2 * _EDGE)
    more = f"; {chart.more} more are not drawn" if chart.more else ""
    pen.write(_EDGE, 56, f"by source, in the articles' own words{more}", _SMALL, WIDTH - 2 * _EDGE, ink=_DIM)


def _row(pen: Pen, bar: Bar, top: int, scale: Scale) -> None:
    took = pen.write(_EDGE, top + 19, words_of(bar.label), _NAME, _NAMES, most=2)
    if took < 2:
        pen.write(_EDGE, top + 42, _page(bar), _SMALL, _NAMES, ink=_DIM)
    pen.write(_LEFT, top + 17, bar.words.of(bar.article.text), _WORDS, WIDTH - _EDGE - _LEFT)
    for tick in scale.ticks():  # beside the bars only: no line runs through words
        pen.line((scale.at(tick), top + ROW / 2), (scale.at(tick), top + ROW - 3), _GRID, 1)
    draw_bar(pen, bar, top + 43, scale)


def _page(bar: Bar) -> str:
    """Return the outlet in which somebody reports; where that reports itself, its day."""
    page, published = words_of(bar.page), bar.article.published
    if page != words_of(bar.label):
        return page
    return published.value[:10] if published else ""
