"""Embedded posts in the newer layout: name, handle, words and time each on a line of its own.

    Ada Orr
    @ada_orr
    The pier is closed again. Nobody told us.
    5:02 PM · Jan 6, 2022

Only the frame of both shows such a post: a short name with a line that is nothing but a handle under it, and a line
that is nothing but a time (or a handle with its date, and a blank line).
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bot.core.article import BlockKind, Post
from bot.core.span import Span
from bot.core.structure.lines import trim
from bot.core.structure.posts import LONGEST, links_in, visible
from bot.core.structure.stamps import Stamp, find_stamp

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.core.structure.lines import Line

_MOST_LINES = 14
"""Lines between a handle and its time."""
_LONGEST_HEAD = 120
_LONGEST_CARD = 4000
"""Visible characters of a post that a time closes."""
_HANDLE = re.compile(r"@(?P<handle>\w[\w.-]*(?:@[\w.-]+)?)(?P<rest>.*)")
_NAMED = re.compile(r"(?P<name>[^@\n]{2,50}?)\s+@(?P<handle>\w[\w.-]*)\s*[·•|]\s*(?P<rest>.+)")
_NO_NAME = re.compile(r"[.:;?!,…]$|[@\"“”]|\b(?:said|says|wrote|by|from|is|was|are|the)\b")
_AROUND = re.compile(r"[\s·•|,–—-]*(?:(?:Follow|Following|Verified|X|Twitter)[\s·•|]*)?")
_COUNTED = (
    r"(?:repl(?:y|ies)|reposts?|retweets?|likes?|views?|quotes?|bookmarks?|comments?|shares?|read\s\d+\srepl\w+"
    r"|read\smore\son\s(?:x|twitter)|copy\slink(?:\sto\spost)?|edited|last\sedited)"
)
_AFTER_TIME = re.compile(
    rf"[\s·•|,]*(?:[\d.,]+\s?[km]?\s)?(?:{_COUNTED}|from\s.{{2,30}})?[\s·•|]*", re.IGNORECASE
)
_COUNTS = re.compile(
    rf"(?:[\d.,]+\s?[km]?\s?{_COUNTED}?|{_COUNTED})(?:[\s·•|]+[\d.,]+\s?[km]?\s?{_COUNTED})*", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"(?:Replying to(?: @\w+)*(?: and @\w+)*|Follow|Following|Verified account|Translate post)"
)


class Card(NamedTuple):
    """A post and what its lines are, by their places."""

    post: Post
    kinds: dict[int, BlockKind]


class _Head(NamedTuple):
    """The lines that say whose post follows: the first, the one after the last, the name, the handle, the date."""

    first: int
    end: int
    author: Span
    handle: Span
    stamp: Stamp | None


def find_cards(text: str, lines: list[Line], start: int, taken: Collection[int]) -> list[Card]:
    """Return the posts of a page in the newer layout; lines before `start` or in `taken` belong to none."""
    found: list[Card] = []
    at = start
    while at < len(lines):
        head = _head(text, lines, at)
        card = _card(text, lines, head) if head is not None else None
        if card is None or any(place in taken for place in card.kinds):
            at += 1
            continue
        found.append(card)
        at = max(card.kinds) + 1
    return found


def _head(text: str, lines: list[Line], at: int) -> _Head | None:
    span = lines[at].span
    named = _NAMED.fullmatch(text, *span) if span.length < _LONGEST_HEAD else None
    if named is not None:
        stamp = _only_stamp(text, Span(*named.span("rest")))
        fits = stamp is not None and not _NO_NAME.search(named["name"])
        return (
            _Head(at, at + 1, Span(*named.span("name")), Span(*named.span("handle")), stamp) if fits else None
        )
    if at + 1 >= len(lines) or span.length > 50 or _NO_NAME.search(span.of(text)):
        return None
    handle = _HANDLE.fullmatch(text, *lines[at + 1].span)
    if handle is None or not span.of(text)[0].isupper():
        return None
    rest = trim(text, *handle.span("rest"))
    stamp = _only_stamp(text, rest) if rest.length else None
    if stamp is None and not _AROUND.fullmatch(text, *rest):
        return None
    return _Head(at, at + 2, span, Span(*handle.span("handle")), stamp)


def _only_stamp(text: str, span: Span) -> Stamp | None:
    """Return the date that a line is, with nothing but counts and signs beside it."""
    stamp = find_stamp(text, *span)
    if stamp is None or not _AROUND.fullmatch(text, span.start, stamp.span.start):
        return None
    return stamp if _AFTER_TIME.fullmatch(text, stamp.span.end, span.end) else None


def _card(text: str, lines: list[Line], head: _Head) -> Card | None:
    first = head.end
    while first < len(lines) and _ADDRESSED.fullmatch(text, *lines[first].span):
        first += 1
    for last in range(first, min(len(lines), first + _MOST_LINES)):
        stamp = _only_stamp(text, lines[last].span)
        if stamp is not None:
            return _made(text, lines, head, range(first, last), stamp)
        if last > first and _HANDLE.fullmatch(text, *lines[last].span):
            break
    if head.stamp is None or first >= len(lines):
        return None
    last = first + 1
    parted = any(line.gap for line in lines[1:]) and not lines[first].gap
    while parted and last < len(lines) and not lines[last].gap and not _is_count(text, lines, last):
        last += 1
    return _made(text, lines, head, range(first, last), head.stamp)


def _made(text: str, lines: list[Line], head: _Head, words: range, stamp: Stamp) -> Card | None:
    """Return the post of the lines `words`; a time that is not beside the handle stands in the line after them."""
    if not words:
        return None
    closed = stamp is not head.stamp
    size = sum(visible(lines[at].span.of(text)) for at in words)
    if size > (_LONGEST_CARD if closed else LONGEST) or size == 0:
        return None
    end = words.stop + closed
    while end < len(lines) and _is_count(text, lines, end):
        end += 1
    span = Span(lines[words.start].span.start, lines[words[-1]].span.end)
    frame = chain(range(head.first, words.start), range(words.stop, end))
    post = Post(
        text=span,
        byline=Span(lines[head.first].span.start, lines[head.end - 1].span.end),
        author=head.author,
        handle=head.handle,
        date=stamp.date,
        date_span=stamp.span,
        links=links_in(text, span),
    )
    return Card(post, dict.fromkeys(words, BlockKind.POST) | dict.fromkeys(frame, BlockKind.POST_BYLINE))


def _is_count(text: str, lines: list[Line], at: int) -> bool:
    return _COUNTS.fullmatch(text, *lines[at].span) is not None
