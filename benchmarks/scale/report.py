"""What was measured, as tables in the terminal and as Markdown."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.scale.measure import Outcome
from benchmarks.scale.ours import OURS
from benchmarks.scale.peers import NAIVE
from benchmarks.scale.questions import KINDS

_BOUNDS = (
    ("p50", "re-ranking, which is constant, then the posting lists of the question's words"),
    ("p99", "words that the articles lack: the buckets of like length and letters"),
    ("build", "tokens, each read once"),
    ("memory", "tokens at four bytes each, the index, the objects of the facts"),
)


class Sheet(NamedTuple):
    """A table with its title and a sentence below it."""

    title: str
    head: Sequence[str]
    lines: Sequence[Sequence[str]]
    note: str = ""


def machine() -> str:
    """Return the model of the processor, its cores and the memory."""
    model = platform.processor() or platform.machine()
    memory = 0.0
    try:
        cpu = Path("/proc/cpuinfo").read_text(encoding="utf-8")
        model = next(
            (line.split(":", 1)[1].strip() for line in cpu.splitlines() if line.startswith("model name")),
            model,
        )
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    except (OSError, ValueError):
        pass
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB"


def compared(size: int, outcomes: Sequence[Outcome]) -> Sheet:
    """Return the systems over one size side by side."""
    naive = next((each.p50 for each in outcomes if each.system == NAIVE), math.nan)
    head = (
        "system",
        "build s",
        "memory MB",
        "p50 ms",
        "p99 ms",
        "questions/s",
        "× scan",
        "hit@1",
        "hit@5",
        "n",
    )
    lines = [
        (
            each.system,
            f"{each.build:.2f}",
            f"{each.memory:.0f}",
            f"{each.p50:.2f}",
            f"{each.p99:.2f}",
            f"{each.rate:,.0f}",
            f"{naive / each.p50:,.1f}",
            _shares(each.first),
            _shares(each.five),
            str(each.asked),
        )
        for each in outcomes
    ]
    refused = next((each.refused for each in outcomes if each.system == OURS), 0.0)
    kinds = ", ".join("typo in the first letter" if kind == "first" else f"{kind} typos" for kind in KINDS)
    note = (
        f"hit@1 and hit@5 with {kinds}. Verbatim refused {refused:.1%}; its nearest passages count as found."
    )
    return Sheet(f"{size:,} sentences", head, lines, note)


def growth(outcomes: Iterable[Outcome]) -> Sheet:
    """Return how Verbatim's figures grow with the sentences: the exponent of the fitted power."""
    own = [each for each in outcomes if each.system == OURS and each.size >= 1000]
    if len(own) < 2:
        return Sheet("Growth", (), ())
    lines = []
    for name, bound in _BOUNDS:
        value = attrgetter(name)
        lines.append((name, f"{_exponent([(each.size, value(each)) for each in own]):.2f}", bound))
    head = ("of", "sentences to the power of", "bound by")
    return Sheet("Growth", head, lines, "A line fitted through the logarithms; 1 is linear.")


def _exponent(points: Sequence[tuple[float, float]]) -> float:
    """Return the slope of the least squares line through the logarithms."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(max(y, 1e-6)) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / spread


def show(console: Console, sheet: Sheet) -> None:
    """Print a table."""
    table = Table(title=sheet.title, box=box.SIMPLE_HEAD, title_justify="left", caption=sheet.note)
    for place, name in enumerate(sheet.head):
        table.add_column(name, justify="right" if place else "left", no_wrap=True)
    for line in sheet.lines:
        table.add_row(*line, style="bold" if line[0] == OURS else "")
    console.print(table)


def markdown(sheets: Iterable[Sheet], command: str) -> str:
    """Return the page."""
    parts = [
        "# Benchmarks\n",
        f"Measured by `{command}` on {machine()}. Read the ratios of one run; no test asserts a time.\n",
    ]
    for sheet in sheets:
        rows = [sheet.head, ["---", *["---:"] * (len(sheet.head) - 1)], *sheet.lines]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        parts.append(f"## {sheet.title}\n\n{table}\n" + (f"\n{sheet.note}\n" if sheet.note else ""))
    return "\n".join(parts)


def _shares(shares: dict[str, float]) -> str:
    return " ".join(f"{shares[kind]:.3f}".removeprefix("0") for kind in KINDS)
