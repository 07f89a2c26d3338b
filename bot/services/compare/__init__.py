"""Figures beside each other: what each counts, of which days, its interval, and how two of them stand."""

from bot.services.compare.intervals import Interval, digits, ends, exclude, interval
from bot.services.compare.matter import Openings
from bot.services.compare.relation import Measured, Relation, Rules, Stand
from bot.services.compare.reporter import named_reporter
from bot.services.compare.shape import Shape
from bot.services.compare.thing import Thing, thing_counted
from bot.services.compare.times import Days, days_of

__all__ = [
    "Days",
    "Interval",
    "Measured",
    "Openings",
    "Relation",
    "Rules",
    "Shape",
    "Stand",
    "Thing",
    "days_of",
    "digits",
    "ends",
    "exclude",
    "interval",
    "named_reporter",
    "thing_counted",
]
