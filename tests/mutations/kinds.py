"""The ways in which words are altered; each returns the new words, or None where it does not apply."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final, NamedTuple

NUMBER: Final = re.compile(r"(?<![\w.,:/#-])(?<!\d\s)\d{1,3}(?:,\d{3})*(?![\w.,:/-]*\d)(?![\w:/-]|\s\d)")
_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|will|would|could|should|must|has|had|did)\b(?! not|n.t| no\b)"
)
_NEGATOR: Final = re.compile(r"\b(?:not|never) ")
_BOUND: Final = re.compile(r"\b(?:about|nearly|almost|around|more than|less than|at least|at most) (?=£?\d)")
_HEDGE: Final = re.compile(r"\b(?:allegedly|reportedly|probably|possibly|perhaps|seemingly|likely) ")
_DIRECTIONS: Final = {"more": "less", "less": "more", "before": "after", "after": "before"}
_DIRECTION: Final = re.compile(r"\b(?:more than|less than|before|after)\b")
_DEMONYM: Final = re.compile(r"\b(?:Russian|Kazakh|British|French|German|American|Ukrainian|Western)\b")
_DEMONYMS: Final = ("Norwegian", "Chilean", "Kenyan")
_NAME: Final = re.compile(
    r"(?<=[a-z,] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b|June|July|August"
    r"|September|October|November|December|Mr|Mrs|Ms|Dr|Sir|Dame)[A-Z][a-z]{3,}\b"
)
"""A capital within a sentence that is no day, month or title."""
_NAMES: Final = ("Ashgrove", "Quillfeather", "Tamborine", "Vexley", "Yarrowby")
_CLAUSE: Final = re.compile(
    r", (?:who|which|where|whose|when|but|and|although|if|unless|because)\b[^,.“”\"]{8,120}(?=,)"
)
"""A clause between two commas."""
_HEDGES: Final = ("allegedly", "probably", "reportedly")
_BOUNDS: Final = ("about", "nearly", "almost")
_UNBOUND: Final = re.compile(
    r"(?<=[a-z] )(?<!about )(?<!nearly )(?<!almost )(?<!around )(?<!roughly )(?<!than )(?<!least )(?<!most )"
    r"(?<!over )(?<!to )(?<!up to )(?<!and )(?<!between )(?<!the )\d{1,3}(?:,\d{3})* (?=[a-z]{4,}s\b)"
)
_UNIT: Final = re.compile(
    r"(?<=\d )(?:people|officers|residents|houses|firefighters|percent|per cent|metres|miles)\b"
)
_UNITS: Final = ("lorries", "barrels", "acres")

_OF_AMOUNTS: Final = frozenset({"to", "and", "or", "million", "billion", "than", "least", "about"})
"""Words at which an amount goes on."""

Altered = Callable[[str, random.Random], str | None]


class Change(NamedTuple):
    """One way: whether it keeps the meaning, the verdicts that are right, and the kind of reason ("" for none)."""

    alter: Altered
    verdicts: frozenset[str]
    reason: str = ""


def _at(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def _put(text: str, found: re.Match[str], words: str) -> str:
    return text[: found.start()] + words + text[found.end() :]


def _digit_swap(text: str, rng: random.Random) -> str | None:
    found = _at(NUMBER, text, rng)
    if found is None:
        return None
    digits = found[0]
    place = rng.choice([at for at, digit in enumerate(digits) if digit.isdigit()])
    others = [digit for digit in "123456789" if digit != digits[place]]
    return _put(text, found, digits[:place] + rng.choice(others) + digits[place + 1 :])


def _magnitude(text: str, rng: random.Random) -> str | None:
    found = _at(NUMBER, text, rng)
    return _put(text, found, f"{10 * int(found[0].replace(',', '')):,}") if found else None


def _two_figures(text: str, _: random.Random) -> str | None:
    found = list(NUMBER.finditer(text))
    if len(found) < 2 or found[0][0] == found[1][0]:
        return None
    first, second = found[:2]
    between = text[first.end() : second.start()]
    return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]


def _dropped(pattern: re.Pattern[str]) -> Altered:
    def alter(text: str, rng: random.Random) -> str | None:
        found = _at(pattern, text, rng)
        return _put(text, found, "") if found else None

    return alter


def _exchanged(pattern: re.Pattern[str], others: tuple[str, ...]) -> Altered:
    def alter(text: str, rng: random.Random) -> str | None:
        found = _at(pattern, text, rng)
        return _put(text, found, rng.choice([word for word in others if word != found[0]])) if found else None

    return alter


def _negated(text: str, rng: random.Random) -> str | None:
    found = _at(_AUXILIARY, text, rng)
    return _put(text, found, f"{found[0]} not") if found else None


def _direction(text: str, rng: random.Random) -> str | None:
    found = _at(_DIRECTION, text, rng)
    if found is None:
        return None
    first, *rest = found[0].split(" ")
    return _put(text, found, " ".join([_DIRECTIONS[first], *rest]))


def _retypeset(text: str, rng: random.Random) -> str | None:
    ways: tuple[dict[str, str | int | None], ...] = (
        {"’": "'", "–": "-"},
        {" ": "\u00a0"},
        {"e": "e\u200b"},
        {"'": "’", "-": "‑"},
    )
    changed = text.translate(str.maketrans(rng.choice(ways)))
    return changed if changed != text else text.upper()


def _trimmed(text: str, _: random.Random) -> str | None:
    words = text.split(" ")
    kept = words[: len(words) - 3]
    while kept and (any(map(str.isdigit, kept[-1])) or kept[-1] in _OF_AMOUNTS):
        kept.pop()  # "$10" out of "$10 million" is another amount
    return " ".join(kept).rstrip(",;:–— ") if len(words) > 12 else None


def _ellipsis(text: str, rng: random.Random) -> str | None:
    found = _at(_NEGATOR, text, rng)
    return _put(text, found, "… ") if found else None


def _clause_cut(text: str, rng: random.Random) -> str | None:
    found = _at(_CLAUSE, text, rng)
    return _put(text, found, "") if found else None


def _hedge_put_in(text: str, rng: random.Random) -> str | None:
    found = _at(_AUXILIARY, text, rng)
    return _put(text, found, f"{found[0]} {rng.choice(_HEDGES)}") if found else None


def _bound_put_in(text: str, rng: random.Random) -> str | None:
    found = _at(_UNBOUND, text, rng)
    return _put(text, found, f"{rng.choice(_BOUNDS)} {found[0]}") if found else None


_ALTERED: Final = frozenset({"ALTERED"})
_NUMERIC: Final = frozenset({"ALTERED", "NOT_FOUND"})
CHANGES: Final[dict[str, Change]] = {
    "unchanged": Change(lambda text, _: text, frozenset({"EXACT"})),
    "typography": Change(_retypeset, frozenset({"EXACT", "TYPOGRAPHY"})),
    "trimmed": Change(_trimmed, frozenset({"TRIMMED", "EXACT"})),
    "digit swap": Change(_digit_swap, _NUMERIC, "number"),
    "magnitude": Change(_magnitude, _NUMERIC, "number"),
    "unit": Change(_exchanged(_UNIT, _UNITS), _ALTERED, "number"),
    "bound dropped": Change(_dropped(_BOUND), _ALTERED, "hedge"),
    "two figures exchanged": Change(_two_figures, _ALTERED, "pairing"),
    "negation inserted": Change(_negated, _ALTERED, "negation"),
    "negation removed": Change(_dropped(_NEGATOR), _ALTERED, "negation"),
    "ellipsis over a negator": Change(_ellipsis, frozenset({"SPLICED", "ALTERED"}), "negation"),
    "demonym exchanged": Change(_exchanged(_DEMONYM, _DEMONYMS), _ALTERED, "name"),
    "name exchanged": Change(_exchanged(_NAME, _NAMES), _ALTERED, "name"),
    "hedge dropped": Change(_dropped(_HEDGE), _ALTERED, "hedge"),
    "hedge put in": Change(_hedge_put_in, _ALTERED, "hedge"),
    "bound put in": Change(_bound_put_in, _ALTERED, "hedge"),
    "clause cut": Change(_clause_cut, frozenset({"ALTERED", "SPLICED"})),
    "direction": Change(_direction, _ALTERED, "direction"),
}
"""By name. What a check may answer besides is its own affair; what it has to say is here."""

MEANING_KEPT: Final = frozenset({"unchanged", "typography", "trimmed"})
