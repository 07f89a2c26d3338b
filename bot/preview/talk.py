"""What the members of the simulated server say: a short talk about whatever articles are loaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.facts import QuoteKind
from bot.core.store import FactStore
from bot.services.answers import Answer, Hit
from bot.services.charts import comparable
from bot.services.requests import Request
from bot.services.visible import one_line
from bot.services.vocabulary import vocabulary

_TRIED = 60
"""Things counted that are looked at: more would be felt at the start where an archive is loaded."""
_SHORTEST, _LONGEST = 20, 120
"""Characters of a quotation that somebody would repeat in a chat."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What is asked about, each None where the articles have nothing of the kind.

    `counted` is something that figures count, if possible one that several count the same way; `drawn` is whether they
    do, so that there is a chart. `speaker` is a name, `said` the words of a quotation of somebody else.
    """

    counted: str | None = None
    drawn: bool = False
    speaker: str | None = None
    said: str | None = None


def talk_about(store: FactStore) -> Talk:
    """Choose what to talk about: what fits on one screen, the same at each start."""
    counted, drawn = _counted(store)
    spoken = [(by, words) for by, words in _spoken(store) if _SHORTEST <= len(words) <= _LONGEST]
    speaker = next((by for by, _ in spoken if _is_name(by)), None)
    said = next((words for by, words in spoken if by != speaker), None)
    return Talk(counted, drawn, speaker, said)


def _counted(store: FactStore) -> tuple[str | None, bool]:
    """Return what the shortest list of comparable figures counts; without one, what any figure counts."""
    names = vocabulary(store).counted[:_TRIED]
    drawable = [(len(hits), name) for name in names if comparable(hits := _hits(store, "figures", name))]
    return (min(drawable)[1], True) if drawable else (next(iter(names), None), False)


def _spoken(store: FactStore) -> Iterator[tuple[str, str]]:
    """Yield who is quoted directly, empty where it is not said, and the words."""
    for article, facts in store.entries:
        for quote in facts.quotes:
            if quote.kind is QuoteKind.DIRECT:
                by = quote.speaker.best.of(article.text) if quote.speaker else ""
                yield one_line(by), one_line(quote.span.of(article.text)).rstrip(",. ")


def _is_name(words: str) -> bool:
    """Whether it is one such as "Ada Brandt", and no "she" or "the mayor"."""
    return " " in words and all(word[0].isupper() for word in words.split())


def _hits(store: FactStore, command: str, words: str) -> tuple[Hit, ...]:
    reply = Request(command, words).answer(store)
    return reply.hits if isinstance(reply, Answer) else ()
