"""The line under an embedded post that says whose it is: `— Name (@handle) January 6, 2022`."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from bot.core.span import Span
from bot.core.structure.lines import trim
from bot.core.structure.stamps import find_stamp

_HANDLE = re.compile(
    r"\((?:\[)?@(?P<handle>\w[\w.-]*(?:@[\w.-]+)?)(?:\]\([^)\s]*\))?\)|(?<!\S)@(?P<bare>\w[\w.-]*(?:@[\w.-]+)?)"
)
_DASH = re.compile(r"(?:(?<=\s)|(?<=[.!?…”\"'’)>*_])|^)(?:[—―–]|-{2,3}(?!-)|-(?=\s)|&mdash;)\s*")
_REST = re.compile(
    r"[\s\[\]().,·•|:–—-]*(?:(?:on|via|at)\s)?(?:Twitter|X|Bluesky|Mastodon|Threads|Truth Social)?"
    r"[\s\[\]().,·•|:–—-]*(?:https?://[^\s)]+\)?)?[\s*_]*"
)
_OTHER_DATE = re.compile(
    r"\s*\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?\s(?:de\s)?\d{4}(?:\s?[^\W\d_]{1,2}\.)?\s*"
)
"""A date in a language that `months` does not know."""
_SEES = 200
"""A by-line is never longer than this many code points."""
_MARKS = "*_[]>“”\"' \t,"


class Byline(NamedTuple):
    """Whose post stands above. `span` starts at the dash; `author` is the handle where no name stands."""

    span: Span
    author: Span
    handle: Span
    date: dt.date | None
    date_span: Span | None


def find_byline(text: str, line: Span) -> Byline | None:
    """Return the by-line that `line` is or ends with, None if it is anything else."""
    window = max(line.start, line.end - _SEES)
    if text.find("@", window, line.end) < 0:
        return None
    handles = list(_HANDLE.finditer(text, window, line.end))
    for found in reversed(handles):
        byline = _byline(text, line, window, found)
        if byline:
            return byline
    return None


def _byline(text: str, line: Span, window: int, found: re.Match[str]) -> Byline | None:
    handle = Span(*found.span("handle" if found["handle"] else "bare"))
    stamp = find_stamp(text, found.end(), line.end)
    rest = text[found.end() : line.end]
    if stamp:
        rest = text[found.end() : stamp.span.start] + " " + text[stamp.span.end : line.end]
    if not (_REST.fullmatch(rest) or (stamp is None and _OTHER_DATE.fullmatch(rest))):
        return None
    start, name, dashed = _name(text, line, window, found.start())
    whole = not text[line.start : start].strip(" \t>*_")
    sure = stamp is not None and found["handle"] is not None
    if not _is_name(name.of(text), sure=sure) or not (sure or (whole and dashed)) or not (whole or dashed):
        return None
    return Byline(
        span=Span(start, line.end),
        author=name if name.start < name.end else handle,
        handle=handle,
        date=stamp.date if stamp else None,
        date_span=stamp.span if stamp else None,
    )


def _name(text: str, line: Span, window: int, end: int) -> tuple[int, Span, bool]:
    """Return where the by-line starts, the name in it, and whether a dash stands before it."""
    dashes = list(_DASH.finditer(text, window, end))
    at_start = [dash for dash in dashes if not text[line.start : dash.start()].strip(" \t>*_")]
    dash = (at_start or dashes)[-1 if not at_start else 0] if dashes else None
    start = dash.end() if dash else window
    name = trim(text, start, end)
    while name.start < name.end and text[name.end - 1] in _MARKS:
        name = Span(name.start, name.end - 1)
    while name.start < name.end and text[name.start] in _MARKS:
        name = Span(name.start + 1, name.end)
    return (dash.start() if dash else line.start), name, dash is not None


_PROSE_WORD = re.compile(
    r"\b(?:by|said|says|wrote|writes|tweeted|posted|the user|according|on Twitter|told|from|follow|is|was)\b"
)


def _is_name(name: str, *, sure: bool) -> bool:
    """Whether the words before a handle can be a name: short, no words of prose, without a date capitalised."""
    if len(name) > 80 or len(name.split()) > 9 or ": " in name or _PROSE_WORD.search(name):
        return False
    return sure or not name[:1].islower()
