"""What a number measures or counts, from the words right behind it (or the sign before it)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from bot.core.figures import lexicon
from bot.core.figures.things import find_thing
from bot.core.figures.words import Word, is_hyphen
from bot.core.numbers import Number
from bot.core.numbers.units import GLUED_ONLY, UNITS
from bot.core.span import Span

_SHAPED: Final = frozenset({"square", "cubic", "nautical", "metric", "us", "short", "light", "fluid"})
_DEGREES: Final = MappingProxyType(
    {"celsius": "°C", "centigrade": "°C", "c": "°C", "fahrenheit": "°F", "f": "°F"}
)
_DETERMINERS: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "these",
        "those",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "our",
        "your",
        "my",
        "all",
        "such",
        "some",
    ]
)
_PRONOUNS: Final = frozenset({"whom", "which", "them", "these", "those", "us", "you"})


class Unit(NamedTuple):
    """Where the unit or thing stands, its short form, the words after it, and whether it is a unit of measure."""

    span: Span
    name: str
    rest: list[Word]
    measure: bool = False
    sure: bool = True
    """False where no plural shows it: a plural further on may be the thing ("four Kenyan and two Ugandan runners")."""


def unit_of(text: str, number: Number, words: list[Word], *, open_end: bool = False) -> Unit | None:
    """Return the unit of a number; `words` are those after it, `open_end` "one or more" of them."""
    if number.sign is not None:
        return Unit(
            number.sign, number.sign.of(text).replace(" ", "").replace("\u00a0", ""), words, measure=True
        )
    if number.glued is not None:
        return Unit(number.glued, UNITS[number.glued.of(text).lower()], words, measure=True)
    if not words:
        return None
    if is_hyphen(text, number.span.end):
        return _hyphened(words)
    if words[0].text == "]" and len(words) > 1:
        words = words[1:]  # "[Ten] years": the editor's word in a quotation
    return _measure(number, words) or _counted(text, number, words, open_end=open_end)


def _hyphened(words: list[Word]) -> Unit | None:
    """Take the word behind the hyphen ("46-year-old", "131-page")."""
    word = words[1] if words[0].text in "-‐‑" and len(words) > 1 else words[0]
    part = word.text.replace("‑", "-").replace("‐", "-").split("-")[0]
    span = Span(word.start, word.start + len(part))
    lower = part.lower()
    rest = words[words.index(word) + 1 :]
    return Unit(span, UNITS.get(lower, part), rest, measure=lower in UNITS)


def _measure(number: Number, words: list[Word]) -> Unit | None:
    first = words[0]
    second = words[1] if len(words) > 1 else first
    if first.lower == "per" and second.lower == "cent":
        return Unit(Span(first.start, second.end), "%", words[2:], measure=True)
    if first.lower in {"percentage", "percent"} and second.lower in {"point", "points"}:
        return Unit(Span(first.start, second.end), "percentage points", words[2:], measure=True)
    if first.lower in _SHAPED and second.lower in UNITS:
        name = f"{first.lower} {second.lower}"
        return Unit(Span(first.start, second.end), name, words[2:], measure=True)
    if first.lower in {"degree", "degrees", "°"} and second.lower in _DEGREES:
        return Unit(Span(first.start, second.end), _DEGREES[second.lower], words[2:], measure=True)
    word = first.lower.removesuffix("-old")
    if word not in UNITS or (word == first.lower and not _is_unit(number, first, second)):
        return None
    return Unit(Span(first.start, first.start + len(word)), UNITS[word], words[1:], measure=True)


def _is_unit(number: Number, word: Word, follow: Word) -> bool:
    """Whether a word that may be a unit is one here: "20 m." but not "20 in", "two second graders"."""
    if word.lower in GLUED_ONLY:
        return not number.spelled and word.lower != "in" and (follow is word or not follow.text[0].isalnum())
    if word.lower in {"second", "won", "foot"}:
        return number.low == 1 or (word.lower == "won" and number.low >= 100) or follow.text[0] == "-"
    return True


def _counted(text: str, number: Number, words: list[Word], *, open_end: bool) -> Unit | None:
    if words[0].text == "-" and len(words) > 1 and words[1].lower in lexicon.SPACED_HYPHEN:
        return _hyphened(words[1:])
    start = 0
    if words[0].lower == "of":
        start = 1
        while start < len(words) and words[start].lower in _DETERMINERS:
            start += 1
    one = number.low == number.high == 1 and not open_end
    thing = find_thing(words[start:], one=one)
    if thing is None or not (thing.sure or _may_guess(number, words[start + thing.last], of=start > 0)):
        return None
    first, last = words[start + thing.first], words[start + thing.last]
    end = last.end - 2 if last.lower.endswith("'s") else last.end
    span = Span(first.start, end)
    alone = thing.first == thing.last
    name = UNITS.get(last.lower, span.of(text)) if alone else span.of(text)
    return Unit(
        span, name, words[start + thing.last + 1 :], measure=alone and last.lower in UNITS, sure=thing.sure
    )


def _may_guess(number: Number, word: Word, *, of: bool) -> bool:
    """Whether a noun that no plural shows may be the thing: not for "all three deny", "three of the indictment"."""
    if 0 < number.high < 1:
        return True
    return not of and number.high != 0 and (not number.spelled or word.text[0].isupper())


def refers_back(words: list[Word]) -> bool:
    """Whether "of whom", "of them" follows: a part of what was counted before."""
    return (
        len(words) > 1 and words[0].lower == "of" and words[1].lower in _PRONOUNS and not _has_noun(words[2:])
    )


def _has_noun(words: list[Word]) -> bool:
    return find_thing(words, one=False) is not None and words[0].lower not in lexicon.STATES
