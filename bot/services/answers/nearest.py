"""Passages near somebody's own words, and the passage that somebody quotes: for messages, which ask nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from bot.core.article import Article
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.fold import fold
from bot.services.answers.asking import open_case
from bot.services.answers.values import Answer, Hit, Passage, Refusal, RefusalCode, Reply

SHOWN = 5
LIKELY = 10
"""Rows that share most with the quoted words, around which these are looked for."""
SHORTEST_QUOTE = 12
"""Characters under which words in marks are no quotation: everybody writes "so" or "the state"."""
MOST_QUOTATIONS = 20
"""So many stretches of one message are looked for, those in marks first, then the longest."""
LONGEST = 4000
"""Characters of a message that are read."""
_MARKED = re.compile(r'"([^"\n]{4,2000})"|(?<!\w)\'([^\n]{4,2000}?)\'(?!\w)')
_BLOCK = re.compile(r"(?:^[^\S\n]*>{1,3} ?.+\n?)+", re.MULTILINE)
_BLOCK_MARK = re.compile(r"^[^\S\n]*>{1,3} ?", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")
_AT_EDGES = " \"'.,;:!?()-"


def nearest(store: FactStore, text: str) -> Reply:
    """Return the passages that share most with `text`, as the closest ones, or a refusal where none shares a word."""
    case = open_case(store, text[:LONGEST], None)
    if isinstance(case, Refusal):
        return case
    hits = case.found.hits[:SHOWN]
    if not hits:
        return case.refuse(
            RefusalCode.NO_TERMS, "The articles have none of the words of that message.", nearest=()
        )
    return case.answer(map(case.hit, hits), closest_only=True)


def quoted(store: FactStore, text: str) -> Reply:
    """Return the passages whose words `text` quotes: in marks, as a block quote, as a line, a sentence or a whole.

    Quotation marks, dashes, case, accents, white space and what stands at the edges may differ, letters may not; an
    ellipsis may stand for words left out. Each passage is its whole sentences, the quoted words highlighted. Without
    one it is a refusal that shows the nearest passages.
    """
    text = text[:LONGEST]
    case = open_case(store, text, None)
    if isinstance(case, Refusal):
        return case
    hits: list[Hit] = []
    shown: list[str] = []
    for words in islice(_quotations(text), MOST_QUOTATIONS):
        if len(hits) >= SHOWN or any(words in each for each in shown):
            continue
        for hit in _quoting(store, words):
            shown.append(words)
            if not any(_within(hit, other) for other in hits):
                hits.append(hit)
    if not hits:
        reason = "That message does not quote the loaded articles word for word."
        return case.refuse(RefusalCode.NO_SUCH_FACT, reason)
    return Answer(text, tuple(hits[:SHOWN]), case.searched)


def _quotations(text: str) -> Iterator[str]:
    """Yield what may be quoted, folded, each once; white space as single spaces."""
    folded = fold(text).text
    marked = ["".join(found) for found in _MARKED.findall(folded)]
    blocks = [_BLOCK_MARK.sub("", found) for found in _BLOCK.findall(folded)]
    whole = _BLOCK_MARK.sub("", folded)
    lines = whole.split("\n")
    sentences = (sentence for line in lines for sentence in _SENTENCE_END.split(line))
    ordered = (*_longest_first([*marked, *blocks]), whole, *_longest_first([*lines, *sentences]))
    parts = (" ".join(part.split()).strip(_AT_EDGES) for each in ordered for part in _LEFT_OUT.split(each))
    yield from dict.fromkeys(part for part in parts if len(part) >= SHORTEST_QUOTE)


def _longest_first(texts: list[str]) -> list[str]:
    return sorted(texts, key=len, reverse=True)


def _quoting(store: FactStore, words: str) -> Iterator[Hit]:
    """Yield the passages that have the folded `words`."""
    spaced = r"\s+".join(map(re.escape, words.split(" ")))
    pattern = re.compile(rf"(?<!\w){spaced}(?!\w)")
    reach = 2 * len(words) + 100  # white space and accents may take more room in the article
    for scored in store.index.find(store.index.read(words), limit=LIKELY).hits:
        row = store.index.rows[scored.row]
        article = store.entries[row.article].article
        start = max(0, row.start - reach)
        folded = fold(article.text[start : row.end + reach])
        for match in pattern.finditer(folded.text):
            found = folded.span(match.start(), match.end())
            span = Span(start + found.start, start + found.end)
            if span.meets(Span(row.start, row.end)):
                yield Hit(Passage(article, _sentences(article, span)), 1.0, (span,))


def _within(hit: Hit, other: Hit) -> bool:
    """Whether the quoted words of a hit are shown already."""
    return hit.passage.article is other.passage.article and other.highlights[0].covers(hit.highlights[0])


def _sentences(article: Article, span: Span) -> Span:
    """Return the whole sentences in which a span stands."""
    sentences = article.sentences
    whole = span
    for sentence in sentences[max(0, bisect_right(sentences, span) - 1) :]:
        if sentence.start >= span.end:
            break
        if sentence.meets(span):
            whole = whole.join(sentence)
    return whole
