"""Links that land on a passage: text fragments, proved before they are given.

The form is `url#:~:text=[prefix-,]start[,end][,-suffix]` of the URL Fragment Text Directives draft (WICG,
"Scroll to Text Fragment"). A link is given only if a finder, run over the stored text the way a browser searches
a page, selects exactly the span. The finder folds more than browsers do (case, accents, white space) and ignores
word boundaries, so it sees at least every match that a browser sees: what is first here is first there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import quote

from bot.core.article import Article
from bot.core.span import Span

LONGEST_EXACT = 300
"""Characters up to which the whole passage is written into the link; longer ones give first and last words."""
SHORTEST_ALONE = 20
"""Characters under which a passage is never linked without context: short text recurs in a page's menus."""
_EDGE_WORDS = (4, 8, 12)
_CONTEXT_WORDS = (0, 1, 2, 3, 5, 8, 12)
_CONTEXT_REACH = 400


@dataclass(frozen=True, slots=True)
class _Directive:
    """The four parts of a text directive, as words of the article; empty where absent."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def encoded(self) -> str:
        parts = (
            f"{_encode(self.prefix)}-" if self.prefix else "",
            _encode(self.start),
            _encode(self.end),
            f"-{_encode(self.suffix)}" if self.suffix else "",
        )
        return ",".join(part for part in parts if part)

    def pattern(self) -> re.Pattern[str]:
        before = re.escape(_fold(self.prefix)) + " ?" if self.prefix else ""
        after = " ?" + re.escape(_fold(self.suffix)) if self.suffix else ""
        middle = re.escape(_fold(self.start))
        if self.end:
            middle += ".*?" + re.escape(_fold(self.end))
        return re.compile(f"{before}({middle}){after}")


def passage_link(article: Article, span: Span, *, longest: int | None = None) -> str | None:
    """Return a link that selects exactly `span` on the article's page.

    `longest` is the most characters the link may have (512 on a Discord button). None if the article states no
    address of its own, if the span cuts a word, or if no directive within reach selects this span and no other.
    """
    if article.url is None:
        return None
    span = _trimmed(article.text, span)
    if not span.length or _cuts_word(article.text, span.start) or _cuts_word(article.text, span.end):
        return None
    page, target = _page(article.text, span)
    address, _, fragment = article.url.value.partition("#")
    for directive in _directives(article.text, span):
        link = f"{address}#{fragment}:~:text={directive.encoded()}"
        if longest is not None and len(link) > longest:
            continue
        found = directive.pattern().search(page)
        if found and found.span(1) == target:
            return link
    return None


def _directives(text: str, span: Span) -> Iterator[_Directive]:
    """Yield what could select the span, shortest context first, then longer edges."""
    words = span.of(text)
    before = text[max(0, span.start - _CONTEXT_REACH) : span.start].split()
    after = text[span.end : span.end + _CONTEXT_REACH].split()
    contexts = sorted(product(_CONTEXT_WORDS, repeat=2), key=lambda pair: (sum(pair), pair))
    for start, end in _cores(words):
        for taken_before, taken_after in contexts:
            if not taken_before and not taken_after and len(words) < SHORTEST_ALONE:
                continue
            yield _Directive(
                start,
                end,
                " ".join(before[-taken_before:] if taken_before else ()),
                " ".join(after[:taken_after]),
            )


def _cores(words: str) -> Iterator[tuple[str, str]]:
    """Yield `(start, end)`: the whole passage, or its first and last words where it is long or spans lines."""
    if len(words) <= LONGEST_EXACT and "\n" not in words and "\r" not in words:
        yield words, ""
    pieces = words.split()
    first_line, last_line = words.splitlines()[0].split(), words.splitlines()[-1].split()
    for edge in _EDGE_WORDS:
        if 2 * edge <= len(pieces):
            yield " ".join(first_line[:edge]), " ".join(last_line[-edge:])


def _page(text: str, span: Span) -> tuple[str, tuple[int, int]]:
    """Return the folded page and where the span lies in it."""
    before, words, after = _fold(text[: span.start]), _fold(span.of(text)), _fold(text[span.end :])
    return before + words + after, (len(before), len(before) + len(words))


def _fold(text: str) -> str:
    """Fold as a browser's search does, and a little more: case, accents, runs of white space."""
    text = re.sub(r"\s+", " ", text)
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _encode(words: str) -> str:
    """Percent-encode; `-` too, which a directive reads as syntax (`,` and `&` are encoded by `quote`)."""
    return quote(words, safe="").replace("-", "%2D")


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return (
        Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
        if words.strip()
        else Span(0, 0)
    )


def _cuts_word(text: str, offset: int) -> bool:
    """Whether `offset` lies inside a word, where a browser would not begin or end a match."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()
