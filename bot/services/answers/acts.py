"""Speech acts: who is asked to have denied, confirmed or promised has to have done that, not merely spoken."""

from __future__ import annotations

from bot.core.reporting_verbs import REPORTING
from bot.core.search.rank import Scored
from bot.core.text.fold import fold
from bot.core.text.tokens import forms
from bot.services.answers.case import Case

_FAMILIES = (
    "deny refute reject dismiss dispute rebut contradict disavow repudiate denial denials rejection",
    "confirm admit acknowledge concede confess confirmation admission acknowledgement confession verify",
    "promise pledge vow swear guarantee undertake promises pledges vows guarantees",
    "apologise apologize apology apologies sorry regret",
    "threaten threat threats",
    "accuse blame allege accusation accusations allegation allegations",
)
"""Verbs of one force with their nouns; a merely neutral verb ("said") has none of these forces."""
_ACTS = {word: frozenset(family.split()) for family in _FAMILIES for word in family.split()}


def act_asked(case: Case) -> frozenset[str]:
    """Return the words for the speech act that the question's verb names; none for a neutral verb."""
    for place in case.asked.verb:
        family = _ACTS.get(_base(case.asked.tokens[place].form))
        if family:
            return family
    return frozenset()


def performs(case: Case, scored: Scored, act: frozenset[str]) -> bool:
    """Whether a hit's sentence, or what reports it, has one of the words of `act`."""
    article = case.store.entries[case.store.index.rows[scored.row].article].article
    told = (report.cue.of(article.text) for report in case.local(scored).reports)
    return any(_base(form) in act for text in (case.words(scored), *told) for form in forms(fold(text).text))


def _base(form: str) -> str:
    verb = REPORTING.get(form)
    return form if verb is None or form in _ACTS else verb.base
