"""Reporting verbs in their clause: which of them report, and whose words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.core.facts import Force
from bot.core.reporting_verbs import Form, Governs, Verb
from bot.core.reports.classes import BE, HAVE, NOMINAL, Kind
from bot.core.reports.phrases import Phrase, phrase_starting_at
from bot.core.reports.subjects import after_comma, clause_subject, subject_after, subject_before
from bot.core.reports.things import THINGS
from bot.core.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.core.reports.tokens import Sentence


class Cue(NamedTuple):
    """A verb that reports, the tokens of its subject, and where they lie.

    `first` to `last` are the tokens of the verb group with its subject; what lies before `first` or after `last`
    can be the content. `shared` says that the subject is that of an earlier verb.
    """

    place: int
    verb: Verb
    subject: Phrase | None
    first: int
    last: int
    shared: bool = False
    inverted: bool = False


class _Group(NamedTuple):
    """A verb with its auxiliaries: `first` is the place of the first of them."""

    first: int
    negated: bool
    auxiliary: str | None
    infinitive: bool


_INVERTING = frozenset({Governs.CLAUSE, Governs.THAT, Governs.QUOTATION})
_IMPERSONAL = word_set("say report believe allege understand estimate think claim suspect confirm announce")
_REFUSALS = word_set(
    "refused refuse refuses declined decline declines failed fails fail nothing nobody little"
)
_PLURALS = word_set(
    "people police some many percent cent majority half number press media women men children"
)
_ENDING = word_set("stop stops stopped without avoid avoids avoided quit quits")
"""Words after which a form in -ing tells what is not done."""
_NAMING = word_set("call dub label term")
_OBLIQUE = word_set("her him them it us me")


def find_cues(tokens: Sentence) -> Iterator[Cue]:
    """Yield the reporting verbs of one sentence in order, negated ones left out."""
    earlier: Cue | None = None
    for place, token in enumerate(tokens):
        if token.kind is not Kind.REPORTING or token.verb is None:
            continue
        cue = _read(tokens, place, token.verb, earlier)
        if cue is not None and not _is_thing(tokens, cue):
            if cue.subject is None or tokens[cue.subject.head].low not in ("we", "i", "you"):
                earlier = cue
            yield cue


def _is_thing(tokens: Sentence, cue: Cue) -> bool:
    """Whether the subject is a thing that tells nobody anything; "it" does not go, start or open with words."""
    if cue.subject is None:
        return False
    head = tokens[cue.subject.head]
    mute = cue.verb.governs is Governs.QUOTATION and cue.verb.base != "read"
    return head.low in THINGS or (head.low == "it" and mute)


def _read(tokens: Sentence, place: int, verb: Verb, earlier: Cue | None) -> Cue | None:
    group = _group(tokens, place)
    if group.negated or (verb.form is Form.PARTICIPLE and group.auxiliary is None):
        return None
    if verb.form is Form.ING and group.auxiliary not in BE:
        return _participial(tokens, place, verb, earlier)
    if _is_passive(verb, group):
        return _passive(tokens, place, verb, group)
    if group.infinitive:
        return _infinitive(tokens, place, verb, group)
    if group.auxiliary is None and verb.form is Form.BASE:
        return _plural(tokens, place, verb, group) or _inverted(tokens, place, verb, strict=True)
    return _finite(tokens, place, verb, group, earlier)


def _group(tokens: Sentence, place: int) -> _Group:
    first, negated, auxiliary = place, False, None
    while first > 0 and tokens[first - 1].kind in (Kind.ADVERB, Kind.NEGATOR, Kind.AUXILIARY):
        first -= 1
        negated = negated or tokens[first].kind is Kind.NEGATOR
        if tokens[first].kind is Kind.AUXILIARY and auxiliary is None:
            auxiliary = tokens[first].low
        if tokens[first].kind is Kind.NEGATOR and auxiliary is None:
            auxiliary = "did"
    infinitive = first > 0 and tokens[first - 1].low == "to"
    return _Group(first, negated, auxiliary, infinitive)


def _is_passive(verb: Verb, group: _Group) -> bool:
    return verb.form in (Form.PAST, Form.PARTICIPLE) and group.auxiliary in BE and group.auxiliary != "'s"


def _finite(tokens: Sentence, place: int, verb: Verb, group: _Group, earlier: Cue | None) -> Cue | None:
    before = tokens[group.first - 1] if group.first else None
    if before is not None and before.kind in (Kind.QUOTATION, Kind.COMMA):
        inverted = _inverted(tokens, place, verb, strict=not _follows_quotation(tokens, group.first))
        if inverted is not None:
            return inverted
    subject = subject_before(tokens, group.first - 1)
    if subject is not None and not _is_reduced(tokens, place, verb, group):
        return Cue(place, verb, subject, subject.first, place)
    if before is None or before.kind in (Kind.CONJUNCTION, Kind.COMMA, Kind.ADVERB):
        shared = earlier.subject if earlier is not None else clause_subject(tokens, group.first)
        if shared is not None:
            return Cue(place, verb, shared, group.first, place, shared=True)
        return _inverted(tokens, place, verb, strict=False)
    return None


def _follows_quotation(tokens: Sentence, place: int) -> bool:
    """Whether a quotation ends right before `place`, with or without a comma after its mark."""
    before = tokens[max(0, place - 2) : place]
    return bool(before) and any(token.kind is Kind.QUOTATION for token in before)


def _is_reduced(tokens: Sentence, place: int, verb: Verb, group: _Group) -> bool:
    """Whether a past form is a participle after its noun: "the plan announced by Kent"."""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    is_bare = verb.form is Form.PAST and group.first == place
    if is_bare and verb.base in _NAMING and _is_indefinite(tokens, place - 1):
        return True
    return (
        verb.form is Form.PAST
        and group.auxiliary not in HAVE
        and after == "by"
        and verb.governs is not Governs.QUOTATION
    )


def _is_indefinite(tokens: Sentence, place: int) -> bool:
    """Whether the noun at `place` follows "a" or "an": what is "called" then has a name, no critic."""
    start = place
    while start > 0 and tokens[start].kind is Kind.NOUN:
        start -= 1
    return start < place and tokens[start].low in ("a", "an")


def _inverted(tokens: Sentence, place: int, verb: Verb, *, strict: bool) -> Cue | None:
    if verb.governs not in _INVERTING or verb.base == "tell" or verb.form is Form.ING:
        return None
    subject = subject_after(tokens, place + 1)
    if subject is None or tokens[subject.first].low in _OBLIQUE - {"it"}:
        return None
    if strict and tokens[subject.first].kind is Kind.NUMBER:
        return None
    following = tokens[subject.last + 1].kind if subject.last + 1 < len(tokens) else Kind.COMMA
    is_name = tokens[subject.head].kind is Kind.NAME
    if verb.form is Form.BASE and (verb.base != "say" or following not in (Kind.COMMA, Kind.QUOTATION)):
        return None
    if strict and not (
        (verb.base == "say" or is_name) and following in (Kind.COMMA, Kind.RELATIVE, Kind.OPEN)
    ):
        return None
    return Cue(place, verb, subject, place, subject.last, inverted=True)


def _passive(tokens: Sentence, place: int, verb: Verb, group: _Group) -> Cue | None:
    agent = _agent(tokens, place)
    if agent is not None:
        return Cue(place, verb, agent, group.first, agent.last)
    if verb.base in _IMPERSONAL:
        return Cue(place, verb, None, group.first, place)
    return None


def _agent(tokens: Sentence, place: int) -> Phrase | None:
    if place + 2 < len(tokens) and tokens[place + 1].low == "by":
        return phrase_starting_at(tokens, place + 2)
    return None


def _infinitive(tokens: Sentence, place: int, verb: Verb, group: _Group) -> Cue | None:
    """Read “Kent went on to say”: the subject is that of the verb before."""
    governing = tokens[max(0, group.first - 5) : group.first - 1]
    if not governing or any(token.low in _REFUSALS for token in governing):
        return None
    if not _has_content(tokens, place):
        return None
    subject = clause_subject(tokens, group.first - 1)
    return Cue(place, verb, subject, group.first - 1, place, shared=True) if subject else None


def _has_content(tokens: Sentence, place: int) -> bool:
    return any(
        token.kind is Kind.QUOTATION or token.low == "that" for token in tokens[place + 1 : place + 10]
    )


def _plural(tokens: Sentence, place: int, verb: Verb, group: _Group) -> Cue | None:
    subject = subject_before(tokens, group.first - 1)
    if subject is None:
        return None
    head = tokens[subject.head]
    plural = head.kind is Kind.PRONOUN and head.low in ("i", "we", "they", "you")
    plural = plural or (subject.last != subject.head and head.kind is Kind.NAME)
    plural = plural or (head.kind is Kind.NOUN and (head.low.endswith("s") or head.low in _PLURALS))
    plural = plural or head.kind in (Kind.DETERMINER, Kind.NUMBER)
    return Cue(place, verb, subject, subject.first, place) if plural else None


def _participial(tokens: Sentence, place: int, verb: Verb, earlier: Cue | None) -> Cue | None:
    before = tokens[place - 1] if place else None
    if before is not None and before.low in _ENDING:
        return None
    if before is not None and before.low == "as" and place > 1:
        return _as_saying(tokens, place, verb)
    if before is not None and before.kind in NOMINAL:
        subject = _issuer(tokens, place) or subject_before(tokens, place - 1)
        return Cue(place, verb, subject, subject.first, place) if subject else None
    if earlier is not None and earlier.subject is not None:
        return Cue(place, verb, earlier.subject, place, place, shared=True)
    subject = clause_subject(tokens, place)
    if subject is None and place <= 1:
        subject = after_comma(tokens, place, len(tokens))
    if subject is None and verb.force is Force.CITED:
        return Cue(place, verb, None, place, place)
    return Cue(place, verb, subject, place, place, shared=True) if subject else None


_ISSUED = word_set(
    "statement statements email e-mail letter message post tweet memo note release video cover"
)
_ISSUING = word_set(
    "release released releases issue issued issues send sent sends post posted posts publish published write wrote "
    "blast blasted circulate circulated revise revised tweet tweeted put made do record recorded"
)


def _issuer(tokens: Sentence, place: int) -> Phrase | None:
    """Return who issues what tells: "she released a statement saying" are her words."""
    for here in range(place - 1, max(0, place - 8), -1):
        if tokens[here].low in _ISSUING:
            issued = any(token.low in _ISSUED for token in tokens[here + 1 : place])
            return clause_subject(tokens, here + 1) if issued else None
        if tokens[here].kind is Kind.COMMA:
            return None
    return None


def _as_saying(tokens: Sentence, place: int, verb: Verb) -> Cue | None:
    """Read “was quoted as saying” and "cited her as saying": the words of the one quoted."""
    quoting = place - 2
    token = tokens[quoting]
    if token.kind is Kind.REPORTING:
        group = _group(tokens, quoting)
        subject = subject_before(tokens, group.first - 1)
        return Cue(place, verb, subject, subject.first, place) if subject else None
    verbal = next((here for here in range(quoting - 1, -1, -1) if tokens[here].kind is Kind.REPORTING), None)
    outer = subject_before(tokens, _group(tokens, verbal).first - 1) if verbal is not None else None
    first = outer.first if outer is not None else quoting
    if token.kind is Kind.PRONOUN and token.low in _OBLIQUE:
        return Cue(place, verb, Phrase(quoting, quoting, quoting), first, place)
    subject = subject_before(tokens, quoting)
    return Cue(place, verb, subject, first, place) if subject else None
