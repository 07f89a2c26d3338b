"""Whom and what an article cites, and for which of its words."""

from __future__ import annotations

from bot.core.sources.find import find_sources

__all__ = ["find_sources"]
