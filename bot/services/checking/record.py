"""A check as plain JSON values, the format of `docs/json.md`."""

from __future__ import annotations

from bot.services.checking.values import Checked, Item, Reason
from bot.services.records import Record


def check_record(checked: Checked) -> Record:
    """Return `{"items", "left_out"}`; offsets of an item count in the message, of its `passage` in the article."""
    return {"items": [item_record(item) for item in checked.items], "left_out": checked.left_out}


def item_record(item: Item) -> Record:
    """Return one item with its verdict and reasons."""
    return {
        "start": item.span.start,
        "end": item.span.end,
        "kind": item.kind.value,
        "verdict": item.verdict.value,
        "reasons": [_reason(reason) for reason in item.reasons],
        "article": item.article.id if item.article else None,
        "passage": list(item.passage) if item.passage else None,
    }


def _reason(reason: Reason) -> Record:
    return {
        "kind": reason.why.value,
        "message": list(reason.claim) if reason.claim else None,
        "passage": list(reason.passage) if reason.passage else None,
    }
