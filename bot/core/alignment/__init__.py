"""How a claim stands to a passage, word by word: hard tokens decide, never a fuzzy score."""

from bot.core.alignment.align import align
from bot.core.alignment.model import Alignment, Likeness, Reason, ReasonKind

__all__ = ["Alignment", "Likeness", "Reason", "ReasonKind", "align"]
