"""Whether a passage or a number belongs to what is asked about, and not to something else that looks alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bot.core.article import Article, BlockKind
from bot.core.search.query import Group, Query
from bot.core.search.rank import Scored
from bot.core.search.wordforms import LEMMAS
from bot.core.text.tokens import tokens
from bot.services.answers.case import Case
from bot.services.answers.counting import ANYBODY, Counted, counted, has

OPENING = 4
"""Blocks of prose, besides the title and headings, that say what an article is about."""
_SHOWN = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def elsewhere(case: Case, topic: Query, scored: Scored, things: Collection[Group]) -> bool:
    """Whether a hit speaks of another event than the question, of all the articles searched.

    A word that says which event is meant ("in the fire"), other than the `things` counted and what befell them,
    stands neither near the hit nor where its article says what it is about.
    """
    if len(case.searched) == 1:
        return False
    missing = [
        group
        for group, own, near in zip(topic.groups, scored.parts, scored.context, strict=True)
        if group.content and not own and not near and group not in things and not _is_besides(group)
    ]
    return bool(missing) and not all(told_at_first(case, scored, missing))


def told_at_first(case: Case, scored: Scored, groups: Iterable[Group]) -> list[bool]:
    """Return for each word of the question whether the hit's article has it where it says what it is about."""
    article = case.store.entries[case.store.index.rows[scored.row].article].article
    stem = case.store.index.lexicon.stem
    about = {stem(token.form) for token in tokens(_opening(article))}
    return [any(term.form in about for term in group.terms) for group in groups]


def other_figure(case: Case, scored: Scored) -> bool:
    """Whether a number of the question is, in this sentence, that of another deed.

    "353 injured and 12 killed" does not say that 353 were killed.
    """
    numbers = {_value(case.asked.tokens[place].form) for place in case.asked.numbers}
    if not numbers:
        return False
    found = counted(case.store, case.store.index.rows[scored.row], case.local(scored).figures)
    deeds = [group for group in case.content if _is_deed(group)]
    return any(
        _another_has(deeds, each, found) for each in found if each.event and f"{each.figure.low:g}" in numbers
    )


def _another_has(deeds: Collection[Group], mine: Counted, found: Collection[Counted]) -> bool:
    """Whether a deed asked about befell what another figure counts, and not what this one does."""
    return any(
        has(deed, other.event) > has(deed, mine.event) and not has(deed, mine.own)
        for deed in deeds
        for other in found
        if other is not mine
    )


def _is_besides(group: Group) -> bool:
    return _is_deed(group) or group.token.form in ANYBODY


def _is_deed(group: Group) -> bool:
    return group.token.form.endswith("ed") or group.token.form in LEMMAS


def _value(form: str) -> str:
    try:
        return f"{float(form.replace(',', '')):g}"
    except ValueError:
        return form


def _opening(article: Article) -> str:
    prose = [block for block in article.blocks if block.kind is BlockKind.PROSE][:OPENING]
    shown = [block for block in article.blocks if block.kind in _SHOWN]
    return "\n".join(block.span.of(article.text) for block in (*shown, *prose))
