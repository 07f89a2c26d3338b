"""How a figure of a message stands to the articles' figures of the same matter: value, bound, thing, speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.core.alignment import ReasonKind
from bot.core.alignment.elements import elements
from bot.core.article import Article
from bot.core.facts import Bound, Figure
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.checking.matter import Matter, matter_of, same
from bot.services.checking.regions import Region, shifted
from bot.services.checking.values import Reason, Verdict, Why

_UP: Final = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_DOWN: Final = frozenset({Bound.LESS_THAN, Bound.AT_MOST, Bound.NEARLY})

_CLAUSE_END: Final = re.compile(r"[,;:.!?—–]|\b(?:and|but|who|which|that|because|while|said|says|say|told)\b")
_VERB: Final = 45
"""Characters behind a figure in which its verb stands."""
_BOUND: Final = frozenset({"no", "without", "fail", "failed", "lack"})
"""Negators that deny what follows them, not the figure before."""
_WIDEST: Final = 80
"""Characters of a figure with its words, up to which they are one stretch."""


class Amount(NamedTuple):
    """How one figure stands; `passage` covers the article's figure with what binds it and what it counts."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    article: Article | None = None
    place: int | None = None
    passage: Span | None = None


class _Candidate(NamedTuple):
    place: int
    matter: Matter
    likeness: float


def judge(store: FactStore, message: Article, figure: Figure, near: Sequence[Region]) -> Amount:
    """Return how a figure of a message stands to those in the likely passages."""
    asked = matter_of(message, figure)
    whole = whole_of(figure, message.text)
    if not asked.thing and not asked.event and len(asked.around) < 2:
        return Amount(Verdict.NOT_CHECKABLE, (Reason(Why.MISSING, whole, None),))
    found = sorted(_candidates(store, asked, near), key=lambda each: -each.likeness)
    if not found:
        return Amount(Verdict.NOT_FOUND, (Reason(Why.MISSING, whole, None),))
    best = found[0]
    reasons = tuple(_reasons(asked, best.matter, [each.matter for each in found]))
    verdict = Verdict.ALTERED if reasons else Verdict.EXACT
    return Amount(
        verdict,
        reasons,
        best.matter.article,
        best.place,
        whole_of(best.matter.figure, best.matter.article.text),
    )


def whole_of(figure: Figure, text: str) -> Span:
    """Return the smallest stretch with a figure's number, what binds it and what it counts, and no other number."""
    whole = figure.span
    for part in sorted(
        (each for each in (figure.qualifier, figure.unit, figure.event) if each is not None),
        key=lambda each: abs(each.start - figure.span.start),
    ):
        between = Span(min(whole.end, part.end), max(whole.start, part.start)).of(text)
        joined = whole.join(part)
        apart = part.end <= whole.start and between.strip()
        if joined.length <= _WIDEST and not apart and not any(map(str.isdigit, between)):
            whole = joined
    return whole


def _candidates(store: FactStore, asked: Matter, near: Sequence[Region]) -> Iterator[_Candidate]:
    seen: set[tuple[int, Span]] = set()
    for region in near:
        for piece in store.pieces_in(region.place, region.span):
            for figure in store.local(region.place, piece.start).figures:
                if (region.place, figure.span) in seen:
                    continue
                seen.add((region.place, figure.span))
                matter = matter_of(region.article, figure)
                likeness = _likeness(asked, matter)
                if likeness is not None:
                    yield _Candidate(region.place, matter, likeness)


def _likeness(asked: Matter, matter: Matter) -> float | None:
    """Return how sure it is that two figures are of one matter; None where they are not.

    The thing counted has to be the same with something else that they share, or all that is told around them.
    """
    thing = bool(asked.thing and same(asked.thing, matter.thing))
    event = bool(
        asked.event and same(asked.event, matter.event | (matter.thing if not matter.event else set()))
    )
    around = len(asked.around & matter.around)
    share = around / max(1, len(asked.around))
    equal = _equal(asked.figure, matter.figure)
    things_open = not asked.thing or not matter.thing
    if not (
        (thing and (event or around or equal))
        or (things_open and (event or (equal and around)) and (event or around >= 2 or share >= 0.5))
        or (equal and around >= 2)
        or share >= 0.6
    ):
        return None
    return (
        2.0 * thing
        + 1.5 * event
        + 2.0 * share
        + 1.2 * equal
        + 0.3 * (asked.figure.bound is matter.figure.bound)
        - 1.0 * bool(asked.event and matter.event and not event)
    )


def _equal(one: Figure, other: Figure) -> bool:
    return (one.low, one.high, one.vague) == (other.low, other.high, other.vague)


def _reasons(asked: Matter, matter: Matter, others: Sequence[Matter]) -> Iterator[Reason]:
    ours, theirs = asked.figure, matter.figure
    if _exchanged(asked, matter, others):
        yield Reason(Why.PAIRING, whole_of(ours, asked.article.text), whole_of(theirs, matter.article.text))
        return
    if not _equal(ours, theirs):
        yield Reason(Why.NUMBER, ours.span, theirs.span)
    if asked.thing and matter.thing and not same(asked.thing, matter.thing):
        yield Reason(Why.NUMBER, ours.unit or ours.span, theirs.unit or theirs.span)
    elif asked.event and matter.event and not same(asked.event, matter.event):
        yield Reason(Why.WORDS, ours.event, theirs.event)
    if ours.bound is not theirs.bound:
        turned = (ours.bound in _UP and theirs.bound in _DOWN) or (
            ours.bound in _DOWN and theirs.bound in _UP
        )
        yield Reason(Why.DIRECTION if turned else Why.HEDGE, ours.qualifier, theirs.qualifier)
    negators = _negator(asked), _negator(matter)
    if bool(negators[0]) != bool(negators[1]):
        yield Reason(Why.NEGATION, *negators)
    if theirs.hypothetical and not ours.hypothetical:
        yield Reason(Why.HEDGE, None, theirs.span)


def _negator(matter: Matter) -> Span | None:
    """Return the word that denies a figure: as the extractor reads it, or one near it in its clause."""
    if matter.figure.negated is not None:
        return matter.figure.negated
    clause = _clause(matter)
    if clause is None:
        return None
    near = shifted(elements(clause.of(matter.article.text)), clause.start)
    return next(
        (each.span for each in near if each.kind is ReasonKind.NEGATION and each.key not in _BOUND), None
    )


def _clause(matter: Matter) -> Span | None:
    """Return the words from the figure to the next comma or full stop, as far as a verb with its negator reaches."""
    text, figure = matter.article.text, matter.figure.span
    stop = _CLAUSE_END.search(text, figure.end, matter.sentence.end)
    end = min(stop.start() if stop else matter.sentence.end, figure.end + _VERB)
    return Span(figure.end, end) if end > figure.end else None


def _exchanged(asked: Matter, matter: Matter, others: Sequence[Matter]) -> bool:
    """Whether the article has the value, but of another thing or event, and another value of this one, side by side."""

    def fits(other: Matter) -> bool:
        if asked.event and other.event:
            return same(asked.event, other.event)
        return bool(asked.thing and other.thing) and same(asked.thing, other.thing)

    beside = [
        other for other in others if other.article is matter.article and other.sentence == matter.sentence
    ]
    valued = [other for other in beside if _equal(asked.figure, other.figure)]
    return bool(valued) and not any(fits(other) for other in valued) and any(fits(other) for other in beside)
