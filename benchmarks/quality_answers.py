"""The whole way from a question to its reply, for the measuring tool: `quality_answers:factory`.

Where `quality_questions` measures the ranking alone, this asks as the bot does.
"""

from __future__ import annotations

from benchmarks.quality_questions import as_articles
from bot.core.extract import extract
from bot.core.store import FactStore
from bot.services.answers import Answer, ask


class System:
    """One pool of documents, asked as the bot is asked."""

    def __init__(self, documents: list[tuple[str, str]]) -> None:
        self.store = FactStore.build((article, extract(article)) for article in as_articles(documents))

    def ask(self, question: str) -> list[tuple[str, float]]:
        """Return the passages with their scores, best first; those beside a refusal score below all others."""
        reply = ask(self.store, question)
        if isinstance(reply, Answer):
            return [(hit.passage.text, hit.score) for hit in reply.hits]
        return [(hit.passage.text, hit.score - 2.0) for hit in reply.nearest]


def factory(documents: list[tuple[str, str]]) -> System:
    """Build the system over `(title, text)` documents."""
    return System(documents)
