"""Cards about the seeds: what changed, what was kept back, what would go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from bot.core.difference import Difference
from bot.core.store import Entry
from bot.services.cards import Block, Card, Role, article_card, block, card
from bot.services.cards.changes import change_cards
from bot.services.library import Prepared
from bot.services.seeds import Fault, slug
from bot.services.shelf import Shelf

_MOST_IN_FULL = 10
"""Changed articles up to which each passage is shown; of more there is one line each."""


def changed_cards(found: Sequence[Difference]) -> tuple[Card, ...]:
    """Return what changed in each article."""
    full = len(found) <= _MOST_IN_FULL
    return tuple(
        shown for each in found for shown in (change_cards(each) if full else change_cards(each)[:1])
    )


def unchanged_card(shelf: Shelf) -> Card:
    """Return what there is to say where nothing changed."""
    count = len(shelf.store.entries)
    return card((block(Role.LEAD, f"nothing changed · {count} article{'s' * (count != 1)} loaded"),))


def fault_cards(prepared: Prepared, of: Iterable[str] | None = None) -> tuple[Card, ...]:
    """Return a card for each file with faults, of all or of some: what became of it, and the faults."""
    wanted = None if of is None else frozenset(of)
    faults = [fault for fault in prepared.after.report.faults if wanted is None or fault.path in wanted]
    paths = [fault.path for fault in faults if wanted is not None or fault.is_error]
    return tuple(
        _fault_card(prepared.after, path, [fault for fault in faults if fault.path == path])
        for path in dict.fromkeys(paths)
    )


def _fault_card(shelf: Shelf, path: str, faults: Sequence[Fault]) -> Card:
    name = PurePath(path).name
    if path in shelf.behind:
        said = f"[{slug(path)}] kept its previous version, for {name} has faults"
    elif path in shelf.loaded:
        said = f"[{slug(path)}] was taken; somebody should look at {name}"
    else:
        said = f"{name} was left out"
    return card((block(Role.LEAD, said), *(block(Role.NOTE, fault.sentence()) for fault in faults)))


def listed_cards(shelf: Shelf) -> tuple[Card, ...]:
    """Return the cards of all articles."""
    return tuple(article_card(entry) for entry in shelf.store.entries)


def shown_cards(shelf: Shelf, entry: Entry) -> tuple[Card, ...]:
    """Return one article, its file, and the faults of that."""
    path = shelf.path_of(entry.article.id)
    if path is None:
        return (article_card(entry),)
    faults = [fault for fault in shelf.report.faults if fault.path == path]
    about = card((block(Role.NOTE, f"file: {PurePath(path).name}"),))
    return (article_card(entry), about, *((_fault_card(shelf, path, faults),) if faults else ()))


def removal_cards(article: str, entry: Entry | None, bindings: int, posted: int) -> tuple[Card, ...]:
    """Return what would go with an article."""
    return (*((article_card(entry),) if entry else ()), card(_would_go(article, entry, bindings, posted)))


def _would_go(article: str, entry: Entry | None, bindings: int, posted: int) -> Iterator[Block]:
    yield block(Role.LEAD, f"this would remove [{article}]")
    facts = entry.facts if entry else None
    counts = Counter(
        {
            "quotes": len(facts.quotes) if facts else 0,
            "figures": len(facts.figures) if facts else 0,
            "sources": len(facts.sources) if facts else 0,
            "dates": len(facts.dates) if facts else 0,
        }
    )
    yield block(Role.NOTE, ", ".join(f"{name}: {count}" for name, count in counts.items()))
    yield block(Role.NOTE, f"bindings that name it: {bindings}")
    yield block(Role.NOTE, f"posted answers that cite it: {posted}")


def counts_of(found: Iterable[Difference]) -> tuple[int, int, int]:
    """Return how many facts were added, removed and changed."""
    added = removed = changed = 0
    for each in found:
        for kind in (each.quotes, each.figures, each.sources):
            added += len(kind.come)
            removed += len(kind.gone)
            changed += len(kind.changed)
        changed += len(each.reporters)
    return added, removed, changed
