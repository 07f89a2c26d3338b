"""The subject of a reporting verb: before it, after it, or shared with a verb before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.names.titles import ROLES
from bot.core.reporting_verbs import Form
from bot.core.reports.classes import NOMINAL, VERBAL, Kind
from bot.core.reports.phrases import Phrase, is_person, phrase_ending_at, phrase_starting_at
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from bot.core.reports.tokens import Sentence

_CLAUSE_EDGES = frozenset({Kind.SUBORDINATOR, Kind.COLON, Kind.BREAK, Kind.QUOTATION})
_FAR = 45
"""Tokens a parenthesis between subject and verb may hold."""
_LONGEST_CLAUSE = 60
"""Tokens of a clause that are read back from its verb."""


def subject_before(tokens: Sentence, place: int) -> Phrase | None:
    """Return the subject that ends at or before `place`, over times, adverbs and parentheses.

    "Kent, the mayor, (or: Kent, who lives here,) on Monday also" all lead to "Kent".
    """
    return _opened_by_name(tokens, place) or _read_back(tokens, place)


def _read_back(tokens: Sentence, place: int) -> Phrase | None:
    parenthetical = False
    for _ in range(6):
        if place < 0:
            return None
        kind = tokens[place].kind
        if _is_age(tokens, place) or (place and tokens[place].low in _EMPHASIS):
            place -= 2 if tokens[place - 1].kind is Kind.COMMA else 1
            continue
        if kind in NOMINAL or kind in (Kind.PRONOUN, Kind.DETERMINER):
            return _settle(tokens, phrase_ending_at(tokens, place), parenthetical=parenthetical)
        if kind is Kind.RELATIVE or _is_relative_that(tokens, place):
            return _antecedent(tokens, place)
        if kind is Kind.COMMA and _is_named_in_apposition(tokens, place):
            return Phrase(place - 1, place - 1, place - 1)
        step = _STEPS.get(kind)
        before = step(tokens, place) if step else None
        if before is None:
            ends_clause = kind in (Kind.VERB, Kind.PARTICIPLE) and not parenthetical
            relative = _relative_before(tokens, place + 1) if ends_clause else None
            return _antecedent(tokens, relative) if relative is not None else None
        parenthetical = parenthetical or kind is Kind.COMMA
        place = before
    return None


_EMPHASIS = word_set("both each himself herself themselves itself")
"""Words that stand after the subject and only stress it: "Kent and Weiss both said"."""
_EXPLAINING = word_set("now who a an the his her its their one")


def _is_age(tokens: Sentence, place: int) -> bool:
    """Whether a number in commas tells the age of the name before it: "Kent, 52, a nurse, said"."""
    return (
        place > 1
        and tokens[place].kind is Kind.NUMBER
        and tokens[place - 1].kind is Kind.COMMA
        and tokens[place - 2].kind in (Kind.NAME, Kind.CLOSE)
    )


def _opened_by_name(tokens: Sentence, place: int) -> Phrase | None:
    """Return the name that opens the sentence, where a parenthesis of any length parts it from its verb.

    "Kent, 52, who sold boats in Ulm, Ohio, and, since May, in Graz, said": no verb after a comma, so it is hers.
    """
    if place < 4 or place > _LONGEST_CLAUSE or tokens[place].kind is not Kind.COMMA:
        return None
    first = 1 if tokens[0].kind in (Kind.CONJUNCTION, Kind.OPEN) else 0
    phrase = phrase_starting_at(tokens, first)
    if phrase is None or not is_person(tokens[phrase.head].mention) or phrase.head != phrase.last:
        return None
    comma = phrase.last + 1
    if comma >= place or tokens[comma].kind is not Kind.COMMA:
        return None
    explains = tokens[comma + 1].low in _EXPLAINING or tokens[comma + 1].kind is Kind.NUMBER
    return None if not explains or _has_main_verb(tokens, comma + 1, place) else phrase


def _has_main_verb(tokens: Sentence, first: int, last: int) -> bool:
    """Whether a clause can begin or end between two places: a verb after a comma, a quotation, a dash."""
    return any(
        tokens[here].kind in (Kind.QUOTATION, Kind.COLON, Kind.BREAK)
        or (
            tokens[here].kind in VERBAL
            and tokens[here].kind is not Kind.PARTICIPLE
            and _ends_comma(tokens, here)
        )
        for here in range(first, last)
    )


def _ends_comma(tokens: Sentence, place: int) -> bool:
    while place > 0 and tokens[place - 1].kind in (Kind.ADVERB, Kind.NEGATOR, Kind.TIME):
        place -= 1
    return place > 0 and tokens[place - 1].kind is Kind.COMMA


def _is_named_in_apposition(tokens: Sentence, place: int) -> bool:
    """Whether the comma at `place` closes a lone name that says who is meant: "another critic, Ada Kent, said"."""
    return (
        place > 2
        and tokens[place - 1].kind is Kind.NAME
        and is_person(tokens[place - 1].mention)
        and tokens[place - 2].kind is Kind.COMMA
        and tokens[place - 3].kind in (Kind.NOUN, Kind.NAME, Kind.CLOSE)
        and not is_person(tokens[place - 3].mention)
    )


def _is_relative_that(tokens: Sentence, place: int) -> bool:
    """Whether "that" stands for the noun before it: "a letter that says"."""
    return tokens[place].low == "that" and place > 0 and tokens[place - 1].kind is Kind.NOUN


def _settle(tokens: Sentence, phrase: Phrase | None, *, parenthetical: bool) -> Phrase | None:
    """Prefer the name in an apposition: "Kent, a former mayor, judge and priest, said"."""
    reduced = _before_participle(tokens, phrase) if phrase is not None else None
    if reduced is not None:
        return phrase_ending_at(tokens, reduced)
    if phrase is not None and parenthetical:
        relative = _relative_before(tokens, phrase.first)
        if relative is not None:
            return _antecedent(tokens, relative)
        phrase = _over_home(tokens, phrase)
    if phrase is None or phrase.first < 2 or tokens[phrase.first - 1].kind is not Kind.COMMA:
        return phrase
    explained = tokens[phrase.first - 2]
    is_apposition = parenthetical and tokens[phrase.head].kind is not Kind.NAME
    if is_apposition and explained.kind is Kind.NAME and tokens[phrase.first].low in ("a", "an", "the"):
        return phrase_ending_at(tokens, phrase.first - 2)
    return phrase


def _over_home(tokens: Sentence, phrase: Phrase) -> Phrase | None:
    """Step over where somebody is from, and over an age: "Kent, 52, of Mill Lane, Ulm,"."""
    place = phrase.first - 3
    if place < 0 or tokens[place + 2].low not in ("of", "from") or tokens[place + 1].kind is not Kind.COMMA:
        return phrase
    if tokens[place].kind is Kind.NUMBER and place > 1 and tokens[place - 1].kind is Kind.COMMA:
        place -= 2
    return phrase_ending_at(tokens, place)


def _before_participle(tokens: Sentence, phrase: Phrase) -> int | None:
    """Return the noun that a participle and its object explain: "a letter seen by the paper says"."""
    place = phrase.first - 3
    if place < 0 or tokens[place + 2].kind is not Kind.PREPOSITION or tokens[place].kind not in NOMINAL:
        return None
    word = tokens[place + 1]
    is_participle = word.kind is Kind.PARTICIPLE or word.low in (
        "seen",
        "held",
        "led",
        "sent",
        "made",
        "given",
    )
    past = word.verb is not None and word.verb.form in (Form.PAST, Form.PARTICIPLE)
    return place if is_participle or past else None


def _relative_before(tokens: Sentence, first: int) -> int | None:
    """Return the "who" of the clause that ends with the phrase at `first`: "Kent, who is a priest in Ulm, Ohio,"."""
    if first < 1 or (tokens[first - 1].kind not in VERBAL and tokens[first - 1].kind is not Kind.PREPOSITION):
        return None
    for place in range(first - 1, max(-1, first - 16), -1):
        if tokens[place].kind is Kind.RELATIVE:
            return place
    return None


def _antecedent(tokens: Sentence, place: int) -> Phrase | None:
    who = tokens[place].low == "who"
    place -= 1
    if place >= 0 and tokens[place].kind is Kind.COMMA:
        place -= 1
    if place >= 0 and tokens[place].kind is Kind.CLOSE:
        place = _over_brackets(tokens, place) or -1
    if place >= 0 and tokens[place].kind is Kind.TIME:
        place = _over_time(tokens, place)
    phrase = phrase_ending_at(tokens, place) if place >= 0 else None
    return _person_in(tokens, phrase) if who and phrase is not None else phrase


def _person_in(tokens: Sentence, phrase: Phrase) -> Phrase:
    """Narrow what stands before "who" to the person in it: "a new attack on Kent, who said"."""
    last = tokens[phrase.last]
    if phrase.last == phrase.head or not is_person(last.mention) or last.possessive:
        return phrase
    head = tokens[phrase.head].low
    if head in ROLES or head.removesuffix("s") in ROLES or head.endswith(_OF_PEOPLE):
        return phrase
    return Phrase(phrase.last, phrase.last, phrase.last)


_OF_PEOPLE = (
    "ers",
    "ors",
    "ists",
    "ians",
    "men",
    "women",
    "people",
    "er",
    "ist",
    "ally",
    "allies",
    "aide",
    "aides",
)


def _over_time(tokens: Sentence, place: int) -> int:
    while place >= 0 and tokens[place].kind in (Kind.TIME, Kind.NUMBER):
        place -= 1
    while place >= 0 and (
        tokens[place].kind is Kind.DETERMINER or tokens[place].low in ("early", "late", "last")
    ):
        place -= 1
    if place >= 0 and tokens[place].kind is Kind.PREPOSITION:
        place -= 1
    return place


def _over_brackets(tokens: Sentence, place: int) -> int | None:
    for before in range(place - 1, max(-1, place - _FAR), -1):
        if tokens[before].kind is Kind.OPEN:
            return before - 1
    return None


def _over_parenthesis(tokens: Sentence, place: int) -> int | None:
    """Return the place before the comma (or dash) that opens the parenthesis which closes at `place`."""
    kind = tokens[place].kind
    for before in range(place - 1, max(-1, place - _FAR), -1):
        here = tokens[before].kind
        if here is kind:
            return before - 1 if before and _can_be_explained(tokens, before - 1) else None
        if here is Kind.QUOTATION and kind is Kind.BREAK:
            return None
    return None


def _can_be_explained(tokens: Sentence, place: int) -> bool:
    return tokens[place].kind in NOMINAL or tokens[place].kind in (Kind.PRONOUN, Kind.CLOSE, Kind.TIME)


_STEPS = {
    Kind.TIME: _over_time,
    Kind.ADVERB: lambda _tokens, place: place - 1,
    Kind.CLOSE: _over_brackets,
    Kind.COMMA: _over_parenthesis,
    Kind.BREAK: _over_parenthesis,
}


def subject_after(tokens: Sentence, place: int) -> Phrase | None:
    """Return the subject of an inverted verb ("said Kent"): a phrase that nothing goes on to make a clause of."""
    phrase = phrase_starting_at(tokens, place)
    if phrase is None:
        return None
    following = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    goes_on = following is not None and following.kind in VERBAL and following.low != "close"
    if goes_on or (following is not None and following.low == "that"):
        return None
    return phrase


def clause_subject(tokens: Sentence, place: int) -> Phrase | None:
    """Return the subject of the clause that `place` stands in: its first noun phrase that a verb follows.

    Where the clause opens with a preposition or "as", "with", "while" …, the subject comes after a comma.
    """
    start = place
    while start > 0 and place - start < _LONGEST_CLAUSE and tokens[start - 1].kind not in _CLAUSE_EDGES:
        start -= 1
    led = start < place and tokens[start].kind in (Kind.PREPOSITION, Kind.PARTICIPLE, Kind.SUBORDINATOR)
    if led or (start > 0 and tokens[start - 1].kind is Kind.SUBORDINATOR):
        found = after_comma(tokens, start, place)
        if found is not None:
            return found
    for first in range(start + 1, place):
        if tokens[first].kind in VERBAL:
            found = subject_before(tokens, first - 1)
            if found is not None and found.first >= start:
                return found
    return None


def after_comma(tokens: Sentence, start: int, end: int) -> Phrase | None:
    """Return the first phrase after a comma that a verb follows."""
    for comma in range(start, end - 1):
        if tokens[comma].kind is not Kind.COMMA:
            continue
        phrase = phrase_starting_at(tokens, comma + 1)
        if (
            phrase is not None
            and phrase.last + 1 < len(tokens)
            and tokens[phrase.last + 1].kind in _PREDICATES
        ):
            return phrase
    return None


_PREDICATES = frozenset({*VERBAL, Kind.ADVERB, Kind.NEGATOR})
