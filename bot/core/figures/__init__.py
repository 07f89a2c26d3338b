"""Amounts with their bound, thing counted, event, place, time and reporter."""

from bot.core.figures.find import find_figures

__all__ = ["find_figures"]
