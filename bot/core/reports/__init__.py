"""Who reports what: reporting verbs, their sources, and the clauses or quotations they report."""

from __future__ import annotations

from bot.core.reports.find import find_reports

__all__ = ["find_reports"]
