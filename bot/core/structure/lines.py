"""Lines of a page, and the paragraphs of a page whose lines are broken at a column."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from bot.core.span import Span

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060\u00ad"
_MARKUP = re.compile(r"(?:[>\s]*>[^\S\r\n]*)?(?:#{1,6}[^\S\r\n]+|[-*+•▪◦‣·●][^\S\r\n]+)?")
_WIDEST_COLUMN = 120
"""A line longer than this was not broken by a mail program or an editor."""
_SLACK = 8
"""How many code points a broken line may fall short of the column, its next word included."""


class Line(NamedTuple):
    """A line that is not blank, without the spaces around it; `gap` says that a blank one stands before it."""

    span: Span
    gap: bool


def split_lines(text: str, start: int) -> list[Line]:
    """Return all lines from `start` on that show something; an empty line of a block quote shows nothing."""
    found: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start):
        left, right = trim(text, match.start(), match.end())
        if text[left:right].strip("> \t"):
            found.append(Line(Span(left, right), gap=_is_gap(text, last, left)))
            last = right
    return found


def trim(text: str, start: int, end: int) -> Span:
    """Return `start` to `end` without spaces and invisible characters at both sides."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end)


def _is_gap(text: str, last: int, start: int) -> bool:
    between = text[last:start].replace("\r\n", "\n")
    return sum(char in "\r\n\v\f\x85\u2028\u2029" for char in between) > 1


def after_markup(text: str, span: Span) -> Span:
    """Return `span` without the marks of Markdown before its words: `> `, `## `, `- `."""
    found = _MARKUP.match(text, span.start, span.end)
    return Span(found.end(), span.end) if found and found.end() < span.end else span


def starts_markup(text: str, span: Span) -> str:
    """Return the marks of Markdown before the words of a line, without spaces."""
    found = _MARKUP.match(text, span.start, span.end)
    return "".join(found[0].split()) if found else ""


def column(text: str, lines: list[Line]) -> int | None:
    """Return the column at which the lines of a text are broken, None where a line is a paragraph."""
    pairs = [
        (above.span.length, above.span.length + 1 + _first_word(text, below.span))
        for above, below in pairwise(lines)
        if not below.gap and " " in above.span.of(text)
    ]
    width = max((length for length, _ in pairs), default=0)
    if not any(line.gap for line in lines) or not 30 < width <= _WIDEST_COLUMN or len(pairs) < 3:
        return None
    full = sum(needed > width - _SLACK for _, needed in pairs)
    return width if full >= 0.7 * len(pairs) else None


def _first_word(text: str, span: Span) -> int:
    end = text.find(" ", span.start, span.end)
    return (end if end >= 0 else span.end) - span.start


def join_broken(text: str, lines: list[Line], alone: set[int]) -> list[Line]:
    """Join the lines of each paragraph; lines that start at an offset in `alone` stay by themselves."""
    width = column(text, lines)
    if width is None:
        return lines
    joined = lines[:1]
    for above, line in pairwise(lines):
        first = joined[-1]
        if (
            line.gap
            or alone & {line.span.start, above.span.start}
            or starts_markup(text, line.span) not in {"", ">" * starts_markup(text, first.span).count(">")}
            or starts_markup(text, first.span).startswith("#")
            or above.span.length + 1 + _first_word(text, line.span) <= width - _SLACK
        ):
            joined.append(line)
        else:
            joined[-1] = Line(Span(first.span.start, line.span.end), first.gap)
    return joined
