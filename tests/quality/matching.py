"""When an extracted span, name, unit or value counts as the gold one. Lenient about length, strict about heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from bot.core.span import Span

OVERLAP = 0.8
"""The least share of code points two spans have in common (intersection over union) to be the same quotation."""

_EDGE = frozenset("\"“”„‟«»‹›'‘’‚‛`´ \t\r\n,.;:!?…—–-()[]\u00a0\u2009\u202f")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[$€£%@]")
_DROPPED = frozenset(["the", "a", "an", "mr", "mrs", "ms", "dr", "prof", "sir", "dame"])
# What follows the head of a noun phrase: prepositions, relative pronouns, participles.
_AFTER_HEAD = frozenset(
    [
        "of",
        "for",
        "in",
        "at",
        "on",
        "from",
        "with",
        "by",
        "to",
        "who",
        "which",
        "seen",
        "published",
        "polled",
        "briefed",
    ]
)
_UNIT_ALIASES = {
    "percent": "%", "per cent": "%", "percentage": "%", "pct": "%",
    "euro": "€", "euros": "€", "eur": "€",
    "dollar": "$", "dollars": "$", "usd": "$", "us$": "$",
    "pound": "£", "pounds": "£", "gbp": "£",
    "kg": "kilogram", "ft": "foot", "feet": "foot", "mm": "millimetre", "people": "person", "metres per second": "m/s",
    "men": "man", "women": "woman", "children": "child", "lives": "life",
}  # fmt: skip
_UNIT_TAIL = re.compile(r"\s+(?:of|per|a|an|in)\s+.*$")


def fold(text: str) -> str:
    """Return the text in lower case without accents, zero-width characters and typographic variety."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = re.sub(r"[\u200b-\u200d\ufeff\u00ad]", "", plain)
    plain = re.sub(r"[‐‑‒–—−]", "-", plain)
    return re.sub(r"\s+", " ", plain.replace("’", "'")).casefold().strip()


def trim(text: str, span: Span) -> Span:
    """Return the span without marks, punctuation and spaces at its edges."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def paragraphs(text: str, span: Span) -> tuple[Span, ...]:
    """Split a span at line ends and trim each part, so that both ways to tell a long quotation compare equal."""
    parts = (
        trim(text, Span(span.start + line.start(), span.start + line.end()))
        for line in re.finditer(r"[^\r\n]+", span.of(text))
    )
    return tuple(part for part in parts if part.length)


def overlap(one: Span, other: Span) -> float:
    """Return intersection over union in code points, 0 to 1."""
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    union = one.length + other.length - common
    return common / union if union else 0.0


def same_name(got: str, accepted: Iterable[str]) -> bool:
    """Whether a name is one of the accepted: same head word, and one's words are all among the other's."""
    return any(_same_name(got, wanted) for wanted in accepted)


def _same_name(got: str, wanted: str) -> bool:
    got_words, wanted_words = _name_words(got), _name_words(wanted)
    if not got_words or not wanted_words:
        return False
    contained = set(got_words) <= set(wanted_words) or set(wanted_words) <= set(got_words)
    return contained and _head(got_words) == _head(wanted_words)


def _name_words(name: str) -> list[str]:
    words = [
        word.removesuffix("'s")
        for word in _WORD.findall(fold(name.split(",", maxsplit=1)[0]).replace("-", " "))
    ]
    return [word for word in words if word not in _DROPPED]


def _head(words: list[str]) -> str:
    stop = next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words))
    return words[stop - 1]


def same_unit(got: Iterable[str | None], accepted: Iterable[str | None]) -> bool:
    """Whether one of the forms found (the article's words, the short form) has the head of an accepted unit."""
    forms = {_unit_head(form) for form in got if form}
    wanted = list(accepted)
    if not forms:
        return not wanted or None in wanted
    return bool(forms & {_unit_head(form) for form in wanted if form})


def _unit_head(unit: str) -> str:
    plain = fold(unit).strip(" .")
    plain = _UNIT_TAIL.sub("", _UNIT_ALIASES.get(plain, plain))
    head = plain.split(" ")[-1]
    head = _UNIT_ALIASES.get(head, head)
    return head[:-1] if head.endswith("s") and not head.endswith("ss") and len(head) > 2 else head


def same_value(got: tuple[float, float], wanted: float | tuple[float, float], *, vague: bool) -> bool:
    """Whether low and high are the gold's, to one part in ten thousand; a vague amount may be any range over its base."""
    low, high = wanted if isinstance(wanted, tuple) else (wanted, wanted)
    if vague and got[0] <= low <= got[1]:
        return True
    return _close(got[0], low) and _close(got[1], high)


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-4 * max(abs(one), abs(other), 1e-9)
