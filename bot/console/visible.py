"""A sentence on the terminal beside the answer: what it quotes is made visible first."""

from __future__ import annotations

import sys

from bot.services.visible import visible


def say(sentence: str) -> None:
    """Print a sentence on standard error, if it has words; what it quotes cannot act on the terminal."""
    if sentence:
        print(visible(sentence), file=sys.stderr, flush=True)  # noqa: T201 – this is the terminal door
