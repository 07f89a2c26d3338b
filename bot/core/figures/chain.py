"""Who says so: the quotation and the reports that cover a figure, innermost first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from bot.core.article import Article, Post
from bot.core.facts import Chain, Force, Link, Quote, QuoteKind, Report
from bot.core.names import Mention
from bot.core.quotes.speakers import Speakers
from bot.core.span import Span

Item = TypeVar("Item")
_VOICELESS = frozenset({QuoteKind.SCARE, QuoteKind.POST})
"""Quotations that say nothing of who says so; a post's author is added anyway."""


class Reporters:
    """Walks an article's reports and quotes along its figures, which must be asked for in the order of the text."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        reports: Sequence[Report],
        quotes: Sequence[Quote] = (),
    ) -> None:
        self._speakers = Speakers(article, tuple(mentions), reports, [quote.marked for quote in quotes])
        self._mentions = sorted(mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._reports = _Cover((report.content, report) for report in reports)
        voiced = (quote for quote in quotes if quote.kind not in _VOICELESS and _is_voiced(quote.chain))
        self._quotes = _Cover((quote.marked, quote) for quote in voiced)
        self._posts = article.posts
        self._next_post = 0

    def chain(self, figure: Span) -> Chain:
        """Return the steps from the utterer of the figure to the page."""
        reports = self._reports.over(figure)
        reports.sort(key=lambda report: (report.content.length, report.force is not Force.CITED, report.cue))
        quotes = self._quotes.over(figure)
        links: list[Link] = []
        if quotes:
            quote = min(quotes, key=lambda quote: quote.marked.length)
            reports = [report for report in reports if quote.marked.covers(report.cue)]
            links = list(quote.chain)
        steps = ((self._link(report), self._speakers.channel(report)) for report in reports)
        links = [link for step in steps for link in step if link is not None] + links
        post = self._post(figure)
        if post is not None and not any(link.source == post.author for link in links):
            links.append(Link(post.author, None, None, Force.WROTE))
        return tuple(links)

    def _link(self, report: Report) -> Link:
        return Link(report.source, self._name(report.source), report.cue, report.force)

    def _post(self, figure: Span) -> Post | None:
        while self._next_post < len(self._posts) and self._posts[self._next_post].text.end <= figure.start:
            self._next_post += 1
        post = self._posts[self._next_post] if self._next_post < len(self._posts) else None
        return post if post is not None and post.text.covers(figure) else None

    def _name(self, source: Span | None) -> Span | None:
        """Return the fullest naming of a source, when it stands elsewhere."""
        if source is None:
            return None
        known = self._speakers.of(source).name
        return known or self._name_inside(source)

    def _name_inside(self, source: Span) -> Span | None:
        """Return the full name of the last mention in a longer source ("the spokeswoman, Ms Brandt")."""
        place = bisect_left(self._starts, source.start)
        inside = None
        while place < len(self._mentions) and self._starts[place] < source.end:
            if source.covers(self._mentions[place].span):
                inside = self._mentions[place]
            place += 1
        return inside.full if inside is not None and not source.covers(inside.full) else None


def _is_voiced(chain: Chain) -> bool:
    return any(link.source is not None for link in chain)


class _Cover(Generic[Item]):
    """What covers a place, asked for in the order of the text: each item is opened and closed once."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda pair: pair[0])
        self._next = 0
        self._open: list[tuple[Span, Item]] = []

    def over(self, place: Span) -> list[Item]:
        """Return the items that cover `place`."""
        while self._next < len(self._items) and self._items[self._next][0].start <= place.start:
            self._open.append(self._items[self._next])
            self._next += 1
        self._open = [pair for pair in self._open if pair[0].end > place.start]
        return [item for span, item in self._open if span.covers(place)]
