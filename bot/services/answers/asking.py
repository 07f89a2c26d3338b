"""From a question to its answer or refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.facts import Dated, Figure
from bot.core.search.kinds import AnswerKind, answers
from bot.core.search.rank import Scored
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.answers.amounts import how_many
from bot.services.answers.case import Case
from bot.services.answers.guards import lacks_hard_word, names_only, refuse_at_sight
from bot.services.answers.page import about_the_page
from bot.services.answers.question import QuestionType
from bot.services.answers.speech import what_said, who_said
from bot.services.answers.values import Refusal, RefusalCode, Reply

ANSWERS = 0.55
"""Share of what the question is about from which a passage answers it …"""
CLOSEST = 0.45
"""… and from which it is shown as the closest one, which may not answer."""
WITH_FACT = 0.35
"""The same for a passage that has the date or figure asked for."""
TIED = 0.02
"""Scores that differ less are as good as equal."""
TIE = 0.25
"""How far behind the best passage another one is still shown."""


def ask(store: FactStore, question: str, *, article: str | None = None) -> Reply:
    """Answer `question` from all articles, or from the one with the id `article`. Never raises."""
    case = open_case(store, question, article)
    if isinstance(case, Refusal):
        return case
    about = about_the_page(case)
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
    ids = tuple(entry.article.id for entry in store.entries)
    if not ids:
        return Refusal(question, RefusalCode.NO_ARTICLE, "No article is loaded.", ())
    if article is None:
        return Case(store, question, None, ids)
    place = store.place(article)
    if place is None:
        reason = f"No article has the id “{article}”."
        return Refusal(question, RefusalCode.NO_ARTICLE, reason, ids, suggestions=ids[:10])
    return Case(store, question, (place,), (article,))


def _by_passage(case: Case) -> Reply:
    """Answer by the passages that say most of what the question asks."""
    hits = case.found.hits
    share = case.share(case.query, hits[0])
    if lacks_hard_word(case, hits[0]):
        share -= 0.2
    enough = CLOSEST if _fact(case, hits[0]) is None else WITH_FACT
    if share < enough or names_only(case, hits[0]):
        return case.refuse(
            RefusalCode.TERMS_APART,
            "The articles have some of these words, but no passage has them together.",
        )
    close = [scored for scored in hits if scored.score >= hits[0].score - TIE]
    return case.answer(
        (case.hit(scored, _fact(case, scored)) for scored in close), closest_only=share < ANSWERS
    )


def _fact(case: Case, scored: Scored) -> Dated | Figure | None:
    """Return the date or figure of a hit that by itself answers what is asked."""
    local = case.local(scored)
    if case.asked.type is QuestionType.WHEN:
        return next(iter(local.dates), None)
    if case.asked.type is QuestionType.HOW_MUCH:
        return next((figure for figure in local.figures if not figure.hypothetical), None)
    return None


def _when(case: Case) -> Reply | None:
    """Prefer passages that have a time; refuse when nothing near has one."""
    return _needing(case, AnswerKind.TIME, "The articles speak of this without saying when.")


def _how_much(case: Case) -> Reply | None:
    return _needing(case, AnswerKind.AMOUNT, "The articles give no number for this.")


def _needing(case: Case, kind: AnswerKind, reason: str) -> Reply | None:
    asked = frozenset(token.form for token in case.asked.tokens)
    best = case.found.hits[0].score
    close = [scored for scored in case.found.hits if scored.score >= best - TIE]
    if any(_answers(case, scored, kind, asked) for scored in close):
        return None
    return case.refuse(RefusalCode.NO_SUCH_FACT, reason)


def _answers(case: Case, scored: Scored, kind: AnswerKind, asked: frozenset[str]) -> bool:
    row = case.store.index.rows[scored.row]
    sentence = Span(row.start, row.end).of(case.store.entries[row.article].article.text)
    return answers(kind, sentence, asked) or (kind is AnswerKind.TIME and bool(case.local(scored).dates))


_RULES: Mapping[QuestionType, Callable[[Case], Reply | None]] = {
    QuestionType.HOW_MANY: how_many,
    QuestionType.HOW_MUCH: _how_much,
    QuestionType.WHAT_SAID: what_said,
    QuestionType.DID_SAY: what_said,
    QuestionType.WHO_SAID: who_said,
    QuestionType.WHICH_SOURCE: who_said,
    QuestionType.WHEN: _when,
}
