"""Cards too long for one screen, as several: cut where sentences end, each part with offsets of its own."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.core.article import Article
from bot.core.span import Span
from bot.services.cards.receipt import receipt
from bot.services.cards.values import Block, Card, Cited, Own, Piece, Role

Fits = Callable[[Sequence[Block]], bool]
Measure = Callable[[Card], int]
"""How much of a screen a card takes: at least one for each code point."""

_INLINE = 160
"""Code points of the article's words up to which they stand inside a line of the bot's; longer ones are named by id."""
_LONGEST_OWN = 400
"""The same for words of the bot's, among which are titles and names that front matter gives."""
_SMALLEST = 80
"""Code points under which a passage is not cut further."""
_WHITE = re.compile(r"\s+")


def parts(card: Card, most: int, measure: Measure) -> tuple[Card, ...]:
    """Return the card itself if it measures at most `most`, else several that do, in reading order.

    Passages are cut at the ends of sentences, a sentence too long at white space, one without any where it must be.
    Each part of a passage has a receipt with its own offsets and "part 2 of 3"; nothing is left out and no ellipsis
    put in. What stands before the first passage leads every part.
    """
    card = brief(card)
    if measure(card) <= most:
        return (card,)
    head, groups = _grouped(card)
    if not groups:
        return (card,)

    def fits(made: Sequence[Block]) -> bool:
        return measure(Card((*head, *made))) <= most

    whole = [group for found in groups for group in _cut(found, most, fits)]
    return tuple(Card((*head, *made)) for made in _filled(whole, fits))


def brief(card: Card) -> Card:
    """Return a card in whose lines of the bot's own no name or title is longer than a line should be."""
    return Card(tuple(_brief(block) for block in card.blocks))


def _grouped(card: Card) -> tuple[tuple[Block, ...], list[list[Block]]]:
    """Return what stands before the first passage, and each passage with what belongs to it."""
    head: list[Block] = []
    groups: list[list[Block]] = []
    for block in card.blocks:
        if block.role is Role.PASSAGE:
            groups.append([block])
        else:
            (groups[-1] if groups else head).append(block)
    return tuple(head), groups


def _filled(groups: list[list[Block]], fits: Fits) -> Iterator[list[Block]]:
    """Yield the groups, as many together as fit."""
    made: list[Block] = []
    for group in groups:
        if made and not fits([*made, *group]):
            yield made
            made = []
        made = [*made, *group]
    if made:
        yield made


def _cut(group: list[Block], most: int, fits: Fits) -> list[list[Block]]:
    """Return a group as several that fit, one after the other."""
    cited = group[0].pieces[0]
    if not isinstance(cited, Cited) or (cited.span.length <= most and fits(group)):
        return [group]
    rest = [block for block in group[1:] if block.role not in {Role.RECEIPT, Role.LINK}]

    def made(span: Span, label: str = " · part 88 of 88") -> list[Block]:
        strong = tuple(each for each in cited.strong if span.covers(each))
        proof = receipt(cited.article, span)
        return [
            Block(Role.PASSAGE, (Cited(cited.article, span, strong),)),
            *rest,
            replace(proof, pieces=(*proof.pieces, Own(label))),
        ]

    spans = list(_spans(cited.article, cited.span, most, lambda span: fits(made(span))))
    return [made(span, f" · part {number} of {len(spans)}") for number, span in enumerate(spans, 1)]


def _spans(article: Article, whole: Span, most: int, fits: Callable[[Span], bool]) -> Iterator[Span]:
    """Yield parts of a span that fit, cut where sentences end, else at white space, else anywhere."""
    text, start = article.text, whole.start
    ends = [*(each.end for each in article.sentences if whole.start < each.end < whole.end), whole.end]
    while start < whole.end:
        here = [end for end in ends if end > start]
        fitting = deque(takewhile(fits, (Span(start, end) for end in here)), maxlen=1)
        stop = fitting[0].end if fitting else _longest(text, Span(start, min(here[0], start + most)), fits)
        shown = Span(start, start + len(text[start:stop].rstrip()))
        if shown.length:
            yield shown
        white = _WHITE.match(text, stop)
        start = min(white.end() if white else stop, whole.end)


def _longest(text: str, span: Span, fits: Callable[[Span], bool]) -> int:
    """Return where the longest beginning of `span` that fits ends, at white space if there is some."""
    low, high = min(span.start + _SMALLEST, span.end), span.end
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(Span(span.start, middle)) else (low, middle - 1)
    white = max((match.start() for match in _WHITE.finditer(text, span.start + 1, low)), default=0)
    return white if white > span.start + _SMALLEST // 2 else low


def _brief(block: Block) -> Block:
    if block.role in {Role.PASSAGE, Role.LINK}:
        return block
    return replace(block, pieces=tuple(map(_brief_piece, block.pieces)))


def _brief_piece(piece: Piece) -> Piece:
    """Return a piece, or where its words can be read if they are too long: they are never cut."""
    if isinstance(piece, Cited):
        where = f"{piece.article.id}:{piece.span.start}-{piece.span.end}"
        return Own(f"({piece.span.length} characters, {where})") if piece.span.length > _INLINE else piece
    return Own(f"({len(piece.text)} characters)") if len(piece.text) > _LONGEST_OWN else piece
