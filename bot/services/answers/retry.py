"""What to ask next: a refusal's near spellings and an answer's readings, as questions that can be asked at once."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.core.voices import words
from bot.services.answers.values import Answer, Reply

ALIKE = 0.75
"""Likeness (Jaro-Winkler) from which a typed word may have been meant as a word of the suggestion."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Retry(NamedTuple):
    """A question to ask in place of the one asked: its label, its words, and the only article where there is one."""

    label: str
    query: str
    article: str | None = None


def retries(reply: Reply, store: FactStore) -> tuple[Retry, ...]:
    """Return what the reply suggests to ask instead, in its order.

    A suggested article narrows the same question to it; a suggested name takes the place of the typed words that are
    spelt most like it, or of the whole question where none is.
    """
    suggested = reply.ask_back if isinstance(reply, Answer) else reply.suggestions
    titles = {each.title.value: each.id for each in store.articles if each.title} if suggested else {}
    found = []
    for label in suggested:
        article = label if store.place(label) is not None else titles.get(label)
        query = reply.question if article else _renamed(reply.question, label)
        if article or query != reply.question:
            found.append(Retry(label, query, article))
    return tuple(dict.fromkeys(found))


def _renamed(question: str, name: str) -> str:
    """Return the question with `name` in place of the words that it may have been meant by."""
    known = words(name)
    typed = [match for match in _WORD.finditer(question) if _likeness(match[0], known) >= ALIKE]
    if not typed:
        return name
    best = max(typed, key=lambda match: _likeness(match[0], known))
    first = last = best
    for match in typed:  # the words of one naming stand side by side: "marya zakharowa"
        if question[last.end() : match.start()].strip() == "" and match.start() >= last.end():
            last = match
    for match in reversed(typed):
        if question[match.end() : first.start()].strip() == "" and match.end() <= first.start():
            first = match
    return question[: first.start()] + name + question[last.end() :]


def _likeness(word: str, known: list[str]) -> float:
    form = fold(word).text
    return max((JaroWinkler.similarity(form, each) for each in known), default=0.0)
