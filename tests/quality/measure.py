"""Run the product over the corpus and hold it against the pinned floors.

`python -m tests.quality.measure` prints the table, `--misses PREFIX` what is wrong, `--pin` writes the corpus's
digest and raises floors. A floor is lowered by hand only, in floors.yaml.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator
from functools import cache

import yaml
from pydantic import BaseModel, ConfigDict

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Refusal, ask
from tests.quality.answers import Asked, score_answer
from tests.quality.figures import score_figures
from tests.quality.gold import FLOORS, Labelled, digest, load
from tests.quality.outcome import FOUND, OVERALL, Outcome, Shares, shares
from tests.quality.posts import score_posts
from tests.quality.quotes import score_quotes
from tests.quality.sources import score_sources

MARGIN = 0.02
"""How far below the measured share an overall floor is pinned."""
KIND_MARGIN = 0.05
"""The same for one kind, which has fewer examples."""
HEADER = "# Pinned floors of the corpus, see README.md. Raised by a command, lowered by hand with a reason.\n"


class Floors(BaseModel):
    """The pinned file: the digest of the corpus, and for each metric the least share overall and per kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest: str
    floors: dict[str, dict[str, float]]


def read_floors() -> Floors:
    """Read floors.yaml."""
    return Floors.model_validate(yaml.safe_load(FLOORS.read_text(encoding="utf-8")))


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Return all outcomes over the corpus, each article read, extracted and asked by itself."""
    return tuple(outcome for labelled in load() for outcome in _outcomes_of(labelled))


def _outcomes_of(labelled: Labelled) -> Iterator[Outcome]:
    article = read_article(labelled.text, id=labelled.id)
    facts = extract(article)
    yield from score_quotes(labelled, facts)
    yield from score_figures(labelled, facts)
    yield from score_sources(labelled, facts)
    yield from score_posts(labelled, article, facts)
    store = FactStore.build([(article, facts)])
    for question in labelled.questions:
        reply = ask(store, question.label.q)
        refused = isinstance(reply, Refusal)
        passages = () if isinstance(reply, Refusal) else tuple(hit.passage.span for hit in reply.hits)
        yield from score_answer(labelled, question, Asked(refused=refused, passages=passages))


def measured() -> Shares:
    """Return the shares over the corpus."""
    return shares(outcomes())


def pinned_floors(now: Shares, old: Floors | None) -> Floors:
    """Return the floors for what is measured now, none of them below the old one."""
    floors: dict[str, dict[str, float]] = {}
    for metric, kinds in sorted(now.items()):
        before = old.floors.get(metric, {}) if old else {}
        floors[metric] = {
            kind: max(_floor(right, total, MARGIN if kind == OVERALL else KIND_MARGIN), before.get(kind, 0.0))
            for kind, (right, total) in sorted(kinds.items(), key=lambda item: (item[0] != OVERALL, item[0]))
            if kind != FOUND
        }
    return Floors(digest=digest(), floors=floors)


def _floor(right: int, total: int, margin: float) -> float:
    return max(0.0, math.floor((right / total - margin) * 1000) / 1000)


def write_floors(floors: Floors) -> None:
    """Write floors.yaml."""
    body = yaml.safe_dump(floors.model_dump(), sort_keys=False, allow_unicode=True)
    FLOORS.write_text(HEADER + body, encoding="utf-8", newline="\n")


def table(now: Shares) -> Iterator[str]:
    """Give the lines of the table: metric and kind, share, right of all."""
    for metric, kinds in sorted(now.items()):
        for kind, (right, total) in sorted(kinds.items(), key=lambda item: (item[0] != OVERALL, item[0])):
            if kind != FOUND:
                name = metric if kind == OVERALL else f"    {kind}"
                yield f"{name:36} {right / total:6.3f}  {right} of {total}"


def main() -> None:
    """Print the table; see the module's docstring for the options."""
    parser = argparse.ArgumentParser(description="Measure extraction and answers on the labelled corpus.")
    parser.add_argument(
        "--misses", metavar="PREFIX", help="print what is wrong in metrics that begin like this"
    )
    parser.add_argument("--pin", action="store_true", help="write the digest and raise the floors")
    options = parser.parse_args()
    lines = [*table(measured())]
    if options.misses is not None:
        lines = [
            f"{o.metric}: {o.miss}"
            for o in outcomes()
            if not o.right and o.miss and o.metric.startswith(options.misses)
        ]
    if options.pin:
        write_floors(pinned_floors(measured(), read_floors() if FLOORS.exists() else None))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
