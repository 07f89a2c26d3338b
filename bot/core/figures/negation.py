"""Whether the article says that an amount is not so: "denied that 40 had died", "not one sailor was hurt"."""

from __future__ import annotations

import re
from typing import Final

from bot.core.facts import Chain, Force
from bot.core.span import Span

_REACH: Final = 120
"""Characters before a figure in which a negator can rule it."""
_CLAUSE: Final = re.compile(
    r"[;:.!?“”\"—–,()]\s?"
    r"|\b(?:and|but|or|who|which|because|although|though|while|when|where|as|after|before|since|if|until|than)\s",
    re.IGNORECASE,
)
_NEGATOR: Final = re.compile(
    r"(?<!\w)(?:not|never|nor|neither|without|\w+n[’']t|fail(?:s|ed)?\s+to|den(?:y|ies|ied|ying))(?!\w)",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"\s+(?:only|just|merely|simply|even|quite|(?:any\s+)?(?:more|fewer|less|later|longer))\b", re.IGNORECASE
)
"""After a negator these bind the amount, they do not deny it: "not only 40", "not more than 40"."""
_GIVEN: Final = re.compile(
    r"\b(?:the|its|their|his|her|our|my|these|those|of|for|in|at|from|by|over|during|within|under|all)\s+$",
    re.IGNORECASE,
)
"""Before a number these take it for granted, or make it a circumstance: "did not name the 12", "not for 3 days"."""


def negation_of(text: str, sentence: Span, figure: Span, qualifier: Span | None, chain: Chain) -> Span | None:
    """Return the word by which the article denies the amount, None where it states it.

    It is a negator in the same clause before the number (or its `qualifier`), or the verb of a source that denies.
    """
    start = min(figure.start, qualifier.start) if qualifier else figure.start
    low = max(sentence.start, start - _REACH)
    if not _GIVEN.search(text, low, start):
        begin = low
        for edge in _CLAUSE.finditer(text, low, start):
            begin = edge.end()
        found = next(_NEGATOR.finditer(text, begin, start), None)
        if found and not _BOUND.match(text, found.end()):
            return Span(*found.span())
    return next((link.cue for link in chain if link.force is Force.DENIED and link.cue), None)
