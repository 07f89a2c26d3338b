"""The time, as the state's tables need it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the current time with its zone."""


def now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)
