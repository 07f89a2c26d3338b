"""Passages near somebody's own words, and the passage that somebody quotes: for messages, which ask nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.span import Span
from bot.core.store import Entry, FactStore
from bot.core.text.fold import Folded, fold
from bot.services.answers.asking import open_case
from bot.services.answers.values import Answer, Hit, Passage, Refusal, RefusalCode, Reply

SHOWN = 5
LIKELY = 30
"""Rows whose articles are looked through for the quoted words."""
SHORTEST_QUOTE = 12
"""Characters under which words in marks are no quotation: everybody writes "so" or "the state"."""
LONGEST = 4000
"""Characters of a message that are read."""
_MARKED = re.compile(r'"([^"\n]{4,2000})"')
_BLOCK = re.compile(r"^\s*>{1,3} ?(.+)$", re.MULTILINE)
_SPACE = re.compile(r"\s+")


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
    """Return the passages whose words `text` quotes: in marks, as a block quote, or as a whole.

    Quotation marks, dashes, case, accents and white space may differ, letters may not. Each passage is its whole
    sentences, the quoted words highlighted. Without one it is a refusal that shows the nearest passages.
    """
    text = text[:LONGEST]
    case = open_case(store, text, None)
    if isinstance(case, Refusal):
        return case
    rows = case.find(case.query, limit=LIKELY).hits
    entries = list(dict.fromkeys(store.index.rows[scored.row].article for scored in rows))
    wanted = list(dict.fromkeys(_quotations(text)))
    hits = [hit for place in entries for hit in _in_article(store.entries[place], wanted)]
    if not hits:
        reason = "That message does not quote the loaded articles word for word."
        return case.refuse(RefusalCode.NO_SUCH_FACT, reason)
    return Answer(text, tuple(hits[:SHOWN]), case.searched)


def _quotations(text: str) -> Iterator[str]:
    """Yield what may be quoted, folded, white space as single spaces."""
    folded = fold(text).text
    for found in (*_MARKED.findall(folded), *_BLOCK.findall(folded), folded):
        words = _SPACE.sub(" ", found).strip(" \"'*_~`")
        if len(words) >= SHORTEST_QUOTE:
            yield words


def _in_article(entry: Entry, wanted: list[str]) -> Iterator[Hit]:
    article = entry.article
    folded = fold(article.text)
    for words in wanted:
        pattern = r"\s+".join(map(re.escape, words.split(" ")))
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", folded.text):
            span = _span(folded, match)
            yield Hit(Passage(article, _sentences(entry, span)), 1.0, (span,))


def _span(folded: Folded, match: re.Match[str]) -> Span:
    return folded.span(match.start(), match.end())


def _sentences(entry: Entry, span: Span) -> Span:
    whole = span
    for sentence in entry.article.sentences:
        if sentence.meets(span):
            whole = whole.join(sentence)
    return whole
