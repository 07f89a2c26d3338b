"""Passages that changed, each once, with what was told in them marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.core.article import Article
from bot.core.difference import Difference, Pair
from bot.core.span import Span
from bot.services.cards.receipt import receipt
from bot.services.cards.values import Block, Card, Cited, Role, block, card


def passage_changes(found: Difference) -> Iterator[Card]:
    """Yield the passages that are gone, those that came, and those that are spelled otherwise.

    The sentences of quotes and figures that came or went are among them; those of changed figures are not.
    """
    if found.old is None or found.new is None:
        return
    old, new = found.old.article, found.new.article
    told = found.figures.changed
    gone = [*(quote.marked for quote in found.quotes.gone), *(figure.span for figure in found.figures.gone)]
    come = [*(quote.marked for quote in found.quotes.come), *(figure.span for figure in found.figures.come)]
    yield from _side("gone", old, found.sentences.gone, sorted(gone), [pair.old.span for pair in told])
    yield from _side("new", new, found.sentences.come, sorted(come), [pair.new.span for pair in told])
    for pair in found.sentences.changed:
        yield card((block(Role.LEAD, "spelled otherwise"), *both(old, new, pair)))


def both(old: Article, new: Article, pair: Pair[Span]) -> Iterator[Block]:
    """Yield the sentence of a thing as it was and as it is."""
    for article, place in ((old, pair.old), (new, pair.new)):
        around = article.sentence_at(place.start) or place
        strong = (place,) if around.covers(place) and around != place else ()
        yield block(Role.PASSAGE, Cited(article, around, strong))
        yield receipt(article, around)


def _side(
    word: str, article: Article, sentences: Iterable[Span], facts: Sequence[Span], told: Iterable[Span]
) -> Iterator[Card]:
    above = {article.sentence_at(span.start) for span in told}
    spans = {each for each in sentences if each not in above} | set(_sentences(article, facts))
    for passage in _joined(article, sorted(spans)):
        strong = tuple(_apart(fact for fact in facts if passage.covers(fact)))
        shown = block(Role.PASSAGE, Cited(article, passage, strong))
        yield card((block(Role.LEAD, word), shown, receipt(article, passage)))


def _sentences(article: Article, facts: Iterable[Span]) -> Iterator[Span]:
    """Yield the whole sentences in which facts stand; a fact outside all sentences stands for itself."""
    for fact in facts:
        first = article.sentence_at(fact.start)
        last = article.sentence_at(max(fact.start, fact.end - 1))
        yield (first or fact).join(fact).join(last or fact)


def _joined(article: Article, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans that overlap or follow each other in one paragraph as one passage."""
    made: Span | None = None
    for span in spans:
        if made is not None and _follows(article, made, span):
            made = made.join(span)
        else:
            if made is not None:
                yield made
            made = span
    if made is not None:
        yield made


def _follows(article: Article, first: Span, second: Span) -> bool:
    if second.start <= first.end:
        return True
    return article.block_at(first.start) == article.block_at(second.start) and not (
        article.text[first.end : second.start].strip()
    )


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield those of the sorted spans that do not overlap one before them."""
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
