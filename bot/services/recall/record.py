"""What became of a cited passage as plain JSON values, the format of `docs/json.md`."""

from __future__ import annotations

from bot.core.store import RECEIPT_LENGTH
from bot.services.answers import Passage
from bot.services.recall.values import Recheck
from bot.services.records import Record


def recheck_record(found: Recheck) -> Record:
    """Return one passage: as it was cited, how it stands, as it was and as it is."""
    ref = found.ref
    return {
        "article": found.article,
        "start": ref.start,
        "end": ref.end,
        "hash": ref.sha256[:RECEIPT_LENGTH],
        "standing": found.standing.value,
        "loaded": found.loaded and found.loaded[:RECEIPT_LENGTH],
        "places": found.places,
        "before": _passage(found.before),
        "now": _passage(found.now),
        "gone": [list(span) for span in found.gone],
        "come": [list(span) for span in found.come],
    }


def _passage(passage: Passage | None) -> Record | None:
    if passage is None:
        return None
    article, span = passage.article, passage.span
    return {
        "article": article.id,
        "start": span.start,
        "end": span.end,
        "text": passage.text,
        "hash": article.sha256[:RECEIPT_LENGTH],
    }
