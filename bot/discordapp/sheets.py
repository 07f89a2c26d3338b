"""A reply laid out on sheets, one to a message: what stands above, the results, what stands below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, islice
from typing import NamedTuple

from bot.core.facts import Dated, Figure
from bot.core.span import Span
from bot.core.store import Entry, FactStore
from bot.discordapp.looks import length, shortened
from bot.discordapp.refs import HEAD_CHAIN, HEAD_UNDATED, ROOM, Ref, write_refs
from bot.services.answers import Chains, Comparison, Hit, Passage, Refusal, Reply, Timeline
from bot.services.answers.retry import Retry, retries
from bot.services.cards import (
    UNDATED,
    Block,
    Card,
    Own,
    Role,
    article_card,
    block,
    brief,
    card,
    closing,
    hit_card,
    nearest,
    numbered,
    opening,
    parts,
    who_card,
)

MOST = 1500
"""UTF-16 units of the results on one sheet: a phone's screen or two, and with what stands around them less than the
2,000 of a plain message."""
_MOST_AROUND = 230
"""The same for what stands above or below."""
MOST_SHEETS = 25
"""Sheets of one reply: the options of a select menu."""


class Kind(StrEnum):
    """What a sheet's results are to the question."""

    ANSWER = "a"
    CLOSEST = "c"
    REFUSAL = "r"
    CONTEXT = "x"
    """The paragraphs around a passage."""


class Item(NamedTuple):
    """One result on a sheet."""

    ref: Ref
    card: Card


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one message shows. `above` and `below` may have no blocks."""

    kind: Kind
    above: Card
    items: tuple[Item, ...]
    below: Card


@dataclass(frozen=True, slots=True)
class Sheets:
    """A whole reply: what stands around the results, the results sheet by sheet, and what could be asked instead."""

    kind: Kind
    above: Card
    pages: tuple[tuple[Item, ...], ...]
    below: Card
    retries: tuple[Retry, ...] = ()
    unanswered: str = ""
    """The question of a refusal."""

    def sheet(self, page: int) -> Sheet:
        """Return one sheet by its place, from 0."""
        items = self.pages[page] if self.pages else ()
        return Sheet(self.kind, self.above, items, self.below)


def reply_sheets(reply: Reply, store: FactStore, results: int, *, listed: bool = False) -> Sheets:
    """Lay out an answer or a refusal, at most `results` on a sheet.

    Passages that answer a question are alternatives and stand alone; facts that answer, and whatever is `listed`,
    stand together: two sources that count differently have to be seen side by side. What has no date begins a sheet
    of its own, under its own head.
    """
    kind = Kind.REFUSAL if isinstance(reply, Refusal) else Kind.CLOSEST if reply.closest_only else Kind.ANSWER
    hits = nearest(reply) if isinstance(reply, Refusal) else reply.hits
    together = listed or kind is Kind.REFUSAL
    undated = reply.undated if isinstance(reply, Timeline) else ()
    found = ((item, together or _is_fact(ref.hit)) for ref in _refs(reply, hits) for item in items_of(ref))
    apart = ((item, True) for hit in undated for item in items_of(Ref(hit, head=HEAD_UNDATED)))
    pages, shown = _pages((found, apart), results, store)
    above, below = opening(reply), closing(reply, store)
    if shown is not None:
        below = Card((block(Role.NOTE, _not_all((*hits, *undated), shown)), *below.blocks))
    unanswered = reply.question if kind is Kind.REFUSAL and not listed else ""
    return Sheets(kind, _bounded(above), pages, _bounded(below), retries(reply, store), unanswered)


def context_sheets(refs: Iterable[Ref], store: FactStore, results: int) -> Sheets:
    """Lay out the paragraphs around some passages, the passages themselves in bold."""
    hits = [Hit(_around(ref.hit.passage), 1.0, (ref.hit.passage.span,)) for ref in refs]
    found = ((item, True) for hit in hits for item in items_of(Ref(hit)))
    pages, shown = _pages((found,), results, store)
    below = () if shown is None else (block(Role.NOTE, _not_all(hits, shown)),)
    return Sheets(Kind.CONTEXT, card(()), pages, _bounded(Card(below)))


def article_sheets(store: FactStore, results: int) -> Sheets:
    """Lay out what is known of each article."""
    entries = store.entries
    refs = (Ref(Hit(Passage(entry.article, Span(0, 0)), 1.0), whole=True) for entry in entries)
    found = ((Item(ref, _article_card(entry)), True) for ref, entry in zip(refs, entries, strict=True))
    pages, shown = _pages((found,), results, store)
    above = () if pages else (block(Role.LEAD, "No article is loaded."),)
    note = f"The first {shown} of {len(entries)} articles; a title given as --article finds any other."
    below = () if shown is None else (block(Role.NOTE, note),)
    return Sheets(Kind.ANSWER, Card(above), pages, Card(below))


def items_of(ref: Ref) -> tuple[Item, ...]:
    """Return a result as one item, or as several where it is too long for one sheet."""
    made = parts(shortened(_card(ref)), MOST, length)
    return tuple(Item(ref._replace(part=at), part) for at, part in enumerate(made))


def item_at(ref: Ref, store: FactStore) -> Item | None:
    """Return the item that a result stands for in the store of today, None where it has fewer parts."""
    if ref.whole:
        entry = store.entry(ref.hit.passage.article.id)
        return Item(ref, _article_card(entry)) if entry else None
    found = items_of(ref._replace(part=0))
    return found[ref.part] if ref.part < len(found) else None


def above_of(kind: Kind) -> Card:
    """Return what has to stand above results of a kind where the whole reply is no longer known."""
    said = {
        Kind.CLOSEST: "The articles may not answer this. The closest passages:",
        Kind.REFUSAL: "The articles do not say this. Nearest in the articles, though it does not answer this:",
    }
    return card([block(Role.NOTE, said[kind])] if kind in said else ())


def _card(ref: Ref) -> Card:
    """Return the card of a result below its head: a sheet that is turned to shows the same head again."""
    found = hit_card(ref.hit)
    if ref.head == HEAD_CHAIN:
        return who_card(ref.hit)
    if ref.head.isdigit():
        return numbered(ref.hit, int(ref.head))
    if ref.head == HEAD_UNDATED:
        return Card((block(Role.NOTE, UNDATED), *found.blocks))
    return found


def _article_card(entry: Entry) -> Card:
    return brief(shortened(article_card(entry)))


def _refs(reply: Reply, hits: Sequence[Hit]) -> list[Ref]:
    """Return the results, those of a comparison with their numbers, those of `who` with their chains."""
    if isinstance(reply, Chains):
        return [Ref(hit, head=HEAD_CHAIN) for hit in hits]
    if not isinstance(reply, Comparison):
        return [Ref(hit) for hit in hits]
    return [Ref(hit, head=str(number)) for number, hit in enumerate(hits, 1)]


def _is_fact(hit: Hit) -> bool:
    return isinstance(hit.fact, Figure | Dated)


def _around(passage: Passage) -> Passage:
    """Return the paragraphs that a passage stands in, with one before and after where it fills them already."""
    article, span = passage.article, passage.span
    inside = [at for at, each in enumerate(article.blocks) if each.span.meets(span)]
    if not inside:
        return passage
    first, last = inside[0], inside[-1]
    if article.blocks[first].span.start >= span.start and article.blocks[last].span.end <= span.end:
        first, last = max(first - 1, 0), min(last + 1, len(article.blocks) - 1)
    whole = article.blocks[first].span.join(article.blocks[last].span)
    return replace(passage, span=whole.join(span))


def _pages(
    groups: Iterable[Iterable[tuple[Item, bool]]], results: int, store: FactStore
) -> tuple[tuple[tuple[Item, ...], ...], int | None]:
    """Return the sheets of one reply, and of how many results they show all where there are more, else None.

    Each group begins on a sheet of its own. No more is laid out than is shown: a list may have thousands.
    """
    filled = chain.from_iterable(_filled(found, results, store) for found in groups)
    made = list(islice(filled, MOST_SHEETS + 1))
    if len(made) <= MOST_SHEETS:
        return tuple(made), None
    *shown, (after, *_) = made
    begun = sum(item.ref.part == 0 for items in shown for item in items)
    return tuple(shown), begun - (after.ref.part > 0)


def _not_all(hits: Sequence[Hit], shown: int) -> str:
    """Return how much of a list is shown, and how to come to the rest."""
    if shown < len(hits) - 1:
        return f"The first {shown} of {len(hits)}; more words or a filter show the others."
    passage = hits[-1].passage
    return (
        f"These are the first {MOST_SHEETS} sheets. The command passage opens any later part by its "
        f"characters, such as {passage.article.id}:{passage.span.end - 1000}-{passage.span.end}."
    )


def _filled(found: Iterable[tuple[Item, bool]], results: int, store: FactStore) -> Iterator[tuple[Item, ...]]:
    """Yield the items sheet by sheet, as many as a control can hold.

    One that is not to stand together with others has a sheet of its own.
    """
    made: list[Item] = []
    taken = 0
    beside = True
    for item, together in found:
        size = length(item.card)
        fits = len(made) < results and taken + size <= MOST and _held([*made, item], store)
        if made and not (fits and beside and together):
            yield tuple(made)
            made, taken = [], 0
        made.append(item)
        taken += size
        beside = together
    if made:
        yield tuple(made)


def _held(items: Sequence[Item], store: FactStore) -> bool:
    """Whether the controls of a sheet can hold its results: without them it could be neither turned to nor shared."""
    return write_refs([item.ref for item in items], store, ROOM) is not None


def _bounded(around: Card) -> Card:
    """Return what stands around the results, each line of it short enough; all of it is the bot's own words."""
    return Card(tuple(_short(each) for each in around.blocks))


def _short(found: Block) -> Block:
    """Return a line whose first words are cut where it is too long; how it ends stays, such as the code of a refusal.

    Only words of the bot's own are cut: a line with an article's in it stays as it is.
    """
    own = [piece.text for piece in found.pieces if isinstance(piece, Own)]
    if len(own) < len(found.pieces) or sum(map(len, own)) <= _MOST_AROUND:
        return found
    first, *others = own
    room = _MOST_AROUND - sum(map(len, others))
    if room < 1:
        return block(found.role, f"{''.join(own)[: _MOST_AROUND - 1]}…")
    return block(found.role, f"{first[: room - 1]}…", *others)
