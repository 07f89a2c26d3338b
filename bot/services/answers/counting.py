"""What a figure counts, in the words of its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.core.facts import Figure
from bot.core.search.query import Group, Reading
from bot.core.search.rows import Row
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.tokens import tokens

CLAUSE = 9
"""Words to each side of a number within which a word belongs to it."""
ANYBODY = frozenset(["people", "persons", "person", "humans", "individuals", "ppl"])
_HUMANS = frozenset(["person", "individu", "human", "resid", "citizen", "civilian"])
"""Indexed forms of words for people in general."""

_PERSONAL = (
    "er",
    "or",
    "ist",
    "ian",
    "ee",
    "ent",
    "ant",
    "men",
    "women",
    "man",
    "woman",
    "boy",
    "girl",
    "child",
)
_GROUPS_WORDS = "police troops children staff crew kids victims pupils civilians"
_GROUPS = frozenset(_GROUPS_WORDS.split())

Stems = frozenset[str]


class Counted(NamedTuple):
    """A figure with the indexed forms of its words.

    `unit` has all words of the thing counted, `thing` the last one, `event` what befell it, `own` all of these,
    `clause` the words around.
    """

    figure: Figure
    unit: Stems
    thing: Stems
    event: Stems
    own: Stems
    clause: Stems


def counted(store: FactStore, row: Row, figures: Iterable[Figure]) -> list[Counted]:
    """Return the figures of one sentence with their words."""
    text = store.entries[row.article].article.text
    stem = store.index.lexicon.stem
    words = [(token.span, stem(token.form)) for token in tokens(text, Span(row.start, row.end))]

    def of(span: Span | None) -> Stems:
        if span is None:
            return frozenset()
        if row.start <= span.start and span.end <= row.end:
            return frozenset(form for place, form in words if span.meets(place))
        return frozenset(stem(token.form) for token in tokens(text, span))

    found = []
    for figure in figures:
        at = next((number for number, (place, _) in enumerate(words) if place.end > figure.span.start), 0)
        clause = frozenset(form for _, form in words[max(0, at - CLAUSE) : at + CLAUSE + 1])
        unit, event = of(figure.unit), of(figure.event)
        own = unit | event | of(figure.subset_of)
        found.append(Counted(figure, unit, of(_last_word(text, figure.unit)), event, own, clause))
    return found


def _last_word(text: str, unit: Span | None) -> Span | None:
    """Return the word that a unit is about: the "children" of "school children", the "members" of "members of …"."""
    if unit is None:
        return None
    words = tokens(text, unit)
    before = next((place for place, word in enumerate(words) if word.form == "of"), len(words))
    return words[before - 1].span if words and before else None


def has(group: Group, stems: Stems) -> float:
    """Return how well a word of the question is among some words, 0 to 1."""
    return max((term.weight for term in group.terms if term.form in stems), default=0.0)


def counts(heads: tuple[Group, ...], each: Counted, content: Iterable[Group], *, context: bool) -> bool:
    """Whether the thing counted is the thing asked for. People in general are any people.

    `context` says whether the sentences before name the thing; a figure without a unit may count it.
    """
    head = heads[-1]
    if head.token.form in ANYBODY:
        verbs = [group for group in content if group.token.form not in ANYBODY]
        human = each.figure.unit is None or bool(each.unit & _HUMANS)
        return human or has(head, each.unit) > 0 or any(has(group, each.own) for group in verbs)
    if any(group.reading is Reading.UNKNOWN for group in heads):
        return False
    near = has(head, each.clause) > 0
    if each.figure.unit is None:
        return (context or near) and (each.figure.event is None or _are_people(head.token.form))
    general = bool(each.unit & _HUMANS) and _are_people(head.token.form)
    return has(head, each.thing) > 0 or (general and near)


def _are_people(form: str) -> bool:
    """Whether a plural may name people: protesters, tourists, civilians, residents."""
    return form.removesuffix("s").endswith(_PERSONAL) or form in _GROUPS
