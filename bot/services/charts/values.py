"""What a chart shows: figures that count the same thing, each as an interval with a shape."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.span import Span
from bot.services.answers import Hit
from bot.services.cards import Piece
from bot.services.compare import Shape


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of a chart. `low` and `high` are None where the figure leaves that end open.

    `label` is who reports it, `page` where that stands (its outlet, else the article's id); `words` are the
    article's words for the figure, in one slice.
    """

    hit: Hit
    figure: Figure
    label: Piece
    page: Piece
    low: float | None
    high: float | None
    shape: Shape
    words: Span

    @property
    def article(self) -> Article:
        """The article in which the figure stands."""
        return self.hit.passage.article


@dataclass(frozen=True, slots=True)
class Chart:
    """Two to twelve bars, by article and then by place in its text.

    `more` counts figures for the same thing that found no room, `apart` those that may count something else.
    """

    bars: tuple[Bar, ...]
    more: int = 0
    apart: int = 0

    def first(self, count: int) -> Chart:
        """Return the chart with its first `count` bars only; those that go are counted in `more`."""
        return Chart(self.bars[:count], self.more + len(self.bars[count:]), self.apart)
