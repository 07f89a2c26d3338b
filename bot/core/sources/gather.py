"""Where somebody is cited, and for what, from reports, quotes, posts and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.core.article import Article, BlockKind
from bot.core.facts import Quote, Report
from bot.core.names import Mention, NameKind
from bot.core.sources.matters import matters
from bot.core.sources.stances import stances
from bot.core.span import Span

LINK = re.compile(r"https?://[^\s<>\"“”]+|\bpic\.twitter\.com/\w+")
_RUMOUR = re.compile(
    r"\b(?P<source>(?:unconfirmed|media|news|initial|local|early|conflicting|several|some)\s)?"
    r"(?P<noun>reports|rumou?rs|accounts|allegations|speculation)\s(?:of|that|about)\s",
    re.IGNORECASE,
)
_PRINTED_IN = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PROSE, BlockKind.POST})


class Citation(NamedTuple):
    """Somebody at `place`, cited for `content` by the words `cue`; `name` where it was already resolved."""

    place: Span
    content: Span
    name: Span | None
    cue: Span | None


def citations(
    article: Article, mentions: Sequence[Mention], reports: Sequence[Report], quotes: Sequence[Quote]
) -> list[Citation]:
    """Return every citation once, in the order of the text."""
    found = {*_of_quotes(quotes), *_of_rumours(article, reports), *labels(article, mentions)}
    resolved = {citation.place: citation.name for citation in found if citation.name is not None}
    found |= {
        Citation(report.source, report.content, resolved.get(report.source), report.cue)
        for report in reports
        if report.source is not None
    }
    found |= {Citation(source, content, None, cue) for source, cue, content in matters(article, reports)}
    found |= {
        Citation(source, content, None, cue) for source, cue, content in stances(article, mentions, reports)
    }
    return sorted(
        found, key=lambda one: (one.place, one.content, one.name or one.place, one.cue or one.place)
    )


def labels(article: Article, mentions: Sequence[Mention]) -> Iterator[Citation]:
    """Yield "KENT: …" at the start of a paragraph: a headline's or a transcript's label and all that it opens.

    A single word that could be anything counts where it labels more than one paragraph.
    """
    found: list[tuple[Mention, Citation]] = []
    for mention in mentions:
        if not article.text.startswith(": ", mention.span.end) or mention.kind is NameKind.PLACE:
            continue
        block = article.block_at(mention.span.start)
        if block is None or article.text[block.span.start : mention.span.start].strip("\"“”‘’'#*_ "):
            continue
        content = Span(mention.span.end + 2, block.span.end)
        if content.start < content.end:
            found.append((mention, Citation(mention.span, content, mention.full, None)))
    often = Counter(mention.full for mention, _ in found)
    for mention, citation in found:
        if mention.kind is not NameKind.OTHER or often[mention.full] > 1:
            yield citation


def _of_quotes(quotes: Sequence[Quote]) -> Iterator[Citation]:
    for quote in quotes:
        if quote.post is not None:
            continue
        if quote.speaker is not None and not quote.speaker.candidates:
            yield Citation(quote.speaker.mention, quote.span, quote.speaker.name, None)
        for link in quote.chain:
            if link.source is not None:
                yield Citation(link.source, quote.span, link.name, link.cue)


def _of_rumours(article: Article, reports: Sequence[Report]) -> Iterator[Citation]:
    """Reports that nobody signs: "there were reports of …"."""
    taken = {report.source.start for report in reports if report.source} | {
        report.cue.start for report in reports
    }
    for match in _RUMOUR.finditer(article.text):
        sentence = article.sentence_at(match.start())
        place = Span(match.start(), match.end("noun"))
        if sentence is not None and match.end() < sentence.end and place.start not in taken:
            yield Citation(place, Span(match.end(), sentence.end), None, None)


def printed_links(article: Article) -> Iterator[tuple[Span, Span]]:
    """Yield the links printed in the article's own blocks, each with its sentence."""
    for match in LINK.finditer(article.text):
        block = article.block_at(match.start())
        if block is not None and block.kind in _PRINTED_IN:
            yield Span(*match.span()), article.sentence_at(match.start()) or block.span
