"""What comes of a change of the seeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bot.services.cards import Card
from bot.services.recall import Recall


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change did, for whoever made it and for whoever has to know."""

    cards: tuple[Card, ...]
    """What changed in each article, then what was kept back, with its faults."""
    changed: bool
    """Whether other words are answered from now; after a dry run, whether they would be."""
    recalls: tuple[Recall, ...] = ()
    """Posted answers whose cited passages changed or were withdrawn; empty unless posted answers are kept."""
    note: str | None = None
    """A sentence more, such as that the change could not be logged."""


class Removal(NamedTuple):
    """What would go with an article."""

    article: str
    cards: tuple[Card, ...]
    token: str
    """The first 16 digits of the file's SHA-256: `remove` is refused for another text than was shown here."""
