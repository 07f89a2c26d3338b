"""Receipts as people copy them from an answer, back into passages."""

from __future__ import annotations

import re

from bot.core.store import RECEIPT_LENGTH
from bot.services.database import Ref
from bot.services.recall.values import Typed

_RECEIPT = re.compile(
    r"(?<![^\s(\[`*_~>])(?P<article>[^\W_](?:[^\s:#`·]{0,199}))[:#](?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})"
    rf"[`*_~]*\s*·\s*[`*_~]*(?P<hash>[0-9a-f]{{{RECEIPT_LENGTH},64}})(?![0-9a-z])",
    re.IGNORECASE,
)
"""`fiction-quay-fire-radio:942-1043 · d4206496`, with a whole hash, too, and with the marks of a copy from Discord."""


def read_receipts(text: str) -> tuple[Typed, ...] | None:
    """Return the receipts in `text`, each once, in its order; None if there is none with a passage and a hash."""
    found = (
        Typed(each["article"], Ref(each["hash"].lower(), int(each["start"]), int(each["end"])))
        for each in _RECEIPT.finditer(text)
    )
    read = tuple(dict.fromkeys(each for each in found if each.ref.start < each.ref.end))
    return read or None
