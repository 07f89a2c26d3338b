"""The pinned floors: read, compared with what is measured, raised by a command, never lowered by it."""

from __future__ import annotations

import math
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from tests.quality.gold import FLOORS
from tests.quality.outcome import FOUND, OVERALL, Shares

MARGIN = 0.02
"""How far below the measured share an overall floor is pinned."""
KIND_MARGIN = 0.05
"""The same for one kind, which has fewer examples."""
_HEADER = (
    "# Pinned floors of the corpus, see README.md. Raised by a command, lowered by hand with a reason.\n"
)


class Floors(BaseModel):
    """The pinned file: the digest of the corpus, and for each metric the least share overall and per kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digest: str
    floors: dict[str, dict[str, float]]


def read_floors(path: Path = FLOORS) -> Floors:
    """Read the pinned file."""
    return Floors.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the pinned file."""
    body = yaml.safe_dump(floors.model_dump(), sort_keys=False, allow_unicode=True)
    path.write_text(_HEADER + body, encoding="utf-8", newline="\n")


def raised(now: Shares, old: Floors, digest: str) -> Floors:
    """Return floors a margin below what is measured now, none of them below the old one."""
    return Floors(
        digest=digest,
        floors={
            metric: {
                kind: max(_floor(now[metric], kind), old.floors.get(metric, {}).get(kind, 0.0))
                for kind in kinds
            }
            for metric, kinds in pinned_kinds(now).items()
        },
    )


def pinned_kinds(now: Shares) -> dict[str, list[str]]:
    """Return metrics and the kinds that have a floor, sorted, the overall one first; what only was found has none."""
    return {
        metric: [OVERALL, *sorted(set(kinds) - {OVERALL, FOUND})] for metric, kinds in sorted(now.items())
    }


def _floor(kinds: dict[str, tuple[int, int]], kind: str) -> float:
    right, total = kinds[kind]
    margin = MARGIN if kind == OVERALL else KIND_MARGIN
    return max(0.0, math.floor((right / total - margin) * 1000) / 1000)


def below(now: dict[str, tuple[int, int]], floors: dict[str, float]) -> list[str]:
    """Return a line for each kind of one metric whose share is below its floor."""
    return [
        f"{kind}: {right} of {total} = {right / total:.3f}, pinned {floors[kind]:.3f}"
        for kind, (right, total) in now.items()
        if kind in floors and right / total < floors[kind]
    ]
