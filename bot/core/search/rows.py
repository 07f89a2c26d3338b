"""All sentences of a store in columns: a million small objects would make the collector stall for half a second."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload


class Row(NamedTuple):
    """One sentence as the ranker sees it. `block` is the article's place and the block's number."""

    article: int
    start: int
    end: int
    block: tuple[int, int]
    words: tuple[str, ...]
    noted: int = 0
    """How many of the last words are notes, not the row's own."""


def _column() -> array[int]:
    return array("I")


@dataclass(slots=True)
class Rows(Sequence[Row]):
    """A sequence of rows, each made when it is asked for. Only added to while it is built, never changed after.

    Rows stand in the order of their articles, those of one article in the order of the text.
    """

    _vocabulary: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _articles: array[int] = field(default_factory=_column)
    _starts: array[int] = field(default_factory=_column)
    _ends: array[int] = field(default_factory=_column)
    _blocks: array[int] = field(default_factory=_column)
    _noted: array[int] = field(default_factory=_column)
    _words: array[int] = field(default_factory=_column)
    _until: array[int] = field(default_factory=_column)
    """Where the words of each row end in `_words`."""

    def add(self, row: Row) -> None:
        """Put a row at the end."""
        self._articles.append(row.article)
        self._starts.append(row.start)
        self._ends.append(row.end)
        self._blocks.append(row.block[1])
        self._noted.append(row.noted)
        numbers = self._numbers
        try:
            self._words.extend([numbers[word] for word in row.words])
        except KeyError:
            for word in row.words:
                if word not in numbers:
                    numbers[word] = len(self._vocabulary)
                    self._vocabulary.append(word)
            self._words.extend([numbers[word] for word in row.words])
        self._until.append(len(self._words))

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> list[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | list[Row]:
        """Return one row, or a list of several."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        article = self._articles[place]
        words, noted = self.words(place if place >= 0 else place + len(self))
        return Row(
            article,
            self._starts[place],
            self._ends[place],
            (article, self._blocks[place]),
            tuple(map(self._vocabulary.__getitem__, words)),
            noted,
        )

    def number(self, word: str) -> int | None:
        """Return the number under which rows hold an indexed form, None where no row has it."""
        return self._numbers.get(word)

    def words(self, place: int) -> tuple[Sequence[int], int]:
        """Return the numbers of a row's words, and how many of the last of them are notes."""
        return self._words[self._until[place - 1] if place else 0 : self._until[place]], self._noted[place]

    def beside(self, one: int, other: int) -> bool:
        """Whether there is such another row, in the same block of the same article."""
        return (
            0 <= other < len(self._blocks)
            and self._blocks[one] == self._blocks[other]
            and self._articles[one] == self._articles[other]
        )

    def at(self, article: int, start: int) -> int | None:
        """Return the number of the row that starts there, None where none does."""
        first = bisect_left(self._articles, article)
        end = bisect_left(self._articles, article + 1, first)
        found = bisect_left(self._starts, start, first, end)
        return found if found < end and self._starts[found] == start else None
