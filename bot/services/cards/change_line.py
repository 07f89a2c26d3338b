"""What changed in an article, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article
from bot.core.difference import Difference
from bot.core.facts import Figure
from bot.services.cards.receipt import title
from bot.services.cards.values import Cited, Piece, Pieces

_MOST_FIGURES = 3
"""Changed figures that the summary shows as they are; more would not be one line."""
_NEAR = 20
"""Characters between a number and the word that binds or denies it up to which they are shown as one slice."""


def change_line(difference: Difference) -> Pieces:
    """Return the summary: `[ferry] quotes +1 −2, figures 353 → 357, sentences +1 −1`."""
    parts = list(_parts(difference))
    said: list[Piece | str] = [piece for part in parts for piece in (", ", *part)][1:]
    return (*_subject(difference), *(said or ("nothing that a reader would notice",)))


def _subject(difference: Difference) -> Pieces:
    entry = difference.new or difference.old
    if entry is None or (difference.new and difference.old):
        return (f"[{difference.article}] ",)
    word = "new" if difference.new else "removed"
    return (f"[{difference.article}] {word}: ", *title(entry.article), " · ")


def _parts(found: Difference) -> Iterator[Pieces]:
    """Yield what the summary names, in its order."""
    yield from _counted("quotes", found.quotes.come, found.quotes.gone)
    if found.quotes.changed:
        yield (f"{_many(len(found.quotes.changed), 'quote')} with another speaker",)
    if found.figures:
        yield tuple(_figures(found))
    if found.reporters:
        yield (f"{_many(len(found.reporters), 'figure')} with another reporter",)
    yield from _counted("sources", found.sources.come, found.sources.gone)
    yield from _counted("sentences", found.sentences.come, found.sentences.gone)
    if found.sentences.changed:
        yield (f"{_many(len(found.sentences.changed), 'sentence')} spelled otherwise",)
    if found.details:
        yield (" and ".join(each.name for each in found.details),)


def _counted(name: str, come: tuple[object, ...], gone: tuple[object, ...]) -> Iterator[Pieces]:
    if come or gone:
        yield (f"{name} {_signs(come, gone)}",)


def _signs(come: tuple[object, ...], gone: tuple[object, ...]) -> str:
    return " ".join(f"{sign}{len(found)}" for sign, found in (("+", come), ("−", gone)) if found)


def _many(count: int, name: str) -> str:
    return f"{count} {name}{'s' * (count != 1)}"


def _figures(found: Difference) -> Iterator[Piece | str]:
    """Yield `figures 353 → 357, +1 −2`."""
    pairs, between = found.figures.changed, "figures "
    for pair in pairs[:_MOST_FIGURES]:
        if found.old is not None and found.new is not None:
            yield from (between, _amount(found.old.article, pair.old))
            yield from (" → ", _amount(found.new.article, pair.new))
            between = ", "
    if len(pairs) > _MOST_FIGURES:
        yield f" and {len(pairs) - _MOST_FIGURES} more"
    signs = _signs(found.figures.come, found.figures.gone)
    if signs:
        yield between + signs


def _amount(article: Article, figure: Figure) -> Cited:
    """Return the number with the words before it that bind or deny it."""
    whole = figure.span
    for part in (figure.qualifier, figure.negated):
        if part is not None and part.end <= whole.start:
            between = article.text[part.end : whole.start]
            whole = part.join(whole) if len(between) <= _NEAR and "\n" not in between else whole
    return Cited(article, whole)
