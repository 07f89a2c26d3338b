"""What can be asked, as a value: one command with its words and filters, answered in one call."""

from __future__ import annotations

from typing import NamedTuple

from bot.core.store import FactStore
from bot.services import answers
from bot.services.answers import Reply

COMMANDS = ("ask", "quote", "figures", "sources", "passage", "timeline")
EVERY_KIND = "all"


class Request(NamedTuple):
    """A command with its words; filters are None where none was given. `kind` may be `all`."""

    command: str
    words: str = ""
    article: str | None = None
    speaker: str | None = None
    kind: str | None = None

    @property
    def listed(self) -> bool:
        """Whether it lists facts instead of answering a question."""
        return self.command != "ask"

    def answer(self, store: FactStore) -> Reply:
        """Answer from `store`. Raises ValueError for a command that is none of `COMMANDS`."""
        every = self.kind == EVERY_KIND
        kind = None if every else self.kind
        match self.command:
            case "ask":
                return answers.ask(store, self.words, article=self.article)
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
            case "timeline":
                return answers.timeline(store, self.words, article=self.article)
        raise ValueError(f"no command {self.command}")
