"""The kind of a quotation: by where it stands, who is its source, and how it is built into the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.article import BlockKind
from bot.core.facts import Force, QuoteKind
from bot.core.names import NameKind
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.article import Article, Block
    from bot.core.facts import Quotation, Report
    from bot.core.names import Mention
    from bot.core.quotes.attribution import Attribution

_OWN_VOICE = word_set("i we you it")


class Kinds:
    """Tells the kinds of one article's quotations."""

    def __init__(self, article: Article, mentions: Sequence[Mention], reports: Sequence[Report]) -> None:
        self._article = article
        self._outlets = {mention.span for mention in mentions if mention.kind is NameKind.OUTLET}
        self._told_from = {
            report.source.start
            for report in reports
            if report.source is not None and report.source.of(article.text).lower() not in _OWN_VOICE
        }

    def of(self, quotation: Quotation, attribution: Attribution) -> QuoteKind:
        """Return the kind of `quotation`."""
        block = self._article.block_at(quotation.marked.start)
        place = block.kind if block is not None else BlockKind.PROSE
        if place in (BlockKind.TITLE, BlockKind.HEADING):
            return QuoteKind.HEADLINE
        if place is BlockKind.POST:
            return QuoteKind.NESTED if self._is_speech(quotation, attribution) else QuoteKind.SCARE
        if quotation.depth:
            return QuoteKind.NESTED
        if self._is_passage(quotation, block, attribution):
            return QuoteKind.BLOCK
        return self._by_source(quotation, attribution)

    def _by_source(self, quotation: Quotation, attribution: Attribution) -> QuoteKind:
        if attribution.source is None:
            return QuoteKind.DIRECT if self._is_sentence(quotation) else QuoteKind.SCARE
        if self._is_relayed(quotation, attribution):
            return QuoteKind.RELAYED
        return QuoteKind.DIRECT if self._is_speech(quotation, attribution) else QuoteKind.PARTIAL

    def _is_passage(self, quotation: Quotation, block: Block | None, attribution: Attribution) -> bool:
        """Whether the words are a passage of another outlet, or a whole paragraph of reports after a colon."""
        if attribution.source in self._outlets:
            return is_clause(self._article.text, quotation)
        if attribution.reports or block is None or quotation.words.start not in self._told_from:
            return False
        fills = quotation.marked.start == block.span.start and quotation.marked.end >= block.span.end - 1
        start = block.span.start
        return fills and self._article.text[max(0, start - 64) : start].rstrip().endswith(":")

    def _is_relayed(self, quotation: Quotation, attribution: Attribution) -> bool:
        """Whether the words tell of the one cited: "“She stressed that …,” the agency cited her as saying"."""
        cited = any(report.force is Force.CITED for report in attribution.reports)
        source = attribution.source.of(self._article.text).lower() if attribution.source is not None else ""
        first = quotation.words.of(self._article.text).split(None, 1)[0]
        told = source in ("him", "her", "them") and first in ("He", "She", "They")
        return cited and (told or quotation.words.start in self._told_from)

    def _is_sentence(self, quotation: Quotation) -> bool:
        """Whether the words are speech even where nobody is said to have spoken them."""
        text = self._article.text
        if is_whole(text, quotation):
            return _has_words(quotation.words.of(text), 2)
        ending = text[quotation.words.end - 1 : quotation.words.end + 2]
        long = _has_words(quotation.words.of(text), 5)
        return long and is_clause(text, quotation) and any(mark in ending for mark in ".!?")

    def _is_speech(self, quotation: Quotation, attribution: Attribution) -> bool:
        if attribution.source is None:
            return False
        text = self._article.text
        if is_clause(text, quotation) or is_whole(text, quotation):
            return True
        reports = attribution.reports
        return (
            bool(reports)
            and reports[0].content == quotation.words
            and _has_words(quotation.words.of(text), 3)
        )


def is_clause(text: str, quotation: Quotation) -> bool:
    """Whether the words are a sentence or more: a capital, three words, and a full stop or comma at the end."""
    words = quotation.words.of(text)
    first = words.lstrip("[(….'‘ ")[:1]
    if first.islower() or not _has_words(words, 3):
        return False
    after = text[quotation.words.end : quotation.words.end + 2]
    return words[-1] in ".,!?…-–—'’\"”" or any(mark in ".,!?" for mark in after)


def is_whole(text: str, quotation: Quotation) -> bool:
    """Whether the words, however few, stand as a sentence does: a stop inside the marks, nothing before that leads in.

    "“It didn't.”" does, and "“Mostly oil,” she said"; "called it “a shame.”" does not.
    """
    words = quotation.words.of(text)
    begins = words.lstrip("[(….'‘ ")[:1].isupper()
    before = text[max(0, quotation.marked.start - 2) : quotation.marked.start].rstrip(" \t")
    return begins and words[-1] in ".,!?…" and before[-1:] in _BEFORE_WHOLE


_BEFORE_WHOLE = ("", "\n", "\r", ":", ",", ".", "!", "?", *'”“"’‘»«')
"""What may stand before a sentence in marks: nothing, a stop, or what announces it."""


def _has_words(words: str, count: int) -> bool:
    return len(words.split(None, count)) >= count
