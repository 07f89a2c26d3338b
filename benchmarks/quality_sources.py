"""Sources in the shape the measuring tool asks for: `measure_sources.py FOLDER quality_sources:extract`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.core.facts import Source
from bot.core.marks import find_quotations
from bot.core.names import find_mentions
from bot.core.quotes import find_quotes
from bot.core.reports import find_reports
from bot.core.sources import find_sources
from bot.core.structure import read_article


def sources(text: str) -> tuple[Source, ...]:
    """Return the sources of an article given as text."""
    article = read_article(text, id="measured")
    quotations = find_quotations(article)
    mentions = find_mentions(article)
    reports = find_reports(article, quotations, mentions)
    quotes = find_quotes(article, quotations, mentions, reports)
    return find_sources(article, mentions, reports, quotes)


def extract(text: str) -> list[dict[str, object]]:
    """Return the sources of `text` as dictionaries with plain offsets."""
    return [
        {
            "name": source.name.of(text),
            "kind": source.kind.value,
            "mentions": [tuple(span) for span in source.mentions],
            "cited_for": [tuple(span) for span in source.cited_for],
        }
        for source in sources(text)
    ]
