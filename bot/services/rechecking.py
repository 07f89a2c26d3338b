"""Receipts that somebody gave, checked against the articles of now, with the version of then if it is kept."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.store import FactStore
from bot.services.database import Database, NoDatabase, StateError
from bot.services.earlier import earlier_article
from bot.services.recall import Recheck, Typed, recheck

MOST = 5
"""Passages that one check looks at: what stands on one sheet."""
NO_RECEIPT = "Give the receipt under an answer, with its hash: article:12-80 · 0123abcd."


async def rechecked(
    found: Iterable[Typed], store: FactStore, state: Database | NoDatabase
) -> tuple[Recheck, ...]:
    """Say what became of the passages of receipts, each once, at most `MOST` of them.

    Where the state cannot be read, the version of then is not known, and that is what is said.
    """
    checks = []
    for article, ref in list(dict.fromkeys(found))[:MOST]:
        old = None
        if store.by_digest(ref.sha256) is None:
            try:
                old = await earlier_article(state, article, ref.sha256)
            except StateError:
                old = None
        checks.append(recheck(ref, article, old, store))
    return tuple(checks)
