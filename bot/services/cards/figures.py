"""Cards of figures and dates: the article's words beside what they are read as."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article
from bot.core.facts import Bound, Dated, Figure
from bot.core.span import Span
from bot.services.cards.chains import reporters
from bot.services.cards.passages import placed
from bot.services.cards.values import Card, Cited, Piece, Pieces

_FARTHEST = 60
"""Characters between the parts of a figure up to which they are shown as one slice."""


def figure_card(article: Article, figure: Figure, passage: Span | None = None) -> Card:
    """Return the card of a figure: never without the words that bind it, nor without who reports it.

    `passage` is where it stands, its sentence if not given.
    """
    lead = (*figure_words(article, figure), *reporters(article, figure.chain))
    return placed(article, figure.span, passage, lead, tuple(_reading(article, figure)))


def date_card(article: Article, dated: Dated, passage: Span | None = None) -> Card:
    """Return the card of a time expression: the article's words, and the day they are resolved to."""
    lead = (Cited(article, dated.span), f" = {dated.iso}")
    other = (f"or {dated.ambiguous.isoformat()}: the words fit both",) if dated.ambiguous else ()
    relative = ("counted from the article's own date",) if dated.relative else ()
    return placed(article, dated.span, passage, lead, other or relative)


def figure_words(article: Article, figure: Figure) -> Pieces:
    """Return the number with its qualifier, unit and event, and with the word that denies it.

    They are one slice as far as they follow each other; what stands elsewhere follows in brackets, so that "353
    officers injured and 12 killed" gives "12 killed (officers)", and no number but the figure's own is shown.
    """
    whole, apart = figure.span, []
    if figure.qualifier and figure.qualifier.end <= whole.start and _near(article, figure.qualifier, whole):
        whole = figure.qualifier.join(whole)
    elif figure.qualifier:
        apart.append(figure.qualifier)
    if figure.negated and figure.negated.end <= whole.start and _near(article, figure.negated, whole):
        whole = figure.negated.join(whole)
    elif figure.negated:
        apart.append(figure.negated)
    for part in sorted(part for part in (figure.unit, figure.event) if part is not None):
        if whole.start <= part.start and _near(article, whole, part):
            whole = whole.join(part)
        else:
            apart.append(part)
    return (Cited(article, whole), *(piece for part in apart for piece in (" (", Cited(article, part), ")")))


def _near(article: Article, first: Span, second: Span) -> bool:
    """Whether what lies between can be shown: little, on one line, and without another number."""
    between = article.text[first.end : second.start]
    return len(between) <= _FARTHEST and not any(char == "\n" or char.isdigit() for char in between)


def _reading(article: Article, figure: Figure) -> Iterator[Piece | str]:
    bound = "" if figure.bound is Bound.EXACT else f"{figure.bound.value} "
    vague = "a vague amount from " if figure.vague else ""
    yield f"read as {bound}{vague}{_amount(figure)}"
    labelled = (
        ("counts", figure.unit),
        ("what happened", figure.event),
        ("part of", figure.subset_of),
        ("in", figure.place),
        ("when", figure.when),
    )
    for label, span in labelled:
        if span is not None:
            yield from (f" · {label}: ", Cited(article, span))
    if figure.negated is not None:
        yield from (" · the article denies it: ", Cited(article, figure.negated))
    if figure.hypothetical:
        yield " · hypothetical"
    if figure.comparison:
        yield " · a comparison"


def _amount(figure: Figure) -> str:
    return (
        _number(figure.low)
        if figure.low == figure.high
        else f"{_number(figure.low)} to {_number(figure.high)}"
    )


def _number(value: float) -> str:
    number = float(value)
    return str(int(number)) if number.is_integer() else repr(number)
