"""The names that can be completed: speakers, sources, things counted, articles. Gathered once for each store."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from bot.core.article import Article
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.services.visible import one_line

LONGEST = 100
"""Characters of a name beyond which nobody completes it (and the most that Discord shows)."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names in their order, the alphabet's unless listed, and all of them folded in one text, which is quick to search."""

    shown: tuple[str, ...]
    _folded: str = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, found: Iterable[str]) -> Names:
        """Make them of any texts; those without a letter or digit are left out."""
        return cls.listed(_ordered(found))

    @classmethod
    def listed(cls, found: Iterable[str]) -> Names:
        """Make them of texts whose order says something."""
        shown = tuple(found)
        lines = [_folded(text) for text in shown]
        return cls(shown, "\n".join(lines), (0, *accumulate(len(line) + 1 for line in lines)))

    def fitting(self, typed: str, most: int) -> list[str]:
        """Return what begins with the typed text, then what has a word that does; case and accents do not matter."""
        wanted = _folded(typed)
        if wanted not in self._folded:
            return []
        wanted = re.escape(wanted)
        first = self._matching(rf"^{wanted}", most)
        inner = self._matching(rf"(?<!\w){wanted}", 2 * most) if len(first) < most else []
        places = list(dict.fromkeys([*first, *inner]))[:most]
        return [self.shown[place] for place in places]

    def _matching(self, pattern: str, most: int) -> list[int]:
        """Return the places of the first names in which a pattern is found."""
        places: list[int] = []
        matcher, at = re.compile(pattern, re.MULTILINE), 0
        while len(places) < most and at < self._starts[-1] and (match := matcher.search(self._folded, at)):
            places.append(bisect_right(self._starts, match.start()) - 1)
            at = self._starts[places[-1] + 1]
        return places


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All names of a store, each once, in the order of the alphabet; articles by id."""

    speakers: tuple[str, ...]
    sources: tuple[str, ...]
    counted: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completions:
    """The same, ready to be completed. `ids` are the articles' ids by what `articles` calls them: title and id."""

    speakers: Names
    sources: Names
    counted: Names
    articles: Names
    ids: Mapping[str, str]


def vocabulary(store: FactStore) -> Vocabulary:
    """Gather the names of all articles."""
    return Vocabulary(
        _names(_speakers(store)),
        _names((entry.article, source.name) for entry in store.entries for source in entry.facts.sources),
        _names((entry.article, figure.unit) for entry in store.entries for figure in entry.facts.figures),
        tuple(article.id for article in store.articles),
    )


def completions(store: FactStore) -> Completions:
    """Make the names of all articles ready to be completed."""
    names = vocabulary(store)
    ids = {_called(article): article.id for article in store.articles}
    return Completions(
        Names.of(names.speakers), Names.of(names.sources), Names.of(names.counted), Names.of(ids), ids
    )


class Vocabularies:
    """The names of a few stores, each gathered once; those not asked for the longest time are forgotten."""

    def __init__(self, most: int = 16) -> None:
        self._most = most
        self._known: OrderedDict[str, Completions] = OrderedDict()

    def of(self, store: FactStore) -> Completions:
        """Return the names of a store."""
        known = self._known.pop(store.version, None)
        self._known[store.version] = known or completions(store)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return self._known[store.version]


def _folded(text: str) -> str:
    return " ".join(fold(" ".join(text.split())).text.split())


def _called(article: Article) -> str:
    return f"{one_line(article.title.value)} · {article.id}" if article.title else article.id


def _speakers(store: FactStore) -> Iterator[tuple[Article, Span | None]]:
    for article, facts in store.entries:
        for quote in facts.quotes:
            if quote.speaker is not None and not quote.speaker.candidates:
                yield article, quote.speaker.best


def _names(found: Iterable[tuple[Article, Span | None]]) -> tuple[str, ...]:
    names = {one_line(span.of(article.text)) for article, span in found if span and span.length <= LONGEST}
    return _ordered(names)


def _ordered(names: Iterable[str]) -> tuple[str, ...]:
    """Return each name once, by the alphabet, those without a letter or digit left out."""
    return tuple(
        sorted(
            {name for name in names if any(map(str.isalnum, name))}, key=lambda name: (name.casefold(), name)
        )
    )
