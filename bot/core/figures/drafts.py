"""One number looked at with its neighbours: what is known before its sentence is looked at as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from bot.core.facts import Bound
from bot.core.figures import events, labels, leads, lexicon, qualifiers
from bot.core.figures.units import Unit, refers_back, unit_of
from bot.core.figures.words import Word, following, preceding
from bot.core.numbers import Number
from bot.core.span import Span

_NEGATED: Final = MappingProxyType({Bound.MORE_THAN: Bound.AT_MOST, Bound.LESS_THAN: Bound.AT_LEAST})
"""What a bound becomes under "never", "not"."""
_LEADING_TO_DECIMALS: Final = frozenset({"against", "to", "from", "at", "than", "was", "is", "by"})
"""Before a bare decimal: a measured value ("2.6 cups a day against 2.1"), no label."""
_REMAINDERS: Final = frozenset({"more", "others", "other"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A number with its words. `label` numbers are kept until the end: the next number may continue them."""

    number: Number
    before: list[Word]
    words: list[Word]
    """Words behind the number."""
    after: list[Word]
    """Words behind the number and its unit."""
    unit: Unit | None
    qualifier: qualifiers.Qualifier | None
    event: Span | None
    label: bool = False
    back: bool = False
    """Counts a part of what was counted before ("one of whom", "200 more")."""
    subset_of: Span | None = None

    def follows(self, words: frozenset[str]) -> bool:
        """Whether the word before is one of `words`."""
        return bool(self.before) and self.before[-1].lower in words

    @property
    def stands(self) -> bool:
        """Whether it is an amount although nothing says of what."""
        number = self.number
        if self.label or number.ambiguous or number.high == 0:
            return False
        bound = self.qualifier is not None or self.event is not None or number.vague
        bound = bound or (self.back and number.high != 1)
        bound = bound or (not number.low.is_integer() and self.follows(_LEADING_TO_DECIMALS))
        big = number.high >= 1000 and (
            number.high >= 2100 or number.span.end - number.span.start != len("1999")
        )
        return bound or big or number.low != number.high


def draft(text: str, number: Number, sentence: Span) -> Draft:
    """Look at one number."""
    start = number.sign.start if number.sign and number.sign.start < number.span.start else number.span.start
    end = number.glued.end if number.glued else number.span.end
    before, words = preceding(text, sentence.start, start), following(text, end, sentence.end)
    behind = qualifiers.after(words)
    after = words[behind.length :] if behind else words
    unit = unit_of(text, number, after, open_end=behind is not None)
    if labels.names(text, number, before, words, unit):
        return Draft(number, before, words, after, None, None, None, label=True)
    leading = qualifiers.before(before)
    earlier = before[: len(before) - leading.length] if leading else before
    if refers_back(after):
        unit = None
    back = refers_back(after) or (unit is None and bool(after) and after[0].lower in _REMAINDERS)
    if unit is None or not unit.measure:
        unit = leads.direct_unit(earlier) or unit or leads.count_noun(earlier)
    rest = unit.rest if unit and unit.rest else after
    qualifier = leading or behind or qualifiers.after(rest)
    event = _event(unit, earlier, rest, back=back)
    return Draft(number, before, words, rest, unit, qualifier, event, back=back)


def _event(unit: Unit | None, before: list[Word], rest: list[Word], *, back: bool) -> Span | None:
    if back:
        return events.state_within(rest) or events.state_after(rest) or events.state_before(before)
    if unit is not None and unit.name in lexicon.WHILES:
        return None
    return events.state_after(rest) or events.state_before(before)


def bound_of(item: Draft) -> tuple[Bound, Span | None]:
    """Return the bound and its words. "Over two days" is a while, no bound, unless something took that long."""
    found = item.qualifier
    if found is None:
        return Bound.EXACT, None
    last = item.before[-1].lower if item.before else ""
    alone = (
        found.length == 1 and last == "over" and item.unit is not None and item.unit.name in lexicon.WHILES
    )
    if alone and (len(item.before) < 2 or item.before[-2].lower not in lexicon.LASTING):
        return Bound.EXACT, None
    leading = item.before[-found.length - 4 :]
    if any(word.lower in lexicon.NEGATORS or word.lower.endswith("n't") for word in leading):
        return _NEGATED.get(found.bound, found.bound), found.span
    return found.bound, found.span
