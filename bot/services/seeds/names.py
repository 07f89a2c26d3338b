"""Names of seed files: what users call them, and what may stand in the folder."""

from __future__ import annotations

import re
import unicodedata

from bot.services.seeds.errors import SeedNameError
from bot.services.seeds.read import slug

WRITTEN = (".txt", ".md", ".html")
"""The kinds of seeds that are written here; `.htm` is one more that is read."""
_READ = frozenset({*WRITTEN, ".htm"})
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,4}$")
"""What looks like a kind of file: of "version 1.2" nothing does."""
_PATHS = re.compile(r"[/\\]")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows gives to devices, with any suffix (Microsoft, Naming Files, Paths, and Namespaces)."""
_MOST_LETTERS, _MOST_BYTES = 80, 150
"""Of a name without its suffix; file systems take 255 bytes, encrypted ones 143 with theirs."""


def safe_name(given: str) -> str:
    """Return the file name for a seed that somebody calls `given`: letters and digits joined by hyphens, and a suffix.

    Of a path only the last part counts. Without a suffix it is a text. Raises SeedNameError for another kind of file.
    """
    last = unicodedata.normalize("NFKC", _PATHS.split(given.strip())[-1])
    found = _SUFFIX.search(last)
    suffix = found[0].lower() if found else ".txt"
    if suffix not in _READ:
        kinds = ", ".join(WRITTEN)
        raise SeedNameError(f"A seed is {kinds}; {suffix} is none of them. Paste the article's text instead.")
    # The hyphen, which goes again, keeps nothing but a suffix from counting as the name of a hidden file.
    stem = _cut(slug(f"-{last[: found.start()] if found else last}.x"))
    return (
        f"{stem}-article{suffix}" if stem in _RESERVED else stem + (".html" if suffix == ".htm" else suffix)
    )


def is_seed_name(name: str) -> bool:
    """Whether a file of that name in the folder is a seed: no path, not hidden, of a kind that is read."""
    plain = not _PATHS.search(name) and not name.startswith(".") and "\0" not in name
    return plain and name[name.rfind(".") :].lower() in _READ


def with_ending(given: str, ending: str) -> str:
    """Return what somebody calls a seed with an ending (`.html`), unless they gave one themselves."""
    return given if _SUFFIX.search(given.strip()) else given + ending


def ending_of(suffix: str) -> str | None:
    """Return the ending that a seed is written with for a file's own; None where the file has none."""
    low = suffix.lower()
    return ".html" if low == ".htm" else low or None


def _cut(stem: str) -> str:
    cut = stem[:_MOST_LETTERS]
    while len(cut.encode("utf-8", "surrogatepass")) > _MOST_BYTES:
        cut = cut[:-1]
    return cut.strip("-") or "article"
