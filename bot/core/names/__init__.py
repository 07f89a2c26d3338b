"""Names in an article: who is mentioned where, and which mentions are the same."""

from __future__ import annotations

from bot.core.names.find import find_mentions
from bot.core.names.model import Gender, Mention, NameKind

__all__ = ["Gender", "Mention", "NameKind", "find_mentions"]
