"""Results as a few characters: what a control of a posted message holds, so that it works after a restart.

A result is `<article>.<start>.<length>.<fact>`, for a later part of it `.<part>`, and where there is room
`.<highlights>`; several are joined by `~`. What stands above the card follows the fact after a `_`. Numbers are in base
36. The article is the beginning of its SHA-256, so that a control never opens the words of an article that has changed
since.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.core.article import Article
from bot.core.facts import Dated, Figure, Quote, Source
from bot.core.span import Span
from bot.core.store import Entry, FactStore
from bot.services.answers import Fact, Hit, Passage

ROOM = 100 - len("v1s::a:") - 14
"""Characters that a control's id (100, Discord's limit) leaves for results, beside what it is and the longest asker."""
_DIGEST_BYTES = 6
"""48 bits: among a million articles two share them in one of five hundred archives."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_REF = re.compile(
    r"(?P<article>[\w-]{8})\.(?P<start>[0-9a-z]{1,6})\.(?P<length>[0-9a-z]{1,6})\."
    r"(?P<fact>[qfsd][0-9a-z]{1,5}|[pa])(?:_(?P<head>[uw]|[1-9]))?"
    r"(?:\.(?P<part>[0-9a-z]{1,3}))?(?:\.(?P<strong>[0-9a-z]+-[0-9a-z-]{1,80}))?",
    re.ASCII,
)
_DIGEST = re.compile(r"[\w-]{8}", re.ASCII)
_KINDS = {"q": "quotes", "f": "figures", "s": "sources", "d": "dates"}
_LETTERS = {Quote: "q", Figure: "f", Source: "s", Dated: "d"}
_PASSAGE, _ARTICLE = "p", "a"
HEAD_UNDATED, HEAD_CHAIN = "u", "w"


class Ref(NamedTuple):
    """One result of a reply: a hit, or a whole article, and which part of its card."""

    hit: Hit
    part: int = 0
    whole: bool = False
    """Whether it is the article with what is known of it, not a passage."""
    head: str = ""
    """What stands above the card: `u` that it is undated, a digit its number in a comparison; `w` that its chain is shown."""


@dataclass(frozen=True, slots=True)
class GoneError(Exception):
    """A control's result that is no longer there: the article was changed or removed."""


def number(value: int) -> str:
    """Return a number that is not negative in base 36."""
    digits = ""
    while value:
        value, digit = divmod(value, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def digest(article: Article) -> str:
    """Return the 8 characters that stand for an article's text."""
    return base64.urlsafe_b64encode(bytes.fromhex(article.sha256)[:_DIGEST_BYTES]).decode()


def write_refs(refs: Sequence[Ref], store: FactStore, most: int) -> str | None:
    """Return results in at most `most` characters, with their highlights if these fit; None if it cannot be done."""
    for kept in (refs, [_plain(ref) for ref in refs]):
        written = "~".join(_written(ref, store) for ref in kept)
        if len(written) <= most:
            return written
    return None


def read_refs(text: str, store: FactStore) -> tuple[Ref, ...]:
    """Return the results that a control holds.

    Raises:
        GoneError: an article, or a fact of it, is no longer loaded as it was, or the text is none of ours.
    """
    return tuple(_read(each, store) for each in text.split("~"))


class Cited(NamedTuple):
    """What a control says of a passage, whether or not it is still loaded: 12 digits of the hash, and offsets."""

    sha256: str
    start: int
    end: int


def read_cited(text: str) -> tuple[Cited, ...]:
    """Return the passages that a control names; what is none of ours is left out."""
    found = (_REF.fullmatch(each) for each in text.split("~"))
    return tuple(
        Cited(_hexadecimal(each["article"]), start, start + int(each["length"], 36))
        for each in found
        if each and int(each["length"], 36)
        for start in (int(each["start"], 36),)
    )


def article_of(written: str, store: FactStore) -> Article:
    """Return the article that 8 characters stand for. Raises GoneError."""
    entry = store.by_digest(_hexadecimal(written)) if _DIGEST.fullmatch(written) else None
    if entry is None:
        raise GoneError
    return entry.article


def _plain(ref: Ref) -> Ref:
    return ref._replace(hit=replace(ref.hit, highlights=()))


def _written(ref: Ref, store: FactStore) -> str:
    passage = ref.hit.passage
    span = passage.span
    fact = _ARTICLE if ref.whole else _place_of(ref.hit.fact, store.entry(passage.article.id))
    fact += f"_{ref.head}" if ref.head else ""
    fields = [digest(passage.article), number(span.start), number(span.length), fact]
    if ref.part:
        fields.append(number(ref.part))
    strong = "-".join(
        f"{number(each.start - span.start)}-{number(each.length)}"
        for each in ref.hit.highlights
        if span.covers(each)
    )
    return ".".join([*fields, strong] if strong else fields)


def _place_of(fact: Fact | None, entry: Entry | None) -> str:
    if fact is None or entry is None:
        return _PASSAGE
    letter = _LETTERS[type(fact)]
    known: Sequence[Fact] = getattr(entry.facts, _KINDS[letter])
    # A fact of the store is there itself; to compare thousands of them by value takes long.
    place = next((at for at, each in enumerate(known) if each is fact), None)
    if place is None and fact in known:
        place = known.index(fact)
    return _PASSAGE if place is None else letter + number(place)


def _read(text: str, store: FactStore) -> Ref:
    found = _REF.fullmatch(text)
    entry = store.by_digest(_hexadecimal(found["article"])) if found else None
    if found is None or entry is None:
        raise GoneError
    start, length = int(found["start"], 36), int(found["length"], 36)
    span = Span(start, start + length)
    if span.end > len(entry.article.text):
        raise GoneError
    passage, part = Passage(entry.article, span), int(found["part"] or "0", 36)
    if found["fact"] == _ARTICLE:
        return Ref(Hit(passage, 1.0), part, whole=True)
    if not length:
        raise GoneError
    fact = _fact(found["fact"], entry)
    if fact is not None and not any(map(span.meets, _places(fact))):
        raise GoneError  # the same text, read by other rules since
    head = found["head"] or ""
    return Ref(Hit(passage, 1.0, _strong(found["strong"], span), fact), part, head=head)


def _fact(code: str, entry: Entry) -> Fact | None:
    if code == _PASSAGE:
        return None
    known: Sequence[Fact] = getattr(entry.facts, _KINDS[code[0]])
    place = int(code[1:], 36)
    if place >= len(known):
        raise GoneError
    return known[place]


def _places(fact: Fact) -> tuple[Span, ...]:
    return (fact.name, *fact.mentions, *fact.cited_for) if isinstance(fact, Source) else (fact.span,)


def _strong(text: str | None, span: Span) -> tuple[Span, ...]:
    numbers = [int(each, 36) for each in (text or "").split("-") if each]
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    found = sorted(Span(span.start + start, span.start + start + length) for start, length in pairs)
    inside = [each for each in found if span.covers(each) and each.length]
    return tuple(each for at, each in enumerate(inside) if at == 0 or inside[at - 1].end <= each.start)


def _hexadecimal(written: str) -> str:
    return base64.urlsafe_b64decode(written).hex()
