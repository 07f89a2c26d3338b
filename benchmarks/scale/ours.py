"""Verbatim's whole path over generated articles: what a member of a server waits for."""

from __future__ import annotations

import time

from benchmarks.scale.corpus import Corpus
from benchmarks.scale.peers import Ask
from bot.core.extract import extract
from bot.core.facts import Facts
from bot.core.store import FactStore
from bot.services import answers
from bot.services.answers import Answer

OURS = "Verbatim, whole path"
MOST_EXTRACTED = 100_000
"""Sentences up to which facts are extracted; beyond, only the index is at stake, and the run would take too long."""


def load(corpus: Corpus, refusals: list[bool]) -> tuple[Ask, float]:
    """Return a function that answers, and the seconds that the store took once the facts were there.

    What a refusal shows as the nearest passages counts as found; whether it was one is noted in `refusals`.
    """
    articles = list(corpus.articles())
    small = len(corpus.sentences) <= MOST_EXTRACTED
    items = [(article, extract(article) if small else Facts()) for article in articles]
    began = time.perf_counter()
    store = FactStore.build(items)
    took = time.perf_counter() - began
    first = [0]
    for article in articles:
        first.append(first[-1] + len(article.sentences) - 1)

    def ask(question: str) -> list[int]:
        reply = answers.ask(store, question)
        answered = isinstance(reply, Answer)
        refusals.append(not answered)
        found = []
        for hit in reply.hits if isinstance(reply, Answer) else reply.nearest:
            receipt = hit.passage.receipt
            place = store.place(receipt.article)
            if place is not None:
                spans = articles[place].sentences
                found.append(
                    first[place] + next(n for n, span in enumerate(spans) if span.start == receipt.start) - 1
                )
        return found

    return ask, took
