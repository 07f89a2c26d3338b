"""How many, how much: the figures that count what is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.facts import Figure
from bot.core.search.query import Group, Query, Reading
from bot.core.search.rank import Scored
from bot.core.span import Span
from bot.core.text.tokens import tokens
from bot.core.voices import words
from bot.services.answers.case import Case
from bot.services.answers.speech import Voices, not_named, speaking
from bot.services.answers.values import Hit, RefusalCode, Reply

ENOUGH = 0.5
"""Share of the question that a figure and its sentence have to have."""
BEHIND = 0.25
"""How far behind the best figure another one still answers."""
CLAUSE = 9
"""Words to each side of a number within which a word belongs to it."""
TAKEN = 0.3
"""What remains of a word in the sentence when it belongs to another figure there."""
_HUMANS = frozenset(["people", "person", "individual", "human", "resident", "citizen", "civilian"])
_ANYBODY = frozenset(["people", "persons", "person", "humans", "individuals", "ppl"])


def how_many(case: Case) -> Reply | None:
    """Answer by the figures that count what is asked for: all of them, best first; else refuse.

    With a reporter in the question ("how many did police say …") only figures that are theirs answer.
    """
    heads = _heads(case)
    voices = speaking(case, case.asked.who)
    if case.asked.who and not voices:
        refusal = not_named(case, case.asked.who)
        if refusal:
            return refusal
    naming = {case.asked.tokens[place].form for place in (*case.asked.who, *case.asked.verb)}
    topic = case.query.without(naming) if voices else case.query
    found = sorted(
        _matching(case, topic, heads), key=lambda each: (-round(each[0], 6), each[1].passage.id, each[2].span)
    )
    theirs = [each for each in found if _by(case, each, voices)] if voices else found
    if not theirs:
        if found:
            reason = "The articles give this number, but not from the one you name."
            return case.refuse(RefusalCode.VETOED, reason, nearest=[hit for _, hit, _ in found])
        return case.refuse(RefusalCode.NO_SUCH_FACT, "The articles give no number for this.")
    best = theirs[0][0]
    return case.answer(hit for score, hit, _ in theirs if score >= best - BEHIND)


def _by(case: Case, found: tuple[float, Hit, Figure], voices: Voices) -> bool:
    """Whether one of `voices` reports the figure: in its chain, or in a statement of theirs."""
    _, hit, figure = found
    article = hit.passage.article
    place = case.store.place(article.id)
    own = [voice for at, voice in voices if at == place]
    told = {
        word
        for link in figure.chain
        for span in (link.name, link.source)
        if span
        for word in words(span.of(article.text))
    }
    return any(
        told & voice.names or any(statement.covers(figure.span) for statement in voice.statements)
        for voice in own
    )


def _heads(case: Case) -> tuple[Group, ...]:
    """Return the groups that name what is counted: "police officers"."""
    counted = [case.asked.tokens[place].form for place in case.asked.focus]
    plural = next((n for n, form in enumerate(counted) if _plural(form)), None)
    if plural is None:
        counted = counted[:-1] if len(counted) == 1 and counted[0] not in _ANYBODY else counted[:1]
    else:
        counted = counted[: plural + 1]
    return tuple(group for group in case.query.groups if group.token.form in counted and group.content)


def _plural(form: str) -> bool:
    return form in _ANYBODY | {"men", "women", "children", "police", "troops"} or (
        form.endswith("s") and not form.endswith(("ss", "us", "is"))
    )


def _matching(case: Case, topic: Query, heads: tuple[Group, ...]) -> Iterator[tuple[float, Hit, Figure]]:
    for scored in case.find(topic).hits:
        for figure in case.local(scored).figures:
            score = _match(case, topic, scored, figure, heads)
            if score >= ENOUGH:
                yield score, case.hit(scored, figure), figure


def _match(case: Case, topic: Query, scored: Scored, figure: Figure, heads: tuple[Group, ...]) -> float:
    """Return the share of the question's words that belong to the figure; 0 when it counts something else."""
    text = case.store.entries[case.store.index.rows[scored.row].article].article.text
    unit = _stems(case, text, figure.unit)
    own = unit | _stems(case, text, figure.event) | _stems(case, text, figure.subset_of)
    clause = _clause(case, text, scored, figure)
    if heads and not _counts(case, heads, unit, own, clause):
        return 0.0
    total = reached = 0.0
    others = _elsewhere(case, scored, text, figure)
    for group, whole, near in zip(topic.groups, scored.parts, scored.context, strict=True):
        if not group.content:
            continue
        worth = case.worth(group)
        total += worth
        loose = max(0.9 * _has(group, clause), 0.7 * whole, 0.4 * near, _human(group, unit))
        taken = figure.event is not None and group.token.form in others
        reached += worth * max(_has(group, own), loose * (TAKEN if taken else 1.0))
    return reached / total if total else 0.0


def _elsewhere(case: Case, scored: Scored, text: str, figure: Figure) -> frozenset[str]:
    """Return the words of the question that say what befell another figure of the same sentence."""
    events = [_stems(case, text, other.event) for other in case.local(scored).figures if other is not figure]
    return frozenset(
        group.token.form for group in case.content if any(_has(group, event) for event in events)
    )


def _counts(
    case: Case, heads: tuple[Group, ...], unit: frozenset[str], own: frozenset[str], clause: frozenset[str]
) -> bool:
    """Whether the thing counted is the thing asked for. People in general are any people."""
    head = heads[-1]
    human = not unit or bool(unit & _stem_all(case, _HUMANS))
    if head.token.form in _ANYBODY:
        verbs = [group for group in case.content if group.token.form not in _ANYBODY]
        return human or _has(head, unit) > 0 or any(_has(group, own) for group in verbs)
    if any(group.reading is Reading.UNKNOWN for group in heads):
        return False
    return _has(head, unit) > 0 or (human and _has(head, clause) > 0)


def _human(group: Group, unit: frozenset[str]) -> float:
    return 0.8 if group.token.form in _ANYBODY and unit else 0.0


def _has(group: Group, stems: frozenset[str]) -> float:
    return max((term.weight for term in group.terms if term.form in stems), default=0.0)


def _stem_all(case: Case, words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(case.store.index.lexicon.stem, words))


def _stems(case: Case, text: str, span: Span | None) -> frozenset[str]:
    if span is None:
        return frozenset()
    return frozenset(case.store.index.lexicon.stem(token.form) for token in tokens(text, span))


def _clause(case: Case, text: str, scored: Scored, figure: Figure) -> frozenset[str]:
    row = case.store.index.rows[scored.row]
    parts = tokens(text, Span(row.start, row.end))
    at = next((place for place, token in enumerate(parts) if token.span.end > figure.span.start), 0)
    near = parts[max(0, at - CLAUSE) : at + CLAUSE + 1]
    return frozenset(case.store.index.lexicon.stem(token.form) for token in near)
