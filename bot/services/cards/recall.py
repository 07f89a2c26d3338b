"""Cards of what became of cited passages: one that was rechecked, and all posted answers that a reload concerns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.core.span import Span
from bot.core.store import RECEIPT_LENGTH
from bot.services.answers import Passage
from bot.services.cards.receipt import link, receipt
from bot.services.cards.values import Block, Card, Cited, Role, block, card
from bot.services.recall import Recall, Recheck, Standing

_SAID = {
    Standing.UNCHANGED: "unchanged: the article is still the one that was cited",
    Standing.MOVED: "moved: the same words stand elsewhere in the article now",
    Standing.CHANGED: "changed: the article does not say this in these words any more",
    Standing.UNKNOWN_BEFORE: "not known: the article was changed, and its version of then is not kept",
    Standing.NO_SUCH_PASSAGE: "no such passage: the article that was cited has no such place",
}


def recheck_card(found: Recheck) -> Card:
    """Return the card of one passage: how it stands, then its words, as they were and as they are."""
    return card((block(Role.LEAD, _said(found)), *_shown(found)))


def _said(found: Recheck) -> str:
    if found.standing is not Standing.WITHDRAWN:
        return _SAID[found.standing]
    if found.loaded is None:
        return "withdrawn: the article is not loaded any more"
    return "withdrawn: the article has nothing like it any more"


def _shown(found: Recheck) -> Iterator[Block | None]:
    before, now = found.before, found.now
    match found.standing:
        case Standing.UNCHANGED if now:
            yield from _passage(now)
        case Standing.MOVED if before and now:
            if found.places > 1:
                where = "this one is the nearest to where they stood"
                yield block(Role.NOTE, f"they stand in {found.places} places; {where}")
            yield from _passage(now)
            yield block(Role.NOTE, "it was cited from")
            yield receipt(before.article, before.span)
        case Standing.CHANGED if before and now:
            yield block(Role.NOTE, "before")
            yield from _passage(before, found.gone, linked=False)
            yield block(Role.NOTE, "now, what is most like it")
            yield from _passage(now, found.come)
        case Standing.WITHDRAWN if before:
            yield from _passage(before, linked=False)
        case _:
            yield block(Role.NOTE, *_named(found))


def _passage(passage: Passage, strong: Iterable[Span] = (), *, linked: bool = True) -> Iterator[Block | None]:
    """Yield the words with their receipt; an article that is not loaded any more has no link that lands."""
    inside = tuple(span for span in strong if span != passage.span)
    yield block(Role.PASSAGE, Cited(passage.article, passage.span, inside))
    yield receipt(passage.article, passage.span)
    if linked:
        yield link(passage.article, passage.span)


def _named(found: Recheck) -> tuple[str, ...]:
    ref = found.ref
    cited = f"cited: {found.article}:{ref.start}-{ref.end} · {ref.sha256[:RECEIPT_LENGTH]}"
    return (cited, f" · loaded now: {found.loaded[:RECEIPT_LENGTH]}") if found.loaded else (cited,)


def correction_cards(recall: Recall) -> tuple[Card, ...]:
    """Return what is to be appended to a posted answer: the card of each passage that changed or was withdrawn."""
    return tuple(recheck_card(check) for check in recall.told)


def summary_card(recalls: Sequence[Recall]) -> Card:
    """Return the head of a summary for admins: how many answers are concerned."""
    count = len(recalls)
    cite = "posted answer cites" if count == 1 else "posted answers cite"
    return card((block(Role.LEAD, f"{count} {cite} what changed or was withdrawn"),))


def recall_line(recall: Recall) -> str:
    """Return one line of the summary, all of it the bot's own: `2 changed, 1 withdrawn · ferry`."""
    counts = Counter(check.standing for check in recall.told)
    said = ", ".join(f"{count} {standing.value.casefold()}" for standing, count in sorted(counts.items()))
    return f"{said} · {', '.join(dict.fromkeys(check.article for check in recall.told))}"
