"""How a message stands to the articles, word by word: never whether it is true, nor who wrote it."""

from bot.services.checking.check import check
from bot.services.checking.values import Checked, Item, Kind, Reason, Verdict, Why

__all__ = ["Checked", "Item", "Kind", "Reason", "Verdict", "Why", "check"]
