"""What is loaded, in words."""

from __future__ import annotations

from bot.core.store import FactStore


def loaded(store: FactStore) -> str:
    """Return how much a store holds: `2 articles, 1 quote, 3 figures`."""
    quotes = sum(len(facts.quotes) for _, facts in store.entries)
    figures = sum(len(facts.figures) for _, facts in store.entries)
    counts = ((len(store.entries), "article"), (quotes, "quote"), (figures, "figure"))
    return ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in counts)
