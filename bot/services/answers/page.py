"""Questions about the article itself: who wrote it, when, where it appeared, what it is called."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.article import Article, BlockKind, Detail
from bot.core.search.kinds import answers, asked_kind
from bot.core.text.fold import fold
from bot.services.answers.case import Case
from bot.services.answers.values import Hit, Passage, RefusalCode, Reply

_PAGE = r"(?:this|the|that) (?:article|story|piece|report|page|text|news)"
_ABOUT: tuple[tuple[str, re.Pattern[str], Callable[[Article], Detail | None]], ...] = (
    (
        "author",
        re.compile(
            rf"\bwho (?:wrote|authored|is the (?:author|writer|reporter) of) {_PAGE}|^who is the author\??$"
        ),
        lambda article: article.author,
    ),
    (
        "date of publication",
        re.compile(
            rf"\bwhen (?:was|is) {_PAGE} (?:published|written|posted|from|dated)|\bhow old is {_PAGE}"
            rf"|\bwhat (?:is the )?date (?:is|was|of) {_PAGE}"
        ),
        lambda article: article.published,
    ),
    (
        "outlet",
        re.compile(
            rf"\b(?:who|which \w+|what \w+|where) (?:was |is )?(?:published|publishes|ran) ?(?:{_PAGE})?\??$|\bwhere (?:was|is) {_PAGE} (?:published|from)"
        ),
        lambda article: article.outlet,
    ),
    (
        "title",
        re.compile(rf"\bwhat(?:'s| is) (?:the )?(?:title|headline)(?: of {_PAGE})?\??$"),
        lambda article: article.title,
    ),
)


def about_the_page(case: Case) -> Reply | None:
    """Answer from the article's meta data where its text has it; None for any other question."""
    folded = " ".join(fold(case.question[:300]).text.split())
    for what, pattern, detail in _ABOUT:
        if pattern.search(folded):
            return _answer(case, what, detail)
    if _LEAD.fullmatch(folded.strip(" ?!.")) and len(_articles(case)) == 1:
        return _lead(case, folded)
    return None


_LEAD = re.compile(
    rf"(?:what|where|when|why|how) (?:has |did |does |is |was )?(?:(?:it|this|that|all this) )?(?:happen|happened|happening)"
    rf"(?: (?:here|there))?|what (?:is|was) (?:it|this|{_PAGE})(?: all)? about|(?:a )?(?:summary|gist|tl;?dr)"
)
_OPENING = 6
"""Sentences from which the opening of an article is taken."""


def _lead(case: Case, folded: str) -> Reply:
    """Answer "what happened" by the first sentence, "where" and "when" by the first that can say so."""
    (article,) = _articles(case)
    prose = [
        span
        for span in article.sentences
        if (block := article.block_at(span.start)) is not None and block.kind is BlockKind.PROSE
    ][:_OPENING]
    if not prose:
        return case.refuse(RefusalCode.NO_SUCH_FACT, "The article has no sentences.", nearest=())
    kind = asked_kind(folded)
    able = [span for span in prose if answers(kind, span.of(article.text), frozenset())]
    return case.answer([Hit(Passage(article, (able or prose)[0]), 1.0)])


def _articles(case: Case) -> list[Article]:
    places = case.places if case.places is not None else range(len(case.store.entries))
    return [case.store.entries[place].article for place in places]


def _answer(case: Case, what: str, detail: Callable[[Article], Detail | None]) -> Reply:
    articles = _articles(case)
    hits = [
        Hit(Passage(article, found.span), 1.0)
        for article in articles
        if (found := detail(article)) is not None and found.span is not None
    ]
    if not hits:
        return case.refuse(RefusalCode.NO_SUCH_FACT, f"The text does not give its {what}.", nearest=())
    if len(articles) > 1:
        ids = tuple(article.id for article in articles)
        reason = "Several articles are loaded; say which one you mean."
        return case.refuse(RefusalCode.AMBIGUOUS, reason, nearest=hits, suggestions=ids[:5])
    return case.answer(hits)
