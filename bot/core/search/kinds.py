"""What kind of answer a question asks for, and which sentences can give that kind."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS


class AnswerKind(StrEnum):
    """The kind of thing that answers a question."""

    AMOUNT = "amount"
    PERSON = "person"
    TIME = "time"
    PLACE = "place"
    REASON = "reason"
    OTHER = "other"


UNASKED = r"^(?:(?!\b(?:what|how|who|whom|whose|why|which)\b).)*\b"
"""Before a "when" or "where" that asks: after another asking word it only joins clauses ("how do they vote when …")."""

_ASKS = (
    (
        AnswerKind.AMOUNT,
        re.compile(
            r"\b(?:how (?:many|much|long|old|large|big|tall|high|far|often|deep|wide|heavy|fast|hot|cold)"
            r"|what (?:is|was|were|are)? ?(?:the )?(?:\w+ )?"
            r"(?:number|amount|percentage|percent|proportion|population|size|cost|price|total|rate|count|age|toll)"
            r"|number of|percentage of)\b"
        ),
    ),
    (
        AnswerKind.TIME,
        re.compile(
            rf"{UNASKED}when\b"
            r"|\b(?:what|which) (?:\w+ )?(?:year|day|date|month|century|decade|time|era|period)\b"
        ),
    ),
    (
        AnswerKind.PLACE,
        re.compile(
            rf"{UNASKED}where\b|"
            r"\b(?:(?:what|which) (?:\w+ )?(?:city|country|state|place|region|town|area|location|continent"
            r"|province|county|village|district|street|island|nation))\b"
        ),
    ),
    (
        AnswerKind.PERSON,
        re.compile(
            r"\b(?:who|whom|whose|(?:what|which) (?:\w+ )?(?:person|people|man|woman|name|company|group))\b"
        ),
    ),
    (AnswerKind.REASON, re.compile(r"\b(?:why|what (?:caused|made|led)|for what reason)\b")),
)

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "dozen dozens hundreds thousands millions half quarter twice double triple several"
)
_TIME_WORDS = (
    "january february march april june july august september october november december jan feb aug sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight century centuries "
    "decade decades morning evening afternoon night week weeks month months year years day days hour hours minute minutes"
)
_SIGNS = {
    AnswerKind.AMOUNT: re.compile(rf"\d[\d.,]*|\b(?:{_NUMBER_WORDS.replace(' ', '|')})\b", re.IGNORECASE),
    AnswerKind.PERSON: re.compile(r"(?<=[^\W_] )[“\"‘']?([A-Z][\w.]+)|[,;(] ([A-Z]\w+)|@(\w+)|^([A-Z]\w+)"),
    AnswerKind.TIME: re.compile(
        rf"\b(?:1\d|20)\d\d(?:s\b|\b)|\b\d{{1,2}}(?::\d\d)? ?[ap]\.?m\b|\b\d{{1,2}}[:.]\d\d\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?May\b|\bMay \d|\b(?:noon|midnight|dawn|dusk)\b|\b(?:{_TIME_WORDS.replace(' ', '|')})\b",
        re.IGNORECASE,
    ),
    AnswerKind.PLACE: re.compile(
        r"\b(?:in|at|near|from|to|of|outside|across|around|inside|into) (?:the )?(?:\w+ )?([A-Z]\w+)"
    ),
    AnswerKind.REASON: re.compile(
        r"\b(?:because|due|since|caused?|led|reasons?|after|over|therefore|in order|as a result)\b",
        re.IGNORECASE,
    ),
}


def asked_kind(question: str) -> AnswerKind:
    """Return what a folded question asks for; the first rule that fits."""
    return next((kind for kind, pattern in _ASKS if pattern.search(question)), AnswerKind.OTHER)


def answers(kind: AnswerKind, sentence: str, asked: frozenset[str]) -> bool:
    """Whether an original (not folded) sentence has such a thing that the question does not name itself."""
    if kind not in _SIGNS:
        return False
    found = (_form(match) for match in _SIGNS[kind].finditer(sentence))
    # "The" and "You" begin sentences with a capital and name nobody
    named = (form for form in found if kind is not AnswerKind.PERSON or form not in STOP_WORDS)
    return any(form not in asked for form in named)


def _form(match: re.Match[str]) -> str:
    return fold(match[match.lastindex or 0]).text
