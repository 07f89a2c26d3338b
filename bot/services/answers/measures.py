"""How much, how long, how old: which units can answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.text.fold import fold

_TIME_WORDS = "second minute hour day week month year decade century sec min hr h s"
_TIME = frozenset(_TIME_WORDS.split())
_AGES = frozenset({"day", "week", "month", "year", "decade", "century", "aged"})
_LENGTH_WORDS = (
    "metre meter kilometre kilometer centimetre centimeter millimetre millimeter mile yard foot feet inch "
    "m km cm mm ft in mi storey story floor"
)
_LENGTH = frozenset(_LENGTH_WORDS.split())
_WEIGHT_WORDS = "kilogram kilogramme gram gramme tonne ton pound ounce stone kg g t lb lbs oz"
_WEIGHT = frozenset(_WEIGHT_WORDS.split())
_SPEED = frozenset(["km/h", "mph", "kph", "m/s", "knot", "knots"])
_HEAT = frozenset(["degree", "degrees", "°c", "°f", "c", "f", "celsius", "fahrenheit"])
_MONEY_WORDS = (
    "dollar euro pound yen yuan rouble ruble rupee franc krona crown cent penny pence peso real rand won "
    "lira usd eur gbp $ € £ ¥ ₹ % nok sek dkk chf"
)
_MONEY = frozenset(_MONEY_WORDS.split())
_BY_WORD: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(pattern), units)
    for pattern, units in (
        (r"\bhow old\b", _AGES),
        (r"\bhow long\b", _TIME | _LENGTH),
        (r"\bhow (?:tall|deep|wide|far)\b", _LENGTH),
        (r"\bhow high\b", _LENGTH | _MONEY | {"%"}),
        (r"\bhow heavy\b|\bhow much .*\bweigh", _WEIGHT),
        (r"\bhow fast\b", _SPEED),
        (r"\bhow (?:hot|cold|warm)\b", _HEAT),
        (
            r"\bhow much\b.*\b(?:money|cost|costs|pay|paid|pays|earn|spend|spent|price|worth|fine|fined|owe)\b",
            _MONEY,
        ),
        (r"\bhow much money\b|\b(?:price|cost)\b", _MONEY),
        (
            r"\bhow (?:much|big|large|high)\b.*\b(?:budget|turnover|revenue|income|salary|debt|fine|loan|grant|bill)\b",
            _MONEY,
        ),
    )
)


_AGE = re.compile(
    r"[,(] ?(?:aged )?1?\d{1,2}[,).]|\bof 1?\d{1,2}[,).]|\bage[d]? (?:of )?\d|\b\d{1,3}[- ]years?[- ]old\b",
    re.IGNORECASE,
)


def wanted_units(question: str) -> frozenset[str] | None:
    """Return the units that a folded question asks for, None when any will do."""
    return next((units for pattern, units in _BY_WORD if pattern.search(question)), None)


def measuring(article: Article, figures: Iterable[Figure], units: frozenset[str] | None) -> Figure | None:
    """Return the first figure in one of `units`, or of any unit; a hypothetical one only when there is no other."""
    fitting = [figure for figure in figures if units is None or _unit(article, figure) & units]
    return next((figure for figure in fitting if not figure.hypothetical), next(iter(fitting), None))


def tells_age(question: str, sentence: str) -> bool:
    """Whether a folded question asks for an age, and a sentence has one as news prints it: "Ilse Dorn, 61, who …"."""
    return "how old" in question and _AGE.search(sentence) is not None


def _unit(article: Article, figure: Figure) -> frozenset[str]:
    """Return the unit's words, singular, and its sign; "46-year-old" and "14 years" are both years."""
    named = figure.unit_name or ""
    written = figure.unit.of(article.text) if figure.unit else ""
    if "%" in named or "per cent" in written or "percent" in written:
        return frozenset(["%"])
    parts = re.split(r"[\s-]+", fold(f"{named} {written}").text)
    signs = {char for char in named + written if char in "$€£¥₹%"}
    return frozenset(
        {part for part in parts if part} | {part.removesuffix("s") for part in parts if part} | signs
    )
