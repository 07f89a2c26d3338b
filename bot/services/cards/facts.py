"""Cards of single facts: the words first, then who and when, then the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.facts import Bound, QuoteKind
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Piece, Role, block, card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.article import Article
    from bot.core.facts import Chain, Figure, Quote, Source, Speaker
    from bot.core.span import Span

Pieces = tuple[Piece | str, ...]
_PAGE = "the article"
_UNNAMED = "not named"
_FARTHEST = 60
"""Characters between the parts of a figure up to which they are shown as one slice."""


def passage_card(article: Article, span: Span, strong: Span | None = None) -> Card:
    """Return the card of whole sentences; `strong` is the part that answers."""
    return card(
        (block(Role.PASSAGE, Cited(article, span, strong)), receipt(article, span), link(article, span))
    )


def quote_card(article: Article, quote: Quote) -> Card:
    """Return the card of a quote: the words with their marks as they stand, who, how it got here."""
    repairs = "; ".join(repair.value for repair in quote.repairs)
    return card(
        (
            block(Role.PASSAGE, Cited(article, quote.marked, quote.span)),
            block(Role.WHO, *_post_by(article, quote))
            if quote.post is not None
            else _spoken_by(article, quote),
            block(Role.NOTE, f"marks repaired: {repairs}") if repairs else None,
            receipt(article, quote.marked),
            link(article, quote.marked),
        )
    )


def figure_card(article: Article, figure: Figure) -> Card:
    """Return the card of a figure: never without the words that bind it, nor without who reports it."""
    sentence = article.sentence_at(figure.span.start)
    return card(
        (
            block(Role.LEAD, *figure_words(article, figure), *reporters(article, figure.chain)),
            block(Role.NOTE, *_reading(article, figure)),
            block(Role.PASSAGE, Cited(article, sentence, figure.span)) if sentence else None,
            receipt(article, sentence or figure.span),
            link(article, sentence or figure.span),
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


def figure_words(article: Article, figure: Figure) -> Pieces:
    """Return qualifier, number, unit and event: as one slice where they stand together, else piece by piece."""
    parts = sorted(
        part for part in (figure.qualifier, figure.span, figure.unit, figure.event) if part is not None
    )
    pieces: list[Piece | str] = []
    whole = parts[0]
    for part in parts[1:]:
        if part.start - whole.end <= _FARTHEST and "\n" not in article.text[whole.end : part.start]:
            whole = whole.join(part)
        else:
            pieces += [Cited(article, whole), " … "]
            whole = part
    return (*pieces, Cited(article, whole))


def reporters(article: Article, chain: Chain) -> Pieces:
    """Return ` ← Officials ← The Daily Mail ← the article`; a step the article does not name says so."""
    steps: list[Piece | str] = []
    for step in chain:
        words = step.name or step.source
        steps += [" ← ", Cited(article, words) if words else _UNNAMED]
    return (*steps, f" ← {_PAGE}")


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
    return (f" · speaker {_UNNAMED}",)


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


def _reading(article: Article, figure: Figure) -> Iterator[Piece | str]:
    bound = "" if figure.bound is Bound.EXACT else f"{figure.bound.value} "
    vague = "a vague amount from " if figure.vague else ""
    yield f"read as {bound}{vague}{_amount(figure)}"
    labelled = (
        ("of", figure.unit),
        ("who or which", figure.event),
        ("part of", figure.subset_of),
        ("in", figure.place),
        ("when", figure.when),
    )
    for label, span in labelled:
        if span is not None:
            yield from (f" · {label}: ", Cited(article, span))
    if figure.hypothetical:
        yield " · hypothetical"
    if figure.comparison:
        yield " · a comparison"


def _amount(figure: Figure) -> str:
    return (
        _number(figure.low)
        if figure.low == figure.high
        else f"{_number(figure.low)} to {_number(figure.high)}"
    )


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)
