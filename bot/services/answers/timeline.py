"""Claims in the order of their days: the article's words for when beside the day that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.core.facts import Dated
from bot.core.local import Local
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.answers.asking import open_case
from bot.services.answers.case import Case
from bot.services.answers.values import Answer, Hit, Passage, Refusal, RefusalCode, Reply

ABOUT = 0.5
"""Share of the subject that a sentence has to have to be about it."""
MOST = 1000
"""Sentences that one call looks at."""


@dataclass(frozen=True, slots=True)
class Timeline(Answer):
    """Hits with their dates, earliest first; `undated` are the claims whose words give no day, in reading order."""

    undated: tuple[Hit, ...] = ()


def timeline(store: FactStore, subject: str = "", *, article: str | None = None) -> Reply:
    """Return the dated claims about `subject` in order, all of them when it is empty, and the undated apart.

    A sentence with two dates stands at both. Without a subject a claim is a sentence with a date, a figure, a
    quotation or a report. It is a refusal where no claim has a date.
    """
    case = open_case(store, subject, article)
    if isinstance(case, Refusal):
        return case
    claims = list(_about(case) if subject.strip() else _all(case))
    dated = [(dated, hit) for hit, local in claims for dated in local.dates]
    if not dated:
        reason = "The articles give no date for this." if subject.strip() else "The articles give no dates."
        return case.refuse(RefusalCode.NO_SUCH_FACT, reason, nearest=[hit for hit, _ in claims])
    hits = tuple(Hit(hit.passage, hit.score, hit.highlights, when) for when, hit in sorted(dated, key=_order))
    undated = _in_reading_order(hit for hit, local in claims if not local.dates)
    return Timeline(subject, hits, case.searched, case.read_as, undated=undated)


def _about(case: Case) -> Iterator[tuple[Hit, Local]]:
    for scored in case.find(case.query, limit=MOST).hits:
        if case.share(case.query, scored, context=0.0) >= ABOUT:
            yield case.hit(scored), case.local(scored)


def _all(case: Case) -> Iterator[tuple[Hit, Local]]:
    places = case.places if case.places is not None else range(len(case.store.entries))
    for place in places:
        article = case.store.entries[place].article
        for piece in case.store.pieces[place]:
            local = case.store.local(place, piece.start)
            if local.dates or local.figures or local.quotes or local.reports:
                yield Hit(Passage(article, piece), 1.0), local


def _order(claim: tuple[Dated, Hit]) -> tuple[object, ...]:
    dated, hit = claim
    return dated.first, dated.last, hit.passage.article.id, dated.span


def _in_reading_order(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    def place(hit: Hit) -> tuple[str, Span]:
        return hit.passage.article.id, hit.passage.span

    return tuple(sorted(hits, key=place))
