"""The values of a check: what a message has, how it stands to the articles, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.core.article import Article
from bot.core.span import Span


class Kind(StrEnum):
    """What is checked of a message."""

    QUOTE = "quote"
    STATEMENT = "statement"
    FIGURE = "figure"


class Verdict(StrEnum):
    """How an item stands to the article; from the best to the worst that can be said."""

    EXACT = "EXACT"
    """Words in marks: the same characters. Without marks: value, bound, thing counted and speaker stand."""
    TYPOGRAPHY = "TYPOGRAPHY"
    """The same words; marks, case, spaces or accents differ."""
    TRIMMED = "TRIMMED"
    """The same words, cut at an end, or shortened by an ellipsis that swallows no hard token."""
    WRONG_SPEAKER = "WRONG_SPEAKER"
    """The words stand, but the article gives them to somebody else."""
    SPLICED = "SPLICED"
    """Pieces that stand apart are joined, or an ellipsis swallows a hard token."""
    ALTERED = "ALTERED"
    """Like the article's, but with a difference."""
    NOT_CHECKABLE = "NOT_CHECKABLE"
    """Told in other words, or with nothing to compare."""
    NOT_FOUND = "NOT_FOUND"
    """Nothing in the articles is like it."""


class Why(StrEnum):
    """What differs."""

    NUMBER = "number"
    PAIRING = "pairing"
    NEGATION = "negation"
    NAME = "name"
    HEDGE = "hedge"
    DIRECTION = "direction"
    WORDS = "words"
    SPEAKER = "speaker"
    SPLICE = "splice"
    CUT = "cut"
    MISSING = "missing"


class Reason(NamedTuple):
    """One difference: where it is in the message and in the article, None where a side lacks it."""

    why: Why
    claim: Span | None
    passage: Span | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing checked. `span` and the reasons' `claim` count in the message, `passage` in `article`."""

    span: Span
    kind: Kind
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    article: Article | None = None
    passage: Span | None = None
    speaker: Span | None = None
    """Whom the message names as the speaker."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A message checked: its items in their order, and how many more there are that were left out."""

    text: str
    items: tuple[Item, ...]
    left_out: int
    searched: tuple[str, ...]
