"""What a reporting verb reports: the tokens of its content, before or after it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.core.reporting_verbs import Form, Governs
from bot.core.reports.classes import NOMINAL, VERBAL, Kind
from bot.core.reports.phrases import phrase_starting_at
from bot.core.reports.subjects import after_comma
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.reports.cues import Cue
    from bot.core.reports.tokens import Sentence

Range = tuple[int, int]
"""Tokens `first` (included) to `last` (excluded)."""

_OPENERS = word_set("that whether if how why what where when")
_ADDRESSING = word_set("tell inform remind assure reassure notify brief urge convince advise warn ask")
_FINITE = word_set("is are was were has have had will would")
_ASIDES = word_set("because although while whereas unless")
_TO_DO = word_set(
    "exhort implore admonish press challenge invite vow promise pledge threaten urge agree decide hope expect swear request order beg warn encourage "
    "plead advise offer plan ask tell"
)
"""Verbs whose content can be an infinitive: "vowed to rebuild the bridge"."""
_BOUNDS = word_set("more less fewer about around nearly almost over under at up just only some")
_CONTRASTS = word_set("while whereas although though but and as because")


def contents_of(tokens: Sentence, cue: Cue, following: Cue | None, floor: int) -> Iterator[Range]:
    """Yield what `cue` reports in its sentence: after it, before it, or both around it.

    `following` is the next cue of the sentence: where it begins a clause of its own, the content ends. What stands
    before token `floor` is the content of an earlier cue.
    """
    end = _end_before(tokens, cue, following)
    after = _after(tokens, cue, end)
    inside = after is not None and after[0] == cue.last + 2 and _is_parenthetical(tokens, cue, end)
    before = _before(tokens, cue, floor, has_after=after is not None and not inside)
    if before is not None:
        yield before
    if after is not None:
        yield after


def _end_before(tokens: Sentence, cue: Cue, following: Cue | None) -> int:
    if following is None:
        return len(tokens)
    place = following.first
    if place <= cue.last + 1:
        return len(tokens)
    edge = place - 1
    if tokens[edge].low in _CONTRASTS and following.subject is not None:
        return edge - 1 if tokens[edge - 1].kind is Kind.COMMA else edge
    if tokens[edge].kind is Kind.BREAK or _closes_relative(tokens, cue, following):
        return edge
    if tokens[edge].kind is Kind.COMMA and following.verb.form is Form.ING:
        return edge
    return len(tokens)


def _closes_relative(tokens: Sentence, cue: Cue, following: Cue) -> bool:
    """Whether the clause with "who" that `cue` is in has ended: "Kent, who said …, has left, Brandt said"."""
    if cue.subject is None or following.shared or tokens[following.first - 1].kind is not Kind.COMMA:
        return False
    return any(token.kind is Kind.RELATIVE for token in tokens[cue.subject.last : cue.place])


def _after(tokens: Sentence, cue: Cue, end: int) -> Range | None:
    start = cue.last + 1
    if cue.verb.governs is Governs.MATTER:
        end = _end_of_participle(tokens, cue, end)
        return (start, end) if _has_matter(tokens, cue, start, end) else None
    opener = _opener(tokens, cue, end)
    if cue.verb.governs is Governs.CLAUSE and not cue.inverted:
        bare = _bare_clause(tokens, cue, end if opener is None else opener)
        opener = bare if bare is not None else opener
    if opener is None and cue.verb.base in _FORESEEING and _has_amount(tokens, start, end):
        opener = start
    if opener is None and cue.verb.governs <= Governs.THAT and not cue.inverted:
        opener = _led_clause(tokens, cue, end)
    if opener is None:
        opener = _continued(tokens, cue, end)
    if opener is None and _is_parenthetical(tokens, cue, end):
        opener = start + 1
    return (opener, end) if opener is not None and opener < end else None


_LEADING = word_set("because if when while although though unless once")
_SUBJECTS = word_set("he she it they we i you there")


def _led_clause(tokens: Sentence, cue: Cue, end: int) -> int | None:
    """Return where a clause begins that a pronoun or another clause leads: "announced it had", "said if …, it"."""
    start = cue.last + 1
    if start + 1 >= end:
        return None
    if tokens[start].low in _LEADING:
        quoted = any(
            token.kind is Kind.QUOTATION and before.kind is Kind.COMMA
            for before, token in pairwise(tokens[start:end])
        )
        return start if quoted or after_comma(tokens[:end], start, end) is not None else None
    if cue.verb.governs is Governs.THAT and tokens[start].low in _SUBJECTS:
        return start if _has_predicate(tokens, start + 1, end) else None
    return None


def _has_predicate(tokens: Sentence, place: int, end: int) -> bool:
    """Whether a verb of its own follows a subject: at once, or after "and her husband"."""
    if tokens[place].kind is Kind.CONJUNCTION:
        other = phrase_starting_at(tokens, place + 1)
        place = other.last + 1 if other is not None else end
    while place < end and tokens[place].kind in (Kind.ADVERB, Kind.NEGATOR):
        place += 1
    return place < end and (tokens[place].kind in VERBAL)


_FORESEEING = word_set("expect estimate predict reckon anticipate assume")
"""Verbs whose content can be a noun with an amount: "expects claims of 300 million"."""


def _has_amount(tokens: Sentence, start: int, end: int) -> bool:
    return (
        start < end
        and tokens[start].kind is not Kind.COMMA
        and any(token.kind is Kind.NUMBER and token.low != "others" for token in tokens[start:end])
    )


def _continued(tokens: Sentence, cue: Cue, end: int) -> int | None:
    """Return where a clause begins that goes on after a colon, or in a relative clause: "which he says has risen"."""
    start = cue.last + 1
    if cue.verb.governs > Governs.THAT or start + 1 >= end:
        return None
    if tokens[start].kind is Kind.COLON:
        return start + 1
    relative = cue.first > 0 and (
        tokens[cue.first - 1].low in ("which", "who", "that") or tokens[cue.first - 1].kind is Kind.NOUN
    )
    if relative and tokens[start].kind in VERBAL:
        return start
    return start + 1 if cue.verb.base == "warn" and tokens[start].low in ("of", "about") else None


_NOT_REPORTED = (Kind.PARTICIPLE, Kind.RELATIVE)


def _is_parenthetical(tokens: Sentence, cue: Cue, end: int) -> bool:
    """Whether the cue stands between commas inside what it reports: "The bridge, Kent said, had to close"."""
    if cue.verb.governs > Governs.THAT or cue.first == 0 or cue.last + 2 >= end:
        return False
    following = tokens[cue.last + 2].kind
    if following in _NOT_REPORTED or (cue.inverted and following not in (Kind.AUXILIARY, Kind.VERB)):
        return False
    enclosed = tokens[cue.first - 1].kind is Kind.COMMA and tokens[cue.last + 1].kind is Kind.COMMA
    return enclosed and not cue.shared and not _starts_clause(tokens, cue.last + 2)


_EVALUATING = word_set(
    "accuse describe denounce condemn criticize criticise praise blame label call dub portray "
    "characterize characterise compare liken mock"
)


def _has_matter(tokens: Sentence, cue: Cue, start: int, end: int) -> bool:
    if start >= end or tokens[start].kind is Kind.COMMA:
        return False
    return cue.verb.base in _EVALUATING or any(token.kind is Kind.QUOTATION for token in tokens[start:end])


def _end_of_participle(tokens: Sentence, cue: Cue, end: int) -> int:
    """Return where "posts accusing Kent of theft" ends: before the verb of the posts."""
    if cue.verb.form is not Form.ING or cue.shared:
        return end
    finite = (
        place
        for place in range(cue.last + 1, end)
        if tokens[place].low in _FINITE and tokens[place - 1].kind in NOMINAL
    )
    return next(finite, end)


def _opener(tokens: Sentence, cue: Cue, end: int) -> int | None:
    """Return the place where a clause with "that" or a quotation begins after the verb."""
    for place in range(cue.last + 1, end):
        token = tokens[place]
        if token.kind is Kind.QUOTATION:
            strict = cue.verb.governs is Governs.QUOTATION
            fits = not strict or _is_adjacent(tokens, cue.last + 1, place)
            return _quotation_start(tokens, cue, place) if fits else None
        if token.low in _OPENERS and place <= cue.last + 25:
            return place + 1 if token.low == "that" else place
        if token.low == "to" and cue.verb.base in _TO_DO and place <= min(cue.last + 8, len(tokens) - 2):
            return place
        if _closes_search(tokens, cue, place):
            return None
    return None


def _closes_search(tokens: Sentence, cue: Cue, place: int) -> bool:
    """Whether what follows `place` can no longer be the content of the verb before it."""
    token = tokens[place]
    if token.low in _ASIDES or _starts_clause(tokens, place):
        return True
    if token.kind is Kind.REPORTING and token.verb is not None:
        return token.verb.form is not Form.BASE
    return token.kind is Kind.BREAK and place > cue.last + 12


def _is_adjacent(tokens: Sentence, start: int, end: int) -> bool:
    """Whether only a comma, a colon or an adverb stands between a verb and its quotation: "shot back: "."""
    return all(token.kind in (Kind.COMMA, Kind.COLON, Kind.ADVERB) for token in tokens[start:end])


def _starts_clause(tokens: Sentence, place: int) -> bool:
    """Whether ", and" or ", as" at `place` starts a clause with a subject of its own."""
    if tokens[place - 1].kind is not Kind.COMMA or tokens[place].kind not in (
        Kind.CONJUNCTION,
        Kind.SUBORDINATOR,
    ):
        return False
    phrase = phrase_starting_at(tokens, place + 1)
    return phrase is not None and phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].kind in VERBAL


def _quotation_start(tokens: Sentence, cue: Cue, place: int) -> int:
    """Return where content with a quotation begins: at the mark, or with the words that lead into it."""
    start = cue.last + 1
    between = tokens[start:place]
    if not between or between[-1].kind in (Kind.COMMA, Kind.COLON):
        return place
    if cue.verb.base in _ADDRESSING:
        addressed = phrase_starting_at(tokens, start)
        return addressed.last + 1 if addressed is not None and addressed.last + 1 <= place else place
    return start


def _bare_clause(tokens: Sentence, cue: Cue, end: int) -> int | None:
    """Return the start of a clause without "that": "said the bridge fell", "told Kent it was late"."""
    start = _over_adjuncts(tokens, cue.last + 1, end)
    if cue.verb.base in _ADDRESSING:
        addressed = phrase_starting_at(tokens, start)
        if addressed is None:
            return None
        start = _over_adjuncts(tokens, addressed.last + 1, end)
    if start >= end or not _can_start(tokens, start):
        return None
    return start if any(token.kind in VERBAL for token in tokens[start + 1 : end]) else None


def _can_start(tokens: Sentence, place: int) -> bool:
    token = tokens[place]
    starts = (
        token.kind in NOMINAL
        or token.low in _BOUNDS
        or token.kind in (Kind.PRONOUN, Kind.DETERMINER, Kind.PARTICIPLE)
    )
    return starts and token.low not in ("him", "them", "me", "us")


def _over_adjuncts(tokens: Sentence, start: int, end: int) -> int:
    """Step over adverbs, times and phrases with a preposition: "said on Monday in a statement"."""
    while start < end:
        kind = tokens[start].kind
        if _is_amount(tokens, start):
            break
        if kind in (Kind.ADVERB, Kind.TIME):
            start += 1
        elif kind is Kind.PREPOSITION:
            phrase = phrase_starting_at(tokens, start + 1)
            start = phrase.last + 1 if phrase is not None else start + 1
        else:
            break
    return start


def _is_side_clause(tokens: Sentence) -> bool:
    """Whether a clause reports for itself: "Even as Kent claimed “…”, Brandt said"."""
    lead = next((token for token in tokens if token.kind is not Kind.ADVERB), tokens[0])
    own = any(
        token.verb is not None
        and token.kind is Kind.REPORTING
        and token.verb.form in (Form.PAST, Form.PRESENT)
        for token in tokens
    )
    return own and lead.kind is Kind.SUBORDINATOR and lead.low != "that"


def _is_amount(tokens: Sentence, place: int) -> bool:
    """Whether a number with its bound begins here: "more than 40", "about 12"."""
    return any(token.kind is Kind.NUMBER for token in tokens[place + 1 : place + 3]) and (
        tokens[place].low in _BOUNDS
    )


def _before(tokens: Sentence, cue: Cue, floor: int, *, has_after: bool) -> Range | None:
    """Return the content that stands before the cue: "…, Kent said", "…, said Kent"."""
    if cue.first < floor:
        floor = 0  # "cited her as saying": both verbs have the same content before them
    while floor < cue.first and tokens[floor].kind in (Kind.COMMA, Kind.CONJUNCTION):
        floor += 1
    if cue.first <= floor or cue.shared or cue.verb.governs is Governs.MATTER:
        return None
    edge = tokens[cue.first - 1]
    if cue.subject is None:
        return _passive_subject(tokens, floor, cue.first)
    if edge.kind is Kind.QUOTATION:
        return None if _has_ended(tokens, cue, has_after=has_after) else (floor, cue.first)
    inner = tokens[floor : cue.first - 1] if edge.kind is Kind.COMMA else ()
    return (floor, cue.first - 1) if inner and _can_be_reported(inner, has_after=has_after) else None


def _passive_subject(tokens: Sentence, first: int, last: int) -> Range | None:
    """Return what is reported by nobody: "Dozens of injuries – and two deaths – are being reported"."""
    while first < last and tokens[first].kind in (Kind.ADVERB, Kind.COMMA, Kind.CONJUNCTION):
        first += 1
    while last > first and tokens[last - 1].kind in (Kind.COMMA, Kind.BREAK, Kind.ADVERB):
        last -= 1
    return (first, last) if any(token.kind in NOMINAL for token in tokens[first:last]) else None


def _has_ended(tokens: Sentence, cue: Cue, *, has_after: bool) -> bool:
    """Whether the quotation before a cue is of a sentence that has ended: "Kent said: “No!” Brandt laughed."."""
    place = cue.first - 1
    if tokens[place].low == ".":
        return has_after or any(token.kind is Kind.REPORTING for token in tokens[:place])
    return tokens[place].low in "!?" and place > 0 and tokens[place - 1].kind is Kind.COLON


def _can_be_reported(tokens: Sentence, *, has_after: bool) -> bool:
    """Whether what stands before the comma of a cue is a clause or a quotation, not just "In Ohio"."""
    if any(token.kind is Kind.QUOTATION for token in tokens):
        return not _is_side_clause(tokens) and (tokens[-1].kind is Kind.QUOTATION or not has_after)
    if has_after:
        return False
    if tokens[0].kind is Kind.SUBORDINATOR and tokens[0].low not in _OPENERS - {"when", "if", "where"}:
        return after_comma(tokens, 1, len(tokens)) is not None
    return any(token.kind in VERBAL for token in tokens)
