"""The library: the articles of a folder with their facts, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.services.seeds import SeedReport, load_seeds


@dataclass(frozen=True, slots=True)
class Library:
    """The current store, and what was found while reading its seeds."""

    current: FactStore
    report: SeedReport


def load_library(folder: str, max_bytes: int) -> Library:
    """Read all seeds of `folder`, extract their facts and build the store; faulty seeds are left out."""
    report = load_seeds(folder, max_bytes)
    store = FactStore.build((article, extract(article)) for article in report.articles)
    return Library(store, report)
