"""Questions that share no content word with the sentence that answers them.

They ask in everyday words for official ones, in synonyms, or with a name spelt out of which the sentence has the
abbreviation. The articles and questions were written before it was known which fail. The table of synonyms was
written with all of them known but those of `HELD_OUT`, which came after it and are only looked at as numbers: theirs
is the honest one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml

from bot.core.article import Article
from bot.core.extract import extract
from bot.core.search.words import Stemmer
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.core.text.stop_words import (
    ASKING_WORDS,
    CHATTER,
    CLASS_WORDS,
    LIGHT_VERBS,
    MEASURED,
    PAID,
    STOP_WORDS,
)
from bot.core.text.tokens import tokens
from bot.services.answers import Answer, ask

FOLDER = Path(__file__).parents[1] / "corpus" / "paraphrases"
HELD_OUT = frozenset({"airline_end", "cave_rescue", "orchard_frost"})
PARAGRAPH = 3
"""Sentences that one paragraph of an article has."""
_EMPTY = STOP_WORDS | ASKING_WORDS | CHATTER | CLASS_WORDS | LIGHT_VERBS | MEASURED | PAID


@dataclass(frozen=True)
class Paraphrase:
    """A question and the sentence that answers it."""

    article: str
    question: str
    sentence: str
    place: Span


@dataclass(frozen=True)
class Told:
    """One article with its questions."""

    name: str
    article: Article
    questions: tuple[Paraphrase, ...]


@dataclass(frozen=True)
class Result:
    """What a question got: its sentence first, another passage first, or a refusal."""

    asked: Paraphrase
    first: bool
    wrong: bool
    shown: str


def load() -> tuple[Told, ...]:
    """Return all articles, in the order of their names."""
    return tuple(map(_read, sorted(FOLDER.glob("*.yaml"))))


def measure(told: Told) -> Iterator[Result]:
    """Ask each question of the article that answers it."""
    store = FactStore.build([(told.article, extract(told.article))])
    for each in told.questions:
        reply = ask(store, each.question)
        hits = reply.hits if isinstance(reply, Answer) else reply.nearest
        first = bool(hits) and hits[0].passage.span.meets(each.place)
        wrong = isinstance(reply, Answer) and not reply.closest_only and not first
        yield Result(each, first, wrong, hits[0].passage.text if hits else "")


def shared_words(each: Paraphrase) -> frozenset[str]:
    """Return the content words, stemmed, that a question shares with its sentence."""
    return _content(each.question) & _content(each.sentence)


def _content(text: str) -> frozenset[str]:
    stemmer = Stemmer()
    return frozenset(stemmer.stem(token.form) for token in tokens(text) if token.form not in _EMPTY)


def _read(path: Path) -> Told:
    data = cast("dict[str, Any]", yaml.safe_load(path.read_text(encoding="utf-8")))
    rows = data["sentences"]
    says = [row["says"] for row in rows]
    paragraphs = [" ".join(says[at : at + PARAGRAPH]) for at in range(0, len(says), PARAGRAPH)]
    article = read_article("\n\n".join([data["title"], *paragraphs]) + "\n", id=path.stem)
    return Told(path.stem, article, tuple(_questions(path.stem, article.text, rows)))


def _questions(name: str, text: str, rows: list[dict[str, Any]]) -> Iterator[Paraphrase]:
    for row in rows:
        start = text.index(row["says"])
        place = Span(start, start + len(row["says"]))
        yield from (Paraphrase(name, question, row["says"], place) for question in row["asked"])
