"""Whether typed words are those of a quotation, or name a figure: hard tokens decide, slips are forgiven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import Levenshtein

from bot.core.alignment import Likeness, ReasonKind, align
from bot.core.alignment.elements import Element, elements
from bot.core.article import Article
from bot.core.facts import Figure
from bot.core.numbers import NumberValue, number_values
from bot.core.span import Span
from bot.core.text.fold import fold
from bot.core.text.stop_words import STOP_WORDS
from bot.core.text.tokens import tokens
from bot.core.voices import slip_of

_REACH: Final = 3
"""Words before typed ones among which a negator turns them: "no complaint that reached me"."""
_TURNING: Final = frozenset({ReasonKind.NEGATION, ReasonKind.HEDGE, ReasonKind.DIRECTION})
_SLIPS: Final = 4
"""Of so many typed words one may be another than in the row that is compared, and of fewer one, too."""
_BOUNDS: Final = frozenset({ReasonKind.HEDGE, ReasonKind.DIRECTION})

Differs = tuple[ReasonKind, ...]


def words_differ(claim: str, quoted: str) -> Differs | None:
    """Return the kinds of what differs between typed words and a quotation; nothing where they are part of it.

    It is None where it has less than half of them.

    They are part of it if they stand in it in a row and no negator right before turns them, or if all that is
    missing between them are words of no hard class.
    """
    said, there = elements(claim), elements(quoted)
    known = {each.key for each in there}
    telling = [each.key for each in said if each.key not in STOP_WORDS] or [each.key for each in said]
    if 2 * sum(_is(key, known) for key in telling) < len(telling) or not said:
        return None
    at = _row(said, there)
    if at is None:
        return _differences(claim, quoted)
    row = there[at : at + len(said)]
    turned = any(each.kind is ReasonKind.NEGATION for each in there[max(0, at - _REACH) : at])
    found = _differences(claim, row[0].span.join(row[-1].span).of(quoted))
    return tuple(dict.fromkeys((*found, *((ReasonKind.NEGATION,) if turned else ()))))


def _differences(claim: str, quoted: str) -> Differs:
    """Return the kinds of what differs; words that stand there, or do but for a slip, differ in nothing."""
    found = align(claim, quoted)
    if found.verdict is not Likeness.ALTERED:
        return ()
    known = {token.form for token in tokens(quoted)}
    return tuple(
        dict.fromkeys(
            reason.kind
            for reason in found.reasons
            if reason.kind is not ReasonKind.WORDS or not _all_known(claim, reason.claim, known)
        )
    )


def figure_differs(
    claim: str, article: Article, figure: Figure, beside: Sequence[Figure], sentence: str
) -> Differs | None:
    """Return the kinds of what differs between typed words and a figure, None where they do not speak of it.

    `beside` are the figures of its sentence: a word that only belongs to another of them is a wrong pairing. Typed
    words without a number have to be the figure's own. A bound that was not typed is no difference: it is shown.
    """
    text = article.text
    numbers = number_values(claim)
    own, bound = _own(text, figure), _forms(text, figure.qualifier)
    mine = [number for number in numbers if _amounts(claim, number, text, figure)]
    around = mine[0] if mine else numbers[0] if numbers else None
    typed = [
        each
        for each in elements(_part(claim, numbers, around))
        if each.kind in _TURNING or each.key not in STOP_WORDS
    ]
    words = [each for each in typed if each.kind in {ReasonKind.WORDS, ReasonKind.NAME}]
    if not numbers:
        names = bool(words) and all(_is(each.key, own) for each in words)
        return tuple(_turned(typed, figure, own | bound)) if names else None
    others = {form for other in beside if other is not figure for form in _own(text, other)} - own
    if not any(_is(each.key, own | others if mine else own) for each in words) and (words or not mine):
        return None
    found = [] if mine else [ReasonKind.NUMBER]
    known = {token.form for token in tokens(sentence)}
    for each in words:
        if each.key in others:
            found.append(ReasonKind.PAIRING)
        elif not _is(each.key, own | known):
            found.append(each.kind)
    return tuple(dict.fromkeys((*found, *_turned(typed, figure, own | bound))))


def _amounts(claim: str, number: NumberValue, text: str, figure: Figure) -> bool:
    """Whether a typed number is a figure's; "dozens" is only itself, and not 12."""
    same = (number.low, number.high) == (figure.low, figure.high)
    return same and (not figure.vague or fold(number.span.of(claim)).text == fold(figure.span.of(text)).text)


def _turned(typed: Sequence[Element], figure: Figure, known: set[str]) -> Iterator[ReasonKind]:
    """Yield a negation that only one of both has, and a typed bound that the figure has not."""
    if any(each.kind is ReasonKind.NEGATION for each in typed) != (figure.negated is not None):
        yield ReasonKind.NEGATION
    yield from (each.kind for each in typed if each.kind in _BOUNDS and each.key not in known)


def _part(claim: str, numbers: Sequence[NumberValue], number: NumberValue | None) -> str:
    """Return the words that go with a number: up to the next one, and for the first one those before."""
    if number is None:
        return claim
    place = numbers.index(number)
    end = numbers[place + 1].span.start if place + 1 < len(numbers) else len(claim)
    before = claim[: number.span.start] if place == 0 else ""
    return f"{before} {claim[number.span.end : end]}"


def _own(text: str, figure: Figure) -> set[str]:
    spans = (figure.span, figure.unit, figure.event, figure.subset_of, figure.place, figure.when)
    links = (span for link in figure.chain for span in (link.source, link.name, link.cue))
    return {form for span in (*spans, *links) for form in _forms(text, span)}


def _forms(text: str, span: Span | None) -> set[str]:
    return set() if span is None else {token.form for token in tokens(text, span)}


def _row(said: Sequence[Element], there: Sequence[Element]) -> int | None:
    """Return where as many elements as were typed stand in a row and are the same but for slips; None where none do."""
    wanted, keys = [each.key for each in said], [each.key for each in there]
    most = max(1, len(wanted) // _SLIPS) if len(wanted) > 1 else 0
    best, least = None, most + 1
    for at in range(len(keys) - len(wanted) + 1) if wanted else ():
        apart = Levenshtein.distance(keys[at : at + len(wanted)], wanted, score_cutoff=least - 1)
        if apart < least:
            best, least = at, apart
        if least == 0:
            break
    return best


def _all_known(claim: str, part: Span | None, known: set[str]) -> bool:
    return part is None or all(_is(token.form, known) for token in tokens(claim, part))


def _is(form: str, known: set[str]) -> bool:
    return form in known or slip_of(form, known)
