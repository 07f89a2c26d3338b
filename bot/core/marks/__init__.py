"""Quotation marks paired: every stretch of an article that stands between marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.article import BlockKind
from bot.core.facts import Quotation, Repair
from bot.core.marks.glyphs import Family, Mark, Side, find_marks
from bot.core.marks.pairing import Pair, pair_marks
from bot.core.marks.tears import end_of_torn, find_cue, start_of_torn
from bot.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.core.article import Article, Block

_SILENT = frozenset(
    {
        BlockKind.FRONT_MATTER,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.POST_BYLINE,
        BlockKind.BOILERPLATE,
    }
)
"""Parts of the page where marks quote nobody."""


class _Begun(NamedTuple):
    """A quotation whose paragraph ended before it closed: where it opened, and the end of that paragraph."""

    marked: int
    words: int
    end: int
    repairs: tuple[Repair, ...]


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """Return what stands between quotation marks, in the order of the text, outer before inner.

    Marks are paired paragraph by paragraph on a stack; a paragraph that opens anew while the one before it is
    still open continues it (one quotation over both). Marks that face the wrong way, or that lack their
    partner, are resolved by their neighbours, the end of the sentence and the cue that follows, and every such
    repair is recorded. Apostrophes, feet and inches are no quotation marks.
    """
    found: list[Quotation] = []
    begun: _Begun | None = None
    blocks = [block for block in article.blocks if block.kind not in _SILENT]
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        paragraph = _Paragraph(article, block, begun, continues=_continues(article, block, following))
        found += paragraph.quotations
        begun = paragraph.begun
    return tuple(_levelled(found))


def _continues(article: Article, block: Block, following: Block | None) -> bool:
    """Whether the next paragraph is of the same kind and opens with a mark, as a continued quotation does."""
    if following is None or block.kind is not following.kind or following.number - block.number > 1:
        return False
    start = following.span.start
    first = next(find_marks(article.text, Span(start, min(start + 3, following.span.end))), None)
    return (
        first is not None
        and first.start == start
        and first.family is not Family.SINGLE
        and first.faces is not Side.CLOSE
    )


class _Paragraph:
    """The pairs of one paragraph turned into quotations; `begun` is the one that the next paragraph continues."""

    def __init__(self, article: Article, block: Block, begun: _Begun | None, *, continues: bool) -> None:
        self._article, self._block = article, block
        self._continues = continues
        self._before = begun
        self._floor = block.span.start
        self.quotations: list[Quotation] = []
        self.begun: _Begun | None = None
        for pair in pair_marks(tuple(find_marks(article.text, block.span)), lenient=continues):
            self._settle(pair)
        if self._before is not None:
            self._add(self._before, self._before.end, self._before.end, (Repair.UNCLOSED,))

    def _settle(self, pair: Pair) -> None:
        if pair.opener is None:
            self._settle_unopened(pair.closer)
            return
        start = self._opening(pair.opener)
        if pair.closer is None:
            self._settle_unclosed(start, pair)
            return
        repairs = (Repair.REVERSED,) if pair.is_reversed else ()
        self._add(start, pair.closer.start, pair.closer.end, repairs)

    def _opening(self, mark: Mark) -> _Begun:
        before = self._before
        if before is None or mark.start != self._block.span.start:
            return _Begun(mark.start, mark.end, mark.end, ())
        self._before = None
        return before._replace(repairs=(Repair.CONTINUED,))

    def _settle_unopened(self, mark: Mark | None) -> None:
        start = None if mark is None else start_of_torn(self._article, mark.start, self._floor)
        if mark is not None and start is not None:
            self._add(_Begun(start, start, start, ()), mark.start, mark.end, (Repair.UNOPENED,))

    def _settle_unclosed(self, start: _Begun, pair: Pair) -> None:
        end = self._block.span.end
        here = pair.opener.end if pair.opener is not None else start.words
        if pair.lasts and self._continues and find_cue(self._article.text, Span(here, end)) is None:
            self.begun = start._replace(end=end)
            return
        if not (start.repairs and pair.limit is None):
            end = end_of_torn(self._article, Span(here, pair.limit or end), whole=self._is_introduced(start))
        self._add(start, end, end, (Repair.UNCLOSED,))

    def _is_introduced(self, start: _Begun) -> bool:
        """Whether a colon stands before a mark: the quotation is then the rest of the paragraph."""
        return (
            self._article.text[max(self._block.span.start, start.marked - 2) : start.marked]
            .rstrip()
            .endswith(":")
        )

    def _add(self, start: _Begun, words_end: int, marked_end: int, repairs: tuple[Repair, ...]) -> None:
        text = self._article.text
        words = _trimmed(text, start.words, words_end)
        self._floor = max(self._floor, marked_end)
        if words.length:
            marked = Span(start.marked, max(words.end, marked_end) if marked_end > words_end else words.end)
            self.quotations.append(Quotation(words, marked, 0, (*start.repairs, *repairs)))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _levelled(quotations: Iterable[Quotation]) -> Iterable[Quotation]:
    """Give each quotation its depth; one that would cross another is left out."""
    around: list[Span] = []
    for each in sorted(quotations, key=lambda quotation: (quotation.marked.start, -quotation.marked.end)):
        while around and around[-1].end <= each.marked.start:
            around.pop()
        if around and each.marked.end > around[-1].end:
            continue
        yield Quotation(each.words, each.marked, len(around), each.repairs)
        around.append(each.marked)
