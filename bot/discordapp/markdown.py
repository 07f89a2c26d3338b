"""Text as the markdown that Discord shows as exactly that text.

A backslash before ASCII punctuation makes Discord show the character itself. Letters and digits cannot be escaped and
need not be. Only what a reader would act upon gets a backslash, for the raw text is what a phone copies. The constructs
are those of Discord's guide to markdown, of the message formats in its reference for developers, and of what its client
is seen to do beyond both. The few that only the local preview reads (it is a reader of CommonMark) are marked so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote

from bot.services.visible import visible

_ANYWHERE = re.compile(
    r"[\\*_~`|]"  # escapes, emphasis, underline, strike, code, spoilers
    r"|[<\[]"  # mentions, times, custom emoji, commands, addresses and numbers in angle brackets; masked links
    r"|(?<=\])\("  # would end a masked link that stands before it
    r"|@(?=everyone|here|silent)"  # mentions and a mark; no word boundary: bold may end there, or Discord asks for none
    r"|:(?=//)"  # a live link with its preview, whatever the scheme
    r"|(?:(?<=discord)|(?<=discordapp))\.(?=[a-z]{2,12}/)"  # invites and the like need no scheme
    r"|:(?=(?:[\d_+-]*[^\W\d_][\w+-]*|[+-]1|100|1234):)"  # emoji by name; `12:30:45` names none
    r"|&(?=#?\w{1,31};)",  # preview only: entities
    re.IGNORECASE,
)
_WHITE = r"(?:[^\S\n]|\ufeff)"  # within a line; the client's language counts U+FEFF in, Python's does not
_GAP = r"(?=[\s\ufeff]|\Z)"
_AT_LINE_START = re.compile(
    rf"^{_WHITE}*(?:"
    rf"(\#)(?=\#*{_GAP})"  # headings; Discord knows three sizes, the preview six
    r"|(>)"  # quotes, also of the whole rest
    rf"|(-)(?=[-\#]|{_GAP})"  # lists, small print; preview only: rules and underlined headings
    rf"|(\+){_GAP}"  # lists, in the preview
    rf"|[0-9]+([.)]){_GAP}"  # numbered lists
    rf"|(=)(?==*{_WHITE}*$))",  # preview only: underlined headings
    re.MULTILINE,
)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Classes of the Unicode Bidirectional Algorithm: letters, and digits that reorder what stands between them."""
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"
_BOLD = "**"
_ADDRESS = re.compile(r"(https?)://([^/?#]+)(.*)", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"[a-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9a-f:.]+\](?::[0-9]{1,5})?", re.IGNORECASE)
_KEPT_IN_ADDRESS = "!#$%&'*+,/:;=?@[]~"
"""RFC 3986's reserved characters and the percent sign, without round brackets, which could end a masked link."""
_LABEL_CLASSES = frozenset("LMNP")
"""Unicode's letters, marks, numbers and punctuation. Discord drops format characters and odd spaces from a label, and
shows a link with emoji in it as raw text."""


class Run(NamedTuple):
    """Words in one weight."""

    text: str
    bold: bool = False


def to_markdown(runs: Sequence[Run]) -> str:
    """Return the markdown that Discord shows as the runs' joined text, the bold runs bold.

    What a screen would obey is made visible, as everywhere.

    The text is read as a whole, since what Discord acts upon may span runs. Bold ends and begins again around line
    feeds and leaves out white space at its edges. Right-to-left words stand between isolates (U+2068, U+2069), which
    are all that is added, so that they cannot reorder words with left-to-right letters around them.
    """
    parts = _parts(runs)
    text = "".join(part.text for part in parts)
    marks = [(at, 4, "\\") for at in _acted_upon(text)]
    marks += _around(_bold_spans(parts), (1, _BOLD), (2, _BOLD))
    marks += _around(_isolated_spans(parts), (0, _ISOLATE_END), (3, _ISOLATE))
    marks.sort()
    cuts = [0, *(at for at, _, _ in marks), len(text)]
    words = (text[start:end] for start, end in pairwise(cuts))
    return "".join(
        word + mark for word, mark in zip(words, [*(mark for _, _, mark in marks), ""], strict=True)
    )


def quoted(markdown: str) -> str:
    """Return the markdown as a block quote, each line of it, empty ones too."""
    return "\n".join(f"> {line}" for line in markdown.split("\n"))


def small(markdown: str) -> str:
    """Return the markdown in small print. Lines without words stay as they are: Discord would show their `-#`."""
    return "\n".join(f"-# {line}" if line.strip() else line for line in markdown.split("\n"))


def link(label: str, address: str) -> str:
    """Return a link without preview that shows `label`, plain words of the bot's own.

    Raises:
        ValueError: the address is not `http` or `https` with a plain host, or Discord would not make a link of the
            label: it ignores backslashes there, so that no character may need one; it takes no address, emoji, square
            bracket or line feed in it either.
    """
    letters = all(char == " " or unicodedata.category(char)[0] in _LABEL_CLASSES for char in label)
    if not letters or label != label.strip() or not label or set("[]") & set(label) or _acted_upon(label):
        raise ValueError(f"not a label for a link: {visible(label)}")
    linked = f"[{label}](<{_encoded(address)}>)"
    return f"{_ISOLATE}{linked}{_ISOLATE_END}" if _runs_right_to_left(label) else linked


def _encoded(address: str) -> str:
    """Return an address in ASCII with nothing in it that could end it. Discord refuses an encoded host: IDNA instead."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None:
        raise ValueError(f"not an address of the web: {visible(address)}")
    try:
        host = parts[2].encode("idna").decode("ascii")
        rest = quote(parts[3], safe=_KEPT_IN_ADDRESS)
    except UnicodeError:
        host = rest = ""
    if not _HOST.fullmatch(host):
        raise ValueError(f"not an address of the web: {visible(address)}")
    return f"{parts[1]}://{host}{rest}"


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
    for run in _whole_line_ends(runs):
        for text in re.split(r"(\n)", visible(run.text)):
            if text:
                parts.append(_Part(at, text, run.bold and text != "\n"))
                at += len(text)
    return parts


def _whole_line_ends(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs with a carriage return at an end moved to the next run, where its line feed may be."""
    held = ""
    for run in runs:
        text = held + run.text
        held = "\r" if text.endswith("\r") else ""
        yield Run(text.removesuffix("\r"), run.bold)
    yield Run(held)


def _acted_upon(text: str) -> set[int]:
    """Return where `text` needs a backslash."""
    anywhere = {match.start() for match in _ANYWHERE.finditer(text)}
    return anywhere | {match.start(match.lastindex or 0) for match in _AT_LINE_START.finditer(text)}


def _around(
    spans: Iterable[tuple[int, int]], closing: tuple[int, str], opening: tuple[int, str]
) -> Iterator[tuple[int, int, str]]:
    """Yield place, rank among the marks at one place, and mark, for both ends of each span."""
    for start, end in spans:
        yield start, *opening
        yield end, *closing


def _bold_spans(parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Yield where bold stands: neighbours as one, line by line, without white space at the edges."""
    start = end = -1
    for part in parts:
        if part.bold and (words := part.text.strip()):
            at = part.start + part.text.index(words)
            start = at if start < 0 else start
            end = at + len(words)
        elif not part.bold and start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _isolated_spans(parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Yield the right-to-left parts, line by line, each with its neighbours up to the next left-to-right letter.

    Neighbours belong together because bold cuts a sentence into parts, which would otherwise stand in the wrong order.
    """
    start = end = -1
    for part in parts:
        if _runs_right_to_left(part.text):
            start = part.start if start < 0 else start
            end = part.end
        elif start >= 0 and (
            part.text == "\n" or any(unicodedata.bidirectional(char) == "L" for char in part.text)
        ):
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _runs_right_to_left(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)
