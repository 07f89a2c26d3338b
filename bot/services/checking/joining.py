"""Quotations made of pieces: by an ellipsis, or with nothing to show that something was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.core.alignment import ReasonKind
from bot.core.alignment.elements import Element, elements
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.checking.regions import Region, regions, shifted
from bot.services.checking.values import Reason, Verdict, Why

_ELLIPSIS: Final = re.compile(r"[\[(]?(?:…|\.\.\.+|\. \. \.)[\])]?")
_SHORTEST: Final = 3
"""Elements of a piece at least: shorter ones stand together by chance."""
_LONGEST_CUT: Final = 30
"""Elements that may be cut out of a sentence's middle."""
_MARKS: Final = re.compile(r"[“”\"«»„]")


class Pieces(NamedTuple):
    """What a quotation made of pieces is."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    region: Region
    passage: Span


def elided(store: FactStore, text: str, span: Span, near: Sequence[Region]) -> Pieces | None:
    """Return how a claim with an ellipsis inside stands: TRIMMED, or SPLICED where it swallows a hard token.

    None where it has none inside, or where its pieces do not all stand in the articles.
    """
    parts = list(_parts(text, span))
    if len(parts) < 2:
        return None
    keys = [[each.key for each in part] for part in parts]
    for region in near:
        windows = _in_order(keys, [each.key for each in region.elements])
        if windows:
            return _swallowed(parts, region, windows)
    homes = [_home(store, text, part, near) for part in parts]
    found = [home for home in homes if home is not None]
    if len(found) < len(parts):
        return None
    region, at = found[0]
    window = region.elements[at].span.join(region.elements[at + len(parts[0]) - 1].span)
    breaks = tuple(
        Reason(Why.SPLICE, _gap(one, other), each.elements[start].span)
        for one, other, (each, start) in zip(parts, parts[1:], found[1:], strict=False)
    )
    return Pieces(Verdict.SPLICED, breaks, region, window)


def joined(store: FactStore, said: Sequence[Element], near: Sequence[Region], cost: float) -> Pieces | None:
    """Return the two pieces of which a claim is made, if it is; None where one passage explains it as well."""
    keys = [each.key for each in said]
    if len(keys) < 2 * _SHORTEST:
        return None
    heads = [(*_longest(keys, region), region) for region in near]
    tails = [(*_longest(keys[::-1], region, backwards=True), region) for region in near]
    best: tuple[int, int, Pieces] | None = None
    for head, start, one in heads:
        for tail, end, other in tails:
            left = len(keys) - head - tail
            if min(head, tail) < _SHORTEST or one.place != other.place or left > 0 or cost < 2:
                continue
            first = one.elements[start].span.join(one.elements[start + head - 1].span)
            second = other.elements[end - tail].span.join(other.elements[end - 1].span)
            if not _apart(store, one, first, second):
                continue
            rank = abs(second.start - first.end)
            if best is None or (left, rank) < best[:2]:
                cut = max(len(keys) - tail, 1)
                claim = said[cut - 1].span.join(said[cut].span)
                reasons = (Reason(Why.SPLICE, claim, second),)
                best = left, rank, Pieces(Verdict.SPLICED, reasons, one, first)
    return best[2] if best else None


def cut_inside(said: Sequence[Element], near: Sequence[Region]) -> Pieces | None:
    """Return the sentence out of whose middle something was cut, with nothing to show it; None where there is none."""
    keys = [each.key for each in said]
    if len(keys) <= _SHORTEST:
        return None
    for region in near:
        there = [each.key for each in region.elements]
        for head in range(len(keys) - 1, 0, -1):
            windows = _in_order([keys[:head], keys[head:]], there)
            if windows and windows[1][0] - windows[0][1] <= _LONGEST_CUT:
                found = _swallowed([said[:head], said[head:]], region, windows)
                reasons = tuple(
                    reason._replace(why=Why.WORDS) if reason.why is Why.CUT else reason
                    for reason in found.reasons
                )
                return Pieces(Verdict.ALTERED, reasons, region, found.passage)
    return None


def across(store: FactStore, region: Region, passage: Span) -> Span | None:
    """Return the second of two quotations of which a stretch has words, and none but theirs; else None."""
    quotes = [
        quote.span
        for piece in store.pieces_in(region.place, passage)
        for quote in store.local(region.place, piece.start).quotes
        if quote.span.meets(passage)
    ]
    if len(quotes) < 2 or any(quote.covers(passage) for quote in quotes):
        return None
    words = [each.span for each in region.elements if each.span.meets(passage)]
    told = all(any(quote.covers(word) for quote in quotes) for word in words)
    return max(quotes) if told else None


def _apart(store: FactStore, region: Region, first: Span, second: Span) -> bool:
    """Whether two pieces are no neighbours: in other sentences, in another order, or with marks between."""
    if first.meets(second) or second.start < first.end:
        return not first.meets(second)
    between = region.article.text[first.end : second.start]
    one = store.pieces_in(region.place, first)[-1]
    return bool(_MARKS.search(between)) or not one.covers(Span(first.end - 1, second.start + 1))


def _longest(keys: Sequence[str], region: Region, *, backwards: bool = False) -> tuple[int, int]:
    """Return how many of the first keys stand in a row in a region, and where the row begins (ends, backwards)."""
    there = [each.key for each in region.elements]
    if backwards:
        there.reverse()
    best, at = 0, 0
    for start in range(len(there)):
        length = 0
        while length < len(keys) and start + length < len(there) and keys[length] == there[start + length]:
            length += 1
        if length > best:
            best, at = length, start
    return best, len(there) - at if backwards else at


def _parts(text: str, span: Span) -> Iterator[tuple[Element, ...]]:
    start = span.start
    for cut in _ELLIPSIS.finditer(text, span.start, span.end):
        part = shifted(elements(text[start : cut.start()]), start)
        if part:
            yield part
        start = cut.end()
    part = shifted(elements(text[start : span.end]), start)
    if part:
        yield part


def _in_order(parts: Sequence[list[str]], there: list[str]) -> list[tuple[int, int]]:
    """Return where the parts stand one behind the other, closest together; none where they do not."""
    best: list[tuple[int, int]] = []
    for start in _places(parts[0], there, 0):
        windows = [(start, start + len(parts[0]))]
        for part in parts[1:]:
            following = next(_places(part, there, windows[-1][1]), None)
            if following is None:
                break
            windows.append((following, following + len(part)))
        complete = len(windows) == len(parts)
        if complete and (not best or windows[-1][1] - windows[0][0] < best[-1][1] - best[0][0]):
            best = windows
    return best


def _places(part: list[str], there: list[str], start: int) -> Iterator[int]:
    size = len(part)
    return (at for at in range(start, len(there) - size + 1) if there[at : at + size] == part)


def _swallowed(parts: Sequence[Sequence[Element]], region: Region, windows: list[tuple[int, int]]) -> Pieces:
    found = region.elements
    passage = found[windows[0][0]].span.join(found[windows[-1][1] - 1].span)
    hard: list[Reason] = []
    soft: list[Reason] = []
    for (_, end), (start, _), one, other in zip(windows, windows[1:], parts, parts[1:], strict=False):
        gap = found[end:start]
        claim = _gap(one, other)
        hard += [
            Reason(Why(each.kind.value), claim, each.span)
            for each in gap
            if each.kind is not ReasonKind.WORDS
        ]
        if gap:
            soft.append(Reason(Why.CUT, claim, gap[0].span.join(gap[-1].span)))
    verdict = Verdict.SPLICED if hard else Verdict.TRIMMED
    return Pieces(verdict, tuple(hard or soft), region, passage)


def _gap(one: Sequence[Element], other: Sequence[Element]) -> Span:
    return Span(one[-1].span.end, other[0].span.start)


def _home(
    store: FactStore, text: str, part: Sequence[Element], near: Sequence[Region]
) -> tuple[Region, int] | None:
    keys = [each.key for each in part]
    words = text[part[0].span.start : part[-1].span.end]
    for region in (*near, *regions(store, words)):
        at = next(_places(keys, [each.key for each in region.elements], 0), None)
        if at is not None:
            return region, at
    return None
