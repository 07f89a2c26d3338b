"""Score sources: who is cited, what they are, and for what."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.facts import Facts, Source
from tests.quality.gold import Labelled, LabelledSource
from tests.quality.matching import same_name
from tests.quality.outcome import FOUND, Outcome, hit, miss, show


def score_sources(labelled: Labelled, facts: Facts) -> Iterator[Outcome]:
    """Sources by name, their kind, and what they are cited for. A source found twice is neither right nor wrong."""
    text = labelled.text
    matches = [
        [found for found in facts.sources if _is_source(text, gold, found)] for gold in labelled.sources
    ]
    for gold, found in zip(labelled.sources, matches, strict=True):
        yield from _score_source(labelled, gold, found)
    known = {id(found) for matched in matches for found in matched}
    for found_source in facts.sources:
        if id(found_source) not in known:
            told = f"{labelled.id}: {found_source.name.of(text)!r} ({found_source.kind}) is no source in gold"
            yield miss("sources.f1", FOUND, told)


def _is_source(text: str, gold: LabelledSource, found: Source) -> bool:
    return same_name(found.name.of(text), (gold.label.name, *gold.label.also))


def _score_source(labelled: Labelled, gold: LabelledSource, found: list[Source]) -> Iterator[Outcome]:
    if gold.label.optional:
        return
    kinds = [gold.label.kind] if isinstance(gold.label.kind, str) else gold.label.kind
    group = kinds[0] if gold.label.named else "unnamed"
    told = f"{labelled.id}: {gold.label.name!r}"
    if found:
        # The gold side and the found side of the F1.
        yield from [hit("sources.f1", group)] * 2
        got = ", ".join(source.kind for source in found)
        right = any(source.kind in kinds for source in found)
        yield Outcome("sources.kind", group, right, f"{told} kind gold {kinds}, got {got}")
    else:
        yield miss("sources.f1", group, f"{told} ({group}) not found")
    for place in gold.cited_for:
        right = any(place.meets(span) for source in found for span in source.cited_for)
        yield Outcome(
            "sources.cited_for", group, right, f"{told} is not cited for {show(labelled.text, place)}"
        )
