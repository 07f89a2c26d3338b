"""Numbers that name instead of counting, by the words around them: "Section 427", "day five", "no one"."""

from __future__ import annotations

from bot.core.figures import lexicon
from bot.core.figures.units import Unit, refers_back
from bot.core.figures.words import Word, is_hyphen
from bot.core.numbers import Number


def names(text: str, number: Number, before: list[Word], after: list[Word], unit: Unit | None) -> bool:
    """Say whether a number only names, is part of an idiom, or stands for somebody."""
    if number.span.of(text).lower() == "half" and before and before[-1].lower in lexicon.HALVES:
        return True
    if _is_idiom(text, number, after) or _is_pronoun(text, number, before, after):
        return True
    if number.spelled:
        return _follows_label(number, before, counted=_is_counted(text, unit))
    version = number.span.of(text).endswith(".0") and (unit is None or not unit.measure)
    if version or _is_address(number, after):
        return True
    return _follows_label(number, before, counted=_is_counted(text, unit))


def _is_counted(text: str, unit: Unit | None) -> bool:
    return unit is not None and (unit.measure or text[unit.span.start].islower())


def _is_idiom(text: str, number: Number, after: list[Word]) -> bool:
    """Whether a hyphen makes it an idiom ("one-off", "two-way")."""
    if not is_hyphen(text, number.span.end) or not after:
        return False
    word = after[1] if after[0].text == "-" and len(after) > 1 else after[0]
    part = word.lower.split("-")[0]
    return part in lexicon.HYPHEN_IDIOMS or (number.low == 1 and part in lexicon.ONE_COMPOUNDS)


def _is_address(number: Number, after: list[Word]) -> bool:
    """Whether a house number opens a street's name ("10 Downing Street")."""
    if number.glued is not None or number.sign is not None:
        return False
    for word in after[:4]:
        if not word.text[0].isupper():
            return False
        if word.lower in lexicon.STREETS:
            return True
    return False


def _follows_label(number: Number, before: list[Word], *, counted: bool) -> bool:
    """Say whether the word before a number makes it a name. `counted`: a lower-case plural or unit follows."""
    if not before or number.vague or number.sign is not None:
        return False
    last = before[-1]
    if last.lower in lexicon.LABELS and number.glued is None:
        return not (counted and last.lower in _ALSO_VERBS_OR_TIMES)
    if last.text == "." and len(before) > 1 and before[-2].lower in lexicon.LABEL_ABBREVIATIONS:
        return True
    plain = not number.spelled and number.span.length <= len("99999") and number.low == number.high
    return plain and (number.low < 1000 or last.text.isupper()) and _follows_name(before, counted=counted)


_ALSO_VERBS_OR_TIMES = frozenset(
    {"day", "week", "line", "match", "ground", "round", "top", "item", "seed", "law"}
)


def _follows_name(before: list[Word], *, counted: bool) -> bool:
    """Whether the digits close a name ("Apple Watch 5", "Studio 54"). After "in Kabul" a count may begin."""
    last = before[-1]
    if not (last.text[0].isupper() and len(last.text) > 1) or last.lower in _OPENERS:
        return False
    if len(before) == 1:
        return not counted
    return not (counted and (before[-2].lower in lexicon.PREPOSITIONS or not before[-2].text[0].isalnum()))


_OPENERS = (
    lexicon.FUNCTION
    | lexicon.VERBS
    | frozenset(
        [
            "some",
            "other",
            "others",
            "those",
            "about",
            "around",
            "roughly",
            "nearly",
            "almost",
            "approximately",
            "meanwhile",
            "yesterday",
            "estimated",
        ]
    )
    | frozenset(
        [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "killed",
            "injured",
            "wounded",
            "arrested",
        ]
    )
)
"""Capitalised only because they open a sentence, or days."""


def _is_pronoun(text: str, number: Number, before: list[Word], after: list[Word]) -> bool:
    """Say whether "one" stands for somebody or something ("no one", "one must", "one day")."""
    if (
        number.low != 1
        or number.high != 1
        or not number.spelled
        or text[number.span.start :][:3].lower() != "one"
    ):
        return False
    last = before[-1].lower if before else ""
    if after and after[0].lower == "of" and not refers_back(after):
        return True
    if last in lexicon.ONE_PRONOUN or text[number.span.end : number.span.end + 1] in ("'", "’"):
        return True
    follow = after[0].lower if after else ""
    return follow in {"day", "time"} and (not before or not last.isalpha() or last in {"that", "if", "may"})
