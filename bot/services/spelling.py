"""What somebody who typed a name that does not exist has probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be: a third of its letters may differ."""
    limit = max(1, len(word) // 3)
    found = process.extractOne(word, sorted(known), scorer=OSA.distance, score_cutoff=limit)
    return found[0] if found else None
