"""Who says so: the chain from the utterer to the page, of a quotation by its words or of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, NamedTuple

from bot.core.alignment import ReasonKind
from bot.core.facts import Figure, Quote
from bot.core.search.rank import Scored
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.core.text.tokens import forms
from bot.services.answers.asking import open_case
from bot.services.answers.case import Case
from bot.services.answers.lists import MOST_FACTS
from bot.services.answers.sameness import figure_differs, words_differ
from bot.services.answers.timeline import ABOUT
from bot.services.answers.values import Answer, Fact, Hit, Passage, Refusal, RefusalCode, Reply

_LOOKED_AT: Final = 50
"""Sentences that one call looks at, the nearest ones."""
_IN_MARKS: Final = re.compile(r"[“\"«](?P<words>[^“”\"«»]+)[”\"»]")
_ASKING: Final = re.compile(
    r"^\s*(?:(?:said|says|say|reports|reported|wrote|claims|claimed)\b\s*(?:that\b)?)", re.IGNORECASE
)
_NAMED: Final = {
    ReasonKind.NUMBER: "a number",
    ReasonKind.PAIRING: "what a number counts",
    ReasonKind.NEGATION: "a negation",
    ReasonKind.NAME: "a name",
    ReasonKind.HEDGE: "a hedge",
    ReasonKind.DIRECTION: "a bound or direction",
    ReasonKind.WORDS: "the wording",
}


@dataclass(frozen=True, slots=True)
class Chains(Answer):
    """Hits whose quotation or figure has a chain to show, link by link."""


class _Judged(NamedTuple):
    hit: Hit
    differs: tuple[ReasonKind, ...]


def who(store: FactStore, words: str, *, article: str | None = None) -> Reply:
    """Return the quotations that have these words and the figures that they name, to be shown with their chains.

    Slips of the keyboard are forgiven. What differs in a number, a negation, a name, a hedge or a bound is never an
    answer: where there is nothing else it is a refusal, VETOED, that says what differs and shows the passages.
    """
    case = open_case(store, words, article)
    if isinstance(case, Refusal):
        return case
    claim = claimed(words)
    judged = list(_judged(case, claim) if case.content else _by_letters(case, claim))
    if not judged and not case.content:
        reason = "Say which words or which figure, for example: who 45 firefighters."
        return case.refuse(RefusalCode.NO_TERMS, reason, nearest=())
    hits = [each.hit for each in judged if not each.differs]
    if hits:
        return Chains(words, tuple(hits), case.searched, case.read_as)
    near = sorted(judged, key=lambda each: (len(each.differs), ReasonKind.NUMBER in each.differs))
    if near:
        reason = (
            f"Nobody is known to say this. There is something similar, but {_differing(near[0].differs)}."
        )
        passages = dict.fromkeys(each.hit.passage for each in near)
        return case.refuse(RefusalCode.VETOED, reason, nearest=[Hit(each, 1.0) for each in passages])
    return case.refuse(RefusalCode.NO_SUCH_FACT, "No quotation and no figure has these words.")


def claimed(words: str) -> str:
    """Return what is asked about: the words in marks where there are some, else all but a leading "said that"."""
    inside = _IN_MARKS.search(words)
    return (inside["words"] if inside else _ASKING.sub("", words)).strip()


def _judged(case: Case, claim: str) -> Iterator[_Judged]:
    """Yield each quotation and figure near the words once, quotations first, with the kinds of what differs."""
    quotes: dict[tuple[str, Fact], _Judged] = {}
    figures: dict[tuple[str, Fact], _Judged] = {}
    for scored in case.find(case.query, limit=_LOOKED_AT).hits:
        if _share(case, scored) < ABOUT:
            continue
        local, hit = case.local(scored), case.hit(scored)
        article = hit.passage.article
        for quote in local.quotes:
            key = article.id, quote
            differs = words_differ(claim, quote.span.of(article.text))
            if differs is not None:
                quotes.setdefault(key, _Judged(_of(hit, quote), differs))
        for figure in local.figures:
            differs = figure_differs(claim, article, figure, local.figures, hit.passage.text)
            if differs is not None:
                figures.setdefault((article.id, figure), _Judged(_of(hit, figure), differs))
    yield from quotes.values()
    yield from figures.values()


def _share(case: Case, scored: Scored) -> float:
    """Return how much of the words a hit has, numbers aside: one that differs in its number has to be found, too."""
    groups = zip(case.query.groups, scored.parts, strict=True)
    worths = [
        (case.worth(group), own)
        for group, own in groups
        if group.content and not any(map(str.isdigit, group.token.form))
    ]
    total = sum(worth for worth, _ in worths)
    if not total:
        return case.share(case.query, scored, context=0.0)
    return sum(worth * own for worth, own in worths) / total


def _by_letters(case: Case, claim: str) -> Iterator[_Judged]:
    """Yield the quotations with these very words, for words so common that no search finds them."""
    wanted = forms(fold(claim).text)
    places = case.places if case.places is not None else range(len(case.store.entries))
    found = (
        (entry.article, each)
        for entry in map(case.store.entries.__getitem__, places)
        for each in entry.facts.quotes
    )
    for article, quote in islice(found, MOST_FACTS if wanted else 0):
        quoted = quote.span.of(article.text)
        if f" {' '.join(wanted)} " in f" {' '.join(forms(fold(quoted).text))} ":
            yield _Judged(
                Hit(Passage(article, quote.marked), 1.0, (), quote), words_differ(claim, quoted) or ()
            )


def _of(hit: Hit, fact: Quote | Figure) -> Hit:
    """Return the hit with what answers in it; a quotation is its own passage."""
    if isinstance(fact, Quote):
        return replace(hit, passage=replace(hit.passage, span=fact.marked), highlights=(), fact=fact)
    return replace(hit, highlights=(), fact=fact)


def _differing(kinds: Iterable[ReasonKind]) -> str:
    """Return what differs, in words."""
    *others, last = (_NAMED[kind] for kind in kinds)
    return f"{', '.join(others)} and {last} differ" if others else f"{last} differs"
