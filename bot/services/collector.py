"""The collector of cycles kept away from stores, which have none and more objects than all the rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 200
"""Articles from which the collector is told to leave the store alone: going over it would stall the loop."""


@contextmanager
def at_rest() -> Iterator[None]:
    """Stop looking for cycles while nothing but values that have none is made: it takes a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def leave_alone(articles: int) -> None:
    """Have what is there now, a store of so many articles among it, never gone over again."""
    if articles >= MANY:
        gc.freeze()
