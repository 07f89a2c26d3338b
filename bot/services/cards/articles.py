"""Cards of whole articles: what is known about each, and what was only inferred."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.article import Article, Detail
from bot.core.store import RECEIPT_LENGTH, Entry
from bot.services.cards.receipt import detail, title
from bot.services.cards.values import Block, Card, Piece, Role, block, card


def article_card(entry: Entry) -> Card:
    """Return the card of one article: title and id, who published it when and where, how much it holds."""
    return card(_blocks(entry))


def _blocks(entry: Entry) -> Iterator[Block]:
    article, facts = entry
    yield block(Role.LEAD, *title(article), _inferred(article.title), f" [{article.id}]")
    about = tuple(_about(article))
    if about:
        yield block(Role.WHO, *about[1:])
    counts = {
        "sentences": article.sentences,
        "quotes": facts.quotes,
        "figures": facts.figures,
        "sources": facts.sources,
        "dates": facts.dates,
    }
    held = ", ".join(f"{name}: {len(found)}" for name, found in counts.items())
    yield block(Role.RECEIPT, f"{held} · {len(article.text)} characters · {article.sha256[:RECEIPT_LENGTH]}")
    if article.url:
        yield block(Role.LINK, detail(article, article.url))


def _about(article: Article) -> Iterator[Piece | str]:
    """Yield outlet, author and date, each after a separator."""
    for found in (article.outlet, article.author, article.published):
        if found is not None:
            yield from (" · ", detail(article, found), _inferred(found))


def _inferred(found: Detail | None) -> str:
    return " (inferred)" if found and found.inferred else ""
