"""What can be asked, as a value: one command with its words and filters, answered in one call."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from bot.core.store import FactStore
from bot.services import answers
from bot.services.answers import Reply

COMMANDS = ("ask", "quote", "figures", "sources", "passage", "timeline", "compare", "who")
EVERY_KIND = "all"


class _Answering(Protocol):
    def __call__(self, store: FactStore, words: str, /, *, article: str | None = None) -> Reply: ...


_PLAIN: Mapping[str, _Answering] = MappingProxyType(
    {"ask": answers.ask, "timeline": answers.timeline, "compare": answers.compare, "who": answers.who}
)
"""Commands that take words and an article, and nothing else."""


class Request(NamedTuple):
    """A command with its words; filters are None where none was given.

    `everything` asks for what is left out otherwise, as does `all` for `kind`.
    """

    command: str
    words: str = ""
    article: str | None = None
    speaker: str | None = None
    kind: str | None = None
    everything: bool = False

    @property
    def listed(self) -> bool:
        """Whether it lists facts instead of answering a question."""
        return self.command != "ask"

    def answer(self, store: FactStore) -> Reply:
        """Answer from `store`. Raises ValueError for a command that is none of `COMMANDS`."""
        if self.command in _PLAIN:
            return _PLAIN[self.command](store, self.words, article=self.article)
        kind = None if self.kind == EVERY_KIND else self.kind
        every = self.everything or self.kind == EVERY_KIND
        match self.command:
            case "quote":
                return answers.quote(
                    store, self.words, speaker=self.speaker, kind=kind, article=self.article, all=every
                )
            case "figures":
                return answers.figures(store, self.words, article=self.article, all=every)
            case "sources":
                return answers.sources(store, self.words, kind=kind, article=self.article, all=every)
            case "passage":
                return answers.passage(store, self.words)
        raise ValueError(f"no command {self.command}")
