"""The names that can be completed: speakers, sources, things counted, articles. Gathered once for each store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.article import Article
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.visible import one_line

LONGEST = 100
"""Characters of a name beyond which nobody completes it (and the most that Discord shows)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names of a store, each once, in the order of the alphabet; articles by id."""

    speakers: tuple[str, ...]
    sources: tuple[str, ...]
    counted: tuple[str, ...]
    articles: tuple[str, ...]


def vocabulary(store: FactStore) -> Vocabulary:
    """Gather the names of all articles."""
    return Vocabulary(
        _names(_speakers(store)),
        _names((entry.article, source.name) for entry in store.entries for source in entry.facts.sources),
        _names((entry.article, figure.unit) for entry in store.entries for figure in entry.facts.figures),
        tuple(article.id for article in store.articles),
    )


class Vocabularies:
    """The names of the store of the moment, gathered again when it was swapped."""

    def __init__(self) -> None:
        self._known: tuple[FactStore, Vocabulary] | None = None

    def of(self, store: FactStore) -> Vocabulary:
        """Return the names of a store."""
        if self._known is None or self._known[0] is not store:
            self._known = store, vocabulary(store)
        return self._known[1]


def fitting(known: Iterable[str], typed: str, most: int) -> list[str]:
    """Return what begins with the typed text, then what has a word that does; case does not matter."""
    wanted = typed.casefold().strip()
    first: list[str] = []
    inner: list[str] = []
    for text in known:
        folded = text.casefold()
        if folded.startswith(wanted):
            first.append(text)
            if len(first) == most:
                break
        elif len(inner) < most and f" {wanted}" in folded:
            inner.append(text)
    return (first + inner)[:most]


def _speakers(store: FactStore) -> Iterator[tuple[Article, Span | None]]:
    for article, facts in store.entries:
        for quote in facts.quotes:
            if quote.speaker is not None and not quote.speaker.candidates:
                yield article, quote.speaker.best


def _names(found: Iterable[tuple[Article, Span | None]]) -> tuple[str, ...]:
    names = {one_line(span.of(article.text)) for article, span in found if span and span.length <= LONGEST}
    return tuple(sorted(names, key=str.casefold))
