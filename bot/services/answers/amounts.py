"""How many, how much: the figures that count what is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.core.article import BlockKind
from bot.core.dates.lexicon import WEEKDAYS
from bot.core.facts import Figure
from bot.core.search.query import Group, Query
from bot.core.search.rank import Scored
from bot.core.search.wordforms import LEMMAS
from bot.core.span import Span
from bot.core.voices import words
from bot.services.answers.belonging import elsewhere, told_at_first
from bot.services.answers.case import Case
from bot.services.answers.counting import ANYBODY, Counted, counted, counts, has
from bot.services.answers.question import Asked
from bot.services.answers.speech import Voices, not_named, speaking
from bot.services.answers.values import Hit, RefusalCode, Reply

ENOUGH = 0.5
"""Share of the question that a figure and its sentence have to have."""
SURE = 0.4
"""The same where the figure counts just what is asked for."""
DEED = 0.2
"""Share of what is said about the thing counted that has to be there."""
BEHIND = 0.25
"""How far behind the best figure another one still answers."""
VAGUE = 0.1
"""What a vague amount loses beside a number."""
TAKEN = 0.3
"""What remains of a word in the sentence when it belongs to another figure there."""

_DAYS = frozenset(day.lower() for day in WEEKDAYS)
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


class _Found(NamedTuple):
    """A figure with its share of the question and the passage to show; `whole` when that has all of the question."""

    share: float
    hit: Hit
    figure: Figure
    whole: bool

    @property
    def article(self) -> str:
        return self.hit.passage.article.id

    @property
    def headline(self) -> bool:
        block = self.hit.passage.article.block_at(self.hit.passage.span.start)
        return block is not None and block.kind in _HEADINGS


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
    counting = _Counting(case, topic, heads)
    found = sorted(counting.figures(), key=_rank)
    theirs = [each for each in found if _by(case, each, voices)] if voices else found
    if not theirs:
        if found:
            reason = "The articles give this number, but not from the one you name."
            return case.refuse(RefusalCode.VETOED, reason, nearest=[each.hit for each in found])
        return case.refuse(RefusalCode.NO_SUCH_FACT, "The articles give no number for this.")
    return case.answer(each.hit for each in _prose_first(theirs))


def _prose_first(found: Sequence[_Found]) -> list[_Found]:
    """Return the figures that answer, of each article those of its prose before those of its headings.

    A heading repeats the prose in short: with the same number it adds nothing. A figure well behind the best
    answers only where it is its article's first and its passage has all of the question, in other words.
    """
    enough = max(each.share for each in found) - BEHIND
    first: dict[str, _Found] = {}
    for each in found:
        if not each.headline:
            first.setdefault(each.article, each)
    close = [
        each for each in found if each.share >= enough or (each.whole and each is first.get(each.article))
    ]
    prose = {each.article for each in close if not each.headline}
    told = {(each.article, each.figure.low, each.figure.high) for each in close if not each.headline}
    fresh = [
        each
        for each in close
        if not each.headline or (each.article, each.figure.low, each.figure.high) not in told
    ]
    return sorted(fresh, key=lambda each: each.headline and each.article in prose)


def _rank(each: _Found) -> tuple[float, str, Span]:
    """Order by share; "thousands" stands behind a number that says as much."""
    return -round(each.share - VAGUE * each.figure.vague, 6), each.hit.passage.id, each.figure.span


def _by(case: Case, found: _Found, voices: Voices) -> bool:
    """Whether one of `voices` reports the figure: in its chain, or in a statement of theirs."""
    figure, article = found.figure, found.hit.passage.article
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
        followed = _followed(case.asked)
        if not followed:  # "how many died": no verb follows, so this is one
            counted = counted[:-1] if len(counted) == 1 and counted[0] not in ANYBODY else counted[:1]
    else:
        counted = counted[: plural + 1]
    return tuple(
        group
        for group in case.query.groups
        if group.token.form in counted and (group.content or group.token.form in ANYBODY)
    )


def _followed(asked: Asked) -> bool:
    """Whether a verb may follow what is counted; "according to" is none."""
    after = asked.focus[-1] + 1 if asked.focus else len(asked.tokens)
    return after < len(asked.tokens) and asked.tokens[after].form != "according"


def _plural(form: str) -> bool:
    return form in ANYBODY | {"men", "women", "children", "police", "troops"} or (
        form.endswith("s") and not form.endswith(("ss", "us", "is"))
    )


@dataclass(frozen=True)
class _Counting:
    """The figures that count `heads`, and what `topic` says about them."""

    case: Case
    topic: Query
    heads: tuple[Group, ...]

    def figures(self) -> Iterator[_Found]:
        """Yield each figure that answers, with its share of the question."""
        case = self.case
        for scored in case.find(self.topic).hits:
            figures = case.local(scored).figures
            found = counted(case.store, case.store.index.rows[scored.row], figures) if figures else []
            told = [
                frozenset(_form(group) for group in case.content if has(group, each.own)) for each in found
            ]
            for place, each in enumerate(found):
                others = frozenset().union(*told[:place], *told[place + 1 :])
                if self._answers(scored, each, others):
                    share, hit = self._share(scored, each, others), case.hit(scored, each.figure)
                    yield _Found(share, hit, each.figure, self._whole(scored))

    def _answers(self, scored: Scored, each: Counted, others: frozenset[str]) -> bool:
        """Whether a figure counts the thing and enough of the question is said of it."""
        if self.heads and not counts(self.heads, each, self.case.content, context=self._context(scored)):
            return False
        if (each.figure.negated is not None) != self.case.asked.negated:
            return False
        if self._another_day(scored) or elsewhere(self.case, self.topic, scored, self.heads):
            return False
        if (each.event or not self.heads) and self._another_deed(scored, each):
            return False
        sure = bool(self.heads) and has(self.heads[-1], each.thing) == 1
        if self._share(scored, each, others) < (SURE if sure else ENOUGH):
            return False
        counted_too = frozenset(map(_form, self.heads)) | ANYBODY
        deeds = any(group.content and _form(group) not in counted_too for group in self.topic.groups)
        return not (self.heads and deeds) or self._share(scored, each, others, counted_too) >= DEED

    def _another_day(self, scored: Scored) -> bool:
        """Whether the sentence speaks of days of the week, but of none that the question names."""
        days = {token.form for token in self.case.asked.tokens} & _DAYS
        told = (
            {word.strip('.,;:)”"').lower() for word in self.case.words(scored).split()} & _DAYS
            if days
            else set()
        )
        return bool(told) and not days & told

    def _whole(self, scored: Scored) -> bool:
        """Whether the sentence and those before have every word of the question that says what it is about."""
        groups = zip(self.topic.groups, scored.parts, scored.context, strict=True)
        return all(own or near for group, own, near in groups if group.content)

    def _another_deed(self, scored: Scored, each: Counted) -> bool:
        """Whether the question has verbs ("injured") of which the sentence has none, while the figure has its own."""
        verbs = [
            max(has(group, each.own), whole)
            for group, whole in zip(self.topic.groups, scored.parts, strict=True)
            if group.content
            and (_form(group).endswith("ed") or _form(group) in LEMMAS)
            and group not in self.heads
        ]
        return bool(verbs) and not any(verbs)

    def _share(
        self, scored: Scored, each: Counted, others: frozenset[str], besides: frozenset[str] = frozenset()
    ) -> float:
        """Return the share of the question's words (`besides` some) that belong to the figure.

        A word that belongs to a figure beside it (`others`) counts little.
        """
        total = reached = 0.0
        named = self._named_at_first(scored)
        for group, whole, close in zip(self.topic.groups, scored.parts, scored.context, strict=True):
            form = _form(group)
            near = max(close, float(form in named))
            if group.content and form not in besides:
                worth = self.case.worth(group)
                total += worth
                human = 0.8 if form in ANYBODY and (each.unit or each.event) else 0.0
                loose = max(0.9 * has(group, each.clause), 0.7 * whole, 0.4 * near, human)
                reached += worth * max(has(group, each.own), loose * (TAKEN if form in others else 1.0))
        return reached / total if total else 0.0

    def _named_at_first(self, scored: Scored) -> frozenset[str]:
        """Return the names of the question that the article names where it says what it is about."""
        names = {self.case.asked.tokens[place].form for place in self.case.asked.names}
        groups = [group for group in self.topic.groups if _form(group) in names] if names else []
        told = told_at_first(self.case, scored, groups) if groups else []
        return frozenset(_form(group) for group, there in zip(groups, told, strict=True) if there)

    def _context(self, scored: Scored) -> bool:
        """Whether the sentences before name the thing: "how many panes" – "In the hall, 212"."""
        groups = zip(self.topic.groups, scored.context, strict=True)
        return any(near > 0 for group, near in groups if group == self.heads[-1])


def _form(group: Group) -> str:
    return group.token.form
