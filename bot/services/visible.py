"""Characters that a screen obeys instead of showing, made visible. The one change to an article's words in any door."""

from __future__ import annotations

import re

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, delete, C1: begin escape sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\u2028\u2029"  # line and paragraph separator
    "\ufff9-\ufffb"  # interlinear annotation
    "\U000e0000-\U000e007f"  # tags: invisible text
    "\ud800-\udfff]"  # lone surrogates, which no encoding can write
)
_PICTURES = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, "␡"


def visible(text: str) -> str:
    """Return `text` with each obeyed character as its picture (`␛`) or its code (`⟨U+202E⟩`).

    Line ends of any kind become line feeds and tabs stay: both are white space, and do what they look like.
    """
    return _OBEYED.sub(_picture, text.replace("\r\n", "\n").replace("\x85", "\n"))


def one_line(text: str) -> str:
    """Return `text` made visible on a single line, white space runs as one space each."""
    return visible(" ".join(text.split()))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == _DELETE:
        return _DELETE_PICTURE
    return f"⟨U+{code:04X}⟩"
