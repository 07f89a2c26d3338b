"""All facts of an article: each extractor once, in the order in which they build on each other."""

from __future__ import annotations

from bot.core.article import Article
from bot.core.dates import find_dates
from bot.core.facts import Facts
from bot.core.figures import find_figures
from bot.core.marks import find_quotations
from bot.core.names import find_mentions
from bot.core.quotes import find_quotes
from bot.core.reports import find_reports
from bot.core.reports.stretches import read_stretches
from bot.core.sources import find_sources


def extract(article: Article) -> Facts:
    """Return the facts of `article`, each kind in the order of the text."""
    quotations = find_quotations(article)
    mentions = find_mentions(article)
    stretches = tuple(read_stretches(article, quotations, mentions))
    reports = find_reports(article, quotations, mentions, stretches)
    quotes = find_quotes(article, quotations, mentions, reports, stretches)
    return Facts(
        quotes=quotes,
        figures=find_figures(article, mentions, reports, quotes),
        sources=find_sources(article, mentions, reports, quotes),
        dates=find_dates(article),
        reports=reports,
    )
