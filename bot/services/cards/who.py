"""Who says so, link by link: from whoever said it to the page, one span for each link."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article
from bot.core.facts import Chain, Figure, Link, Quote, QuoteKind
from bot.services.answers import Hit
from bot.services.cards.chains import UNNAMED, page_words
from bot.services.cards.figures import figure_words
from bot.services.cards.quotes import post_line
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Piece, Role, block, card

_NOBODY = frozenset({QuoteKind.SCARE, QuoteKind.HEADLINE})
"""Kinds that have no speaker: words held at a distance, and titles."""


def who_card(hit: Hit) -> Card:
    """Return a quotation or figure with its chain, a line for each link, "not named" where one is missing."""
    article, fact, span = hit.passage.article, hit.fact, hit.passage.span
    end = (receipt(article, span), link(article, span))
    if isinstance(fact, Quote):
        return card(
            (block(Role.PASSAGE, Cited(article, span, (fact.span,))), *_quote_links(article, fact), *end)
        )
    if isinstance(fact, Figure):
        strong = (fact.span,) if span.covers(fact.span) else ()
        lead = block(Role.LEAD, *figure_words(article, fact))
        passage = block(Role.PASSAGE, Cited(article, span, strong))
        return card((lead, *_links(article, fact.chain), passage, *end))
    return card((block(Role.PASSAGE, Cited(article, span)), *end))


def _quote_links(article: Article, quote: Quote) -> Iterator[Block]:
    if quote.post is not None:
        yield post_line(article, article.posts[quote.post])
        return
    if quote.kind in _NOBODY and not quote.chain:
        yield block(Role.NOTE, f"A {quote.kind.value} quotation: it has no speaker.")
    speaker = quote.speaker
    if speaker is not None and speaker.candidates:
        first, *others = (Cited(article, each) for each in speaker.candidates)
        yield block(Role.WHO, "ambiguous: ", first, *(piece for other in others for piece in (" or ", other)))
    chain = quote.chain
    if not chain and quote.kind not in _NOBODY and (speaker is None or not speaker.candidates):
        number = 1
        words = Cited(article, speaker.best) if speaker else UNNAMED
        yield block(Role.WHO, f"{number} · ", words)
        yield block(Role.WHO, f"{number + 1} · on the page: ", *page_words(article))
        return
    yield from _links(article, chain, said_by_page=False)


def _links(article: Article, chain: Chain, *, said_by_page: bool = True) -> Iterator[Block]:
    """Yield the links in order, the page last; a figure without a chain is the article's own."""
    if not chain and said_by_page:
        yield block(Role.WHO, "in the article's own words: ", *page_words(article))
        return
    for number, each in enumerate(chain, 1):
        yield block(Role.WHO, f"{number} · ", *_named(article, each))
    place = f"{len(chain) + 1} · " if chain else ""
    yield block(Role.WHO, f"{place}on the page: ", *page_words(article))


def _named(article: Article, each: Link) -> Iterator[Piece | str]:
    words = each.name or each.source
    yield Cited(article, words) if words else UNNAMED
    if each.name and each.source and each.name.of(article.text) != each.source.of(article.text):
        yield from (" (here: ", Cited(article, each.source), ")")
    if each.cue is not None:
        yield from (" · ", Cited(article, each.cue))
