"""Which article is meant by its id or its title, and what to call one so that it is told from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.core.article import Article
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.services.answers.values import Refusal, RefusalCode

ALIKE = 0.85
"""Likeness (Jaro-Winkler) from which an id or a title may have been meant by another spelling."""
_SUGGESTED = 5
_REPEATED = 60
"""Characters of what was typed that a refusal repeats."""


def article_id(store: FactStore, typed: str) -> str | None:
    """Return the id that was typed, or that of the only article with such a title: case and accents do not matter."""
    if store.place(typed) is not None:
        return typed
    found = _titled(store, typed)
    return found[0] if len(found) == 1 else None


def unknown_article(store: FactStore, question: str, typed: str) -> Refusal:
    """Return why what was typed names no article, or several; near ones are suggested."""
    shown = typed if len(typed) <= _REPEATED else f"{typed[: _REPEATED - 1]}…"
    several = _titled(store, typed)
    if several:
        reason = f"Several articles have the title “{shown}”; say which one by its id."
        return Refusal(question, RefusalCode.NO_ARTICLE, reason, store.ids, suggestions=several[:_SUGGESTED])
    near = _near(store, typed)
    reason = f"No article has the id or the title “{shown}”."
    if not near:
        reason = f"{reason[:-1]}; `articles` lists those that are loaded."
    return Refusal(question, RefusalCode.NO_ARTICLE, reason, store.ids, suggestions=near)


def names(found: Iterable[Article]) -> tuple[str, ...]:
    """Return what to call each of some articles: its title, or its id where it has none or shares it."""
    articles = tuple({article.id: article for article in found}.values())
    shared = Counter(article.title.value for article in articles if article.title)
    return tuple(
        article.title.value if article.title and shared[article.title.value] == 1 else article.id
        for article in articles
    )


def _titled(store: FactStore, typed: str) -> tuple[str, ...]:
    wanted = _key(typed)
    return tuple(
        article.id for article in store.articles if article.title and _key(article.title.value) == wanted
    )


def _near(store: FactStore, typed: str) -> tuple[str, ...]:
    """Return the ids of the articles whose id or title is spelt most like what was typed."""
    ids = dict(enumerate(store.ids))
    titles = {at: _key(article.title.value) for at, article in enumerate(store.articles) if article.title}
    likeness: dict[int, float] = {}
    for known in (ids, titles):
        close = process.extract(
            _key(typed), known, scorer=JaroWinkler.similarity, score_cutoff=ALIKE, limit=_SUGGESTED
        )
        for _, score, at in close:
            likeness[at] = max(score, likeness.get(at, 0.0))
    best = sorted(likeness, key=lambda at: (-likeness[at], at))
    return tuple(store.ids[at] for at in best[:_SUGGESTED])


def _key(text: str) -> str:
    return " ".join(fold(text[:300]).text.split())
