"""All quotes of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.facts import Chain, Force, Link, Quote, QuoteKind, Speaker
from bot.core.quotes.attribution import NOBODY, Attribution, attribute
from bot.core.quotes.chains import chain_of, source_of
from bot.core.quotes.kinds import Kinds
from bot.core.quotes.speakers import Speakers
from bot.core.reports.stretches import read_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.core.article import Article
    from bot.core.facts import Quotation, Report
    from bot.core.names import Mention
    from bot.core.reports.stretches import Stretch
    from bot.core.span import Span

_VOICELESS = frozenset({QuoteKind.SCARE, QuoteKind.HEADLINE})


def find_quotes(
    article: Article,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    stretches: Sequence[Stretch] | None = None,
) -> tuple[Quote, ...]:
    """Return the quotes of an article in the order of the text, posts included.

    `stretches` are read here if not given.

    Scare quotes and headlines never have a speaker. Where nothing shows who spoke the speaker stays None.
    """
    read = read_stretches(article, quotations, mentions) if stretches is None else stretches
    attributions = attribute(article, quotations, reports, read)
    found = [*_posts(article), *_marked(article, quotations, mentions, reports, attributions)]
    return tuple(sorted(found, key=lambda quote: (quote.span.start, -quote.span.end)))


def _voice(around: Sequence[tuple[Quotation, Chain, Speaker | None]]) -> Span | None:
    """Return the fullest naming of the speaker inside whose words we are."""
    speaker = around[-1][2] if around else None
    return speaker.best if speaker is not None else None


def _posts(article: Article) -> Iterator[Quote]:
    for place, post in enumerate(article.posts):
        link = Link(post.author, None, None, Force.WROTE)
        speaker = Speaker(post.author)
        yield Quote(post.text, post.text, QuoteKind.POST, speaker, (link,), post=place)


def _marked(
    article: Article,
    quotations: Sequence[Quotation],
    mentions: Sequence[Mention],
    reports: Sequence[Report],
    attributions: Mapping[Quotation, Attribution],
) -> Iterator[Quote]:
    speakers = Speakers(article, mentions, reports, [quotation.marked for quotation in quotations])
    kinds = Kinds(article, mentions, reports)
    around: list[tuple[Quotation, Chain, Speaker | None]] = []
    for quotation in quotations:
        while around and around[-1][0].marked.end <= quotation.marked.start:
            around.pop()
        attribution = attributions.get(quotation, NOBODY)
        kind = kinds.of(quotation, attribution)
        chain: Chain = ()
        speaker = None
        if kind not in _VOICELESS:
            chain = chain_of(attribution, speakers, around[-1][1] if around else ())
            source = source_of(kind, attribution)
            speaker = speakers.of(source, within=_voice(around)) if source is not None else None
        yield Quote(quotation.words, quotation.marked, kind, speaker, chain, quotation.repairs)
        around.append((quotation, chain, speaker))
