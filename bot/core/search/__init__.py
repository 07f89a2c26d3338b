"""Finding the sentences that answer a question."""

from bot.core.search.index import Found, SearchIndex

__all__ = ["Found", "SearchIndex"]
