"""One question against one store: everything the rules look at, in one place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from bot.core.facts import Dated, Figure, Quote, Source
from bot.core.local import Local
from bot.core.search.index import Found
from bot.core.search.query import CHATTER_WEIGHT, Group, Query, Reading
from bot.core.search.rank import Scored
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.text.tokens import tokens
from bot.services.answers.question import Asked, read_question
from bot.services.answers.values import Answer, Fact, Hit, Passage, Refusal, RefusalCode

CONTEXT = 0.7
"""What a word of the question counts that stands in the sentences before, not in the passage itself."""
UNFOUND = 0.7
"""What a word found nowhere counts beside the rarest word found."""
SHOWN = 5
"""Passages shown at most."""
NEAREST = 3
"""Nearest passages that a refusal shows."""
SURE_SCORE = 0.3
"""Score below which no passage is given as an answer, and above which none is only the closest one."""


@dataclass(frozen=True)
class Case:
    """A question being answered. `places` are the articles searched, None for all."""

    store: FactStore
    question: str
    places: tuple[int, ...] | None
    searched: tuple[str, ...]

    @cached_property
    def asked(self) -> Asked:
        """The shape of the question."""
        return read_question(self.question[:2000])

    @cached_property
    def query(self) -> Query:
        """The words of the question as the articles have them."""
        return self.store.index.read(self.question)

    @cached_property
    def found(self) -> Found:
        """The sentences that share most with the whole question."""
        return self.find(self.query)

    @cached_property
    def content(self) -> tuple[Group, ...]:
        """The words that say what the question is about."""
        return tuple(group for group in self.query.groups if group.weight > CHATTER_WEIGHT)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Words of the question found nowhere."""
        return tuple(
            group.token.span.of(self.question)
            for group in self.query.groups
            if group.reading is Reading.UNKNOWN and group.weight >= CHATTER_WEIGHT
        )

    @cached_property
    def read_as(self) -> tuple[tuple[str, str], ...]:
        """Typed words with the words they were read as."""
        widened = ((group.token.span.of(self.question), group.read_as) for group in self.query.groups)
        return tuple((typed, read) for typed, read in widened if read)

    def find(self, query: Query, rows: Collection[int] | None = None, limit: int = 10) -> Found:
        """Search within the articles asked for."""
        return self.store.index.find(query, articles=self.places, rows=rows, limit=limit)

    def worth(self, group: Group) -> float:
        """Return how much a word of the question counts: by its rarity, a word found nowhere a little less."""
        if group.terms:
            return group.weight * self.store.index.lexicon.rarity(group.terms[0].form)
        return UNFOUND * group.weight * self.store.index.lexicon.rarity("")

    def share(self, query: Query, scored: Scored, *, context: float = CONTEXT) -> float:
        """Return how much of what a question is about a hit says, 0 to 1; words of chatter do not count."""
        total = reached = 0.0
        for group, own, near in zip(query.groups, scored.parts, scored.context, strict=True):
            if group.weight > CHATTER_WEIGHT:
                worth = self.worth(group)
                total += worth
                reached += worth * max(own, context * near)
        return reached / total if total else 0.0

    def local(self, scored: Scored) -> Local:
        """Return the facts of a hit's sentence."""
        row = self.store.index.rows[scored.row]
        return self.store.local(row.article, row.start)

    def words(self, scored: Scored) -> str:
        """Return the words of a hit."""
        row = self.store.index.rows[scored.row]
        return Span(row.start, row.end).of(self.store.entries[row.article].article.text)

    def hit(self, scored: Scored, fact: Fact | None = None, part: Span | None = None) -> Hit:
        """Return a hit to show, or `part` of its sentence."""
        row = self.store.index.rows[scored.row]
        article = self.store.entries[row.article].article
        span = part or Span(row.start, row.end)
        return Hit(Passage(article, span), round(scored.score, 6), self._highlights(article.text, span), fact)

    def _highlights(self, text: str, span: Span) -> tuple[Span, ...]:
        stem = self.store.index.lexicon.stem
        wanted = {term.form for group in self.content for term in group.terms}
        return tuple(token.span for token in tokens(text, span) if stem(token.form) in wanted)

    def answer(
        self, hits: Iterable[Hit], *, closest_only: bool = False, ask_back: tuple[str, ...] = ()
    ) -> Answer:
        """Return an answer with these hits, each passage and fact once.

        The closest passages score below `SURE_SCORE`, all that answer at least that: a score alone tells them apart.
        """
        shown = tuple(_banded(hit, closest_only=closest_only) for hit in islice(_once(hits), SHOWN))
        return Answer(self.question, shown, self.searched, self.read_as, closest_only, ask_back)

    def refuse(
        self,
        code: RefusalCode,
        reason: str,
        *,
        nearest: Iterable[Hit] | None = None,
        suggestions: tuple[str, ...] = (),
    ) -> Refusal:
        """Return a refusal; the nearest passages are those of the whole question unless given."""
        if nearest is None:
            nearest = (self.hit(scored) for scored in self.found.hits[:NEAREST])
        return Refusal(
            self.question, code, reason, self.searched, self.missing, tuple(nearest)[:NEAREST], suggestions
        )


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits without those that show the same again: a quote, or else a passage with the same fact."""
    seen: set[tuple[str, Span, Span | None]] = set()
    for hit in hits:
        fact, passage = hit.fact, hit.passage
        shown = fact.span if isinstance(fact, Quote) else passage.span
        other = (
            fact.span if isinstance(fact, Figure | Dated) else fact.name if isinstance(fact, Source) else None
        )
        key = (passage.article.id, shown, other)
        if key not in seen:
            seen.add(key)
            yield hit


def _banded(hit: Hit, *, closest_only: bool) -> Hit:
    score = SURE_SCORE * min(hit.score, 0.99) if closest_only else max(hit.score, SURE_SCORE)
    return replace(hit, score=round(score, 6))
