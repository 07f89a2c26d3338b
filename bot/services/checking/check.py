"""Check a message against the articles, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.core.alignment import ReasonKind
from bot.core.alignment.elements import elements
from bot.core.article import Article
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.core.text.tokens import forms
from bot.services.checking.amounts import judge, whole_of
from bot.services.checking.edges import negated_before
from bot.services.checking.message import MOST, Found, find_items, read_message
from bot.services.checking.quoting import Match, hard, match
from bot.services.checking.regions import regions
from bot.services.checking.speakers import fits, speakers
from bot.services.checking.values import Checked, Item, Kind, Reason, Verdict, Why

_ORDER: Final = tuple(Verdict)
_STANDING: Final = frozenset({Verdict.EXACT, Verdict.TYPOGRAPHY, Verdict.TRIMMED})
_SPOKEN_OF: Final = 1 / 3
"""Share of them from which a statement may be told in other words."""
_SAID_IN_OTHER_WORDS: Final = 0.75
"""Share of a statement's telling words from which a hard token that differs is held against it."""


def check(store: FactStore, text: str) -> Checked:
    """Return how each quotation, attributed statement and figure of `text` stands to the articles.

    Offsets of the items count code points of `text`. At most ten items are checked, in their order; the rest is
    counted. Code and spoilers are no part of what somebody says.
    """
    message = read_message(text)
    found = find_items(text, message)
    items = tuple(_item(store, text, message, each) for each in found[:MOST])
    return Checked(text, items, len(found) - len(items), store.ids)


def _item(store: FactStore, text: str, message: Article, found: Found) -> Item:
    if not store.entries:
        return Item(found.span, found.kind, Verdict.NOT_FOUND, speaker=found.speaker)
    if found.kind is Kind.QUOTE:
        return _quote(store, text, found)
    if found.figures:
        return _figures(store, text, message, found)
    return _statement(store, text, found)


def _quote(store: FactStore, text: str, found: Found) -> Item:
    """Of passages that are equally like the words, take the one with the best verdict, speaker included."""
    items = [_matched(store, text, found, each) for each in match(store, text, found.span)]
    return min(items, key=lambda item: _ORDER.index(item.verdict))


def _matched(store: FactStore, text: str, found: Found, each: Match) -> Item:
    verdict, reasons = each.verdict, each.reasons
    wrong = (
        _wrong_speaker(store, text, found, each.region.place, each.passage)
        if each.region is not None and each.passage is not None
        else ()
    )
    if wrong and verdict in _STANDING:
        verdict = Verdict.WRONG_SPEAKER
    article = each.region.article if each.region is not None and each.passage is not None else None
    return Item(found.span, found.kind, verdict, (*wrong, *reasons), article, each.passage, found.speaker)


def _wrong_speaker(
    store: FactStore, text: str, found: Found, place: int, passage: Span
) -> tuple[Reason, ...]:
    if found.speaker is None or fits(store, place, passage, found.speaker.of(text)) is not False:
        return ()
    theirs = next(iter(speakers(store, place, passage)), None)
    return (Reason(Why.SPEAKER, found.speaker, theirs),)


def _figures(store: FactStore, text: str, message: Article, found: Found) -> Item:
    """Judge each figure of a figure or a statement; the worst of them is the verdict of the whole."""
    sentence = message.sentence_at(found.span.start) or found.span
    near = regions(store, sentence.join(found.span).of(message.text))
    amounts = [judge(store, message, figure, near) for figure in found.figures]
    worst = max(amounts, key=lambda amount: _ORDER.index(amount.verdict))
    reasons: list[Reason] = []
    for amount in amounts:
        if amount.article is worst.article:
            reasons += amount.reasons
    verdict = worst.verdict
    if worst.article is not None and worst.place is not None and worst.passage is not None:
        reasons += _strange_names(text, found.span.join(sentence), found, worst.article)
        if reasons and verdict is Verdict.EXACT:
            verdict = Verdict.ALTERED
        wrong = _wrong_speaker(store, text, found, worst.place, worst.passage)
        reasons = [*wrong, *reasons]
        if wrong and verdict in _STANDING:
            verdict = Verdict.WRONG_SPEAKER
    span = found.span if found.kind is Kind.STATEMENT else whole_of(found.figures[0], message.text)
    return Item(span, found.kind, verdict, tuple(reasons), worst.article, worst.passage, found.speaker)


def _strange_names(text: str, around: Span, found: Found, article: Article) -> Iterator[Reason]:
    """Yield the names in the sentence, the speaker's own apart, that the article has nowhere."""
    known = {form.removesuffix("'s") for form in forms(fold(article.text).text)}
    for each in elements(around.of(text)):
        span = Span(around.start + each.span.start, around.start + each.span.end)
        own = found.speaker is not None and found.speaker.meets(span)
        if (
            each.kind is ReasonKind.NAME
            and not own
            and each.key.removesuffix("'s").removesuffix("!") not in known
        ):
            yield Reason(Why.NAME, span, None)


def _statement(store: FactStore, text: str, found: Found) -> Item:
    """Judge a statement without figures: its words stand, or a hard token differs, or it is in other words."""
    best = next(iter(match(store, text, found.span)))
    item = _matched(store, text, found, best)
    told = tuple(reason for reason in item.reasons if reason.why is not Why.CUT)
    if item.verdict in _STANDING | {Verdict.WRONG_SPEAKER} and best.region is not None and item.passage:
        negator = negated_before(store, best.region, item.passage)
        if negator is not None:
            return _put(item, Verdict.ALTERED, (*told, Reason(Why.NEGATION, None, negator)))
        stands = Verdict.WRONG_SPEAKER if item.verdict is Verdict.WRONG_SPEAKER else Verdict.EXACT
        return _put(item, stands, told)
    if item.verdict is Verdict.NOT_FOUND and best.share >= _SPOKEN_OF:
        return _put(item, Verdict.NOT_CHECKABLE, ())
    if item.verdict in {Verdict.ALTERED, Verdict.SPLICED}:
        return _in_other_words(item, best)
    return item


def _in_other_words(item: Item, best: Match) -> Item:
    """A hard token that differs is held against a statement that has nearly all words; else it is not compared."""
    turned = tuple(reason for reason in hard(item.reasons) if reason.why is not Why.NAME or reason.passage)
    if best.share < _SAID_IN_OTHER_WORDS or not turned:
        return _put(item, Verdict.NOT_CHECKABLE, item.reasons)
    return _put(item, Verdict.ALTERED, turned)


def _put(item: Item, verdict: Verdict, reasons: Sequence[Reason]) -> Item:
    return Item(item.span, item.kind, verdict, tuple(reasons), item.article, item.passage, item.speaker)
