"""Embedded posts: which lines above a by-line belong to it.

A page copied as text shows no frame around a post. What shows its beginning: a line that ends in a colon, another
by-line, a heading; the 280 characters a post mostly has (addresses count little, as the network counts them); and
the manner of the lines: a post breaks off unfinished lines, tags, links and emoji, an article's paragraph is whole
sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.core.article import Post
from bot.core.span import Span
from bot.core.structure.lines import Line, after_markup, starts_markup

if TYPE_CHECKING:
    from bot.core.structure.bylines import Byline

LONGEST = 285
"""Visible characters of one post at most, when more than one line may belong to it: 280, and room for spaces."""
_LONGEST_LINE = 4000
"""A single line above a by-line with a date may be longer: some accounts may write so much."""
_LINK = re.compile(r"https?://\S+|(?:pic\.(?:twitter|x)\.com|t\.co|bit\.ly|youtu\.be)/\S+")
_AFTER_LINK = ".,;:!?…)]}>\"'”’»*_"
_BARE = re.compile(r"[#@][\w.-]+|https?://\S+|pic\.\w+\.com/\S+|[^\w\s]+")
_FINISHED = re.compile(r"[.!?。！？।؟][\"'”’»)\]*_]*$")
_EMOJI = re.compile(r"[\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf]")
_MANNER = re.compile(
    # What a post has and a paragraph of an article has not.
    r"^\(?\d{1,2}(?:/\d{0,2}|\))(?=\D)|^(?:THREAD|BREAKING|UPDATE|RT|🧵)\b|(?<!\w)#\w|(?<![\w(])@\w|https?://|\bpic\.\w+\.com/"
    r"|\b(?:I|I'm|I’m|I've|I’ve|me|my|My|we|We|our|Our|us|you|You|your|Your|u|lol|omg|tbh|imo|btw|pls)\b(?![.])"
    r"|[!?]{2,}|\s\+\s|\b(?:don|can|won|isn|didn|doesn)[’']t\b"
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|reported|added|announced|declared|claimed|wrote|writes|posted|tweeted)\b"
)


_QUOTED = re.compile(r"[“\"«„]")
_SHAPES = (
    re.compile(r"[•·・▪◦➡→✅✔*+-]\s?\S"),
    re.compile(r"\(?(?:\d{1,2}|[a-z])[).:]\s?\S"),
    re.compile(r"[“„«\"‘']"),
    re.compile(r"[\w ]{1,20}: "),
    _EMOJI,
)
"""How a line of a list or of a dialogue begins; two such lines, one under the other, are of one post."""
_LABEL = re.compile(r"[^\W\d_][^\W\d_’' -]*(?:[’' -][^\W\d_]+){0,6}")
"""A short line of plain words may as well be a heading or an item of the article's own list."""


class Found(NamedTuple):
    """A post and the first of its lines; its by-line stands at `byline`."""

    first: int
    byline: int
    post: Post


def find_posts(text: str, lines: list[Line], bylines: dict[int, Byline], start: int) -> list[Found]:
    """Return the posts of a page. Lines before `start` (front matter, title) belong to none.

    `bylines` has the by-line of each line that is one, by the line's place in `lines`.
    """
    gaps = any(line.gap for line in lines[1:])
    found: list[Found] = []
    floor = start
    for at, byline in sorted(bylines.items()):
        first = _first_line(text, lines, floor, at, byline, gaps=gaps)
        if first is not None:
            found.append(Found(first, at, _post(text, lines, first, at, byline)))
        floor = at + 1
    return found


def _post(text: str, lines: list[Line], first: int, at: int, byline: Byline) -> Post:
    words = Span(after_markup(text, lines[first].span).start, lines[at - 1].span.end)
    return Post(
        text=words,
        byline=byline.span,
        author=byline.author,
        handle=byline.handle,
        date=byline.date,
        date_span=byline.date_span,
        links=links_in(text, words),
    )


def links_in(text: str, words: Span) -> tuple[Span, ...]:
    """Return the addresses printed in a post, without the points after them."""
    links = _LINK.finditer(text, words.start, words.end)
    return tuple(Span(link.start(), link.start() + len(link[0].rstrip(_AFTER_LINK))) for link in links)


def visible(words: str) -> int:
    """Return how many characters a reader sees; an address is a picture or a card to them."""
    return len(_LINK.sub("", words).strip())


def _first_line(
    text: str, lines: list[Line], floor: int, at: int, byline: Byline, *, gaps: bool
) -> int | None:
    """Return the first line of the post above the by-line at `at`, None where no post stands there."""
    if at - 1 < floor:
        return None
    last = lines[at - 1].span.of(text)
    size = visible(last)
    if last.rstrip("*_").endswith(":") or size > _LONGEST_LINE or (size > LONGEST and byline.date is None):
        return None
    first = at - 1
    while first > floor:
        above = lines[first - 1].span.of(text)
        framed = _same_frame(text, lines, first)
        size += visible(above) + 1
        if above.endswith(":") or (size > LONGEST and not framed):
            break
        near = gaps and not lines[first].gap
        if not (framed or near or _joins(above, lines[first].span.of(text))):
            break
        first -= 1
    return first


def _same_frame(text: str, lines: list[Line], first: int) -> bool:
    """Whether a line and the one above stand in the same block quote of Markdown."""
    above, line = lines[first - 1].span, lines[first].span
    between = text[above.end : line.start]
    return all(starts_markup(text, span).startswith(">") for span in (above, line)) and (
        between.count(">") >= between.count("\n") - 1
    )


def _is_bare(line: str) -> bool:
    """Whether a line has nothing but tags, handles, addresses and signs."""
    return all(_BARE.fullmatch(word) for word in line.split())


def _joins(above: str, line: str) -> bool:
    """Whether the line above goes on in `line`, by the manner of the two."""
    if _is_bare(line) or _is_bare(above):
        return True
    if any(shape.match(above) and shape.match(line) for shape in _SHAPES):
        return True
    finished = _FINISHED.search(above) is not None
    if (_REPORTED.search(above) or (finished and _QUOTED.search(above))) and not above.startswith(("#", "@")):
        return False
    if above.endswith(("?", "!")) or _MANNER.search(above) or _EMOJI.search(above):
        return True
    heading = _LABEL.fullmatch(above) is not None and above[0].isupper() and not _SHAPES[0].match(line)
    return not (finished or heading)
