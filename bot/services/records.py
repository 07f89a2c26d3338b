"""The facts of an article as plain JSON values, the format that `extract --json` documents.

Offsets are code points of the seed's text as decoded; absent is null. The words of every name given are a slice
of the text.
"""

from __future__ import annotations

from typing import Any

from bot.core.article import Article, BlockKind
from bot.core.facts import Chain, Dated, Facts, Figure, Link, Quote, QuoteKind, Source
from bot.core.span import Span

Record = dict[str, Any]

_LINES = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})


def facts_record(article: Article, facts: Facts) -> Record:
    """Return `{"sentences", "quotes", "figures", "sources", "dates"}`."""
    return {
        "sentences": [list(span) for span in _sentences(article)],
        "quotes": [quote_record(article, quote) for quote in facts.quotes],
        "figures": [figure_record(article, figure) for figure in facts.figures],
        "sources": [source_record(article, source) for source in facts.sources],
        "dates": [date_record(dated) for dated in facts.dates],
    }


def _sentences(article: Article) -> list[Span]:
    """Return the sentences, and the lines that are none but stand among them: by-lines and datelines."""
    lines = [block.span for block in article.blocks if block.kind in _LINES]
    return sorted([*article.sentences, *lines])


def quote_record(article: Article, quote: Quote) -> Record:
    """Return one quote; `via` is who passed the words on, `handle`, `date` and `links` belong to posts."""
    speaker = quote.speaker
    post = None if quote.post is None else article.posts[quote.post]
    mention = speaker.mention if speaker else None
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "kind": "tweet" if quote.kind is QuoteKind.POST else quote.kind.value,
        "speaker": _words(article, speaker.best if speaker and not speaker.candidates else None),
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "role": _words(article, speaker.role if speaker else None),
        "via": _relay(article, quote.chain),
        "handle": _words(article, post.handle if post else None),
        "date": post.date.isoformat() if post and post.date else None,
        "links": [link.of(article.text) for link in post.links] if post else [],
        "chain": [link_record(article, link) for link in quote.chain],
    }


def link_record(article: Article, link: Link) -> Record:
    """Return one step of a chain; `source` null where the article does not name it."""
    return {
        "source": _words(article, link.name or link.source),
        "start": link.source.start if link.source else None,
        "end": link.source.end if link.source else None,
        "verb": _words(article, link.cue),
        "force": link.force.value,
    }


def figure_record(article: Article, figure: Figure) -> Record:
    """Return one figure; `value` a number, or `[low, high]` for a range."""
    first = figure.chain[0] if figure.chain else None
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "value": _number(figure.low)
        if figure.low == figure.high
        else [_number(figure.low), _number(figure.high)],
        "vague": figure.vague,
        "unit": figure.unit_name or _words(article, figure.unit),
        "bound": figure.bound.value,
        "qualifier": _words(article, figure.qualifier),
        "event": _words(article, figure.event),
        "reporter": _words(article, (first.name or first.source) if first else None),
        "chain": [link_record(article, link) for link in figure.chain],
        "hypothetical": figure.hypothetical,
        "comparison": figure.comparison,
        "negated": _words(article, figure.negated),
    }


def source_record(article: Article, source: Source) -> Record:
    """Return one source with where it is named as a source and all it is cited for."""
    return {
        "name": source.name.of(article.text),
        "kind": source.kind.value,
        "named": source.named,
        "mentions": [list(span) for span in source.mentions],
        "cited_for": [list(span) for span in source.cited_for],
    }


def date_record(dated: Dated) -> Record:
    """Return one time expression; `iso` as precise as its words."""
    return {"start": dated.span.start, "end": dated.span.end, "iso": dated.iso}


def _relay(article: Article, chain: Chain) -> str | None:
    relay = chain[1] if len(chain) > 1 else None
    return _words(article, (relay.name or relay.source) if relay else None)


def _words(article: Article, span: Span | None) -> str | None:
    return None if span is None else span.of(article.text)


def _number(value: float) -> float:
    return int(value) if float(value).is_integer() else value
