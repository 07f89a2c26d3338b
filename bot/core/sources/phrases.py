"""Reading the noun phrase that stands as a source: who is it, and what?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from bot.core.facts import SourceKind
from bot.core.names import Mention, NameKind
from bot.core.names.places import DEMONYMS
from bot.core.names.titles import ROLES
from bot.core.sources.nouns import (
    DETERMINERS,
    DOCUMENTS,
    ENDS_HEAD,
    EVERYBODY,
    ORGANISATIONS,
    OUTLETS,
    PRONOUNS,
    QUANTITIES,
    is_of_people,
)
from bot.core.span import Span
from bot.core.text.words import word_set

_TOKEN = re.compile(r"[^\s,;:“”\"()—]+|[,;:“”\"()—]")
_WORD = re.compile(r"\S+")
_AND = " and "
_STOPS = frozenset(',;:“”"()—')
_START = attrgetter("span.start")
_LONGEST = 400
"""Characters of a phrase that are read."""

_KINDS = {
    NameKind.PERSON: SourceKind.PERSON,
    NameKind.ORGANISATION: SourceKind.ORGANISATION,
    NameKind.OUTLET: SourceKind.OUTLET,
    NameKind.PLACE: SourceKind.ORGANISATION,
    NameKind.OTHER: SourceKind.ORGANISATION,
}


class Phrase(NamedTuple):
    """A noun phrase that stands as a source.

    `mention` is the name that it is, None when it names nobody by itself; `name` its words without an article,
    `words` those of its head in lower case, the noun last; `key` tells phrases of one source from others.
    `animate` is False where the noun is nobody known to speak or to be read.
    """

    span: Span
    mention: Mention | None
    name: Span
    words: tuple[str, ...]
    key: str
    kind: SourceKind
    named: bool
    definite: bool
    animate: bool = True

    @classmethod
    def of(cls, mention: Mention) -> Phrase:
        """The phrase that a name by itself is; a lone name that tells nothing is taken for an organisation."""
        kind = _KINDS[mention.kind]
        return cls(mention.span, mention, mention.full, (), "", kind, named=True, definite=False)


def mentions_in(mentions: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return the mentions that begin inside `span`."""
    first = bisect_left(mentions, span.start, key=_START)
    return mentions[first : bisect_left(mentions, span.end, key=_START)]


def read_phrases(text: str, mentions: Sequence[Mention], span: Span) -> Iterator[Phrase]:
    """Yield the sources in the noun phrase at `span`: one, or both of "Anna Brandt and Karl Weiss"."""
    inside = mentions_in(mentions, Span(span.start, min(span.end, span.start + _LONGEST)))
    pair = _pair(text, inside, span)
    yield from (Phrase.of(mention) for mention in pair)
    if len(pair) == 2:
        return
    if pair:
        span = Span(pair[0].span.end + len(_AND), span.end)
        inside = inside[1:]
    head = _head_zone(text, span)
    if head is None:
        return
    mention = _named(text, mentions, span, head)
    yield Phrase.of(mention) if mention is not None else _nominal(text, inside, span, head)


def is_pronoun(text: str, span: Span) -> bool:
    """Whether the phrase is a word that stands for a source named elsewhere."""
    return len(span) < 12 and span.of(text).strip().casefold() in PRONOUNS


def _pair(text: str, inside: Sequence[Mention], span: Span) -> Sequence[Mention]:
    """Return both names of "Anna Brandt and Karl Weiss", the first alone of "Brandt and her lawyer"."""
    people = [mention for mention in inside if mention.kind is not NameKind.PLACE]
    if not people or not text.startswith(_AND, people[0].span.end):
        return ()
    leads = text[span.start : people[0].span.start].strip()
    if (leads and not leads[-1].isalpha()) or people[0].span.end + len(_AND) >= span.end:
        return ()
    return people[: 1 + (len(people) > 1 and people[1].span.start == people[0].span.end + len(_AND))]


def _head_zone(text: str, span: Span) -> Span | None:
    """Return the phrase up to its head: "City officials" of "City officials in Almaty"."""
    start = end = span.start
    for match in _TOKEN.finditer(text, span.start, min(span.end, span.start + _LONGEST)):
        word = match[0].casefold()
        if (word in ENDS_HEAD or word in _STOPS) and end > start:
            if word == "of" and text[start:end].casefold().split()[-1] in QUANTITIES:
                continue
            break
        if word not in _STOPS:
            start = start if end > span.start else match.start()
            end = match.end()
    return Span(start, end) if end > start else None


def _named(text: str, mentions: Sequence[Mention], span: Span, head: Span) -> Mention | None:
    """Return the name that is the phrase's head, or that stands beside it ("the mayor, Karl Weiss,")."""
    first = bisect_left(mentions, span.start, key=_START)
    last = bisect_left(mentions, min(span.end, span.start + _LONGEST), key=_START)
    at_end = [
        mention for mention in mentions[first:last] if mention.span.end >= head.end > mention.span.start
    ]
    if at_end:
        return at_end[-1]
    if head.of(text).split()[-1].casefold() not in ROLES:
        return None
    titled = (one for one in mentions[first:last] if one.role is not None and one.role.covers(head))
    named = next(titled, None)
    if named is not None:
        return named
    before = mentions[first - 1] if first else None
    if before is not None and _beside(text, before, before.span.end, span.start):
        return before
    return next(
        (one for one in mentions[first : last + 1] if _beside(text, one, head.end, one.span.start)), None
    )


def _beside(text: str, mention: Mention, left: int, right: int) -> bool:
    return mention.kind in _CALLED and text[left:right] in (", ", ": ")


_CALLED = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.OUTLET})


def _nominal(text: str, inside: Sequence[Mention], span: Span, head: Span) -> Phrase:
    spans = [Span(*match.span()) for match in _WORD.finditer(text, head.start, head.end)]
    words = [_plain(word.of(text)) for word in spans]
    first = _first(words)
    name = 1 if words[0] in _ARTICLES and len(words) > 1 and first == 1 else 0
    kind = _kind(words[-1])
    key = " ".join(text[spans[first].start : span.end].casefold().split())
    modified = any(mention.span.end < head.end for mention in inside if mention.span.start < head.end)
    possessive = any(text[mention.span.end : mention.span.end + 2] in ("'s", "’s") for mention in inside)
    return Phrase(
        span,
        None,
        Span(spans[name].start, span.end),
        tuple(words[first:]),
        key,
        kind,
        named=(modified and kind is SourceKind.ORGANISATION and not possessive)
        or _is_proper(text, spans[-1], words),
        definite=words[0] in ("the", "this", "that", "these", "those"),
        animate=kind is not SourceKind.GROUP or (is_of_people(words[-1]) and words[-1] not in EVERYBODY),
    )


def _is_proper(text: str, last: Span, words: list[str]) -> bool:
    """Whether the head is the name of a people, a party or a faith: "Senate Democrats", "the Saudis"."""
    return text[last.start].isupper() and is_party(words[-1])


def is_party(word: str) -> bool:
    """Whether a plural in lower case is the name of a people, a party or a faith."""
    noun = word.removesuffix("s")
    return word != noun and (noun in DEMONYMS or noun in _PARTIES)


_PARTIES = word_set(
    "republican democrat conservative socialist communist liberal tory labourite nationalist independent libertarian "
    "catholic christian protestant evangelical jew mormon buddhist hindu sikh sunni shiite "
    "southerner northerner european briton american"
)
_ARTICLES = frozenset({"the", "a", "an"})


def _first(words: list[str]) -> int:
    """Return where a phrase begins without determiners and quantities: at "observers" in "a number of observers"."""
    first = 0
    while first < len(words) - 1:
        if words[first + 1] == "of" and words[first] in QUANTITIES and first + 2 < len(words):
            first += 2
        elif words[first] in DETERMINERS:
            first += 1
        else:
            break
    return first


def _plain(word: str) -> str:
    return word.casefold().strip("“”\"'‘’.").removesuffix("'s").removesuffix("’s")


def _kind(head: str) -> SourceKind:
    for nouns, kind in (
        (DOCUMENTS, SourceKind.DOCUMENT),
        (OUTLETS, SourceKind.OUTLET),
        (ORGANISATIONS, SourceKind.ORGANISATION),
    ):
        if head in nouns:
            return kind
    if head in ROLES or head in ("source", "person", "insider", "observer", "bystander", "onlooker"):
        return SourceKind.PERSON
    return SourceKind.GROUP


__all__ = ["Phrase", "is_pronoun", "mentions_in", "read_phrases"]
