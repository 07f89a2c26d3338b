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


def _name(source: Source, text: str) -> str:
    name = source.name.of(text)
    opens = not source.named and " " in name and not name[1].isupper()
    return name[0].lower() + name[1:] if opens else name


def extract(text: str) -> list[dict[str, object]]:
    """Return the sources of `text` as dictionaries with plain offsets.

    The tool takes every name with a capital letter for a named source; the capital of a description that only
    opens a sentence ("Corporate lobbyists say") is therefore given as the small letter it stands for.
    """
    return [
        {
            "name": _name(source, text),
            "kind": source.kind.value,
            "mentions": [tuple(span) for span in source.mentions],
            "cited_for": [tuple(span) for span in source.cited_for],
        }
        for source in sources(text)
    ]
