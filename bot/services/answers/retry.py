"""What to ask next: a refusal's near spellings and an answer's readings, as questions that can be asked at once."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.core.voices import words
from bot.services.answers.values import Answer, Reply

ALIKE = 0.75
"""Likeness (Jaro-Winkler) from which a typed word may have been meant as a word of the suggestion."""
_PASSAGE_ID = re.compile(r"\S+?([:#]\d+-\d+)")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Retry(NamedTuple):
    """A question to ask in place of the one asked: its label, its words, and the only article where there is one."""

    label: str
    query: str
    article: str | None = None


def retries(reply: Reply, store: FactStore) -> tuple[Retry, ...]:
    """Return what the reply suggests to ask instead, in its order.

    A suggested article narrows the same question to it; a suggested name takes the place of the typed words that are
    spelt most like it, or of the whole question where none is. A passage id keeps its place in the suggested article.
    """
    suggested = reply.ask_back if isinstance(reply, Answer) else reply.suggestions
    missing = () if isinstance(reply, Answer) else reply.missing
    titles = {each.title.value: each.id for each in store.articles if each.title} if suggested else {}
    if isinstance(reply, Answer):  # another article may have the title of one that answers
        shown = (hit.passage.article for hit in reply.hits)
        titles |= {each.title.value: each.id for each in shown if each.title}
    found = []
    for label in suggested:
        article = label if store.place(label) is not None else titles.get(label)
        place = _PASSAGE_ID.fullmatch(reply.question.strip()) if article else None
        if place is not None:
            found.append(Retry(label, f"{article}{place[1]}"))
            continue
        query = reply.question if article else _renamed(reply.question, label, missing)
        if article or query != reply.question:
            found.append(Retry(label, query, article))
    return tuple(dict.fromkeys(found))


def _renamed(question: str, name: str, missing: Collection[str]) -> str:
    """Return the question with `name` in place of the words that it may have been meant by.

    The words of one naming stand side by side ("marya zakharowa"); those that no article has belong to it, too.
    """
    known = words(name)
    typed = list(_WORD.finditer(question))
    likeness = {match: _likeness(match[0], known) for match in typed}
    best = max(typed, key=lambda match: likeness[match], default=None)
    if best is None or likeness[best] < ALIKE:
        return name
    first = last = typed.index(best)

    def belongs(place: int) -> bool:
        match = typed[place]
        return likeness[match] >= ALIKE or match[0] in missing

    def beside(one: int, other: int) -> bool:
        return not question[typed[one].end() : typed[other].start()].strip()

    while first > 0 and beside(first - 1, first) and belongs(first - 1):
        first -= 1
    while last + 1 < len(typed) and beside(last, last + 1) and belongs(last + 1):
        last += 1
    return question[: typed[first].start()] + name + question[typed[last].end() :]


def _likeness(word: str, known: list[str]) -> float:
    form = fold(word).text
    return max((JaroWinkler.similarity(form, each) for each in known), default=0.0)
