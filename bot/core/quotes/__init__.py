"""Quotes: what stands between marks, and what was posted, each with its kind, its speaker and its chain."""

from __future__ import annotations

from bot.core.quotes.find import find_quotes

__all__ = ["find_quotes"]
