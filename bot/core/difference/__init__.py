"""What changed between two versions of one article, as its readers would notice it."""

from bot.core.difference.compare import difference
from bot.core.difference.values import Changes, DetailChange, Difference, Pair
from bot.core.difference.words import word_changes

__all__ = ["Changes", "DetailChange", "Difference", "Pair", "difference", "word_changes"]
