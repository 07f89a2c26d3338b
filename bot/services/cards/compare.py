"""The table of figures side by side: a row for each, then how each two stand, by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.core.facts import Figure
from bot.services.answers import Comparison
from bot.services.cards.chains import reporters
from bot.services.cards.figures import figure_words
from bot.services.cards.values import Block, Role, block
from bot.services.compare import Relation, Shape, ends

_ORDER = (
    Relation.CONFLICT,
    Relation.SAME,
    Relation.COMPATIBLE,
    Relation.DIFFERENT_TIME,
    Relation.DIFFERENT_SCOPE,
)
"""What is read first; each two figures stand in one of them."""
_READ = frozenset({Shape.ABOUT, Shape.NEARLY, Shape.VAGUE})
"""Shapes whose ends the bot chose."""


def comparison_rows(found: Comparison) -> Iterator[Block]:
    """Yield a row for each figure: its number, the article's words, the interval in digits, who reports it and when."""
    for number, (hit, read) in enumerate(zip(found.hits, found.read, strict=True), 1):
        if isinstance(hit.fact, Figure):
            article = hit.passage.article
            words = figure_words(article, hit.fact)
            chain = reporters(article, hit.fact.chain)
            yield block(Role.WHO, f"{number} · ", *words, f" · {ends(read)}", *chain)


def comparison_head(found: Comparison) -> Iterator[Block]:
    """Yield how many figures are compared, and how they stand; all of it is the bot's own words."""
    count = len(found.hits)
    if count == 1:
        yield block(Role.LEAD, "One figure only: there is nothing to compare it with.")
    else:
        yield block(Role.LEAD, f"{count} figures side by side")
        yield block(Role.NOTE, relations(found))


def comparison_notes(found: Comparison) -> Iterator[Block]:
    """Yield what has to be known to read the table."""
    if found.more:
        yield block(
            Role.NOTE, f"And {found.more} more, not compared; more words or an article narrow it down."
        )
    if any(read.shape in _READ for read in found.read):
        yield block(
            Role.NOTE, "Where “about”, “nearly” and vague words end is the bot's reading, not the article's."
        )


def relations(found: Comparison) -> str:
    """Return how each two figures stand, by their numbers: "conflict: 1 with 2, 3 · same: 2 with 3"."""
    told: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pair in sorted(found.pairs, key=lambda pair: _ORDER.index(pair.relation)):
        scope = f" ({pair.why})" if pair.relation is Relation.DIFFERENT_SCOPE else ""
        told[f"{pair.relation.value}{scope}"][pair.first + 1].append(str(pair.second + 1))
    return " · ".join(f"{name}: {_listed(pairs)}" for name, pairs in told.items())


def _listed(pairs: Mapping[int, Sequence[str]]) -> str:
    return "; ".join(f"{first} with {', '.join(others)}" for first, others in pairs.items())
