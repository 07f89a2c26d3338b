"""Where sentences end.

One pass over the stops of a block; each is judged by the word before it, the marks that close after it and the
word behind them. The rules are those of written news English; stops of other scripts end a sentence as they stand.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.span import Span
from bot.core.text.abbreviations import (
    AFTER_CLOCK,
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    CLOCK,
    DOMAINS,
    MAY_END,
    NAMES_WITH_A_BANG,
    STARTERS,
)

_EMOJI = "\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d"
_STOPS = re.compile(
    # An address or a handle is passed over in one piece, but for the marks at its end.
    r"""(?:https?://|www\.|pic\.twitter\.com/)\S*(?<![.,;:!?…)\]"'”’»])|@\w[\w.@-]*(?<![.-])"""
    r"|(?P<blank>\n[^\S\n]*\n|[\u2029])"
    r"|(?P<stop>[.!?…‽]+|[。！？｡．؟۔।॥።։។။]+)"
    # What closes with the sentence: quotation marks (one turned round only before a space), brackets, note numbers.
    r"""(?P<close>(?:["'”’)\]›」』）】*_]|[ \u00a0\u202f]?»(?!\w)|[“„«](?=\s|$)|\[\d{1,3}\](?!\())*)"""
    rf"(?:[^\S\n]?[{_EMOJI}]+)*"
)
_BEFORE = re.compile(r"[^\W_](?:[^\s()\[\]\"“”«»/—–]*[^\W_])?$")
_AFTER = re.compile(r"""(?P<space>\s*)(?P<open>["'“”‘„«»‹(\[{¿¡*_「『（]*)(?P<word>\w*)""")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_LIST_MARK = re.compile(r"(?:\(?\d{1,3}|[A-Za-z]|[ivx]{1,4})$")
_TAGS_TO_END = re.compile(r"(?:\s*(?:[#@]\w++|https?://\S++|pic\.twitter\.com/\S++))++\s*+$")
_SAYS = re.compile(
    r"(?:\s+[\w.'’-]+){0,3}?\s+(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|cried|replied|shouted)\b"
)
_SHORTENED = BEFORE_A_NAME | BEFORE_A_NUMBER | MAY_END | CLOCK | frozenset("abcdefghijklmnopqrstuvwxyz")
_LOOK_BACK = 24
"""Code points before a stop that can matter: longer than any abbreviation."""


class _Place(NamedTuple):
    """A stop with its surroundings. `before` is the word it follows, `after` the word behind it."""

    text: str
    start: int
    end: int
    stop: str
    closing: str
    before: str
    space: str
    opening: str
    after: str
    after_end: int
    first: bool
    """Nothing but `before` stands between the start of the sentence and the stop."""

    @property
    def next_char(self) -> str:
        return self.after[:1] or self.text[self.after_end : self.after_end + 1]

    @property
    def quoted(self) -> bool:
        return any(mark in "\"'”’»›“」』" for mark in self.closing)

    @property
    def starter(self) -> bool:
        dotted = self.text[self.after_end : self.after_end + 1] == "." and len(self.after) == 1
        return self.after.lower() in STARTERS and not dotted


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences inside `span` in order, without the spaces around them; line ends count as spaces.

    A blank line ends a sentence; so does the end of `span`. Every code point that is no space lies in a sentence.
    """
    found: list[Span] = []
    start = _skip(text, span.start, span.end)
    for match in _STOPS.finditer(text, start, span.end):
        if match.start() < start or not (
            match["blank"]
            or _is_plain_end(text, start, match, span.end)
            or _ends(text, start, match, span.end)
        ):
            continue
        _add(found, text, start, match.start() if match["blank"] else match.end())
        start = _skip(text, match.end(), span.end)
    _add(found, text, start, span.end)
    return tuple(found)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))


def _is_plain_end(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """The commonest case, judged without further ado: a small word, a full stop, a space, a capital."""
    end = match.end()
    if end + 1 >= limit or match[0] != "." or text[end] != " " or not text[end + 1].isupper():
        return False
    word = text[text.rfind(" ", max(start, match.start() - _LOOK_BACK), match.start()) + 1 : match.start()]
    return len(word) < _LOOK_BACK and word.isalpha() and word.islower() and word not in _SHORTENED


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    stop = match["stop"]
    if stop is None:
        return False
    after = _AFTER.match(text, match.end(), limit)
    if after is None or after.end() == limit == match.end():
        return True
    window = max(start, match.start() - _LOOK_BACK)
    before = _BEFORE.search(text[window : match.start()])
    place = _Place(
        text=text,
        start=start,
        end=match.end(),
        stop=stop,
        closing=match["close"],
        before=before[0] if before else "",
        space=after["space"],
        opening=after["open"],
        after=after["word"],
        after_end=after.end(),
        first=before is not None and window + before.start() == start,
    )
    if stop[0] not in ".!?…‽":
        return not (place.after.islower() and place.after.isascii())
    if not place.space:
        return _ends_glued(place)
    if _TAGS_TO_END.match(text, match.end(), limit):
        return False
    return _ends_before_space(place)


def _ends_glued(place: _Place) -> bool:
    """Whether "end.Next" is two sentences whose space is missing."""
    glued_word = place.after[:1].isupper() and place.after[1:2].islower()
    return (
        glued_word
        and place.stop in {".", "!", "?", "…", "..."}
        and (bool(place.closing) or place.before[-2:].islower() or place.before[-1:].isdigit())
        and place.after.lower() not in DOMAINS
        and place.before.lower() not in BEFORE_A_NAME | MAY_END
        and not _DOTTED.search(place.before)
    )


def _ends_before_space(place: _Place) -> bool:
    char = place.next_char
    if char in ",;:.…—–-" and char:
        return False
    if char.islower():
        return _ends_before_lower_case(place)
    if place.stop == ".":
        return _full_stop_ends(place)
    if set(place.stop) <= {".", "…"}:
        return not char.isdigit() and place.after != "I"
    return not (_is_name_with_bang(place) or _is_asked_by_the_next(place))


def _is_name_with_bang(place: _Place) -> bool:
    return place.stop == "!" and place.before.lower() in NAMES_WITH_A_BANG and not place.starter


def _is_asked_by_the_next(place: _Place) -> bool:
    """“Is it true?” Brandt asked."""
    return place.quoted and not place.opening and bool(_SAYS.match(place.text, place.after_end))


def _ends_before_lower_case(place: _Place) -> bool:
    if place.quoted:
        return False
    if place.stop != ".":
        return place.text[place.start].islower() and not set(place.stop) <= {".", "…"}
    word = place.before
    if _may_go_on(word) or place.first:
        return False
    return (word.islower() and len(word) > 2) or (len(word) > 1 and place.starter) or bool(place.closing)


def _may_go_on(word: str) -> bool:
    lower = word.lower()
    return (
        lower in BEFORE_A_NAME
        or lower in MAY_END
        or lower in CLOCK
        or len(word) == 1
        or _DOTTED.search(word) is not None
    )


def _full_stop_ends(place: _Place) -> bool:
    """Whether a single full stop ends the sentence before a capital letter, a digit, a sign or a bracket."""
    word = place.before.lower()
    if place.closing or not word or word == "i":
        return True
    if place.first and _LIST_MARK.match(place.before):
        return False
    if word in BEFORE_A_NAME or (word in BEFORE_A_NUMBER and place.after[:1].isdigit()):
        return False
    if word in CLOCK:
        return place.after.lower() not in AFTER_CLOCK
    return not _may_go_on(word) or place.starter or any(mark in '"“„«‘' for mark in place.opening)
