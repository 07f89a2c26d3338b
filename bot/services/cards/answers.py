"""Cards of replies: the hits best first, what was read into the question, or why there is no answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.core.article import Article
from bot.core.facts import Dated, Figure, Quote
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.answers import Answer, Hit, Refusal, Reply
from bot.services.cards.figures import date_card, figure_card
from bot.services.cards.passages import passage_card
from bot.services.cards.quotes import post_line, quote_card, source_card
from bot.services.cards.receipt import detail
from bot.services.cards.values import Block, Card, Role, block, card

_MOST_NAMED = 5
"""Articles named in "searched"; of the rest the number is given."""


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


def _answer(answer: Answer, most: int) -> Iterator[Card]:
    if answer.closest_only:
        yield card([block(Role.NOTE, "The articles may not answer this. The closest passages:")])
    yield from (hit_card(hit) for hit in answer.hits[:most])
    notes = card(_notes(answer, len(answer.hits) - most))
    if notes.blocks:
        yield notes


def _notes(answer: Answer, more: int) -> Iterator[Block]:
    if more > 0:
        yield block(Role.NOTE, f"And {more} more; --all shows every one.")
    if answer.ask_back:
        yield block(
            Role.NOTE, f"Several fit almost equally. Which one do you mean: {' or '.join(answer.ask_back)}?"
        )
    read_as = ", ".join(f"“{typed}” as “{read}”" for typed, read in answer.read_as)
    if read_as:
        yield block(Role.NOTE, f"Read {read_as}.")


def _refusal(refusal: Refusal, store: FactStore) -> Iterator[Card]:
    yield card(_why(refusal, store))
    if refusal.nearest:
        yield card([block(Role.NOTE, "Nearest in the articles, though it does not answer this:")])
        # the passage only: a fact put first would look like the answer that was just refused
        yield from (hit_card(replace(hit, fact=None)) for hit in refusal.nearest)


def _why(refusal: Refusal, store: FactStore) -> Iterator[Block]:
    yield block(Role.LEAD, refusal.reason)
    unsaid = [word for word in refusal.missing if word not in refusal.reason]
    if unsaid:
        yield block(Role.NOTE, f"Found in no article: {', '.join(f'“{word}”' for word in unsaid)}.")
    if refusal.suggestions:
        yield block(Role.NOTE, f"Did you mean {' or '.join(refusal.suggestions)}?")
    yield block(Role.RECEIPT, _searched(refusal.searched, store), f" · {refusal.code.value}")


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
