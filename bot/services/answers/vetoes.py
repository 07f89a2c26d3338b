"""Whether words that somebody looks up stand in a passage, or only something similar with another hard token."""

from __future__ import annotations

from typing import Final

from bot.core.alignment import ReasonKind
from bot.core.alignment.align import differences
from bot.core.alignment.elements import elements
from bot.core.alignment.placing import lay
from bot.core.text.stop_words import STOP_WORDS
from bot.services.answers.values import Answer, Refusal, RefusalCode, Reply

_SHORTEST: Final = 4
"""Words from which a look-up is a statement of its own, not a topic."""
_LIKE: Final = 0.7
"""Share of its telling words that a passage has to have at their places in order to be similar."""
_MOST: Final = 120
_NAMED: Final = {
    ReasonKind.NUMBER: "a number differs",
    ReasonKind.PAIRING: "figures are exchanged",
    ReasonKind.NEGATION: "one of them is negated",
    ReasonKind.DIRECTION: "it goes the other way",
}
"""What parts two statements whatever else they share. Names are left to the search, which forgives typing slips."""


def apart(reply: Reply) -> Reply:
    """Return the reply; where its best passage is only similar to the words looked up, a refusal that says so."""
    if not isinstance(reply, Answer) or not reply.hits:
        return reply
    fact = reply.hits[0].fact
    span = getattr(fact, "span", reply.hits[0].passage.span)
    differs = difference(reply.question, span.of(reply.hits[0].passage.article.text))
    if differs is None:
        return reply
    reason = f"The articles have something similar, but {differs}: it is not the same statement."
    return Refusal(reply.question, RefusalCode.VETOED, reason, reply.searched, nearest=reply.hits[:3])


def difference(words: str, text: str) -> str | None:
    """Return what parts a statement from a similar passage; None where they are the same, or not alike at all."""
    said, stands = elements(words)[:_MOST], elements(text)[:_MOST]
    if len(said) < _SHORTEST or not stands:
        return None
    placed = lay(said, stands)
    equal = {
        pair.ours
        for pair in placed.pairs
        if pair.ours is not None
        and pair.theirs is not None
        and said[pair.ours].key == stands[pair.theirs].key
    }
    telling = {at for at, each in enumerate(said) if each.key not in STOP_WORDS}
    if len(telling & equal) < _LIKE * len(telling) or not telling:
        return None
    found = differences(said, stands, placed.pairs, (words, text))
    return next((_NAMED[reason.kind] for reason in found if reason.kind in _NAMED), None)
