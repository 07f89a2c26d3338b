"""Text as the markdown that Discord shows as exactly that text.

A backslash before ASCII punctuation makes Discord show the character itself. Letters and digits cannot be escaped and
need not be. Only what Discord would act upon gets a backslash, for the raw text is what a phone copies. The constructs
are those of Discord's guide to markdown and of the message formats in its reference for developers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from bot.services.visible import visible

_ANYWHERE = re.compile(
    r"[\\*_~`|]"  # escapes, emphasis, underline, strike, code, spoilers
    r"|[<\[]"  # mentions, times, custom emoji, commands, addresses between angle brackets; masked links
    r"|@(?=everyone|here)"  # no word boundary: Discord asks for none
    r"|:(?=//)"  # a live link with its preview, whatever the scheme
    r"|(?:(?<=discord)|(?<=discordapp)|(?<=\bdis))\.(?=[a-z]{2,12}/)"  # invites and the like need no scheme
    r"|:(?=(?:[\w+-]*[^\W\d_][\w+-]*|[+-]1|100|1234):)"  # emoji by name; `12:30:45` has none
    r"|&(?=(?:#\w|\w)\w{0,31};)",  # Discord shows entities as written, the local preview would resolve them
    re.IGNORECASE,
)
_WHITE = r"[^\S\n]|\ufeff"  # what the client's language calls white space, within a line
_LINE_START = re.compile(
    rf"^(?:{_WHITE})*(?:"
    rf"(?:(\#)(?=\#*(?:\s|\ufeff|\Z))"  # headings
    rf"|(>)"  # quotes, also of the whole rest
    rf"|(-)(?=[-\#]|\s|\ufeff|\Z)"  # lists, small print, the local preview's rules and underlined headings
    rf"|(\+)(?=\s|\ufeff|\Z)"  # lists
    rf"|[0-9]+([.)])(?=\s|\ufeff|\Z)"  # numbered lists
    rf"|(=)(?==*(?:{_WHITE})*$)))",  # the local preview's underlined headings
    re.MULTILINE,
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Classes of the Unicode Bidirectional Algorithm: letters, and the digits that reorder what stands between them."""
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"
_BOLD = "**"
_SAFE_IN_ADDRESS = "!#$%&'*+,/:;=?@[]~"
"""RFC 3986's reserved characters and the percent sign, without the brackets that could end a masked link."""
_LABEL_FORBIDS = re.compile(r"[\[\]\n]|://|\A\s*\Z")


class Run(NamedTuple):
    """Words in one weight."""

    text: str
    bold: bool = False


def shown(text: str) -> str:
    """Return what a member sees of `text`: what a screen would obey is made visible, all else stays."""
    return visible(text)


def to_markdown(runs: Sequence[Run]) -> str:
    """Return the markdown that Discord shows as the runs' joined text (see `shown`), the bold runs bold.

    It is read as a whole, since what Discord acts upon may span runs. Bold ends and begins again around line feeds, and
    leaves out white space at its edges. Right-to-left words stand between isolates, which are all that is added.
    """
    parts = _parts(runs)
    text = "".join(part.text for part in parts)
    inserted = [(at, 4, "\\") for at in _acted_upon(text)]
    inserted += _around(_bold_spans(parts), (1, _BOLD), (2, _BOLD))
    inserted += _around(_isolated_spans(parts), (0, _ISOLATE_END), (3, _ISOLATE))
    inserted.sort()
    cuts = [0, *(at for at, _, _ in inserted), len(text)]
    words = [text[start:end] for start, end in pairwise(cuts)]
    marks = [*(mark for _, _, mark in inserted), ""]
    return "".join(word + mark for word, mark in zip(words, marks, strict=True))


def quoted(markdown: str) -> str:
    """Return the markdown as a block quote, each line of it, empty ones too."""
    return "\n".join(f"> {line}" for line in markdown.split("\n"))


def small(markdown: str) -> str:
    """Return the markdown in small print, line by line; lines without words stay as they are."""
    return "\n".join(f"-# {line}" if line.strip() else line for line in markdown.split("\n"))


def link(label: str, address: str) -> str:
    """Return a link without preview that shows `label`, plain text.

    Raises ValueError if the address is not `http` or `https` with a host, or the label could not be one: empty, with a
    square bracket, a line feed or an address of its own, which Discord would not link.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError(f"not an address of the web: {visible(address)}")
    if _LABEL_FORBIDS.search(label):
        raise ValueError(f"not a label for a link: {visible(label)}")
    return f"[{to_markdown((Run(label),))}](<{quote(address, safe=_SAFE_IN_ADDRESS)}>)"


class _Part(NamedTuple):
    """A piece of one line, or a line feed; `start` counts in the shown text."""

    start: int
    text: str
    bold: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _parts(runs: Sequence[Run]) -> list[_Part]:
    parts: list[_Part] = []
    at = 0
    for run in _unsplit_line_ends(runs):
        for text in re.split(r"(\n)", visible(run.text)):
            if text:
                parts.append(_Part(at, text, run.bold))
                at += len(text)
    return parts


def _unsplit_line_ends(runs: Sequence[Run]) -> Iterator[Run]:
    held = ""
    for run in runs:
        text = held + run.text
        held = "\r" if text.endswith("\r") else ""
        yield Run(text.removesuffix("\r"), run.bold)
    yield Run(held)


def _acted_upon(text: str) -> set[int]:
    anywhere = {match.start() for match in _ANYWHERE.finditer(text)}
    return anywhere | {match.start(match.lastindex or 0) for match in _LINE_START.finditer(text)}


def _around(
    spans: Iterator[tuple[int, int]], closing: tuple[int, str], opening: tuple[int, str]
) -> list[tuple[int, int, str]]:
    return [place for start, end in spans for place in ((start, *opening), (end, *closing))]


def _bold_spans(parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Yield where bold stands: neighbours merged, line by line, without white space at the edges."""
    open_at = end = -1
    for part in parts:
        words = part.text.strip()
        if not part.bold or part.text == "\n":
            if open_at >= 0 and not (part.bold and part.text != "\n"):
                yield open_at, end
                open_at = -1
        elif words:
            if open_at < 0:
                open_at = part.start + part.text.index(words)
            end = part.start + part.text.index(words) + len(words)
    if open_at >= 0:
        yield open_at, end


def _isolated_spans(parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Yield right-to-left parts, with the parts without letters between two of them, so that a phrase cut by bold stays one."""
    start = end = -1
    for part in parts:
        classes = {unicodedata.bidirectional(char) for char in part.text}
        if classes & _RIGHT_TO_LEFT:
            if start < 0:
                start = part.start
            end = part.end
        elif start >= 0 and ("L" in classes or part.text == "\n"):
            yield start, end
            start = -1
    if start >= 0:
        yield start, end
