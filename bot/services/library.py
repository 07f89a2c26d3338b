"""The library: the articles of a folder with their facts, ready to be asked."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from bot.core.article import Article
from bot.core.facts import Facts
from bot.core.store import FactStore
from bot.services.cache import Kept
from bot.services.extracting import Seed, Told, extract_all
from bot.services.seeds import Fault, SeedReport, load_seeds

MANY = 200
"""Articles from which the collector is told to leave the store alone: going over it would stall the loop."""


@dataclass(frozen=True, slots=True)
class Library:
    """The current store, and what was found while reading its seeds."""

    current: FactStore
    report: SeedReport


def load_library(folder: str, max_bytes: int, kept: Kept | None = None, told: Told | None = None) -> Library:
    """Read all seeds of `folder`, extract their facts and build the store; faulty seeds are left out.

    What `kept` has is not read again; `told` hears how far it is.
    """
    facts: dict[tuple[str, str], Facts] = {}

    def read_all(given: Sequence[Seed]) -> Iterator[tuple[Article | None, tuple[Fault, ...]]]:
        for each in extract_all(given, kept, told):
            if each.article:
                facts[each.article.id, each.article.sha256] = each.facts
            yield each.article, each.faults

    with _collector_at_rest():
        report = load_seeds(folder, max_bytes, read_all)
        store = FactStore.build((article, facts[article.id, article.sha256]) for article in report.articles)
        if len(store.entries) >= MANY:
            gc.freeze()
    return Library(store, report)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Stop looking for cycles while nothing but values that have none is made: it takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
