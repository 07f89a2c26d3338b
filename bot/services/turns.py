"""How long a thread that computes may keep the others, the loop among them, from their turn."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = 0.005
"""Seconds, Python's own (docs.python.org, sys.setswitchinterval)."""
_SHORT = 0.001


@contextmanager
def short_turns() -> Iterator[None]:
    """Let the loop have its turn after a millisecond while a store is built beside it.

    On a busy machine this halves how late the loop is (`benchmarks/reload_stall.py`).
    """
    sys.setswitchinterval(_SHORT)
    try:
        yield
    finally:
        sys.setswitchinterval(_USUAL)
