"""The YAML front matter of a seed: what its editor says about it, every scalar taken as the text it is."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.core.article import Detail
from bot.core.span import Span
from bot.core.structure import FrontMatter
from bot.services.config.scalars import is_nothing
from bot.services.config.tree import Document, Tree, read_tree
from bot.services.seeds.faults import Fault, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = ("title", "outlet", "author", "published", "url", "language", "aliases")
_OPEN = re.compile(r"\ufeff?---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_LONGEST = 20_000
"""Code points in which front matter has to end."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_URL = re.compile(r"https?://[^\s/?#@]+\.?[^\s]*")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_CLOSE_ENOUGH = 60.0


def read_front_matter(path: str, text: str) -> tuple[FrontMatter | None, list[Fault]]:
    """Return what stands between the `---` lines at the top, None where there are none; and all its faults."""
    opened = _OPEN.match(text)
    if opened is None:
        return None, []
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LONGEST)
    if closed is None:
        advice = "Close the front matter with a line of three hyphens."
        fault = Fault(
            path, 1, 1, Severity.ERROR, "front matter between two `---` lines", "no second one", advice
        )
        return None, [fault]
    # A line end stands for the first `---`, so that the lines counted are those of the file.
    document = read_tree("\n" + text[opened.end() : closed.start()], path)
    faults = [
        Fault(
            path,
            fault.line,
            fault.column,
            Severity.ERROR,
            _at(fault.expected, fault.path),
            fault.got,
            fault.advice,
        )
        for fault in document.faults
    ]
    given = _Given(path, text, opened.end(), document)
    matter = given.read(Span(0, closed.end()))
    return matter, sorted(faults + given.faults)


def _at(expected: str, key: str) -> str:
    return f"{expected} at `{key}`" if key else expected


def _is_iso(value: str) -> bool:
    if not _ISO.fullmatch(value):
        return False
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda value: pattern.fullmatch(value) is not None


_FORMS: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "published": (_is_iso, "a date in ISO 8601", "Write it as 2022-01-06 or 2022-01-06T11:30."),
    "url": (_matches(_URL), "an address that starts with http:// or https://", ""),
    "language": (_matches(_LANGUAGE), "a language tag", "Write it as en or pt-BR."),
}


class _Given:
    """The values of one front matter, read key by key while faults are collected."""

    def __init__(self, path: str, text: str, start: int, document: Document) -> None:
        self.faults: list[Fault] = []
        self._path = path
        self._text = text
        self._start = start
        self._document = document
        self._known = {(fault.line, fault.column) for fault in document.faults}

    def read(self, span: Span) -> FrontMatter:
        tree = self._document.tree
        for key in tree:
            if key not in KEYS:
                self._unknown(key)
        details = {key: self._detail(key, tree[key]) for key in KEYS[:-1] if key in tree}
        aliases = self._aliases(tree["aliases"]) if "aliases" in tree else ()
        return FrontMatter(span=span, aliases=aliases, **details)

    def _fault(self, place: Place, expected: str, got: str, advice: str) -> None:
        if place not in self._known:
            self.faults.append(Fault(self._path, *place, Severity.ERROR, expected, got, advice))

    def _unknown(self, key: str) -> None:
        near = process.extractOne(key.lower(), KEYS, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        advice = f"Did you mean `{near[0]}`?" if near else "Remove it."
        self._fault(self._document.keys[(key,)], f"one of {', '.join(KEYS)}", f"`{key}`", advice)

    def _detail(self, key: str, value: Tree) -> Detail | None:
        place = self._document.values[(key,)]
        if not isinstance(value, str) or is_nothing(value) or not value.strip():
            got = "nothing" if isinstance(value, str) else "several values"
            self._fault(place, f"one value for `{key}`", got, "Give it a value or remove the key.")
            return None
        form = _FORMS.get(key)
        if form and not form[0](str(value)):
            self._fault(place, f"{form[1]} for `{key}`", f"`{value}`", form[2])
            return None
        return Detail(str(value), self._span(place, str(value)))

    def _aliases(self, value: Tree) -> tuple[str, ...]:
        good = isinstance(value, list) and all(
            isinstance(alias, str) and alias.strip() and not is_nothing(alias) for alias in value
        )
        if good:
            return tuple(str(alias) for alias in value)
        place = self._document.values[("aliases",)]
        self._fault(
            place, "a list of names for `aliases`", "something else", "Write [first name, second name]."
        )
        return ()

    def _span(self, place: Place, value: str) -> Span | None:
        """Return where a value stands, None for one that YAML folds or escapes."""
        offset = self._start
        for _ in range(place[0] - 2):
            offset = self._text.find("\n", offset) + 1
        offset += place[1] - 1
        offset += self._text[offset : offset + 1] in {'"', "'"}
        return Span(offset, offset + len(value)) if self._text.startswith(value, offset) else None
