"""Cutting a text into the atoms of number expressions, in one pass of one regular expression.

Alternatives that only look like numbers (addresses, handles, clock times, telephone numbers, versions) come first
and are swallowed whole, so that no digit of theirs is ever read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.core.numbers.lexicon import FRACTIONS, MAGNITUDES, SMALL, VAGUE, VULGAR

SPACES: Final = " \u00a0\u2007\u2009\u200a\u202f"


class Kind(Enum):
    """What an atom contributes to the value."""

    DIGITS = auto()
    SMALL = auto()
    """A word below a hundred, or "half a" before a magnitude."""
    MAGNITUDE = auto()
    VAGUE = auto()
    LOOSE = auto()
    """"several", "a few" before a magnitude, which becomes vague."""
    PART = auto()
    """A fraction: "two thirds of", "1/2", "½"."""
    PLUS = auto()
    """"and a half": adds to what stands before."""


class Atom(NamedTuple):
    """One piece of a number. `other` is the second reading of "2.000"; `glued` where letters begin ("48hrs")."""

    start: int
    end: int
    kind: Kind
    value: float
    other: float | None = None
    glued: int | None = None


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_MAGNITUDE: Final = _any(MAGNITUDES)
_BEFORE_MAGNITUDE: Final = rf"(?=[\s-](?:{_MAGNITUDE})\b)"
_ATOM: Final = re.compile(
    rf"""
    (?=[\d+(@\#.{"".join(VULGAR)}]|(?<!\w)[abcdefhlmnopstwz])  # what any alternative begins with: for speed
    (?:(?P<noise>
        (?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+
      | (?<!\w)[@\#]\w+
      | (?<![\w:.])\d{{1,2}}(?:[.:]\d\d)?[\s-]?(?:[-–]\s?\d{{1,2}}(?:[.:]\d\d)?\s?)?(?:[ap]m\b|[ap]\.m\.)
      | (?<![\w:.])\d{{1,2}}:\d\d(?::\d\d)?(?!\d)
      | (?<![\w.,])0\d+(?![\d.,]\d)
      | (?<!\w)\+\d[\d \u00a0().-]{{7,}}\d
      | \(\d{{3}}\)[ ]?\d{{3}}-\d{{4}} | (?<!\w)\d{{3}}-\d{{3}}-\d{{4}}(?!\d)
    )
  | (?<!\w)(?:
        (?P<slash>(?:\d{{1,4}}[ -])?\d{{1,4}}/\d{{1,4}}(?![\w/]))
      | (?P<digits>
            \d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?
          | \d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)
          | \d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d,]\d)(?!\d)(?:\.\d+)?
          | \d{{1,3}}(?:\.\d{{3}})+(?![\d.]*\d)
          | \d+,\d{{1,2}}(?![\d,])
          | \d+(?:\.\d+)*
          | \.\d+
        )(?P<vulgar>[ ]?[{"".join(VULGAR)}])?(?P<glued>(?:[^\W\d_]|°)+(?:/[a-z]{{1,3}}\b)?)?
      | (?P<halfof>half)(?=[ ](?:of|the|its|their)\b)
      | (?P<glyph>[{"".join(VULGAR)}])
      | half(?P<half>[\s-]an?)?{_BEFORE_MAGNITUDE}
      | (?P<part>a|{_any(list(SMALL)[1:10])})[\s-](?P<denominator>{_any(FRACTIONS)})s?
          (?:[ ]of[ ]an?{_BEFORE_MAGNITUDE}|(?=[ ]of\b|[\s-]majority\b))
      | (?P<plus>and[\s-](?:a|one)[\s-](?:half|quarter)|and[\s-]three[\s-]quarters)(?!\w)
      | (?P<article>an?){_BEFORE_MAGNITUDE}
      | (?P<loose>several|many|(?:a[ ])?few|(?:a[ ])?couple(?:[ ]of)?){_BEFORE_MAGNITUDE}
      | (?P<vague>(?:tens|scores)(?=[ ]of\b)|dozens|hundreds|thousands|millions|billions|trillions)(?!\w)
      | (?P<word>{_any([*SMALL, *MAGNITUDES])})(?![^\W_])
    ))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROUPS_OF_THREE: Final = re.compile(
    rf"\d{{1,3}}(?:[,{SPACES}]\d{{3}})+(?:\.\d+)?|\d{{1,2}}(?:,\d\d)+,\d{{3}}"
)
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 100})


def atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """Yield the atoms of `text[start:end]` in order; what is glued to letters before it is none."""
    for match in _ATOM.finditer(text, start, end):
        group = match.lastgroup or "half"
        made = _MAKERS[_OWNER.get(group, group)](match)
        if made is not None:
            yield made


def _noise(_: re.Match[str]) -> Atom | None:
    return None


def _digits(match: re.Match[str]) -> Atom | None:
    words = match["digits"]
    value, other = _readings(words)
    if value is None:
        return None
    if match["vulgar"]:
        value += VULGAR[match["vulgar"][-1]]
    end = match.end() if not match["glued"] else match.start("glued")
    glued = match.start("glued") if match["glued"] else None
    return Atom(match.start(), end, Kind.DIGITS, value, other, glued)


_MOST_DIGITS: Final = 15
"""Digits up to which a float holds a decimal number exactly (IEEE 754 binary64); more are an identifier anyway."""


def _readings(words: str) -> tuple[float | None, float | None]:
    """Value of digits, and the second reading where a dot may divide thousands; None for versions ("10.0.1")."""
    if len(words) > _MOST_DIGITS and sum(map(str.isdigit, words)) > _MOST_DIGITS:
        return None, None
    if _GROUPS_OF_THREE.fullmatch(words):
        return float(re.sub(rf"[,{SPACES}]", "", words)), None
    dots = words.count(".")
    if dots > 1:
        grouped = all(len(part) == 3 for part in words.split(".")[1:])
        return (float(words.replace(".", "")) if grouped else None), None
    if "," in words:
        return float(words.replace(",", ".")), None
    whole, _, rest = words.partition(".")
    ambiguous = len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0"
    return float(words), float(whole + rest) if ambiguous else None


def _slash(match: re.Match[str]) -> Atom | None:
    """A fraction ("1/2", "3 1/2"); anything else with a slash is a label or a date."""
    whole, _, fraction = match["slash"].replace("-", " ").rpartition(" ")
    above, below = (int(part) for part in fraction.split("/"))
    if not 0 < above < below or below not in _DENOMINATORS:
        return None
    return Atom(*match.span(), Kind.PART, int(whole or 0) + above / below)


def _glyph(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), Kind.PART, VULGAR[match["glyph"]])


def _half_of(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), Kind.PART, 0.5)


def _half(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), Kind.SMALL, 0.5)


def _part(match: re.Match[str]) -> Atom:
    count = SMALL.get(match["part"].lower(), 1.0)
    return Atom(*match.span(), Kind.PART, count / FRACTIONS[match["denominator"].lower()])


def _plus(match: re.Match[str]) -> Atom:
    words = match["plus"].lower()
    return Atom(*match.span(), Kind.PLUS, 0.75 if "three" in words else 0.25 if "quarter" in words else 0.5)


def _article(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), Kind.SMALL, 1.0)


def _loose(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), Kind.LOOSE, 1.0)


def _vague(match: re.Match[str]) -> Atom:
    return Atom(*match.span(), Kind.VAGUE, VAGUE[match["vague"].lower()])


def _word(match: re.Match[str]) -> Atom:
    word = match["word"].lower()
    small = SMALL.get(word)
    return (
        Atom(*match.span(), Kind.MAGNITUDE, MAGNITUDES[word])
        if small is None
        else Atom(*match.span(), Kind.SMALL, small)
    )


_OWNER: Final = MappingProxyType({"vulgar": "digits", "glued": "digits", "denominator": "part"})
_MAKERS: Final[MappingProxyType[str, Callable[[re.Match[str]], Atom | None]]] = MappingProxyType(
    {
        "noise": _noise,
        "slash": _slash,
        "digits": _digits,
        "glyph": _glyph,
        "half": _half,
        "halfof": _half_of,
        "part": _part,
        "plus": _plus,
        "article": _article,
        "loose": _loose,
        "vague": _vague,
        "word": _word,
    }
)
