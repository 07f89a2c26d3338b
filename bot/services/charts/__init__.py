"""Charts of figures: which of them count the same thing, and the words beside the picture.

What is drawn is decided here, without anything that draws: a door without pictures shows the same as text.
"""

from bot.services.charts.describe import Description, describe, drawn_as, subject
from bot.services.charts.same import comparable
from bot.services.charts.values import Bar, Chart
from bot.services.compare import Shape

__all__ = ["Bar", "Chart", "Description", "Shape", "comparable", "describe", "drawn_as", "subject"]
