"""Noun phrases around a reporting verb: where the one who reports begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.names import NameKind
from bot.core.reports.classes import NOMINAL, Kind
from bot.core.span import Span
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from bot.core.names import Mention
    from bot.core.reports.tokens import Sentence


class Phrase(NamedTuple):
    """A noun phrase by its tokens, both ends included; `head` is the last token of its first part."""

    first: int
    last: int
    head: int


SUBJECT_PRONOUNS = word_set("i he she they we you it someone everyone nobody one")
_ATTACHED = word_set("of for from with at in on to near inside within by behind")
_OCCASIONS = word_set(
    "statement interview speech tweet tweets email e-mail release conference rally news post letter "
    "phone telephone call remarks report twitter facebook television tv radio event hearing testimony "
    "briefing debate op-ed editorial column article message blog video memo meeting comments "
    "reporters response part fact reply turn week month year day weekend night morning afternoon "
    "evening time case question regard addition"
)
"""What a phrase with a preposition between subject and verb is often about: "Kent in a statement said"."""
_EDGES = frozenset(
    {Kind.COMMA, Kind.SUBORDINATOR, Kind.QUOTATION, Kind.COLON, Kind.BREAK, Kind.OPEN, Kind.RELATIVE}
)


def phrase_ending_at(tokens: Sentence, last: int) -> Phrase | None:
    """Return the noun phrase that ends at `last`, with what of/for/from/in … attach to it; None if none does."""
    if tokens[last].kind is Kind.PRONOUN:
        return Phrase(last, last, last) if tokens[last].low in SUBJECT_PRONOUNS else None
    if tokens[last].kind not in NOMINAL and tokens[last].low not in (
        "all",
        "both",
        "some",
        "many",
        "most",
        "several",
        "another",
    ):
        return None
    start = _base_start(tokens, last)
    if (
        start
        and tokens[start - 1].kind is Kind.PARTICIPLE
        and (start == 1 or tokens[start - 2].kind in _EDGES)
    ):
        start -= 1
    parts = [(start, last)]
    while (place := _attached_to(tokens, parts[-1][0])) is not None:
        parts.append((_base_start(tokens, place), place))
    parts.reverse()
    return _coordinated(tokens, _without_occasions(tokens, parts))


def _base_start(tokens: Sentence, last: int) -> int:
    first = last
    while first > 0 and _belongs_left(tokens, first):
        first -= 1
    while first < last and tokens[first].kind is Kind.ADVERB:
        first += 1
    return first


def _belongs_left(tokens: Sentence, place: int) -> bool:
    here, before = tokens[place], tokens[place - 1]
    if here.kind is Kind.DETERMINER:
        return before.kind is Kind.DETERMINER
    if before.kind is Kind.NAME and here.kind is Kind.NAME:
        return before.possessive or (not is_person(before.mention) and _is_affiliation(tokens, place))
    if before.kind is Kind.ADVERB:
        return place > 1 and tokens[place - 2].kind is Kind.DETERMINER
    return before.kind in NOMINAL or before.kind is Kind.DETERMINER


def _is_affiliation(tokens: Sentence, place: int) -> bool:
    """Whether the name before `place` stands for where somebody belongs, and no preposition governs it."""
    return place < 2 or tokens[place - 2].kind is not Kind.PREPOSITION


def is_person(mention: Mention | None) -> bool:
    """Whether a name is a person's."""
    return mention is not None and mention.kind is NameKind.PERSON


def _attached_to(tokens: Sentence, first: int) -> int | None:
    """Return the place of the noun that the phrase beginning at `first` is attached to, None if to none."""
    if first < 2 or tokens[first - 1].low not in _ATTACHED:
        return None
    noun = tokens[first - 2]
    fits = (
        noun.kind in NOMINAL
        or noun.low in ("someone", "one", "everyone")
        or (tokens[first - 1].low == "of" and noun.kind is Kind.DETERMINER)
    )
    return first - 2 if fits else None


def _without_occasions(tokens: Sentence, parts: list[tuple[int, int]]) -> Phrase:
    first, head = parts[0]
    last = head
    for _, end in parts[1:]:
        if tokens[end].low in _OCCASIONS:
            break
        last = end
    return Phrase(first, last, head)


def _coordinated(tokens: Sentence, phrase: Phrase) -> Phrase:
    """Widen a phrase to the left over "and" when both together can only be a subject."""
    place = phrase.first - 2
    if place < 0 or tokens[phrase.first - 1].low not in ("and", "&") or tokens[place].kind not in NOMINAL:
        return phrase
    start = _base_start(tokens, place)
    inside = _attached_to(tokens, start) is not None and tokens[phrase.head].kind is Kind.NAME
    if inside and not is_person(tokens[phrase.head].mention):
        whole = phrase_ending_at(tokens, place)
        return whole._replace(last=phrase.last) if whole is not None else phrase
    before = tokens[start - 1].kind if start else Kind.COMMA
    return (
        Phrase(start, phrase.last, phrase.last)
        if before in _EDGES and tokens[start].kind is not Kind.NUMBER
        else phrase
    )


_LONGEST = 40
"""Tokens after which nothing more is attached to a phrase."""


def phrase_starting_at(tokens: Sentence, first: int) -> Phrase | None:
    """Return the noun phrase that starts at `first`, with what is attached to it; None if none does."""
    if first >= len(tokens):
        return None
    if tokens[first].kind is Kind.PRONOUN:
        return Phrase(first, first, first)
    head = _base_end(tokens, first)
    if head is None:
        return None
    last = head
    while last + 2 < len(tokens) and last - first < _LONGEST and tokens[last + 1].low in _ATTACHED:
        end = _base_end(tokens, last + 2)
        if end is None or tokens[end].low in _OCCASIONS:
            break
        last = end
    return Phrase(first, last, head)


def _base_end(tokens: Sentence, first: int) -> int | None:
    place = first
    while place < len(tokens) and tokens[place].kind is Kind.DETERMINER:
        place += 1
    last = None
    while place < len(tokens) and tokens[place].kind in NOMINAL and not _starts_anew(tokens, place, first):
        last = place
        place += 1
    if (
        last is None
        and place > first
        and tokens[place - 1].low in ("some", "many", "several", "all", "both", "most")
    ):
        return place - 1
    return last


def _starts_anew(tokens: Sentence, place: int, first: int) -> bool:
    """Whether the token at `place` no longer belongs to the phrase: after a person's name comes nothing but a name."""
    if place == first:
        return False
    here, before = tokens[place], tokens[place - 1]
    if before.kind is not Kind.NAME or before.possessive:
        return False
    if here.kind is Kind.NAME:
        return is_person(before.mention)
    return is_person(before.mention) and " " in before.low and not here.capital


def source_span(tokens: Sentence, phrase: Phrase) -> Span:
    """Return what names the source: the name where the phrase's head is one, else the whole phrase."""
    head = tokens[phrase.head]
    if head.kind is Kind.NAME and head.mention is not None and phrase.head == phrase.last:
        if not _has_conjunction(tokens, phrase):
            return head.mention.span
    elif head.kind is Kind.NAME and head.mention is not None and is_person(head.mention):
        return head.mention.span
    else:
        named = _named_after(tokens, phrase)
        if named is not None:
            return named
    return Span(tokens[phrase.first].start, tokens[phrase.last].end)


def _named_after(tokens: Sentence, phrase: Phrase) -> Span | None:
    """Return the person's name in an apposition: "its treasurer, Ada Kent,", "a spokesman, Inspector Kent,"."""
    place = phrase.last + 1
    if (
        tokens[phrase.head].kind is not Kind.NOUN
        or place >= len(tokens)
        or tokens[place].kind is not Kind.COMMA
    ):
        return None
    place += 1
    while place < len(tokens) and tokens[place].kind is Kind.NOUN and tokens[place].capital:
        place += 1
    if place >= len(tokens) or tokens[place].possessive or not is_person(tokens[place].mention):
        return None
    closes = place + 1 == len(tokens) or tokens[place + 1].kind in (
        Kind.COMMA,
        Kind.OPEN,
        Kind.RELATIVE,
        Kind.COLON,
    )
    mention = tokens[place].mention
    return mention.span if closes and mention is not None else None


def _has_conjunction(tokens: Sentence, phrase: Phrase) -> bool:
    return any(token.kind is Kind.CONJUNCTION for token in tokens[phrase.first : phrase.last + 1])
