"""By-lines of articles: "By JANE DOE, Associated Press", "Jane Doe, City correspondent", and lines of dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.span import Span
from bot.core.structure.lines import after_markup, trim
from bot.core.structure.months import MONTHS, WEEKDAYS
from bot.core.structure.outlets import is_outlet
from bot.core.structure.stamps import Stamp, find_stamp
from bot.core.text.words import word_set

_BY = re.compile(
    r"(?:(?:written|reporting|reported|story|words|text|analysis|opinion|report|live(?: updates| blog)?|interview|review"
    r"|comment(?:ary)?|column|posted|published|updated|compiled|from)\s+)?(?:by|von|par|por)\b\s*:?\s+"
    r"|(?:authors?|writer|reporter|by-?line)\s*:\s*",
    re.IGNORECASE,
)


_PARTICLES = word_set("de da di do dos del della der den du la le van von bin ibn al el ter ten y e of st")
_NO_NAMES = word_set(
    "the a an in on at it its this that there here what why how when who where after before for from is are was"
    " news breaking live sport sports opinion world politics business video updated published"
) | frozenset((*MONTHS, *WEEKDAYS))
_ROLE = re.compile(
    r"\b(?:correspondents?|reporters?|editors?|writers?|columnists?|contributors?|staff|journalists?|bureau|chief"
    r"|photographers?|producers?|analysts?|author|desk|editorial board|freelance\w*|special to)\b",
    re.IGNORECASE,
)
_NAME_END = re.compile(r"\s*(?:,|\||·|•|—|–|\(|/|;|\s-\s|\bfor\b|\bin\b|\bat\b|\bof\b(?= the)|@)\s*")
_AND = re.compile(r"\s*(?:,\s*and|,|\band\b|&)\s+", re.IGNORECASE)
_DATE_REST = re.compile(
    r"(?:\b(?:last|first|originally|published|updated?|posted|modified|created|date[ds]?|released|issued|online|print|edition"
    r"|version|on|at|time|local|read|min|mins|minutes?|am|pm|et|ct|pt|bst|ist|edt|est|gmt|utc|and|\d{1,2}[:.h]\d\d)\b"
    r"|[\W_])*+",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b[^\w]*(?:on|at)?\W*$", re.IGNORECASE)
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|local time))?",
    re.IGNORECASE,
)
_LONGEST = 140
_MOST_STAMPS = 3


class Credit(NamedTuple):
    """A line that says who wrote or when; each part None where the line has none."""

    author: Span | None = None
    outlet: Span | None = None
    published: Stamp | None = None
    updated: Stamp | None = None
    name_only: bool = False


def read_credit(text: str, line: Span) -> Credit | None:
    """Return what a line at the edge of a page says about author and date, None for any other line.

    A line that is only a name is returned with `name_only`; whether it is a by-line its neighbours decide.
    """
    line = after_markup(text, line)
    if line.length > _LONGEST:
        return None
    if is_outlet(line.of(text)) and len(line.of(text).split()) <= 4 and line.of(text)[-1].isalnum():
        return Credit(outlet=line, name_only=True)
    stamps = _stamps(text, line)
    pieces = _without(line, stamps)
    published, updated = _sort(text, line, stamps)
    if stamps and all(_DATE_REST.fullmatch(piece.of(text)) for piece in pieces):
        return Credit(published=published, updated=updated)
    named = [piece for piece in pieces if not _DATE_REST.fullmatch(piece.of(text))]
    if len(named) != 1:
        return None
    credit = _author(text, _strip(text, named[0]), dated=bool(stamps))
    return credit._replace(published=published, updated=updated) if credit else None


def is_role(words: str) -> bool:
    """Whether a line under a name says what the writer is: "Political correspondent"."""
    return len(words.split()) <= 6 and not words.endswith((".", ":")) and _ROLE.search(words) is not None


def is_date_label(words: str) -> bool:
    """Whether a line is only a word that stands over a date: "Published"."""
    return words[:1].isalpha() and len(words) < 30 and _DATE_REST.fullmatch(words) is not None


def is_clock(words: str) -> bool:
    """Whether a line is a time of day, as entries of live pages are headed."""
    return _CLOCK.fullmatch(words) is not None


def _stamps(text: str, line: Span) -> list[Stamp]:
    found: list[Stamp] = []
    start = line.start
    while len(found) < _MOST_STAMPS:
        stamp = find_stamp(text, start, line.end)
        if stamp is None:
            break
        found.append(stamp)
        start = stamp.span.end
    return found


def _without(line: Span, stamps: list[Stamp]) -> list[Span]:
    edges = [line.start, *(offset for stamp in stamps for offset in stamp.span), line.end]
    return [Span(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True)]


def _sort(text: str, line: Span, stamps: list[Stamp]) -> tuple[Stamp | None, Stamp | None]:
    """Return the stamp of publication and that of the update."""
    updated = [stamp for stamp in stamps if _UPDATED.search(text[line.start : stamp.span.start])]
    published = [stamp for stamp in stamps if stamp not in updated]
    return next(iter(published), None), next(iter(updated), None)


def _strip(text: str, piece: Span) -> Span:
    """Return `piece` without separators and words of date lines at its end."""
    piece = trim(text, piece.start, piece.end)
    while True:
        found = re.search(
            r"(?:[\s|·•,;:—–-]+|\b(?:published|updated|posted|on|at|last))$", piece.of(text), re.IGNORECASE
        )
        if found is None or found.start() == 0:
            return piece
        piece = Span(piece.start, piece.start + found.start())


def _author(text: str, piece: Span, *, dated: bool) -> Credit | None:
    words = piece.of(text).strip("*_ ")
    by = _BY.match(words)
    offset = text.index(words, piece.start) if words else piece.start
    rest = words[by.end() :] if by else words
    names, tail = _names(rest)
    if not names or (not by and len(rest[:names].split()) < 2) or rest.endswith((".", ":", "?", "!", "…")):
        return None
    start = offset + (by.end() if by else 0)
    author = Span(start, start + names)
    if not tail:
        return Credit(author=author, name_only=not by and not dated)
    outlet = _tail_outlet(tail)
    if not by and not outlet and rest[names:].startswith(" in ") and _is_capitalised(tail):
        return Credit(author=author, name_only=not dated)
    if not (_ROLE.search(tail) or outlet or (by and _is_capitalised(tail))):
        return None
    at = text.find(outlet, author.end, piece.end) if outlet else -1
    return Credit(author=author, outlet=Span(at, at + len(outlet)) if outlet and at >= 0 else None)


def _names(words: str) -> tuple[int, str]:
    """Return how far the names at the start of `words` reach, and what stands behind them."""
    end = 0
    while True:
        cut = min(
            (found.start() for found in (_NAME_END.search(words, end), _AND.search(words, end)) if found),
            default=len(words),
        )
        if not _is_name(words[end:cut]):
            break
        reach = cut
        further = _AND.match(words, cut)
        if further is None or not _is_further_name(words[further.end() :]):
            return reach, _NAME_END.sub(" ", words[reach:], count=1).strip()
        end = further.end()
    return 0, words


def _is_further_name(words: str) -> bool:
    name = _NAME_END.split(_AND.split(words)[0])[0]
    return _is_name(name) and not is_outlet(name) and _ROLE.search(name) is None


def _is_name(words: str) -> bool:
    tokens = words.split()
    if not 1 <= len(tokens) <= 5 or any(char.isdigit() for char in words):
        return False
    proper = [token for token in tokens if token.lower() not in _PARTICLES]
    return (
        bool(proper)
        and all(
            token[0].isupper()
            and token.strip("().")
            .replace("’", "")
            .replace("'", "")
            .replace("-", "")
            .replace(".", "")
            .isalpha()
            for token in proper
        )
        and not any(token.lower().strip(".") in _NO_NAMES for token in proper)
    )


def _is_capitalised(words: str) -> bool:
    return all(
        word[0].isupper() or word in {"and", "of", "the", "in", "for", "&", "at"} for word in words.split()
    )


def _tail_outlet(tail: str) -> str | None:
    for part in re.split(r"\s*[,|·•()—–/;]\s*|\s-\s", tail):
        name = part.removeprefix("the ")
        if is_outlet(name) and not _ROLE.search(name):
            return name
    return None
