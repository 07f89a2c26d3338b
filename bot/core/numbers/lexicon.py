"""Number words of English and their values."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"

SMALL: Final = MappingProxyType(
    {word: float(value) for value, word in enumerate(_ONES.split())}
    | {word: 10.0 * (place + 2) for place, word in enumerate(_TENS.split())}
)
"""Words below a hundred."""

MAGNITUDES: Final = MappingProxyType(
    {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7}
    | {"mln": 1e6, "billion": 1e9, "bln": 1e9, "trillion": 1e12}
)
"""Words that multiply what stands before them."""

SUFFIXES: Final = MappingProxyType(
    {
        "k": 1e3,
        "m": 1e6,
        "mn": 1e6,
        "mln": 1e6,
        "b": 1e9,
        "bn": 1e9,
        "bln": 1e9,
        "t": 1e12,
        "tn": 1e12,
        "trn": 1e12,
    }
)
"""Magnitudes glued to digits ("3bn", "5k"). "m" is also metres, "t" tonnes: see `AMBIGUOUS_SUFFIXES`."""

AMBIGUOUS_SUFFIXES: Final = frozenset({"m", "b", "t"})
"""Magnitudes only beside a currency sign: "$5m" is an amount, "a 100m race" is not."""

VAGUE: Final = MappingProxyType(
    {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3}
    | {"millions": 1e6, "billions": 1e9, "trillions": 1e12}
)
"""Plurals that name an amount without counting it. The value is the base, not an estimate."""

FRACTIONS: Final = MappingProxyType(
    {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
)
"""Denominators, singular."""

VULGAR: Final = MappingProxyType(
    {
        "½": 1 / 2,
        "⅓": 1 / 3,
        "⅔": 2 / 3,
        "¼": 1 / 4,
        "¾": 3 / 4,
        "⅕": 1 / 5,
        "⅛": 1 / 8,
        "⅜": 3 / 8,
        "⅝": 5 / 8,
    }
)
"""Fractions of one character."""
