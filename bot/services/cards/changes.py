"""Cards of what changed in an article: a summary line, then each passage that changed, as it was and as it is."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article
from bot.core.difference import DetailChange, Difference, Pair
from bot.core.facts import Quote, Source
from bot.services.cards.chains import UNNAMED, reporters
from bot.services.cards.change_line import change_line
from bot.services.cards.change_passages import both, passage_changes
from bot.services.cards.figures import figure_words
from bot.services.cards.receipt import detail, receipt
from bot.services.cards.values import Card, Cited, Pieces, Role, block, card


def change_cards(difference: Difference) -> tuple[Card, ...]:
    """Return the cards of one article's change, the summary first.

    Words that are gone are cited from the old article and words that came from the new one, each with the receipt of
    its own version. Of an article that came or went as a whole there is the summary only.
    """
    head = card((block(Role.LEAD, *change_line(difference)),))
    old, new = difference.old, difference.new
    if old is None or new is None:
        return (head,)
    return (
        head,
        *_details(difference),
        *_figures(difference),
        *_quotes(difference),
        *passage_changes(difference),
        *_sources(difference),
    )


def _details(found: Difference) -> Iterator[Card]:
    if found.details and found.old and found.new:
        old, new = found.old.article, found.new.article
        yield card(block(Role.NOTE, *_detail(old, new, each)) for each in found.details)


def _detail(old: Article, new: Article, change: DetailChange) -> Pieces:
    before = detail(old, change.old) if change.old else "none"
    after = detail(new, change.new) if change.new else "none"
    return (f"{change.name}: ", before, " → ", after)


def _figures(found: Difference) -> Iterator[Card]:
    if found.old is None or found.new is None:
        return
    old, new = found.old.article, found.new.article
    for pair in found.figures.changed:
        lead = (*figure_words(old, pair.old), " → ", *figure_words(new, pair.new))
        yield card((block(Role.LEAD, *lead), *both(old, new, Pair(pair.old.span, pair.new.span))))
    for pair in found.reporters:
        yield card(
            (
                block(Role.LEAD, "reported by somebody else: ", *figure_words(new, pair.new)),
                block(Role.WHO, "before", *reporters(old, pair.old.chain)),
                block(Role.WHO, "now", *reporters(new, pair.new.chain)),
                *both(old, new, Pair(pair.old.span, pair.new.span)),
            )
        )


def _quotes(found: Difference) -> Iterator[Card]:
    if found.old is None or found.new is None:
        return
    old, new = found.old.article, found.new.article
    for pair in found.quotes.changed:
        yield card(
            (
                block(Role.LEAD, "said by somebody else, or passed on otherwise"),
                block(Role.PASSAGE, Cited(new, pair.new.marked, (pair.new.span,))),
                block(Role.WHO, "before: ", *_said_by(old, pair.old)),
                block(Role.WHO, "now: ", *_said_by(new, pair.new)),
                receipt(old, pair.old.marked),
                receipt(new, pair.new.marked),
            )
        )


def _said_by(article: Article, quote: Quote) -> Pieces:
    if quote.post is not None:
        return (Cited(article, article.posts[quote.post].author), " · post")
    speaker = quote.speaker
    names = () if speaker is None else speaker.candidates or (speaker.best,)
    steps = {span for step in quote.chain for span in (step.source, step.name)}
    told = [piece for name in names if name not in steps for piece in (" or ", Cited(article, name))]
    reported = reporters(article, quote.chain)
    if told:
        return (*told[1:], *reported)
    return reported[1:] if quote.chain else (UNNAMED, *reported)


def _sources(found: Difference) -> Iterator[Card]:
    if found.old is not None and found.new is not None:
        yield from _named("sources gone", found.old.article, found.sources.gone)
        yield from _named("sources new", found.new.article, found.sources.come)


def _named(word: str, article: Article, sources: tuple[Source, ...]) -> Iterator[Card]:
    if sources:
        names = [piece for source in sources for piece in (", ", Cited(article, source.name))][1:]
        yield card((block(Role.NOTE, f"{word}: ", *names),))
