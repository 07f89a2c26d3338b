"""Generated articles: as many sentences as asked for, with words, names and numbers as rare as in news.

Words follow Zipf's law (a word's frequency falls with its rank), and their number grows with the text by Heaps' law.
Nothing is taken from anywhere, and the same seed gives the same articles.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.core.article import Article, Block, BlockKind, Detail
from bot.core.span import Span

PER_ARTICLE = 40
"""Sentences of one article: what a news story of 5,000 characters has."""
_PER_PARAGRAPH = 3
_HEAPS = 30.0, 0.6
"""Different words are about 30 times the number of sentences to the power of 0.6: 119,000 in a million sentences."""
_ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "sl",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "io", "ou"]
_CODAS = ["", "", "", "l", "m", "n", "nd", "r", "rd", "rt", "s", "st", "t", "ck", "x"]
_ENDINGS = ["", "", "", "", "s", "ed", "ing", "er"]
_FUNCTION = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "as",
    "was",
    "with",
    "be",
    "by",
    "on",
    "not",
    "he",
    "his",
    "but",
    "at",
    "are",
    "this",
    "have",
    "from",
    "or",
    "had",
    "an",
    "they",
    "which",
    "one",
    "were",
    "all",
    "their",
    "there",
    "been",
    "has",
    "when",
    "who",
    "will",
    "no",
    "more",
    "if",
    "out",
    "so",
    "up",
    "about",
    "into",
    "than",
    "its",
    "only",
    "other",
    "can",
]
_VERBS = [
    "said",
    "announced",
    "confirmed",
    "warned",
    "denied",
    "told",
    "reported",
    "argued",
    "added",
    "claimed",
]
_COUNTED = [
    "people",
    "houses",
    "boats",
    "soldiers",
    "voters",
    "schools",
    "trucks",
    "miners",
    "trees",
    "barrels",
]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Generated sentences with, for each, the words that say what it is about."""

    sentences: tuple[str, ...]
    content: tuple[tuple[str, ...], ...]

    def articles(self) -> Iterator[Article]:
        """Yield the sentences as articles, whose structure is known without reading it."""
        for first in range(0, len(self.sentences), PER_ARTICLE):
            yield _article(first // PER_ARTICLE, self.sentences[first : first + PER_ARTICLE])


def generate(size: int, seed: int = 1) -> Corpus:
    """Return `size` sentences of 8 to 24 words."""
    rng = random.Random(seed)  # noqa: S311 – the same text each time
    factor, power = _HEAPS
    words = _Drawn(rng, _words(rng, int(factor * size**power)), shift=8.0)
    small = _Drawn(rng, _FUNCTION, shift=2.0)
    first = _Drawn(rng, [word.title() for word in _words(rng, 400)], shift=10.0)
    last = _Drawn(rng, [word.title() for word in _words(rng, int(10 * size**0.5))], shift=20.0)
    sentences, content = [], []
    for _ in range(size):
        parts, telling = _sentence(rng, words, small, (first, last))
        sentences.append(parts)
        content.append(telling)
    return Corpus(tuple(sentences), tuple(content))


def _sentence(
    rng: random.Random, words: _Drawn, small: _Drawn, names: tuple[_Drawn, _Drawn]
) -> tuple[str, tuple[str, ...]]:
    parts: list[str] = []
    telling: list[str] = []
    for _ in range(rng.randint(8, 22)):
        dice = rng.random()
        if dice < 0.42:
            parts.append(small.next())
        elif dice < 0.93:
            parts.append(words.next())
            telling.append(parts[-1])
        elif dice < 0.97:
            given, family = names[0].next(), names[1].next()
            parts += [given, family]
            telling.append(family)
        else:
            number = str(rng.randint(2, 99) * rng.choice((1, 1, 1, 10, 25)))
            parts += [number, rng.choice(_COUNTED)]
            telling.append(number)
    text = " ".join(parts)
    text = text[0].upper() + text[1:]
    if rng.random() < 0.12:
        given, family = names[0].next(), names[1].next()
        telling.append(family)
        return f"“{text},” {given} {family} {rng.choice(_VERBS)}.", tuple(telling)
    return f"{text}.", tuple(telling)


class _Drawn:
    """Words drawn by rank: the weight of rank `r` is `1 / (r + shift)` (Zipf and Mandelbrot)."""

    def __init__(self, rng: random.Random, words: Sequence[str], shift: float) -> None:
        self._rng = rng
        self._words = words
        self._sums = list(accumulate(1 / (rank + shift) for rank in range(len(words))))
        self._ready: list[str] = []

    def next(self) -> str:
        """Return the next word."""
        if not self._ready:
            self._ready = self._rng.choices(self._words, cum_weights=self._sums, k=4096)
        return self._ready.pop()


def _words(rng: random.Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = rng.choices((1, 2, 3, 4), (1, 6, 5, 1))[0]
        stem = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables))
        word = stem + rng.choice(_CODAS) + rng.choice(_ENDINGS)
        if len(word) > 3:
            found[word] = None
    return list(found)


def _article(number: int, sentences: Sequence[str]) -> Article:
    title = f"Report {number}"
    text = title
    blocks = [Block(Span(0, len(title)), BlockKind.TITLE, 1)]
    spans = [Span(0, len(title))]
    for first in range(0, len(sentences), _PER_PARAGRAPH):
        text += "\n\n"
        start = len(text)
        for sentence in sentences[first : first + _PER_PARAGRAPH]:
            if len(text) > start:
                text += " "
            spans.append(Span(len(text), len(text) + len(sentence)))
            text += sentence
        blocks.append(Block(Span(start, len(text)), BlockKind.PROSE, len(blocks) + 1))
    return Article(
        f"report-{number:06}",
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        tuple(blocks),
        tuple(spans),
        title=Detail(title, Span(0, len(title))),
    )
