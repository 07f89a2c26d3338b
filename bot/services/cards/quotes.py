"""Cards of quotes and sources: the words first, then who and when, then the receipt."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article, Post
from bot.core.facts import Chain, Link, Quote, QuoteKind, Source, Speaker
from bot.services.cards.chains import UNNAMED, reporters
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Piece, Pieces, Role, block, card


def quote_card(article: Article, quote: Quote) -> Card:
    """Return the card of a quote: the words with their marks as they stand, who, how it got here."""
    repairs = "; ".join(repair.value for repair in quote.repairs)
    return card(
        (
            block(Role.PASSAGE, Cited(article, quote.marked, (quote.span,))),
            post_line(article, article.posts[quote.post])
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


def post_line(article: Article, post: Post) -> Block:
    """Return the line that says whose post it is, of what day, and on which page it is embedded."""
    return block(Role.WHO, *_posted_by(article, post), *reporters(article, ()))


def _posted_by(article: Article, post: Post) -> Iterator[Piece | str]:
    yield from ("— ", Cited(article, post.author))
    if post.handle is not None:
        yield from (" (@", Cited(article, post.handle), ")")
    if post.date_span is not None:
        yield from (" · ", Cited(article, post.date_span))
    if post.date is not None:
        yield f" ({post.date.isoformat()})"
    yield " · post"


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
            *reporters(article, quote.chain),
        )
    place = _place(quote.chain, quote.speaker)
    relayed = (piece for link in quote.chain[:place] for piece in _passed_on(article, link))
    after = reporters(article, quote.chain[place + 1 :])
    return block(Role.WHO, *_speaker(article, quote.speaker), f" · {kind}", *relayed, *after)


def _place(chain: Chain, speaker: Speaker) -> int:
    """Return which step of the chain the speaker is; those before are whose words the speaker passes on."""
    named = {span for span in (speaker.mention, speaker.name) if span is not None}
    return next((place for place, link in enumerate(chain) if named & {link.source, link.name}), 0)


def _passed_on(article: Article, link: Link) -> Pieces:
    words = link.name or link.source
    return (", from ", Cited(article, words) if words else UNNAMED)


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
