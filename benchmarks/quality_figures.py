"""Adapter that lets a measuring tool call the figures: `extract(text) -> list of dicts`."""

from __future__ import annotations

from typing import Any

from bot.core.article import Article, Block, BlockKind
from bot.core.facts import Bound
from bot.core.figures import find_figures
from bot.core.span import Span


def extract(text: str) -> list[dict[str, Any]]:
    """Return the figures of one sentence, with offsets into it."""
    whole = Span(0, len(text))
    article = Article("sentence", text, "", (Block(whole, BlockKind.PROSE, 1),), (whole,) if text else ())
    return [
        {
            "start": figure.span.start,
            "end": figure.span.end,
            "value": figure.low if figure.low == figure.high else (figure.low, figure.high),
            "vague": figure.vague,
            "unit": figure.unit_name if figure.unit is None else figure.unit.of(text),
            "qualifier": figure.qualifier.of(text)
            if figure.qualifier and figure.bound is not Bound.EXACT
            else None,
        }
        for figure in find_figures(article)
    ]
