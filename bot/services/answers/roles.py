"""Who holds an office: "who is the president of Norway" – "Norwegian president Kaspar Lund"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.search.rank import Scored
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.tokens import Token, forms, tokens
from bot.services.answers.case import Case

_ASKS = re.compile(r"^who(?: is| was| s|s|'s)(?: the| a| an)? (?!the\b)\w")
_WINDOW = 8
"""Words within which a role and the name of its holder stand."""
_GONE = frozenset(
    ["first", "former", "ex", "late", "previous", "ousted", "deposed", "then", "until", "would-be"]
)
"""Words after which somebody holds the office no longer, or not yet."""
_JOINS = re.compile(r"[\s,]*(?:(?:the|a|an|is|was)\s)?", re.IGNORECASE)


def tells_who(case: Case, scored: Scored) -> bool:
    """Whether a hit has all that the question says of a person: as the role beside a name, or a role beside the name."""
    asked = {token.form for token in case.asked.tokens}
    if not _ASKS.search(" ".join(forms(fold(case.question[:300]).text))):
        return False
    row = case.store.index.rows[scored.row]
    text = case.store.entries[row.article].article.text
    stem = case.store.index.lexicon.stem
    parts = tokens(text, Span(row.start, row.end))
    stems = [stem(token.form) for token in parts]
    wanted = [frozenset(term.form for term in group.terms) for group in case.content]
    return _names_holder(text, parts, stems, wanted, _GONE - asked) or _says_role(text, parts, stems, wanted)


def _names_holder(
    text: str,
    parts: Sequence[Token],
    stems: Sequence[str],
    wanted: Sequence[frozenset[str]],
    gone: frozenset[str],
) -> bool:
    """Whether the role asked about stands beside a name: "Norwegian president Kaspar Lund"."""
    any_wanted = frozenset[str]().union(*wanted)
    places = [place for place, form in enumerate(stems) if form in any_wanted]
    for number, first in enumerate(places):
        window = [place for place in places[number : number + _WINDOW] if place - first < _WINDOW]
        here = {stems[place] for place in window}
        if all(here & group for group in wanted) and _beside_a_name(text, parts, window, gone):
            return True
    return False


def _says_role(
    text: str, parts: Sequence[Token], stems: Sequence[str], wanted: Sequence[frozenset[str]]
) -> bool:
    """Whether a role stands beside the name asked about: "deputy chief Anselm Roe", "Roe, the …"."""
    for first in range(len(parts) - len(wanted) + 1):
        after = first + len(wanted)
        fits = zip(parts[first:after], stems[first:after], wanted, strict=True)
        if wanted and all(_is_name(text, token) and form in group for token, form, group in fits):
            return _has_role_before(text, parts, first) or _has_role_after(text, parts, after - 1)
    return False


def _has_role_before(text: str, parts: Sequence[Token], name: int) -> bool:
    if name == 0:
        return False
    role = parts[name - 1]
    words = role.span.of(text)
    return (
        words.islower() and role.form not in STOP_WORDS and _between(text, role, parts[name]) in {" ", ", "}
    )


def _has_role_after(text: str, parts: Sequence[Token], name: int) -> bool:
    if name + 1 >= len(parts):
        return False
    after = parts[name + 1]
    opens = after.form in {"the", "a", "an", "who", "whose"} or after.form.isdecimal()
    return opens and _between(text, parts[name], after) == ", "


def _beside_a_name(text: str, parts: Sequence[Token], window: Sequence[int], gone: frozenset[str]) -> bool:
    """Whether a name stands right before, right after or within the role, and no word says that it is over."""
    first, last = window[0], window[-1]
    if any(token.form in gone for token in parts[max(0, first - 2) : last + 1]):
        return False
    beside = [(first - 1, first), *((place + 1, place) for place in window)]
    return any(
        0 <= name < len(parts)
        and name not in window
        and _is_name(text, parts[name])
        and _JOINS.fullmatch(_between(text, parts[name], parts[role])) is not None
        for name, role in beside
    ) or _apposed(text, parts, first)


def _apposed(text: str, parts: Sequence[Token], first: int) -> bool:
    """Whether an article and a comma stand between a name and its role: "Kaspar Lund, the president of …"."""
    return (
        first > 1
        and parts[first - 1].form in {"the", "a", "an"}
        and _is_name(text, parts[first - 2])
        and _JOINS.fullmatch(_between(text, parts[first - 2], parts[first])) is not None
    )


def _between(text: str, one: Token, other: Token) -> str:
    earlier, later = sorted((one.span, other.span))
    return text[earlier.end : later.start]


def _is_name(text: str, token: Token) -> bool:
    return token.span.of(text)[:1].isupper() and token.form not in STOP_WORDS
