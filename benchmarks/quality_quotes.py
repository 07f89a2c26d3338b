"""Quotes as the measuring tool reads them: `extract(text)` gives one dictionary for each quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.core.facts import QuoteKind
from bot.core.marks import find_quotations
from bot.core.names import find_mentions
from bot.core.quotes import find_quotes
from bot.core.reports import find_reports
from bot.core.structure import read_article

if TYPE_CHECKING:
    from bot.core.article import Article
    from bot.core.facts import Quote


def extract(text: str) -> list[dict[str, Any]]:
    """Return the quotes of `text`; offsets are code points, a post is of kind "tweet"."""
    article = read_article(text, id="measured")
    quotations = find_quotations(article)
    mentions = find_mentions(article)
    reports = find_reports(article, quotations, mentions)
    return [_record(article, quote) for quote in find_quotes(article, quotations, mentions, reports)]


def _record(article: Article, quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    record: dict[str, Any] = {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": "tweet" if quote.kind is QuoteKind.POST else quote.kind.value,
        "speaker": speaker.best.of(article.text) if speaker else None,
        "speaker_start": speaker.mention.start if speaker else None,
        "speaker_end": speaker.mention.end if speaker else None,
    }
    if quote.post is not None:
        post = article.posts[quote.post]
        record["handle"] = post.handle.of(article.text) if post.handle else None
        record["date"] = post.date.isoformat() if post.date else None
    return record
