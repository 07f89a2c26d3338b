"""Cards of quotes and sources: the words first, then who and when, then the receipt."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article
from bot.core.facts import Chain, Quote, QuoteKind, Source, Speaker
from bot.services.cards.chains import UNNAMED, reporters
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Piece, Pieces, Role, block, card


def quote_card(article: Article, quote: Quote) -> Card:
    """Return the card of a quote: the words with their marks as they stand, who, how it got here."""
    repairs = "; ".join(repair.value for repair in quote.repairs)
    return card(
        (
            block(Role.PASSAGE, Cited(article, quote.marked, (quote.span,))),
            block(Role.WHO, *_post_by(article, quote))
            if quote.post is not None
            else _spoken_by(article, quote),
            block(Role.NOTE, f"marks repaired: {repairs}") if repairs else None,
            receipt(article, quote.marked),
            link(article, quote.marked),
        )
    )


def source_card(article: Article, source: Source) -> Card:
    """Return the card of a source and of all it is cited for."""
    named = "named" if source.named else "not named"
    return card(
        (
            block(Role.LEAD, Cited(article, source.name), f" · {source.kind.value}, {named}"),
            block(
                Role.NOTE,
                f"cited {len(source.cited_for)} times"[: -1 if len(source.cited_for) == 1 else None],
            ),
            *_cited_for(article, source),
        )
    )


def _cited_for(article: Article, source: Source) -> Iterator[Block]:
    for span in source.cited_for:
        yield block(Role.PASSAGE, Cited(article, span))
        yield receipt(article, span)


def _spoken_by(article: Article, quote: Quote) -> Block:
    kind = f"{quote.kind.value} quotation"
    if quote.speaker is None:
        return block(
            Role.WHO,
            kind,
            *_without_speaker(quote),
            *(reporters(article, quote.chain) if quote.chain else ()),
        )
    return block(Role.WHO, *_speaker(article, quote.speaker), f" · {kind}", *_path(article, quote.chain))


def _without_speaker(quote: Quote) -> Pieces:
    if quote.kind in {QuoteKind.SCARE, QuoteKind.HEADLINE}:
        return ()
    return (f" · speaker {UNNAMED}",)


def _speaker(article: Article, speaker: Speaker) -> Pieces:
    if speaker.candidates:
        first, *others = (Cited(article, candidate) for candidate in speaker.candidates)
        return ("— ambiguous: ", first, *(piece for other in others for piece in (" or ", other)))
    pieces: Pieces = ("— ", Cited(article, speaker.best))
    if speaker.role is not None and not speaker.best.covers(speaker.role):
        pieces = (*pieces, ", ", Cited(article, speaker.role))
    if speaker.mention.of(article.text) != speaker.best.of(article.text):
        pieces = (*pieces, " (here: ", Cited(article, speaker.mention), ")")
    return pieces


def _path(article: Article, chain: Chain) -> Pieces:
    """Return the steps after the speaker, who is the chain's first."""
    return reporters(article, chain[1:]) if len(chain) > 1 else ()


def _post_by(article: Article, quote: Quote) -> Iterator[Piece | str]:
    post = article.posts[quote.post or 0]
    yield from ("— ", Cited(article, post.author))
    if post.handle is not None:
        yield from (" (@", Cited(article, post.handle), ")")
    if post.date_span is not None:
        yield from (" · ", Cited(article, post.date_span))
    if post.date is not None:
        yield f" ({post.date.isoformat()})"
    yield " · post"
