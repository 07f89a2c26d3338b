"""The chain of a quote: from the one who uttered the words, by those who pass them on, to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.facts import Chain, Force, Link, QuoteKind

if TYPE_CHECKING:
    from bot.core.quotes.attribution import Attribution
    from bot.core.quotes.speakers import Speakers
    from bot.core.span import Span

_LONGEST = 6


def source_of(kind: QuoteKind, attribution: Attribution) -> Span | None:
    """Return whose words a quotation holds: a summary in marks is that of the one who cites."""
    if kind is QuoteKind.RELAYED:
        content = attribution.reports[0].content
        return [report.source for report in attribution.reports if report.content == content][-1]
    return attribution.source


def chain_of(attribution: Attribution, speakers: Speakers, outer: Chain) -> Chain:
    """Return the links of `attribution`, innermost first, then those of the quotation around it."""
    if not attribution.reports:
        if attribution.source is None:
            return (Link(None, None, None, Force.SAID), *outer)[:_LONGEST]
        speaker = speakers.of(attribution.source)
        return (Link(speaker.mention, speaker.name, None, Force.SAID), *outer)[:_LONGEST]
    links: list[Link] = []
    for report in attribution.reports:
        name = speakers.of(report.source).name if report.source is not None else None
        link = Link(report.source, name, report.cue, report.force)
        if not any(known.source == link.source for known in links):
            links.append(link)
            channel = speakers.channel(report)
            if channel is not None:
                links.append(channel)
    for link in outer:
        if not any(known.cue == link.cue and known.source == link.source for known in links):
            links.append(link)
    return tuple(links[:_LONGEST])
