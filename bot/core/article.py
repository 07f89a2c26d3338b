"""An article: the untouched text of a seed, and where its parts lie in it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.span import Span


class BlockKind(StrEnum):
    """What a block of the page is. Only `PROSE` blocks hold the article's own sentences."""

    FRONT_MATTER = "front matter"
    TITLE = "title"
    BYLINE = "by-line"
    DATELINE = "dateline"
    HEADING = "heading"
    PROSE = "prose"
    POST = "post"
    POST_BYLINE = "post by-line"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the page, without the line ends around it. `number` counts from 1; front matter has 0."""

    span: Span
    kind: BlockKind
    number: int


@dataclass(frozen=True, slots=True)
class Detail:
    """One piece of meta data: its value, where it stands in the text (if it does), and whether it was inferred."""

    value: str
    span: Span | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post embedded in the page.

    `text` covers all its paragraphs without the by-line; `handle` is without the at sign; `links` are the
    addresses printed in it (`https://…`, `pic.twitter.com/…`).
    """

    text: Span
    byline: Span
    author: Span
    handle: Span | None
    date: dt.date | None
    date_span: Span | None
    links: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A seed read. `text` is the seed's text as decoded, untouched; every offset counts its code points.

    `sentences` are in order, never overlap, and each lies inside one block of kind title, heading, prose or post.
    """

    id: str
    text: str
    sha256: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    title: Detail | None = None
    outlet: Detail | None = None
    author: Detail | None = None
    published: Detail | None = None
    """ISO 8601, date or date and time; `published_on` has the date."""
    url: Detail | None = None
    language: Detail | None = None
    aliases: tuple[str, ...] = ()
    _block_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _sentence_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_block_starts", tuple(block.span.start for block in self.blocks))
        object.__setattr__(self, "_sentence_starts", tuple(sentence.start for sentence in self.sentences))

    @property
    def published_on(self) -> dt.date | None:
        """The day of publication, from which relative dates are counted."""
        return dt.date.fromisoformat(self.published.value[:10]) if self.published else None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds the code point at `offset`, None between blocks."""
        found = bisect_right(self._block_starts, offset) - 1
        return self.blocks[found] if found >= 0 and offset < self.blocks[found].span.end else None

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds the code point at `offset`, None outside the article's sentences."""
        found = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[found] if found >= 0 and offset < self.sentences[found].end else None
