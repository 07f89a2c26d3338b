"""One number looked at with its neighbours: what is known before its sentence is looked at as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bot.core.facts import Bound
from bot.core.figures import events, labels, lexicon, qualifiers
from bot.core.figures.units import Unit, refers_back, unit_of
from bot.core.figures.words import Word, following, is_hyphen, preceding
from bot.core.numbers import Number
from bot.core.span import Span

_AGED: Final = frozenset({"aged", "age"})
_WHILES: Final = frozenset({"min", "h", "days", "weeks", "months", "years", "decades", "centuries"})
_LASTING: Final = frozenset(
    [
        "take",
        "took",
        "takes",
        "taken",
        "lasted",
        "last",
        "lasts",
        "for",
        "after",
        "spent",
        "been",
        "is",
        "was",
        "with",
        "of",
        "in",
        "well",
        "just",
    ]
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with its words. `label` numbers are kept until the end: the next number may continue them."""

    number: Number
    before: list[Word]
    after: list[Word]
    """Words behind the number and its unit."""
    unit: Unit | None
    qualifier: qualifiers.Qualifier | None
    event: Span | None
    label: bool = False
    back: bool = False
    """Counts a part of what was counted before ("one of whom", "200 more")."""
    subset_of: Span | None = field(default=None)

    @property
    def stands(self) -> bool:
        """Whether it is an amount although nothing says of what."""
        number = self.number
        if self.label or number.ambiguous:
            return False
        bound = self.qualifier is not None or self.event is not None or number.vague
        big = number.high >= 1000 and not (1000 <= number.high < 2100)
        return bound or big or number.low != number.high


def draft(text: str, number: Number, sentence: Span) -> Draft:
    """Look at one number."""
    start = number.sign.start if number.sign and number.sign.start < number.span.start else number.span.start
    end = number.glued.end if number.glued else number.span.end
    before, after = preceding(text, sentence.start, start), following(text, end, sentence.end)
    qualifier = qualifiers.before(before)
    unit = None if _is_idiom(text, number, after) else unit_of(text, number, after)
    label = _is_label(text, number, before, after, unit)
    if label:
        return Draft(number, before, after, None, None, None, label=True)
    back = refers_back(after) or bool(
        after and unit is None and after[0].lower in {"more", "others", "other"}
    )
    if back and after[0].lower != "more":
        unit = None
    rest = unit.rest if unit else after
    qualifier = qualifier or qualifiers.after(after) or qualifiers.after(rest)
    if unit is None and before and before[-1].lower in _AGED:
        unit = Unit(Span(before[-1].start, before[-1].end), "years old", after, measure=True)
    event = _event(qualifier, before, rest, back=back)
    return Draft(number, before, rest, unit, qualifier, event, back=back)


def _is_idiom(text: str, number: Number, after: list[Word]) -> bool:
    """Whether a hyphen makes it an idiom ("one-off", "two-way")."""
    if not is_hyphen(text, number.span.end) or not after:
        return False
    word = after[1] if after[0].text == "-" and len(after) > 1 else after[0]
    part = word.lower.split("-")[0]
    return part in lexicon.HYPHEN_IDIOMS or (number.low == 1 and part in lexicon.ONE_COMPOUNDS)


def _is_label(text: str, number: Number, before: list[Word], after: list[Word], unit: Unit | None) -> bool:
    if _is_idiom(text, number, after):
        return True
    counted = unit is not None and (unit.measure or text[unit.span.start].islower())
    if labels.is_label(number, before, counted=counted):
        return True
    if labels.is_pronoun_one(number, text, before, after):
        return True
    if _is_address(number, after):
        return True
    version = text[number.span.start : number.span.end].endswith(".0") and not number.spelled
    return version and (unit is None or not unit.measure)


def _is_address(number: Number, after: list[Word]) -> bool:
    """Whether a house number opens a street's name ("10 Downing Street")."""
    if number.spelled or number.glued is not None:
        return False
    for word in after[:4]:
        if not word.text[0].isupper():
            return False
        if word.lower in lexicon.STREETS:
            return True
    return False


def _event(
    qualifier: qualifiers.Qualifier | None, before: list[Word], rest: list[Word], *, back: bool
) -> Span | None:
    if back:
        return events.state_within(rest) or events.state_after(rest)
    leading = [word for word in before if qualifier is None or word.end <= qualifier.span.start]
    return events.state_after(rest) or events.state_before(leading)


def bound_of(item: Draft) -> tuple[Bound, Span | None]:
    """Return the bound and its words. "Over two days" is a while, no bound, unless something took that long."""
    found = item.qualifier
    if found is None:
        return Bound.EXACT, None
    last = item.before[-1].lower if item.before else ""
    if (
        last == "over"
        and found.span.length == len("over")
        and item.unit is not None
        and item.unit.name in _WHILES
    ):
        leading = item.before[-2].lower if len(item.before) > 1 else ""
        if leading not in _LASTING:
            return Bound.EXACT, None
    return found.bound, found.span
