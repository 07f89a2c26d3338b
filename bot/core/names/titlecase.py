"""Headlines in which every word is capitalised: only known names count there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.article import Block, BlockKind
from bot.core.names.chains import Chains, Entity
from bot.core.names.scan import Naming

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_NAME = 6


def is_title_case(text: str, block: Block) -> bool:
    """Whether most longer words of a block start with a capital letter, or all of it is in capitals."""
    words: list[str] = _LONG_WORD.findall(text, block.span.start, min(block.span.end, block.span.start + 400))
    capitalised = sum(word[0].isupper() for word in words)
    fewest, least = (3, 0.6) if block.kind in (BlockKind.TITLE, BlockKind.HEADING) else (6, 0.85)
    return len(words) >= fewest and capitalised >= least * len(words)


def known_parts(naming: Naming, chains: Chains) -> Iterator[tuple[Naming, Entity]]:
    """Yield the longest parts of a capitalised stretch that name an entity met in the article's prose."""
    low = naming.low
    offsets = [naming.start]
    for word in naming.words:
        offsets.append(offsets[-1] + len(word) + 1)
    at = 0
    while at < len(low):
        for end in range(min(len(low), at + _LONGEST_NAME), at, -1):
            entity = _known(low[at:end], chains)
            if entity is not None:
                words = naming.words[at:end]
                yield Naming(offsets[at], offsets[end] - 1, words, low[at:end], -1, opens=False), entity
                at = end - 1
                break
        at += 1


def _known(low: tuple[str, ...], chains: Chains) -> Entity | None:
    if len(low) > 1:
        return chains.exact(low)
    candidates = chains.candidates(low[0])
    return candidates[0] if len(candidates) == 1 else None
