"""The immutable snapshot of all articles and their facts, with the tables that answer in memory."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.core.article import Article
from bot.core.facts import Facts
from bot.core.local import Local, local_facts, speaker_notes
from bot.core.search import SearchIndex
from bot.core.search.pieces import pieces, pieces_in
from bot.core.span import Span
from bot.core.voice_table import VoiceTable
from bot.core.voices import Voice, find_voices

RECEIPT_LENGTH = 8
"""Hexadecimal digits of an article's hash that a receipt shows."""


class Entry(NamedTuple):
    """One article with its facts."""

    article: Article
    facts: Facts


@dataclass(frozen=True, slots=True)
class FactStore:
    """All articles in the order of their ids. Built once, never changed; the same articles give the same store."""

    entries: tuple[Entry, ...]
    version: str
    """Hexadecimal SHA-256 over ids and hashes of the articles."""
    index: SearchIndex
    voices: tuple[tuple[Voice, ...], ...]
    """For each entry everybody whose words it gives."""
    pieces: tuple[tuple[Span, ...], ...]
    """For each entry the stretches of text that are searched: its sentences, endless ones cut."""
    _places: Mapping[str, int]
    ids: tuple[str, ...]
    """The id of each entry's article."""
    voiced: VoiceTable
    _local: tuple[Mapping[int, Local], ...]
    _digests: tuple[tuple[str, int], ...]
    """SHA-256 of each article with its place in `entries`, sorted."""

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
        cut = tuple(pieces(entry.article) for entry in entries)
        notes = {
            (place, start): words
            for place, (entry, parts) in enumerate(zip(entries, cut, strict=True))
            for start, words in speaker_notes(*entry, parts).items()
        }
        voices = tuple(find_voices(*entry) for entry in entries)
        return cls(
            entries,
            hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest(),
            SearchIndex.build([entry.article for entry in entries], notes),
            voices,
            cut,
            places,
            tuple(places),
            VoiceTable.build(voices),
            tuple(local_facts(entry.facts, parts) for entry, parts in zip(entries, cut, strict=True)),
            tuple(sorted((entry.article.sha256, place) for place, entry in enumerate(entries))),
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

    def by_digest(self, beginning: str) -> Entry | None:
        """Return the article whose hexadecimal SHA-256 begins so, None where none or several do."""
        at = bisect_left(self._digests, (beginning, 0))
        found = [place for sha, place in self._digests[at : at + 2] if sha.startswith(beginning)]
        return self.entries[found[0]] if len(found) == 1 else None

    def local(self, place: int, start: int) -> Local:
        """Return the facts in the piece that starts there."""
        return self._local[place].get(start, _NOTHING)

    def pieces_in(self, place: int, span: Span) -> Sequence[Span]:
        """Return the pieces of an entry that share a code point with `span`."""
        return pieces_in(self.pieces[place], span)


_NOTHING = Local()
