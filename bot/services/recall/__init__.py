"""Whether what an answer cited still stands: one passage, a typed receipt, or all posted answers after a reload."""

from bot.services.recall.posted import followed, recalled
from bot.services.recall.receipts import read_receipts
from bot.services.recall.recheck import recheck
from bot.services.recall.values import Recall, Recheck, Standing, Typed

__all__ = ["Recall", "Recheck", "Standing", "Typed", "followed", "read_receipts", "recalled", "recheck"]
