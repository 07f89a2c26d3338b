"""The article in a saved HTML page, by trafilatura."""

from __future__ import annotations

import datetime as dt
from typing import Any

from bot.core.article import Detail
from bot.core.span import Span
from bot.core.structure import FrontMatter

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""The page's own date of publication; a fixed limit, so that the answer does not depend on the day it is asked."""


def read_page(html: str) -> tuple[str, FrontMatter] | None:
    """Return the article's text, the title as its first line, and what the page says about it; None without text."""
    # Late, because the import takes longer than reading a hundred articles.
    import trafilatura  # noqa: PLC0415 – only a page pays for a slow import

    found: Any = trafilatura.bare_extraction(
        html, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    if found is None or not (found.text or "").strip():
        return None
    title = " ".join((found.title or "").split())
    body = str(found.text)
    if title and body.split("\n", 1)[0].strip() != title:
        body = f"{title}\n{body}"
    return body, FrontMatter(
        title=Detail(title, Span(0, len(title)), inferred=True) if title and body.startswith(title) else None,
        outlet=_inferred(found.sitename),
        author=_inferred(found.author),
        published=_inferred(found.date) if _is_date(found.date) else None,
        url=_inferred(found.url) if str(found.url or "").startswith(("http://", "https://")) else None,
        language=_inferred(found.language),
    )


def _inferred(value: str | None) -> Detail | None:
    return Detail(value.strip(), inferred=True) if value and value.strip() else None


def _is_date(value: str | None) -> bool:
    try:
        dt.date.fromisoformat(value or "")
    except ValueError:
        return False
    return True
