"""Finding the stretches of capitalised words that may be names, and cutting them into namings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.core.article import Article, Block, BlockKind
from bot.core.names.common import CALENDAR, CUTS, NOT_NAMES
from bot.core.names.given import GIVEN
from bot.core.names.organisations import OUTLET_WORDS, OUTLETS
from bot.core.names.places import DEMONYMS, PLACES
from bot.core.names.titles import ABBREVIATED, COURTESY, DEPARTMENTS, NAME_LIKE, OFFICE_MODIFIERS, OFFICES

_NAMED_IN = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PROSE, BlockKind.POST})
_UPPER = "".join(
    chr(code)
    for first, last in ((0x41, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF))
    for code in range(first, last)
    if chr(code).isupper()
)
_ZERO_WIDTH = "\u00ad\u200b-\u200d\u2060"
_WORD = rf"[{_UPPER}][\w{_ZERO_WIDTH}]*(?:['’&][{_UPPER}]\w*)*(?:[-‐‑]\w+)*"
_INITIALS = rf"[{_UPPER}]\.(?:-?[{_UPPER}]\.)*"
_ABBREVIATION = rf"(?:{'|'.join(sorted(word.capitalize() for word in ABBREVIATED))}|Ph\.?D)\."
_PREFIXED = rf"(?:(?:al|el|as|ad|an|ash|ben|ibn)-|[dl]['’])[{_UPPER}]\w*(?:-\w+)*"
_TOKEN = rf"(?:{_ABBREVIATION}|{_INITIALS}|{_WORD}|{_PREFIXED})"
_INNER = r"(?:de|da|dos|du|del|della|di|la|le|las|los|van|von|der|den|ter|bin|ibn|bint|al|el|af|zu|ben|abu|&)"
_OUTER = r"(?:(?:van|von)[ ](?:der|den|de)|de[ ]la|van|von|de|di|du|del|della|bin|ibn)"
_SEQUENCE = re.compile(
    rf"(?<![\w@/])(?:{_OUTER}[ ])?{_TOKEN}(?:[ \t\u00a0](?:{_INNER}[ \t\u00a0]){{0,2}}{_TOKEN})*"
)
_SECRETARY = re.compile(r"\b(?:(?:Under|under)?[Ss]ecretary|[Mm]inister) of $")
_UNSEEN = re.compile(rf"[.{_ZERO_WIDTH}]")
_OPENERS = frozenset("\"'“”„«»‘’([{—–-•*>#:")
_TITLES = OFFICES | COURTESY
_ENDERS = frozenset('.!?:;…"”»')


class Naming(NamedTuple):
    """A stretch that may be a name: its `words`, the same folded as `low`.

    `title` is where the title before it begins, or -1. `opens` is True where a capital letter says nothing, at the start of a sentence.
    """

    start: int
    end: int
    words: tuple[str, ...]
    low: tuple[str, ...]
    title: int
    opens: bool


def named_blocks(article: Article) -> Iterator[Block]:
    """The blocks in which names count."""
    return (block for block in article.blocks if block.kind in _NAMED_IN)


def scan(
    text: str, block: Block, sentence_starts: frozenset[int], vocabulary: frozenset[str]
) -> list[Naming]:
    """Return the namings of one block, in order. `vocabulary` has the article's words in lower case."""
    found: list[Naming] = []
    for match in _SEQUENCE.finditer(text, block.span.start, block.span.end):
        start = match.start()
        opens = start in sentence_starts or _opens(text, start, block.span.start)
        sequence = match[0]
        if opens and sequence.casefold() in NOT_NAMES:
            continue
        cut = _cut(sequence, start, vocabulary, opens=opens)
        found += _after_of(text, list(cut)) if " " in sequence else cut
    return found


def _after_of(text: str, namings: list[Naming]) -> list[Naming]:
    """Give the department of "Secretary of State" back to the title."""
    if not namings or len(namings[0].words) < 3 or namings[0].low[0] not in DEPARTMENTS:
        return namings
    first = namings[0]
    office = _SECRETARY.search(text, max(0, first.start - 30), first.start)
    if office is None:
        return namings
    skipped = first.start + len(first.words[0]) + 1
    named = Naming(skipped, first.end, first.words[1:], first.low[1:], office.start(), opens=False)
    return [named, *namings[1:]]


def _opens(text: str, start: int, first: int) -> bool:
    if start == first or text[start - 1] in _OPENERS:
        return True
    return start - 2 >= first and text[start - 2] in _ENDERS


def fold_word(word: str) -> str:
    """Lower case without the full stops of an abbreviation ("U.S." is "us") and what cannot be seen."""
    if word.isalpha():
        return word.casefold()
    return _UNSEEN.sub("", word).replace("‐", "-").replace("‑", "-").casefold()


def _cut(sequence: str, start: int, vocabulary: frozenset[str], *, opens: bool) -> Iterable[Naming]:
    if sequence.isalpha():
        return _lone(sequence, start, vocabulary, opens=opens)
    return _stretch(sequence, start, vocabulary, opens=opens)


def _lone(word: str, start: int, vocabulary: frozenset[str], *, opens: bool) -> Iterable[Naming]:
    """The short way for a single word."""
    low = word.casefold()
    nameless = low == "the" or (low in _TITLES and low not in NAME_LIKE)
    if nameless or (opens and _is_ordinary([low], 0, vocabulary)):
        return ()
    return (Naming(start, start + len(word), (word,), (low,), -1, opens),)


def _stretch(sequence: str, start: int, vocabulary: frozenset[str], *, opens: bool) -> Iterator[Naming]:
    words = sequence.replace("\t", " ").replace("\u00a0", " ").split(" ")
    low = [fold_word(word) for word in words]
    first = _skip_opening(low, vocabulary) if opens else 0
    if first == 0 and low[0] == "the" and not _is_outlet(low[1:]):
        first = 1
    for begin, end in _parts(words, low, first):
        yield from _untitled(words, low, begin, end, start, opens=opens and begin == 0)


def _is_outlet(low: list[str]) -> bool:
    return bool(low) and (low[-1] in OUTLET_WORDS or " ".join(low) in OUTLETS)


def _skip_opening(low: list[str], vocabulary: frozenset[str]) -> int:
    """How many words at the start of a sentence are ordinary words."""
    first = 0
    while first < len(low) and _is_ordinary(low, first, vocabulary):
        first += 1
    return first


def _is_ordinary(low: list[str], at: int, vocabulary: frozenset[str]) -> bool:
    word = low[at]
    if " ".join(low[at : at + 2]) in PLACES:
        return False
    if word == "the":
        return not _is_outlet(low[at + 1 :])
    if word in GIVEN or word in PLACES or word in COURTESY or word in OFFICES:
        return False
    if word in NOT_NAMES:
        return True
    return at == 0 and word in vocabulary and word not in DEMONYMS and (len(low) == 1 or not _is_outlet(low))


def _parts(words: list[str], low: list[str], first: int) -> Iterator[tuple[int, int]]:
    """Cut at days, months and the capitalised small words of a new sentence."""
    begin = first
    for at in range(first, len(low)):
        cuts = low[at] in CUTS and at > first and words[at][-1] != "."
        if cuts or (low[at] in CALENDAR and len(low) > 1 and not _in_name(low, first, at)):
            if at > begin:
                yield begin, at
            begin = at + 1
    if begin < len(low):
        yield begin, len(low)


def _in_name(low: list[str], first: int, at: int) -> bool:
    """Whether a day or month is part of somebody's name ("Theresa May", "Jan Weiss")."""
    return (at > first and low[at - 1] in GIVEN) or (low[at] in GIVEN and at + 1 < len(low))


def _untitled(
    words: list[str], low: list[str], begin: int, end: int, start: int, *, opens: bool
) -> Iterator[Naming]:
    """Part a title from the name after it and from the name before it ("White House Press Secretary …")."""
    office = _office(low, begin, end)
    lone = end - begin == 1 and low[begin] in NAME_LIKE
    if office is None or lone:
        yield _naming(words, low, begin, end, start, title=-1, opens=opens)
        return
    left, right = office
    if left > begin:
        yield _naming(words, low, begin, left, start, title=-1, opens=opens)
    if right < end:
        courteous = right + 1 == end and low[right - 1] in COURTESY
        yield _naming(words, low, right - courteous, end, start, title=left, opens=False)


def _office(low: list[str], begin: int, end: int) -> tuple[int, int] | None:
    """Return where the title begins and where the name after it, None without a title."""
    at = next(
        (i for i in range(end - 1, begin - 1, -1) if low[i] in OFFICES or low[i] in COURTESY),
        None,
    )
    if at is None or (low[at] in NAME_LIKE and not _leads(low, begin, at)):
        return None
    left = at
    while left > begin and (
        low[left - 1] in OFFICE_MODIFIERS or low[left - 1] in OFFICES or low[left - 1] in COURTESY
    ):
        left -= 1
    if left > begin and low[left - 1] in DEMONYMS:
        left -= 1
    return left, at + 1


def _leads(low: list[str], begin: int, at: int) -> bool:
    """Whether only words that may stand before a title precede."""
    return all(
        word in DEMONYMS or word in OFFICE_MODIFIERS or word in OFFICES or word in PLACES
        for word in low[begin:at]
    )


def _naming(
    words: list[str], low: list[str], begin: int, end: int, start: int, *, title: int, opens: bool
) -> Naming:
    offset = start + _length(words, 0, begin)
    last = offset + _length(words, begin, end) - 1
    titled = -1 if title < 0 else start + _length(words, 0, title)
    return Naming(offset, last, tuple(words[begin:end]), tuple(low[begin:end]), titled, opens)


def _length(words: list[str], begin: int, end: int) -> int:
    """Characters of the words with a space after each."""
    return sum(map(len, words[begin:end])) + end - begin


__all__ = ["Naming", "fold_word", "named_blocks", "scan"]
