"""What was cut off where words are quoted: up to the edges of their sentence, or of the quotation they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.core.alignment import ReasonKind
from bot.core.alignment.elements import Element
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.words import word_set
from bot.services.checking.regions import Region

_HEDGING: Final = word_set(
    "allegedly reportedly probably possibly perhaps maybe seemingly supposedly apparently likely presumably "
    "purportedly potentially nearly almost"
)
"""Hedges that colour whatever follows them."""
_BINDING: Final = word_set(
    "about around nearly almost roughly approximately circa some estimated approaching close more less fewer over "
    "under above below least most maximum minimum up exceeding ~ ≈ < > ≤ ≥ + £ $ € ¥"
)
"""What binds the number behind it."""
_BETWEEN: Final = word_set("than at to an a the of as many much no not")
_ENDS: Final = re.compile(r"[.!?…]+[)\]\"”’»]*(?=\s+(?:[^\sa-z]|https?:|pic\.)|\s*\Z)")
_ENDED: Final = re.compile(r"[.!?…:][)\]\"”’»]*\s+[(\[\"“‘«]*\Z")
_ELSEWHERE: Final = re.compile(r"[,;:.!?\n]|\A\s+to be (?:named|identified|quoted)\b")
"""What shows that a negator belongs to something else: another clause, a source that asked not to be named."""
_REACH: Final = 5
"""Elements before a reported clause among which a negator turns it."""
_MEASURES: Final = word_set("% percent per ‰ percentage")


class Edges(NamedTuple):
    """The elements cut off before and behind, and those among them that change what is left."""

    before: tuple[Element, ...]
    after: tuple[Element, ...]
    turning: tuple[Element, ...]


def edges(store: FactStore, region: Region, first: int, last: int) -> Edges:
    """Return what was cut off around the elements `first` to `last` (excluded) of a region."""
    found = region.elements
    here = Span(found[first].span.start, found[last - 1].span.end)
    limit = _limit(store, region, here)
    before = tuple(each for each in found[:first] if each.span.start >= limit.start)
    after = tuple(each for each in found[last:] if each.span.end <= limit.end)
    return Edges(before, after, tuple(_turning(found[first:last], before, after)))


def negated_before(store: FactStore, region: Region, passage: Span) -> Span | None:
    """Return the negator a few words before a passage in its clause: "nothing suggests that", "did not say that"."""
    start = store.pieces_in(region.place, passage)[0].start
    text = region.article.text
    before = [each for each in region.elements if start <= each.span.start and each.span.end <= passage.start]
    for each in before[-_REACH:]:
        if each.kind is ReasonKind.NEGATION and not _ELSEWHERE.search(text[each.span.end : passage.start]):
            return each.span
    return None


def _limit(store: FactStore, region: Region, here: Span) -> Span:
    """Return the stretch that is quoted as a whole: sentences, or the quotation in which they stand.

    A full stop with a space ends one even where the article's own sentence goes on, as before the tags of a post.
    """
    text = region.article.text
    pieces = store.pieces_in(region.place, here)
    start, end = pieces[0].start, pieces[-1].end
    if _ENDED.search(text[max(0, here.start - 8) : here.start]):
        start = here.start
    if _ENDS.match(text, here.end):
        end = here.end
    for piece in pieces:
        for quote in store.local(region.place, piece.start).quotes:
            if quote.span.covers(here):
                start, end = max(start, quote.span.start), min(end, quote.span.end)
    return Span(start, end)


def _turning(
    window: Sequence[Element], before: Sequence[Element], after: Sequence[Element]
) -> Iterator[Element]:
    if before and (before[-1].kind is ReasonKind.NEGATION or before[-1].key in _HEDGING):
        yield before[-1]
    elif window[0].key.startswith("#"):
        for each in reversed(before[-4:]):
            if each.key in _BINDING or each.kind is ReasonKind.NEGATION:
                yield each
            elif each.key not in _BETWEEN:
                break
    if after and after[0].kind is ReasonKind.NEGATION:
        yield after[0]
    elif after and window[-1].key.startswith("#"):
        if after[0].key in _MEASURES:
            yield after[0]._replace(kind=ReasonKind.NUMBER)
        elif after[0].key == "or" and len(after) > 1 and after[1].key in {"more", "so", "less", "fewer"}:
            yield after[1]._replace(kind=ReasonKind.HEDGE)
