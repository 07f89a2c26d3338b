"""The immutable snapshot of all articles and their facts, with the tables that answer in memory."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from bot.core.article import Article
from bot.core.facts import Dated, Facts, Figure, Quote, Report
from bot.core.search import SearchIndex
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.tokens import forms
from bot.core.voices import Voice, find_voices

T = TypeVar("T")

RECEIPT_LENGTH = 8
"""Hexadecimal digits of an article's hash that a receipt shows."""


class Entry(NamedTuple):
    """One article with its facts."""

    article: Article
    facts: Facts


@dataclass(frozen=True, slots=True)
class Local:
    """The facts that stand in one sentence (quotes and reports: that reach into it)."""

    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Dated, ...] = ()
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class FactStore:
    """All articles in the order of their ids. Built once, never changed; the same articles give the same store."""

    entries: tuple[Entry, ...]
    version: str
    """Hexadecimal SHA-256 over ids and hashes of the articles."""
    index: SearchIndex
    voices: tuple[tuple[Voice, ...], ...]
    """For each entry everybody whose words it gives."""
    _places: Mapping[str, int]
    _local: Mapping[tuple[int, int], Local]

    @classmethod
    def build(cls, items: Iterable[tuple[Article, Facts]]) -> FactStore:
        """Build the store; the order of `items` does not matter.

        Raises:
            ValueError: two articles have the same id.
        """
        entries = tuple(sorted((Entry(*item) for item in items), key=lambda entry: entry.article.id))
        places = {entry.article.id: place for place, entry in enumerate(entries)}
        if len(places) < len(entries):
            raise ValueError("two articles have the same id")
        lines = "".join(f"{entry.article.id} {entry.article.sha256}\n" for entry in entries)
        notes = {
            (place, start): words
            for place, entry in enumerate(entries)
            for start, words in _notes(entry).items()
        }
        return cls(
            entries,
            hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest(),
            SearchIndex.build([entry.article for entry in entries], notes),
            tuple(find_voices(*entry) for entry in entries),
            places,
            {
                (place, start): local
                for place, entry in enumerate(entries)
                for start, local in _locals(entry).items()
            },
        )

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles in the order of their ids."""
        return tuple(entry.article for entry in self.entries)

    def place(self, article: str) -> int | None:
        """Return the place of an article in `entries` by its id."""
        return self._places.get(article)

    def entry(self, article: str) -> Entry | None:
        """Return an article and its facts by its id."""
        place = self._places.get(article)
        return None if place is None else self.entries[place]

    def local(self, place: int, sentence_start: int) -> Local:
        """Return the facts in the sentence that starts there."""
        return self._local.get((place, sentence_start), _NOTHING)


_NOTHING = Local()


def sentences_of(article: Article, span: Span) -> Sequence[Span]:
    """Return the sentences that share a code point with `span`."""
    first = bisect_left(article.sentences, (span.start, span.start))
    while first > 0 and article.sentences[first - 1].end > span.start:
        first -= 1
    last = bisect_left(article.sentences, (max(span.end, span.start + 1), 0))
    return article.sentences[first:last]


def _locals(entry: Entry) -> dict[int, Local]:
    article, facts = entry
    quotes = _by_sentence(article, ((quote.marked, quote) for quote in facts.quotes))
    figures = _by_sentence(article, ((figure.span, figure) for figure in facts.figures))
    dates = _by_sentence(article, ((dated.span, dated) for dated in facts.dates))
    reports = _by_sentence(article, ((report.content.join(report.cue), report) for report in facts.reports))
    starts = sorted({*quotes, *figures, *dates, *reports})
    return {
        at: Local(quotes.get(at, ()), figures.get(at, ()), dates.get(at, ()), reports.get(at, ()))
        for at in starts
    }


def _by_sentence(article: Article, items: Iterable[tuple[Span, T]]) -> dict[int, tuple[T, ...]]:
    found: dict[int, list[T]] = defaultdict(list)
    for span, item in items:
        for sentence in sentences_of(article, span):
            found[sentence.start].append(item)
    return {start: tuple(several) for start, several in found.items()}


def _notes(entry: Entry) -> dict[int, tuple[str, ...]]:
    """Return for each sentence the names of those who speak in it and are not named in it."""
    article, facts = entry
    notes: dict[int, list[str]] = defaultdict(list)
    for quote in facts.quotes:
        for span in _speaker_spans(article, quote):
            for sentence in sentences_of(article, quote.marked):
                if not sentence.meets(span):
                    notes[sentence.start] += forms(fold(span.of(article.text)).text)
    return {start: tuple(dict.fromkeys(words)) for start, words in notes.items()}


def _speaker_spans(article: Article, quote: Quote) -> list[Span]:
    if quote.post is not None:
        post = article.posts[quote.post]
        return [post.author] if post.handle is None else [post.author, post.handle]
    if quote.speaker is None or quote.speaker.candidates:
        return []
    return [span for span in (quote.speaker.best, quote.speaker.role) if span is not None]
