"""The only way to an article's words: a pair of offsets into its untouched text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Code points `start` (included) to `end` (excluded) of one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words themselves, `text[start:end]`."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        """The number of code points; `len()` would be the two of the pair."""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def join(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
