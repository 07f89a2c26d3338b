"""Word lists of lexicons, written as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of `text`, which are parted by white space."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of `text`, which are parted by semicolons."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(";"))
