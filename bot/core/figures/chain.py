"""Who says so: the reports that cover a figure, innermost first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bot.core.article import Article, Post
from bot.core.facts import Chain, Force, Link, Report
from bot.core.names import Mention
from bot.core.span import Span


class Reporters:
    """Walks an article's reports along its figures, which must be asked for in the order of the text."""

    def __init__(self, article: Article, mentions: Sequence[Mention], reports: Sequence[Report]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._reports = sorted(reports, key=lambda report: (report.content, report.cue))
        self._posts = article.posts
        self._next = 0
        self._next_post = 0
        self._open: list[Report] = []

    def chain(self, figure: Span) -> Chain:
        """Return the steps from the utterer of the figure to the page."""
        links = [
            Link(report.source, self._name(report.source), report.cue, report.force)
            for report in self._over(figure)
        ]
        post = self._post(figure)
        if post is not None:
            links.append(Link(post.author, None, None, Force.WROTE))
        return tuple(links)

    def _over(self, figure: Span) -> list[Report]:
        while self._next < len(self._reports) and self._reports[self._next].content.start <= figure.start:
            self._open.append(self._reports[self._next])
            self._next += 1
        self._open = [report for report in self._open if report.content.end > figure.start]
        covering = [report for report in self._open if report.content.covers(figure)]
        covering.sort(key=lambda report: (report.content.length, report.force is not Force.CITED, report.cue))
        return covering

    def _post(self, figure: Span) -> Post | None:
        while self._next_post < len(self._posts) and self._posts[self._next_post].text.end <= figure.start:
            self._next_post += 1
        post = self._posts[self._next_post] if self._next_post < len(self._posts) else None
        return post if post is not None and post.text.covers(figure) else None

    def _name(self, source: Span | None) -> Span | None:
        """Return the fullest naming of a source, when it stands elsewhere."""
        if source is None:
            return None
        place = bisect_left(self._starts, source.start)
        inside = None
        while place < len(self._mentions) and self._starts[place] < source.end:
            mention = self._mentions[place]
            if source.covers(mention.span):
                inside = mention
            if mention.span == source:
                break
            place += 1
        return inside.full if inside is not None and not source.covers(inside.full) else None
