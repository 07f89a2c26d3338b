"""Block quotes in the preview: they end with their line, as in Discord."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from simcord.preview import _markdown

_RUNS_ON = re.compile(r"^(>.*)\n(?=[^>\n])", re.MULTILINE)
_CODE = "```"


def apart(text: str) -> str:
    """Return markdown with an empty line after each block quote; text with blocks of code stays as it is."""
    return text if _CODE in text else _RUNS_ON.sub(r"\1\n\n", text)


@contextmanager
def quotes_end_with_their_line() -> Iterator[None]:
    """Let the preview show a line after a block quote outside of it.

    simcord 3.2.1 reads markdown as CommonMark does, where the next line goes on with the quote. In Discord it does
    not, and a receipt inside the quotation would be a lie about what members will see.
    """
    before = _markdown._discord_multiline_quotes  # noqa: SLF001 – no public way; the version is pinned exactly
    _markdown._discord_multiline_quotes = lambda text: apart(before(text))  # noqa: SLF001 – likewise
    try:
        yield
    finally:
        _markdown._discord_multiline_quotes = before  # noqa: SLF001 – likewise
