"""How words in marks stand to the articles: laid over each likely passage, the best one kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.core.alignment import ReasonKind
from bot.core.alignment.align import differences
from bot.core.alignment.elements import Element, elements
from bot.core.alignment.placing import Placed, lay
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.stop_words import STOP_WORDS
from bot.services.checking.edges import edges
from bot.services.checking.joining import across, cut_inside, elided, joined
from bot.services.checking.regions import Region, regions, shifted
from bot.services.checking.values import Reason, Verdict, Why

LIKE: Final = 0.55
"""Share of the telling words that a passage has to have in order to be called like the claim."""
_LAID: Final = 4
"""Regions over which a claim is laid: those that have most of its words."""
_MOST: Final = 200
"""Elements of a claim that are laid over, where it stands nowhere as a whole."""
_SPLIT_LINE: Final = re.compile(r"\s*\n\s*")


class Match(NamedTuple):
    """The best passage for a claim; `region` None where nothing is like it. Spans of reasons as in `Reason`."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    region: Region | None = None
    passage: Span | None = None
    share: float = 0.0


class _Claim(NamedTuple):
    """Words of a message: where they stand in its text, and their elements."""

    text: str
    span: Span
    said: Sequence[Element]


def match(store: FactStore, text: str, span: Span) -> Iterator[Match]:
    """Yield how `text[span]` stands to the likely passages, the best first; every equally good one."""
    said = shifted(elements(span.of(text)), span.start)
    if not said:
        yield Match(Verdict.NOT_CHECKABLE, (Reason(Why.MISSING, span, None),))
        return
    near = regions(store, span.of(text))
    same = [(placed, region) for region in near for placed in _places(said, region)]
    if same:
        yield from (_same(store, _Claim(text, span, said), placed, region) for placed, region in same)
        return
    yield _unlike(store, _Claim(text, span, said), near)


def _unlike(store: FactStore, claim: _Claim, near: Sequence[Region]) -> Match:
    """Return how words stand that are nowhere in a row: made of pieces, altered, or not found."""
    said, span = claim.said[:_MOST], claim.span
    laid = min(
        ((lay(said, region.elements), region) for region in _most_alike(said, near)),
        key=lambda each: each[0].cost,
        default=None,
    )
    if laid is None:
        return Match(Verdict.NOT_FOUND, (Reason(Why.MISSING, span, None),))
    found = elided(store, claim.text, span, near) or joined(store, said, near, laid[0].cost)
    if found is not None:
        return Match(*found, 1.0)
    placed, region = laid
    if placed.cost == 0:  # what differs stands behind all that was laid over
        rest = Reason(Why.WORDS, Span(said[-1].span.end, span.end), None)
        return Match(Verdict.ALTERED, (rest,), region, _window(region, placed), 1.0)
    altered = _altered(store, _Claim(claim.text, span, said), placed, region)
    inside = cut_inside(said, near) if altered.verdict is Verdict.NOT_FOUND else None
    return altered if inside is None else Match(*inside, 1.0)


def _most_alike(said: Sequence[Element], near: Sequence[Region]) -> list[Region]:
    keys = {each.key for each in said}
    return sorted(near, key=lambda region: -len(keys & {each.key for each in region.elements}))[:_LAID]


def _places(said: Sequence[Element], region: Region) -> Iterator[Placed]:
    """Yield every place of a region where the same elements stand: who said them may be right in one of them only."""
    wanted, keys = [each.key for each in said], [each.key for each in region.elements]
    for first in range(len(keys) - len(wanted) + 1):
        if keys[first] == wanted[0] and keys[first : first + len(wanted)] == wanted:
            yield Placed((), first, first + len(wanted), 0.0)


def _same(store: FactStore, claim: _Claim, placed: Placed, region: Region) -> Match:
    text, span, said = claim
    passage = _window(region, placed)
    over = across(store, region, passage)
    if over is not None:
        return Match(Verdict.SPLICED, (Reason(Why.SPLICE, span, over),), region, passage, 1.0)
    cut = edges(store, region, placed.first, placed.last)
    if cut.turning:
        reasons = tuple(Reason(Why(each.kind.value), None, each.span) for each in cut.turning)
        return Match(Verdict.ALTERED, reasons, region, passage, 1.0)
    if cut.before or cut.after:
        reasons = tuple(
            Reason(Why.CUT, None, part[0].span.join(part[-1].span))
            for part in (cut.before, cut.after)
            if part
        )
        return Match(Verdict.TRIMMED, reasons, region, passage, 1.0)
    ours = text[said[0].span.start : said[-1].span.end]
    asks = span.of(text).rstrip("\"'”’») ").endswith("?")
    theirs = passage.of(region.article.text)
    questions = region.article.text[passage.end : passage.end + 1] == "?"
    exact = _one_line(ours) == _one_line(theirs) and asks <= questions
    return Match(Verdict.EXACT if exact else Verdict.TYPOGRAPHY, (), region, passage, 1.0)


def _one_line(words: str) -> str:
    return _SPLIT_LINE.sub(" ", words)


def _altered(store: FactStore, claim: _Claim, placed: Placed, region: Region) -> Match:
    text, span, said = claim
    share = _share(said, placed, region)
    if share < LIKE or placed.last == placed.first:
        return Match(Verdict.NOT_FOUND, (Reason(Why.MISSING, span, None),), region, None, share)
    reasons = [
        Reason(Why(reason.kind.value), reason.claim, reason.passage)
        for reason in differences(said, region.elements, placed.pairs, (text, region.article.text))
    ]
    cut = edges(store, region, placed.first, placed.last)
    reasons += [Reason(Why(each.kind.value), None, each.span) for each in cut.turning]
    return Match(Verdict.ALTERED, tuple(reasons), region, _window(region, placed), share)


def _share(said: Sequence[Element], placed: Placed, region: Region) -> float:
    """Return how many of the telling words stand in the passage at their place."""
    telling = {at for at, each in enumerate(said) if each.key not in STOP_WORDS} or set(range(len(said)))
    met = sum(
        pair.ours in telling
        for pair in placed.pairs
        if pair.ours is not None
        and pair.theirs is not None
        and said[pair.ours].key == region.elements[pair.theirs].key
    )
    return met / len(telling)


def _window(region: Region, placed: Placed) -> Span:
    found = region.elements
    return Span(found[placed.first].span.start, found[placed.last - 1].span.end)


def hard(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """Return the reasons that are more than other words."""
    soft = {Why.WORDS, Why.CUT, Why.MISSING}
    return tuple(reason for reason in reasons if reason.why not in soft)


TURNING: Final = frozenset({Why(kind.value) for kind in ReasonKind} - {Why.WORDS, Why.NAME})
