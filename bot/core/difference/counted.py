"""Which figure of the new version stands for which of the old one.

A figure is known again by what it counts, or by its sentence, where that is the same but for its numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from bot.core.article import Article
from bot.core.difference.matching import match, match_single
from bot.core.difference.values import Changes, Pair
from bot.core.difference.wording import passed_on, worded
from bot.core.facts import Figure
from bot.core.search.words import Stemmer
from bot.core.span import Span
from bot.core.store import Entry
from bot.core.text.tokens import tokens

_NUMBER = "#"
_FEWEST_WORDS = 2
"""Words beside the numbers that a sentence has to have to be known by them: "353" alone is any number."""


class Recounted(NamedTuple):
    """The figures that came, went or changed, and those that somebody else reports now."""

    figures: Changes[Figure]
    reporters: tuple[Pair[Figure], ...]


def recounted(old: Entry, new: Entry) -> Recounted:
    """Compare the figures of two versions; where several could stand for several others none is paired."""
    stem = cache(Stemmer().stem)
    before, after = _Counted(old, stem), _Counted(new, stem)
    same = match(old.facts.figures, new.facts.figures, before.reported, after.reported)
    moved = match(same.gone, same.come, before.amount, after.amount)
    in_place = match_single(moved.gone, moved.come, before.place, after.place)
    of_thing = match_single(in_place.gone, in_place.come, before.thing, after.thing)
    pairs = sorted([*in_place.pairs, *of_thing.pairs], key=lambda pair: pair.new.span)
    return Recounted(Changes(of_thing.gone, of_thing.come, tuple(pairs)), moved.pairs)


class _Counted:
    """The keys of the figures of one article."""

    def __init__(self, entry: Entry, stem: Callable[[str], str]) -> None:
        self._article = entry.article
        self._stem = stem
        self._places = _skeletons(entry)

    def thing(self, figure: Figure) -> tuple[object, ...] | None:
        """What is counted, what befell it and where; None where the article says none of the first two."""
        unit, event = self._stems(figure.unit), self._stems(figure.event)
        place = worded(self._article, figure.place) if figure.place else ""
        return (unit, event, place) if unit or event else None

    def place(self, figure: Figure) -> tuple[object, ...] | None:
        """The sentence without its numbers, and which of them it is."""
        return self._places.get(figure.span)

    def amount(self, figure: Figure) -> tuple[object, ...]:
        """The amount as it is stated, with what it counts."""
        stated = (figure.hypothetical, figure.comparison, figure.negated is None)
        thing = self.thing(figure) or self.place(figure)
        return figure.low, figure.high, figure.vague, figure.bound, stated, thing

    def reported(self, figure: Figure) -> tuple[object, ...]:
        """The same with who reports it."""
        return self.amount(figure), passed_on(self._article, figure.chain)

    def _stems(self, span: Span | None) -> tuple[str, ...]:
        found = () if span is None else tokens(self._article.text, span)
        return tuple(self._stem(token.form) for token in found)


def _skeletons(entry: Entry) -> dict[Span, tuple[object, ...]]:
    """Return for each figure its sentence with a sign for every amount in it, and its number among them."""
    article, by_sentence = entry.article, defaultdict[Span, list[Figure]](list)
    for figure in entry.facts.figures:
        sentence = article.sentence_at(figure.span.start)
        if sentence is not None:
            by_sentence[sentence].append(figure)
    found: dict[Span, tuple[object, ...]] = {}
    for sentence, figures in by_sentence.items():
        skeleton = _skeleton(article, sentence, figures)
        if sum(word != _NUMBER for word in skeleton) >= _FEWEST_WORDS:
            found |= {figure.span: (skeleton, number) for number, figure in enumerate(figures)}
    return found


def _skeleton(article: Article, sentence: Span, figures: list[Figure]) -> tuple[str, ...]:
    starts = {figure.span.start for figure in figures}
    hidden = [figure.span for figure in figures]
    hidden += [figure.qualifier for figure in figures if figure.qualifier is not None]
    inside = {token.span for span in hidden for token in tokens(article.text, span)}
    return tuple(
        _NUMBER if token.span.start in starts else token.form
        for token in tokens(article.text, sentence)
        if token.span.start in starts or token.span not in inside
    )
