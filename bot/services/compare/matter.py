"""Whether two articles tell of the same matter: "12 people killed" here and there may be two accidents."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Final, NamedTuple

from bot.core.article import Article, BlockKind
from bot.core.dates.lexicon import MONTHS, WEEKDAYS
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.tokens import tokens

_SENTENCES: Final = 3
"""Sentences of prose that say, with the title, what an article is about."""
_SHARE: Final = 0.3
"""Of the words of the shorter opening that both have to use.

Measured on the shipped seeds and the labelled corpus: two articles on one matter share 0.46 and more, any other two
at most 0.17.
"""
_LEAST: Final = 4
"""Words that both have to use, however short the opening."""
_SHORTEST: Final = 3
"""Letters of a word that says something."""
_CALENDAR: Final = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))


class Opening(NamedTuple):
    """What an article opens with, as indexed forms: all words that say something, and those that are names."""

    words: frozenset[str]
    names: frozenset[str]


def opening(article: Article, stem: Callable[[str], str]) -> Opening:
    """Return the words of the title and of the first sentences; a capital within a sentence makes a name."""
    words: set[str] = set()
    names: set[str] = set()
    if article.title is not None:
        words.update(stem(token.form) for token in tokens(article.title.value) if _says(token.form))
    prose = (span for span in article.sentences if _is_prose(article, span.start))
    for sentence in islice(prose, _SENTENCES):
        for place, token in enumerate(tokens(article.text, sentence)):
            if not _says(token.form):
                continue
            words.add(stem(token.form))
            if place and article.text[token.span.start].isupper() and token.form not in _CALENDAR:
                names.add(stem(token.form))
    return Opening(frozenset(words), frozenset(names))


class Openings:
    """What articles open with, each read once, and only where two have to be compared."""

    def __init__(self, stem: Callable[[str], str]) -> None:
        self._stem = stem
        self._known: dict[str, Opening] = {}

    def agree(self, first: Article, second: Article) -> bool:
        """Whether two articles tell of the same matter."""
        return first is second or same_matter(self._of(first), self._of(second))

    def _of(self, article: Article) -> Opening:
        if article.id not in self._known:
            self._known[article.id] = opening(article, self._stem)
        return self._known[article.id]


def same_matter(first: Opening, second: Opening) -> bool:
    """Whether both openings share a name and enough of their words."""
    shared = len(first.words & second.words)
    fewer = min(len(first.words), len(second.words))
    return bool(first.names & second.names) and shared >= max(_LEAST, _SHARE * fewer)


def _is_prose(article: Article, offset: int) -> bool:
    found = article.block_at(offset)
    return found is not None and found.kind is BlockKind.PROSE


def _says(form: str) -> bool:
    return len(form) >= _SHORTEST and form[0].isalpha() and form not in STOP_WORDS
