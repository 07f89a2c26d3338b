"""What a question asks for, read from its wording by rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.core.names.common import CALENDAR
from bot.core.reporting_verbs import REPORTING
from bot.core.search.kinds import UNASKED
from bot.core.span import Span
from bot.core.text.stop_words import ASKING_WORDS, STOP_WORDS
from bot.core.text.synonyms import CHAT
from bot.core.text.tokens import Token, tokens

_SPEECH_WORDS = (
    "say tell claim state add write tweet post argue announce explain warn declare note promise demand "
    "allege insist think believe call describe ask deny confirm admit report accuse blame criticise "
    "criticize suggest stress emphasise emphasize predict reply answer respond react comment mention urge "
    "vow pledge praise condemn estimate label dub brand denounce thank propose recommend remark reveal "
    "recall complain concede maintain assert"
)
_SPEECH = frozenset(_SPEECH_WORDS.split())
"""Verbs that ask for somebody's words when a question uses them."""


_NEGATORS = frozenset({"not", "never", "no", "nobody", "none", "without", "cannot"})


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_BASE = _any([word for word, verb in REPORTING.items() if verb.base in _SPEECH and word == verb.base])
_FORM = _any([word for word, verb in REPORTING.items() if verb.base in _SPEECH])
_AUX = "did|does|do|has|have|had"
_BE = "are|is|was|were|will|would|can|could|may|might|should|be|been|being|got|get|there"
_WHO = r"(?P<who>(?:(?:the|a|an|his|her|its|their) )?[^ ]+.*?)"
_NOUN = "reaction|response|comment|statement|view|opinion|message|word|claim|remark|tweet|post|quote|answer|verdict"
_OUTLET = (
    "source|outlet|newspaper|paper|media|medium|agency|channel|broadcaster|website|site|document|report|study"
)


class QuestionType(StrEnum):
    """The shape of a question."""

    HOW_MANY = "how many"
    HOW_MUCH = "how much"
    WHAT_SAID = "what said"
    DID_SAY = "did say"
    WHO_SAID = "who said"
    WHICH_SOURCE = "which source"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    OTHER = "other"


_PATTERNS: tuple[tuple[QuestionType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            QuestionType.HOW_MANY,
            (
                rf"\b(?:how many|how mny|(?:what|which) (?:is|was|were|are)? ?(?:the )?(?:total )?number of)(?: (?P<focus>.*?))??"
                rf"(?: (?:{_AUX}) {_WHO} (?P<verb>{_BASE})\b(?P<rest>.*)|(?P<more> (?:{_AUX}|{_BE}|according)\b.*)|$)"
            ),
        ),
        (QuestionType.WHICH_SOURCE, rf"^(?:which|what) (?:\w+ )?(?:{_OUTLET})s?\b.*\b(?:{_FORM})\b"),
        (
            QuestionType.WHICH_SOURCE,
            r"\b(?:what|who) (?:is|was|are|were) the sources?\b|\bwhere .*\bcomes? from$",
        ),
        (
            QuestionType.WHO_SAID,
            rf"^(?:and |so )?who(?: else| first| has| have| had| also| all)* (?P<verb>{_FORM})\b(?P<rest>.*)",
        ),
        (
            QuestionType.WHO_SAID,
            rf"\b(?:according to (?:who|whom)|by whom|who (?:is|was) (?:quoted|cited)|whose (?:{_NOUN})s?)\b",
        ),
        (
            QuestionType.WHAT_SAID,
            rf"\b(?:what|how|why)(?: else| exactly)? (?:did|does|do) {_WHO} (?P<verb>{_BASE})\b(?P<rest>.*)",
        ),
        (
            QuestionType.WHAT_SAID,
            rf"\b(?:what|how|why)(?: else| exactly)? (?:has|have|had) {_WHO} (?P<verb>{_FORM})\b(?P<rest>.*)",
        ),
        (
            QuestionType.WHAT_SAID,
            rf"^what (?P<who>(?!is |was |are |were )[^ ]+(?: [^ ]+){{0,2}}?) (?P<verb>{_FORM})\b(?P<rest>.*)",
        ),
        (
            QuestionType.WHAT_SAID,
            rf"\bwhat (?:is|was|were|are) (?P<who>.+?)(?:'s|') (?:\w+ )?(?:{_NOUN})s?\b(?P<rest>.*)",
        ),
        (
            QuestionType.WHAT_SAID,
            rf"^(?:the )?(?:{_NOUN})s? (?:by|from|of) (?P<who>.+?)(?P<rest> (?:about|on|regarding) .*)?$",
        ),
        (QuestionType.WHAT_SAID, rf"^(?P<who>.+?) (?P<verb>{_FORM}) what\b(?P<rest>.*)"),
        (QuestionType.DID_SAY, rf"^(?:{_AUX}) {_WHO} (?P<verb>{_BASE})\b(?P<rest>.*)"),
        (
            QuestionType.HOW_MUCH,
            r"\bhow (?:much|old|long|far|tall|high|deep|wide|large|big|heavy|fast|often)\b",
        ),
        (
            QuestionType.HOW_MUCH,
            r"\bwhat (?:is|was|were|are)? ?(?:the )?(?:\w+ )?(?:price|cost|amount|percentage|share|proportion|rate|toll)\b",
        ),
        (QuestionType.WHEN, rf"{UNASKED}when\b|\b(?:what|which) (?:year|day|date|month|time)\b"),
        (QuestionType.WHERE, rf"{UNASKED}where\b"),
        (QuestionType.WHO, r"\b(?:who|whom|whose)\b"),
    )
)
_ACCORDING = re.compile(
    r"\baccording to (?P<who>(?!who\b|whom\b|what\b|which\b).+?)(?= (?:how|what|who|when|where|why|which)\b|$)"
)
_SPEAKER = "who"
_TOPIC_WORDS = "about|that|on|regarding|concerning|when|after|before|in|during|how|why|what"
_TOLD = re.compile(rf"(?P<to>.*?)(?= (?:{_TOPIC_WORDS})\b|$)")
_TELLING = frozenset(["tell", "ask", "warn", "inform", "remind", "assure"])
_FUNCTION = STOP_WORDS | ASKING_WORDS
_LONGEST = 10
"""Words that a naming of a speaker has at most."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question taken apart; the numbers are places in `tokens`."""

    type: QuestionType
    tokens: tuple[Token, ...]
    focus: tuple[int, ...] = ()
    """What is counted ("police officers")."""
    who: tuple[int, ...] = ()
    """Whose words are asked for."""
    to: tuple[int, ...] = ()
    """To whom they are said to have spoken."""
    verb: tuple[int, ...] = ()
    names: tuple[int, ...] = ()
    """Words written like names."""
    numbers: tuple[int, ...] = ()
    """Words with digits."""

    @property
    def negated(self) -> bool:
        """Whether the question asks for what did not happen."""
        return any(token.form in _NEGATORS or token.form.endswith("n't") for token in self.tokens)


def read_question(question: str) -> Asked:
    """Take `question` apart; never raises. A shape that no rule knows is `OTHER`."""
    parts = tokens(question)
    line = " ".join(CHAT.get(token.form, token.form) for token in parts)
    kind, match = _shape(line)
    named = match.groupdict() if match else {}
    who = _places(line, match.span(_SPEAKER)) if match and named.get(_SPEAKER) else ()
    according = _ACCORDING.search(line)
    if not who and according:
        who = _places(line, according.span(_SPEAKER))
    return Asked(
        type=kind,
        tokens=parts,
        focus=_places(line, match.span("focus")) if match and named.get("focus") else (),
        who=who if len(who) <= _LONGEST else (),
        to=_addressee(line, match) if match and named.get("verb") in _TELLING else (),
        verb=_places(line, match.span("verb")) if match and named.get("verb") else (),
        names=_names(question, parts),
        numbers=tuple(place for place, token in enumerate(parts) if any(map(str.isdigit, token.form))),
    )


def _shape(line: str) -> tuple[QuestionType, re.Match[str] | None]:
    for kind, pattern in _PATTERNS:
        match = pattern.search(line)
        if match:
            return kind, match
    return QuestionType.OTHER, None


def _places(line: str, span: tuple[int, int]) -> tuple[int, ...]:
    """Return the numbers of the words in a range of the line of words joined by spaces."""
    words = line[slice(*span)].split()
    first = line.count(" ", 0, span[1]) - len(words) + 1 - line[slice(*span)].endswith(" ")
    return tuple(range(first, first + len(words)))


def _addressee(line: str, match: re.Match[str]) -> tuple[int, ...]:
    start = match.start("rest")
    told = _TOLD.match(line, start + 1) if start < len(line) else None
    return _places(line, told.span("to")) if told and told["to"] else ()


def _names(question: str, parts: tuple[Token, ...]) -> tuple[int, ...]:
    """Return the places of capitalised words; in a line set in capitals or as a headline they say nothing."""
    capital = [place for place, token in enumerate(parts) if token.span.of(question)[:1].isupper()]
    small = {token.form for place, token in enumerate(parts) if place not in capital}
    shouted = any(parts[place].form in _FUNCTION for place in capital if place)
    if shouted and small <= _FUNCTION:
        return ()
    return tuple(place for place in capital if place and parts[place].form not in CALENDAR)


def words_of(question: str, asked: Asked, places: tuple[int, ...]) -> str:
    """Return the typed words at `places`, as one slice of the question."""
    if not places:
        return ""
    return Span(asked.tokens[places[0]].span.start, asked.tokens[places[-1]].span.end).of(question)
