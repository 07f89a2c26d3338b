"""Cards of replies: the hits best first, what was read into the question, or why there is no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.article import Article
from bot.core.facts import Dated, Figure, Quote
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.answers import Answer, Chains, Comparison, Hit, Refusal, Reply, Timeline
from bot.services.cards.compare import comparison_head, comparison_notes, comparison_rows
from bot.services.cards.figures import date_card, figure_card
from bot.services.cards.passages import passage_card
from bot.services.cards.quotes import post_line, quote_card, source_card
from bot.services.cards.receipt import detail
from bot.services.cards.values import Block, Card, Role, block, card
from bot.services.cards.who import who_card

_MOST_NAMED = 5
"""Articles named in "searched"; of the rest the number is given."""
_MOST_WORDS = 8
"""Words of the question that a note repeats; of the rest the number is given."""
UNDATED = "Without a date in their own words:"
"""The head of what a timeline lists apart."""
_FEW = 2
"""Articles that a single line names."""


def reply_cards(reply: Reply, store: FactStore, most: int | None = None) -> Iterator[Card]:
    """Yield the cards of an answer or a refusal, in the order in which they are to be read.

    `most` is the number of hits shown; how many more there are is said.
    """
    if isinstance(reply, Answer):
        yield from _answer(reply, len(reply.hits) if most is None else most)
    else:
        yield from _refusal(reply, store)


def hit_card(hit: Hit) -> Card:
    """Return the card of one hit: the fact that answers by itself where there is one, else the passage."""
    article, span = hit.passage.article, hit.passage.span
    if isinstance(hit.fact, Quote):
        return quote_card(article, hit.fact)
    if isinstance(hit.fact, Figure):
        return figure_card(article, hit.fact, span)
    if isinstance(hit.fact, Dated):
        return date_card(article, hit.fact, span)
    if hit.fact is not None:
        return source_card(article, hit.fact)
    found = passage_card(article, span, hit.highlights)
    published = _written_by(article, span)
    return Card((*found.blocks[:1], published, *found.blocks[1:])) if published else found


def opening(reply: Reply) -> Card:
    """Return what has to be read before any hit: that these are the closest passages only, or why there is no answer.

    It has no blocks where the hits answer.
    """
    if isinstance(reply, Comparison):
        return card(comparison_head(reply))
    return card(_closest(reply) if isinstance(reply, Answer) else (*_why(reply), *_nearest_follow(reply)))


def closing(reply: Reply, store: FactStore) -> Card:
    """Return what stands below the hits: what was read into the question, and what was searched."""
    if not isinstance(reply, Answer):
        return card([_searched_for(reply, store)])
    notes = comparison_notes(reply) if isinstance(reply, Comparison) else ()
    return card((*notes, *_read_into(reply), block(Role.RECEIPT, _searched_briefly(reply.searched, store))))


def numbered(hit: Hit, number: int) -> Card:
    """Return the card of one hit below its number in a comparison."""
    return Card((block(Role.NOTE, f"Figure {number}"), *hit_card(hit).blocks))


def _compared(found: Comparison) -> Iterator[Card]:
    """Yield the table, each figure with its passage and receipt, and the notes: all of them, for the table names all."""
    yield card((*comparison_head(found), *comparison_rows(found)))
    yield from (numbered(hit, number) for number, hit in enumerate(found.hits, 1))
    notes = card((*comparison_notes(found), *_read_into(found)))
    if notes.blocks:
        yield notes


def _answer(answer: Answer, most: int) -> Iterator[Card]:
    if isinstance(answer, Comparison):
        yield from _compared(answer)
        return
    first = card(_closest(answer))
    if first.blocks:
        yield first
    shown = who_card if isinstance(answer, Chains) else hit_card
    yield from map(shown, answer.hits[:most])
    undated = answer.undated if isinstance(answer, Timeline) else ()
    if undated:
        yield card((block(Role.NOTE, UNDATED),))
        yield from (hit_card(hit) for hit in undated[:most])
    more = max(len(answer.hits) - most, 0) + max(len(undated) - most, 0)
    hidden = (block(Role.NOTE, f"And {more} more; --all shows every one."),) if more > 0 else ()
    notes = card((*hidden, *_read_into(answer)))
    if notes.blocks:
        yield notes


def _closest(answer: Answer) -> Iterator[Block]:
    if answer.closest_only:
        yield block(Role.NOTE, "The articles may not answer this. The closest passages:")


def _read_into(answer: Answer) -> Iterator[Block]:
    if answer.ask_back:
        yield block(
            Role.NOTE, f"Several fit almost equally. Which one do you mean: {' or '.join(answer.ask_back)}?"
        )
    if answer.read_as:
        pairs = [f"“{typed}” as “{read}”" for typed, read in answer.read_as]
        yield block(Role.NOTE, f"Read {_some(pairs)}.")


def _refusal(refusal: Refusal, store: FactStore) -> Iterator[Card]:
    yield card((*_why(refusal), _searched_for(refusal, store)))
    if refusal.nearest:
        yield card(_nearest_follow(refusal))
        yield from (hit_card(hit) for hit in nearest(refusal))


def nearest(refusal: Refusal) -> tuple[Hit, ...]:
    """Return the nearest passages without facts: a fact put first would look like the answer that was just refused."""
    return tuple(replace(hit, fact=None) for hit in refusal.nearest)


def _why(refusal: Refusal) -> Iterator[Block]:
    yield block(Role.LEAD, refusal.reason)
    unsaid = [word for word in refusal.missing if word not in refusal.reason]
    if unsaid:
        yield block(Role.NOTE, f"Found in no article: {_some([f'“{word}”' for word in unsaid])}.")
    if refusal.suggestions:
        yield block(Role.NOTE, f"Did you mean {' or '.join(refusal.suggestions)}?")


def _searched_for(refusal: Refusal, store: FactStore) -> Block:
    return block(Role.RECEIPT, _searched(refusal.searched, store), f" · {refusal.code.value}")


def _nearest_follow(refusal: Refusal) -> Iterator[Block]:
    if refusal.nearest:
        yield block(Role.NOTE, "Nearest in the articles, though it does not answer this:")


def _some(found: list[str]) -> str:
    others = len(found) - _MOST_WORDS
    return ", ".join(found[:_MOST_WORDS]) + (f" and {others} more" if others > 0 else "")


def _searched_briefly(ids: tuple[str, ...], store: FactStore) -> str:
    if len(ids) <= _FEW:
        return _searched(ids, store)
    dates = [
        entry.article.published.value[:10]
        for entry in map(store.entry, ids)
        if entry and entry.article.published
    ]
    newest = f", the newest of {max(dates)}" if dates else ""
    return f"searched: {len(ids)} articles{newest}"


def _searched(ids: tuple[str, ...], store: FactStore) -> str:
    if not ids:
        return "searched: no article"
    named = ", ".join(_dated(name, store) for name in ids[:_MOST_NAMED])
    others = len(ids) - _MOST_NAMED
    return f"searched: {named}" + (f" and {others} more" if others > 0 else "")


def _dated(name: str, store: FactStore) -> str:
    entry = store.entry(name)
    published = entry.article.published if entry else None
    return f"{name} ({published.value[:10]})" if published else name


def _written_by(article: Article, span: Span) -> Block | None:
    """Return who wrote the passage: the author of a post inside it, else the article's."""
    post = next((post for post in article.posts if post.text.covers(span)), None)
    return post_line(article, post) if post else _published(article)


def _published(article: Article) -> Block | None:
    known = [found for found in (article.outlet, article.author, article.published) if found is not None]
    if not known:
        return None
    first, *others = (detail(article, found) for found in known)
    return block(Role.WHO, "in ", first, *(piece for other in others for piece in (", ", other)))
