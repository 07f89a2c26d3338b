"""Cards of single facts: the words first, then who and when, then the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.facts import Bound, QuoteKind
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Piece, Role, block, card

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.article import Article
    from bot.core.facts import Chain, Dated, Figure, Quote, Source, Speaker
    from bot.core.span import Span

Pieces = tuple[Piece | str, ...]
_PAGE = "the article"
_UNNAMED = "not named"
_FARTHEST = 60
"""Characters between the parts of a figure up to which they are shown as one slice."""


def passage_card(article: Article, span: Span, strong: tuple[Span, ...] = ()) -> Card:
    """Return the card of whole sentences; `strong` are the words in it that answer."""
    return card(
        (block(Role.PASSAGE, Cited(article, span, strong)), receipt(article, span), link(article, span))
    )


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


def figure_card(article: Article, figure: Figure, passage: Span | None = None) -> Card:
    """Return the card of a figure: never without the words that bind it, nor without who reports it.

    `passage` is where it stands, its sentence if not given.
    """
    lead = (*figure_words(article, figure), *reporters(article, figure.chain))
    return _placed(article, figure.span, passage, lead, tuple(_reading(article, figure)))


def date_card(article: Article, dated: Dated, passage: Span | None = None) -> Card:
    """Return the card of a time expression: the article's words, and the day they are resolved to."""
    lead = (Cited(article, dated.span), f" = {dated.iso}")
    other = (f"or {dated.ambiguous.isoformat()}: the words fit both",) if dated.ambiguous else ()
    relative = ("counted from the article's own date",) if dated.relative else ()
    return _placed(article, dated.span, passage, lead, other or relative)


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
    """Return the number with its qualifier, unit and event.

    They are one slice as far as they follow each other; what stands elsewhere follows in brackets, so that "353
    officers injured and 12 killed" gives "12 killed (officers)", and no number but the figure's own is shown.
    """
    whole, apart = figure.span, []
    if figure.qualifier and figure.qualifier.end <= whole.start and _near(article, figure.qualifier, whole):
        whole = figure.qualifier.join(whole)
    elif figure.qualifier:
        apart.append(figure.qualifier)
    for part in sorted(part for part in (figure.unit, figure.event) if part is not None):
        if whole.start <= part.start and _near(article, whole, part):
            whole = whole.join(part)
        else:
            apart.append(part)
    return (Cited(article, whole), *(piece for part in apart for piece in (" (", Cited(article, part), ")")))


def _near(article: Article, first: Span, second: Span) -> bool:
    """Whether what lies between can be shown: little, on one line, and without another number."""
    between = article.text[first.end : second.start]
    return len(between) <= _FARTHEST and not any(char == "\n" or char.isdigit() for char in between)


def reporters(article: Article, chain: Chain) -> Pieces:
    """Return ` ← Officials ← The Daily Mail ← the article`; a step the article does not name says so."""
    steps: list[Piece | str] = []
    for step in chain:
        words = step.name or step.source
        steps += [" ← ", Cited(article, words) if words else _UNNAMED]
    return (*steps, f" ← {_PAGE}")


def _placed(article: Article, span: Span, passage: Span | None, lead: Pieces, note: Pieces) -> Card:
    """Return a fact with its note, above the passage in which it stands."""
    around = passage or article.sentence_at(span.start) or span
    strong = (span,) if around.covers(span) else ()
    return card(
        (
            block(Role.LEAD, *lead),
            block(Role.NOTE, *note) if note else None,
            block(Role.PASSAGE, Cited(article, around, strong)),
            receipt(article, around),
            link(article, around),
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
    number = float(value)
    return str(int(number)) if number.is_integer() else repr(number)
