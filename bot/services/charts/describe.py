"""A chart in words: the text that always stands beside the picture, and the text for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.services.cards import Card, Cited, Piece, Role, block, card
from bot.services.cards.chains import reporters
from bot.services.cards.figures import figure_words
from bot.services.cards.values import Block, Pieces
from bot.services.charts.labels import words_of
from bot.services.charts.values import Bar, Chart
from bot.services.compare import Shape, digits

LONGEST_ALT: Final = 1024
"""Characters of an attachment's description that Discord takes."""
_READ: Final = frozenset({Shape.ABOUT, Shape.NEARLY, Shape.VAGUE})
"""Shapes whose ends the bot chose."""
_NO_TITLE: Final = "A chart of figures that count the same thing, by source."


class Description(NamedTuple):
    """The text beside the picture, and its alt text of at most `LONGEST_ALT` characters."""

    card: Card
    alt: str


def describe(chart: Chart) -> Description:
    """Return a chart as words, one line a bar: the article's words, who reports them, how they are drawn."""
    lines = (block(Role.WHO, *_line(bar)) for bar in chart.bars)
    return Description(
        card((block(Role.LEAD, *subject(chart), ", by source"), *lines, *_notes(chart))), _alt(chart)
    )


def subject(chart: Chart) -> Pieces:
    """Return what is counted, and what befell it, in the words of the first bar."""
    first = chart.bars[0]
    found = [
        Cited(first.article, span) for span in (first.figure.unit, first.figure.event) if span is not None
    ]
    thing, *event = found
    return (thing, *(piece for each in event for piece in (" (", each, ")")))


def drawn_as(bar: Bar) -> str:
    """Return how a bar is drawn, with its ends in digits."""
    low, high = digits(bar.low), digits(bar.high)
    return {
        Shape.POINT: f"a dot at {low}",
        Shape.RANGE: f"a bar from {low} to {high}",
        Shape.AT_LEAST: f"a dot at {low} and an arrow to the right",
        Shape.MORE_THAN: f"a ring at {low} and an arrow to the right",
        Shape.AT_MOST: f"a dot at {high} and an arrow to the left",
        Shape.LESS_THAN: f"a ring at {high} and an arrow to the left",
        Shape.ABOUT: f"a band from {low} to {high} that fades to both ends",
        Shape.NEARLY: f"a band that fades from {high} down to {low}",
        Shape.VAGUE: f"a hatched bar from {low} to {high}",
    }[bar.shape]


def _line(bar: Bar) -> Iterator[Piece | str]:
    yield from figure_words(bar.article, bar.figure)
    yield from reporters(bar.article, bar.figure.chain)
    if bar.figure.when is not None:
        yield from (" · when: ", Cited(bar.article, bar.figure.when))
    yield f" · drawn as {drawn_as(bar)}"


def _notes(chart: Chart) -> Iterator[Block]:
    if any(bar.shape in _READ for bar in chart.bars):
        yield block(
            Role.NOTE, "Where “about”, “nearly” and vague words end is the bot's reading, not the article's."
        )
    if chart.more:
        yield block(Role.NOTE, f"And {chart.more} more that count the same, not drawn.")
    if chart.apart:
        yield block(Role.NOTE, f"Not drawn, because they may not count the same: {chart.apart}.")


def _alt(chart: Chart) -> str:
    """Return the title and as many whole lines as have room: half a line would misquote."""
    title = f"A chart of figures, by source: {_plain(subject(chart))}."
    alt = title if len(title) <= LONGEST_ALT // 2 else _NO_TITLE
    for told, bar in enumerate(chart.bars):
        line = f" {_plain(figure_words(bar.article, bar.figure))}, {words_of(bar.label)}: {drawn_as(bar)}."
        rest = len(chart.bars) - told + chart.more
        if len(alt) + len(line) + len(_others(rest)) > LONGEST_ALT:
            return alt + _others(rest)
        alt += line
    return alt + (_others(chart.more) if chart.more else "")


def _others(count: int) -> str:
    return f" And {count} more."


def _plain(pieces: Pieces) -> str:
    return "".join(piece if isinstance(piece, str) else words_of(piece) for piece in pieces)
