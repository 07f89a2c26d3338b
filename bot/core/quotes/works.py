"""What in marks is nobody's words: titles of works, and talk that goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.reports.classes import Kind
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.facts import Quotation
    from bot.core.reports.tokens import Sentence

_WORKS = word_set(
    "show program programme book novel film movie documentary song anthem album single play musical "
    "series episode podcast segment essay article column story poem painting exhibition memoir opera "
    "hit ballad comedy drama sitcom magazine newsletter blog game speech hymn report"
)
_LONGEST = 100
"""Characters a title may have."""
_SMALL = word_set("a an the of in on for to and or with at by from is as vs")
_ON = word_set("on of in for with to")


def titles_of_works(text: str, sentence: Sentence, *, alone: bool) -> Iterator[Quotation]:
    """Yield the quotations of a sentence that are titles: capitals throughout, where a title stands.

    `alone` says that the paragraph is nothing but this sentence.
    """
    for place, token in enumerate(sentence):
        quotation = token.quotation
        if (
            quotation is None
            or quotation.words.length > _LONGEST
            or not is_title_case(quotation.words.of(text))
        ):
            continue
        is_heading = alone and len(sentence) == 1 and quotation.words.of(text)[-1] not in ".!?,"
        if is_heading or _stands_for_a_work(sentence, place):
            yield quotation


def is_title_case(words: str) -> bool:
    """Whether two words or more all begin with a capital, small words apart."""
    parts = words.rstrip(".,!?").split()
    return (
        1 < len(parts) < 10
        and all(part[0].isupper() or part.lower() in _SMALL for part in parts)
        and (parts[0][0].isupper() and not words.isupper())
    )


def _stands_for_a_work(sentence: Sentence, place: int) -> bool:
    if place == 0:
        return False
    before = sentence[place - 1]
    if before.possessive or before.low in _ON or before.low in _WORKS:
        return True
    return before.kind is Kind.COMMA and place > 1 and sentence[place - 2].low in _WORKS


_TALK = word_set("talk rumours rumors accusations allegations suggestions whispers charges notions fears")


def words_of_others(sentence: Sentence) -> Iterator[Quotation]:
    """Yield what is only said to go round: "rejected talk of “chaos”" is not the word of who rejects it."""
    for place, token in enumerate(sentence):
        if token.quotation is None or place < 2 or sentence[place - 1].low != "of":
            continue
        owned = place > 2 and (sentence[place - 3].possessive or sentence[place - 3].low in _OWNERS)
        if sentence[place - 2].low in _TALK and not owned:
            yield token.quotation


_OWNERS = word_set("his her their my our its your")
