"""`python -m benchmarks.scale`: Verbatim and its peers from one article to an archive."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console

from benchmarks.scale.measure import Outcome, measure
from benchmarks.scale.ours import OURS
from benchmarks.scale.peers import PEERS, able
from benchmarks.scale.report import compared, growth, markdown, show

SIZES = (40, 1000, 10_000, 100_000)
"""One article, and 25 to 2,500 of them."""
FULL = 1_000_000
TOO_SLOW = {"rapidfuzz scan, WRatio": 10_000, "SQLite FTS5, trigram": 100_000}
"""Sentences from which a peer takes so long that a run would not end; larger ones are left out."""


def main() -> None:
    """Measure, print the tables and write them down."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="a million sentences, too, and more questions")
    options.add_argument("--sizes", type=int, nargs="+", help="these numbers of sentences")
    options.add_argument(
        "--only", nargs="+", default=[], help="systems whose names contain one of these words"
    )
    options.add_argument("--questions", type=int, default=150, help="of each kind")
    options.add_argument("--write", type=Path, help="the Markdown file")
    given = options.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 170)
    sizes = given.sizes or (*SIZES, *([FULL] if given.full else []))
    names = [OURS, *able()]
    chosen = [name for name in names if not given.only or any(word in name for word in given.only)]
    for name in sorted(PEERS.keys() - set(names)):
        console.print(f"{name} is not installed and left out.")
    outcomes: list[Outcome] = []
    sheets = []
    for size in sizes:
        here = []
        for name in chosen:
            if size <= TOO_SLOW.get(name, size):
                with console.status(f"{size:,} sentences: {name}"):
                    here.append(measure(name, size, given.questions, 30 if given.full else 10))
        outcomes += here
        sheets.append(compared(size, here))
        show(console, sheets[-1])
    grown = growth(outcomes)
    if grown.lines:
        sheets.append(grown)
        show(console, grown)
    if given.write:
        command = "make bench ARGS=--full" if given.full else "make bench"
        given.write.write_text(markdown(sheets, command), encoding="utf-8")


if __name__ == "__main__":
    main()
