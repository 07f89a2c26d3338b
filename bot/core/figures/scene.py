"""Where and when a figure holds, only where its own clause says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from bot.core.dates import Temporal
from bot.core.names import Mention, NameKind
from bot.core.span import Span

_PLACING: Final = frozenset({"in", "at", "near", "across", "outside", "around", "throughout"})


class Places:
    """The places an article mentions, to look up by offset."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._spans = sorted(mention.span for mention in mentions if mention.kind is NameKind.PLACE)

    def of(self, figure: Span, limits: Span, sentence: Span) -> Span | None:
        """Return the place named after a figure within its `limits`, else the one that opens the sentence."""
        first = bisect_left(self._spans, Span(figure.end, figure.end))
        for span in self._spans[first : first + 3]:
            if span.end <= limits.end and self._is_placed(span, figure.end):
                return span
        opening = bisect_left(self._spans, Span(sentence.start, sentence.start))
        if opening < len(self._spans):
            span = self._spans[opening]
            if (
                span.end <= figure.start
                and self._text[sentence.start : span.start].strip().lower() in _PLACING
            ):
                return span
        return None

    def _is_placed(self, span: Span, floor: int) -> bool:
        words = self._text[max(floor, span.start - 12) : span.start].split()
        return bool(words) and words[-1].lower() in _PLACING


def when(figure: Span, limits: Span, times: Sequence[Temporal], *, leads: bool) -> Span | None:
    """Return the time told within the limits of a figure: the first one behind it, else the only one.

    A time before it counts for the first figure of its sentence only (`leads`): later it belongs to the one before.
    """
    inside = [time.span for time in times if limits.covers(time.span) and not time.span.meets(figure)]
    behind = [span for span in inside if span.start >= figure.end]
    if behind:
        return behind[0]
    return inside[0] if leads and len(inside) == 1 else None
