"""From a question to its answer or refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from bot.core.facts import Dated, Figure
from bot.core.search.kinds import AnswerKind, answers
from bot.core.search.rank import Scored
from bot.core.store import FactStore
from bot.core.voices import words
from bot.services.answers.amounts import how_many
from bot.services.answers.called import article_id, names, unknown_article
from bot.services.answers.case import Case
from bot.services.answers.guards import lacks_hard_word, names_only, refuse_at_sight
from bot.services.answers.measures import measuring, tells_age, wanted_units
from bot.services.answers.page import about_the_page
from bot.services.answers.posts import about_posts
from bot.services.answers.question import QuestionType
from bot.services.answers.roles import tells_who
from bot.services.answers.speech import what_said, who_said
from bot.services.answers.values import Hit, Refusal, RefusalCode, Reply

ANSWERS = 0.55
"""Share of what the question is about from which a passage answers it …"""
CLOSEST = 0.45
"""… and from which it is shown as the closest one, which may not answer."""
WITH_FACT = 0.35
"""The same for a passage that has the date or figure asked for."""
FACT = 0.15
"""What a passage gains by the date or figure asked for."""
HOLDER = 0.3
"""What a passage gains by naming the holder of the office asked for."""
LACKING = 0.2
"""What a passage loses when it lacks a name or number of the question."""
TIED = 0.02
"""Scores that differ less are as good as equal."""
TIE = 0.25
"""How far behind the best passage another one is still shown."""


def ask(store: FactStore, question: str, *, article: str | None = None) -> Reply:
    """Answer `question` from all articles, or from the one with the id or the title `article`. Never raises."""
    case = open_case(store, question, article)
    if isinstance(case, Refusal):
        return case
    about = about_the_page(case) or about_posts(case)
    if about:
        return about
    refusal = refuse_at_sight(case)
    if refusal:
        return refusal
    special = _RULES.get(case.asked.type)
    reply = special(case) if special else None
    return reply or _by_passage(case)


def open_case(store: FactStore, question: str, article: str | None) -> Case | Refusal:
    """Return what is searched, or why nothing is."""
    ids = store.ids
    if not ids:
        return Refusal(question, RefusalCode.NO_ARTICLE, "No article is loaded.", ())
    typed = (article or "").strip()
    if not typed:
        return Case(store, question, None, ids)
    known = article_id(store, typed)
    place = None if known is None else store.place(known)
    if known is None or place is None:
        return unknown_article(store, question, typed)
    return Case(store, question, (place,), (known,))


class _Able(NamedTuple):
    """A passage, the fact in it that answers by itself, and whether it has what is asked for (as a fact or not).

    `holder` says whether it names the one who has the office asked for.
    """

    scored: Scored
    fact: Dated | Figure | None
    able: bool
    holder: bool = False


def _by_passage(case: Case) -> Reply:
    """Answer by the passages that say most of what the question asks, those with the fact asked for before others."""
    ordered = sorted((_able(case, scored) for scored in _close(case)), key=_order)
    first = ordered[0]
    share = case.share(case.query, first.scored) - (LACKING if lacks_hard_word(case, first.scored) else 0.0)
    if share < (WITH_FACT if first.able else CLOSEST) or names_only(case, first.scored):
        reason = "The articles have some of these words, but no passage has them together."
        return case.refuse(RefusalCode.TERMS_APART, reason)
    shown = [case.hit(each.scored, each.fact) for each in ordered]
    return case.answer(shown, closest_only=share < ANSWERS and not first.able, ask_back=_which_article(shown))


def _order(each: _Able) -> tuple[float, int]:
    return -round(each.scored.score + FACT * each.able + HOLDER * each.holder, 6), each.scored.row


def _able(case: Case, scored: Scored) -> _Able:
    fact = _fact(case, scored)
    aged = case.asked.type is QuestionType.HOW_MUCH and tells_age(case.query.folded, case.words(scored))
    holder = case.asked.type is QuestionType.WHO and tells_who(case, scored)
    return _Able(scored, fact, fact is not None or aged, holder)


def _which_article(hits: Sequence[Hit]) -> tuple[str, ...]:
    """Return the titles to choose from when passages of different articles answer almost equally well."""
    tied = names(hit.passage.article for hit in hits if hit.score >= hits[0].score - TIED)
    return tied if len(tied) > 1 else ()


def _close(case: Case) -> list[Scored]:
    return [scored for scored in case.found.hits if scored.score >= case.found.hits[0].score - TIE]


def _fact(case: Case, scored: Scored) -> Dated | Figure | None:
    """Return the date or figure of a hit that by itself answers what is asked."""
    local = case.local(scored)
    article = case.store.entries[case.store.index.rows[scored.row].article].article
    if case.asked.type is QuestionType.WHEN:
        asked = {token.form for token in case.asked.tokens}
        fresh = (dated for dated in local.dates if not asked.issuperset(words(dated.span.of(article.text))))
        return next(fresh, None)
    if case.asked.type is QuestionType.HOW_MUCH:
        return measuring(article, local.figures, wanted_units(case.query.folded))
    return None


def _when(case: Case) -> Reply | None:
    """Refuse when no passage near the best has a time; else the passages answer."""
    asked = frozenset(token.form for token in case.asked.tokens)
    if any(_fact(case, scored) or _tells_time(case, scored, asked) for scored in _close(case)):
        return None
    return case.refuse(RefusalCode.NO_SUCH_FACT, "The articles speak of this without saying when.")


def _how_much(case: Case) -> Reply | None:
    """Refuse when no passage near the best has a figure of such a unit; else the passages answer."""
    if any(_able(case, scored).able for scored in _close(case)):
        return None
    return case.refuse(RefusalCode.NO_SUCH_FACT, "The articles give no number for this.")


def _tells_time(case: Case, scored: Scored, asked: frozenset[str]) -> bool:
    return answers(AnswerKind.TIME, case.words(scored), asked)


_RULES: Mapping[QuestionType, Callable[[Case], Reply | None]] = {
    QuestionType.HOW_MANY: how_many,
    QuestionType.HOW_MUCH: _how_much,
    QuestionType.WHAT_SAID: what_said,
    QuestionType.DID_SAY: what_said,
    QuestionType.WHO_SAID: who_said,
    QuestionType.WHICH_SOURCE: who_said,
    QuestionType.WHEN: _when,
}
