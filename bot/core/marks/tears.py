"""Quotations that lack a mark: where they begin or end all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.core.reporting_verbs import SPEECH_FORMS

if TYPE_CHECKING:
    from bot.core.article import Article
    from bot.core.span import Span

# A comma, then at most four words up to a reporting verb: ", the mayor said". Each word is bounded, so the scan is linear.
_CUE = re.compile(r"[,?!](?=\s(?:[^\s,.?!]{1,30}\s){0,4}?(?:" + "|".join(sorted(SPEECH_FORMS)) + r")\b)")


def find_cue(text: str, span: Span) -> int | None:
    """Return the offset after the comma that a cue follows (", he said"), None when `span` has none."""
    found = _CUE.search(text, span.start, span.end)
    return found.end() if found else None


def end_of_torn(article: Article, span: Span, *, whole: bool) -> int:
    """Return where a quotation that opens `span` and never closes ends: at a cue, else with its sentence.

    `whole` says that what introduces it leaves it all of `span`.
    """
    cue = find_cue(article.text, span)
    if cue is not None:
        return cue
    sentence = None if whole else article.sentence_at(span.start)
    return min(sentence.end, span.end) if sentence else span.end


def start_of_torn(article: Article, mark: int, floor: int) -> int | None:
    """Return where a quotation begins that closes at `mark` and never opened: with its sentence or after a colon.

    None when another quotation ends in that sentence (`floor` is where the last one before ended): the mark is
    then a stray one.
    """
    sentence = article.sentence_at(mark - 1)
    if sentence is None or sentence.start < floor:
        return None
    colon = article.text.rfind(": ", sentence.start, mark)
    return sentence.start if colon < 0 else colon + 2
