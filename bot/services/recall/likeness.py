"""Where a passage, or what is most like it, stands in another version of its article."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from bot.core.article import Article
from bot.core.span import Span
from bot.core.text.tokens import tokens

_LEAST = 0.5
"""Of the words of both, how many the two have in common at least, in the same order, to be worth showing."""


def whole(article: Article, span: Span) -> Span:
    """Return a passage with the rest of its sentences; where there are none, with the rest of its paragraph."""
    edges = [span]
    for offset in (span.start, span.end - 1):
        block = article.block_at(offset)
        edges.append(article.sentence_at(offset) or (block.span if block else span))
    return Span(min(edge.start for edge in edges), max(edge.end for edge in edges))


def same_places(old: Article, passage: Span, new: Article) -> tuple[Span, ...]:
    """Return where the characters of whole sentences stand in `new` as whole sentences, the nearest place first.

    As a part of a longer sentence they would be the same letters and another statement. Near is what lies at the same
    share of the text.
    """
    words = passage.of(old.text)
    found = [Span(at, at + len(words)) for at in _found(words, new.text)]
    starts = _begins(old, passage), _ends(old, passage)
    fitting = [
        span
        for span in found
        if (_begins(new, span) or not starts[0]) and (_ends(new, span) or not starts[1])
    ]
    return tuple(sorted(fitting, key=lambda span: (_away(old, passage, new, span), span)))


def most_alike(old: Article, passage: Span, new: Article) -> Span | None:
    """Return the sentences of `new` that are most like `passage`, None where none have half of the words in common.

    This finds what to show beside a passage that is no longer there. It never says that two are the same.
    """
    words = [token.form for token in tokens(old.text, passage)]
    if not words:
        return None
    best: tuple[float, float] = (0.0, 0.0)
    found: Span | None = None
    for span, forms in _windows(new, sum(passage.meets(unit) for unit in _units(old))):
        alike = Indel.normalized_similarity(words, forms, score_cutoff=max(_LEAST, best[0]))
        rank = alike, -_away(old, passage, new, span)
        if alike and rank > (best if found else (0.0, -1.0)):
            best, found = rank, span
    return found


def _found(words: str, text: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _begins(article: Article, span: Span) -> bool:
    """Whether no sentence goes on over the start of the span, and no word."""
    sentence = article.sentence_at(span.start)
    return not (sentence and sentence.start < span.start) and not _inside_word(article.text, span.start)


def _ends(article: Article, span: Span) -> bool:
    sentence = article.sentence_at(span.end - 1)
    return not (sentence and sentence.end > span.end) and not _inside_word(article.text, span.end)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _away(old: Article, passage: Span, new: Article, span: Span) -> float:
    """Return how far apart two places are, as shares of their texts: 0 to 1."""
    return abs(passage.start / len(old.text) - span.start / len(new.text))


def _units(article: Article) -> list[Span]:
    """Return the sentences, and the paragraphs that have none."""
    bare = [block.span for block in article.blocks if article.sentence_at(block.span.start) is None]
    return sorted([*article.sentences, *bare])


def _windows(article: Article, size: int) -> Iterator[tuple[Span, list[str]]]:
    """Yield every run of units that is as long as `size`, one shorter or one longer, with its words."""
    units = _units(article)
    forms = [[token.form for token in tokens(article.text, unit)] for unit in units]
    for length in {max(1, size - 1), max(1, size), size + 1}:
        for first in range(len(units) - length + 1):
            run = slice(first, first + length)
            yield units[first].join(units[first + length - 1]), [form for each in forms[run] for form in each]
