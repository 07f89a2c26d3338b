"""What of a message can be checked: words in marks, what it says that somebody said, and its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.core.article import Article, Block, BlockKind
from bot.core.extract import extract
from bot.core.facts import Facts, Figure, Quote, QuoteKind, Report
from bot.core.span import Span
from bot.core.text.sentences import split_sentences
from bot.services.checking.values import Kind

LONGEST: Final = 8000
"""Characters of a message that are read: two of the longest that Discord lets anybody write."""
MOST: Final = 10
"""Items that are checked; the rest is counted."""
_HIDDEN: Final = re.compile(r"```.*?(?:```|\Z)|``[^`\n]+``|`[^`\n]+`|\|\|.+?\|\|", re.DOTALL)
_QUOTED_LINE: Final = re.compile(r"^[^\S\n]*(>{1,3})[^\S\n]?(?P<words>[^\n]*\S)", re.MULTILINE)
_NOBODY: Final = frozenset({"something", "nothing", "anything", "everything", "it", "this", "that", "which"})
"""What may suggest or show something, but says nothing: its verb belongs to the statement."""
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_ADDRESS: Final = re.compile(r"<?https?://\S+")
_NAME: Final = r"(?P<name>[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]+|of|de|van|von|al|bin|the))*)"
_LEAD: Final = re.compile(rf"{_NAME}(?:,? [a-z]+)?\s*:\s*$")
_TAIL: Final = re.compile(rf"\s*[—–-]{{1,2}}\s*{_NAME}")


class Found(NamedTuple):
    """An item as the message has it: its words, who it names as their speaker, and the figures in it."""

    span: Span
    kind: Kind
    speaker: Span | None = None
    figures: tuple[Figure, ...] = ()


def read_message(text: str) -> Article:
    """Return a message as an article of plain paragraphs: code, spoilers, addresses and `>` are blanks of equal length."""
    bare = _blank(without_hidden(text[:LONGEST]), _ADDRESS)
    for line in _QUOTED_LINE.finditer(bare):
        bare = bare[: line.start()] + " " * (line.start("words") - line.start()) + bare[line.start("words") :]
    lines = [Span(*found.span()) for found in _LINE.finditer(bare)]
    blocks = tuple(Block(span, BlockKind.PROSE, number) for number, span in enumerate(lines, 1))
    sentences = tuple(sentence for block in blocks for sentence in split_sentences(bare, block.span))
    return Article("message", bare, "", blocks, sentences)


def without_hidden(text: str) -> str:
    """Return a text in which code and spoilers are blanks of equal length."""
    return _blank(text, _HIDDEN)


def find_items(text: str, message: Article) -> tuple[Found, ...]:
    """Return the items of a message in their order; `message` is what `read_message` made of `text`."""
    facts = extract(message)
    quotes = [*_block_quotes(text, message)]
    quotes += [found for found in _marked(message, facts) if not _inside(found.span, quotes)]
    statements = [found for found in _statements(message, facts) if not _meets(found.span, quotes)]
    taken = [*quotes, *statements]
    figures = [
        Found(figure.span, Kind.FIGURE, _source(figure), (figure,))
        for figure in facts.figures
        if not _meets(figure.span, taken)
    ]
    return tuple(sorted([*taken, *figures], key=lambda found: found.span))


def _blank(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _block_quotes(text: str, message: Article) -> Iterator[Found]:
    for line in _QUOTED_LINE.finditer(text[: len(message.text)]):
        span = Span(line.start("words"), line.end("words"))
        words = span.of(message.text)
        if any(map(str.isalnum, words)):
            span = Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))
            inner = span.of(message.text)
            if len(inner) > 2 and inner[0] in '“"«„' and inner[-1] in '”"»“':
                span = Span(span.start + 1, span.end - 1)
            yield Found(span, Kind.QUOTE)


def _marked(message: Article, facts: Facts) -> Iterator[Found]:
    for quote in facts.quotes:
        if quote.kind is not QuoteKind.NESTED and any(map(str.isalnum, quote.span.of(message.text))):
            yield Found(quote.span, Kind.QUOTE, _speaker(message, facts, quote))


def _speaker(message: Article, facts: Facts, quote: Quote) -> Span | None:
    """Return who is named outside the words: as the extractor reads it, "Name: …" before, or a dash and a name behind."""
    lead = _LEAD.search(message.text[: quote.marked.start])
    tail = _TAIL.match(message.text, quote.marked.end)
    around = next((report for report in facts.reports if report.content.meets(quote.marked)), None)
    open_ = quote.speaker is None or quote.speaker.candidates
    found = (
        None if quote.speaker is None or open_ else quote.speaker.best,
        *(Span(*each.span("name")) for each in (lead, tail) if each is not None),
        around.source if around else None,
    )
    return next((span for span in found if span is not None and not span.meets(quote.marked)), None)


def _statements(message: Article, facts: Facts) -> Iterator[Found]:
    before: Report | None = None
    for report in sorted(facts.reports, key=lambda report: report.content):
        if report.source is None or (before is not None and before.content.meets(report.content)):
            continue
        before = report
        figures = tuple(figure for figure in facts.figures if report.content.covers(figure.span))
        if report.source.of(message.text).lower() in _NOBODY:
            yield Found(report.source.join(report.content), Kind.STATEMENT, None, figures)
        else:
            yield Found(report.content, Kind.STATEMENT, report.source, figures)


def _source(figure: Figure) -> Span | None:
    return next((link.name or link.source for link in figure.chain if link.source), None)


def _meets(span: Span, taken: list[Found]) -> bool:
    return any(span.meets(each.span) for each in taken)


def _inside(span: Span, taken: list[Found]) -> bool:
    return any(each.span.meets(span) for each in taken)
