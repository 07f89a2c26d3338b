"""One system over one corpus, measured in a process of its own so that its memory is its own."""

from __future__ import annotations

import gc
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.scale.corpus import Corpus, generate
from benchmarks.scale.ours import OURS, load
from benchmarks.scale.peers import PEERS, Ask
from benchmarks.scale.questions import KINDS, Question, questions

_MEGABYTE = 1_000_000
_FEWEST = 24
"""Questions that are asked at least, however long they take: six of each kind."""
_WARM = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured: seconds, megabytes, milliseconds; the shares of hits by kind of question."""

    system: str
    size: int
    build: float
    memory: float
    asked: int
    p50: float
    p99: float
    first: dict[str, float]
    five: dict[str, float]
    refused: float = 0.0

    @property
    def rate(self) -> float:
        """Questions a second at the median."""
        return 1000 / self.p50


def measure(system: str, size: int, count: int, seconds: float) -> Outcome:
    """Build `system` over `size` sentences and ask `count` questions of each kind, for about `seconds` at most."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(_measured, system, size, count, seconds).result()


def _measured(system: str, size: int, count: int, seconds: float) -> Outcome:
    corpus = generate(size)
    asked = questions(corpus, count)
    gc.collect()
    before = _peak()
    refusals: list[bool] = []
    ask, build = _built(system, corpus, refusals)
    gc.collect()
    gc.freeze()
    times, found = _asked(ask, asked, seconds)
    peak = _peak() - before
    answered = asked[: len(found)]
    return Outcome(
        system,
        size,
        build,
        peak,
        len(found),
        statistics.median(times),
        _share_at(times, 0.99),
        _hits(answered, found, 1),
        _hits(answered, found, 5),
        sum(refusals[_WARM:]) / len(found) if refusals else 0.0,
    )


def _built(system: str, corpus: Corpus, refusals: list[bool]) -> tuple[Ask, float]:
    if system == OURS:
        return load(corpus, refusals)
    began = time.perf_counter()
    return PEERS[system](corpus.sentences), time.perf_counter() - began


def _asked(ask: Ask, asked: Sequence[Question], seconds: float) -> tuple[list[float], list[list[int]]]:
    """Return milliseconds and findings, one each for as many questions as fit into the time."""
    for question in asked[-_WARM:]:
        ask(question.text)
    times: list[float] = []
    found: list[list[int]] = []
    clock: Callable[[], float] = time.perf_counter
    end = clock() + seconds
    for question in asked:
        began = clock()
        found.append(ask(question.text))
        times.append((clock() - began) * 1000)
        if clock() > end and len(times) >= _FEWEST:
            break
    return times, found


def _hits(asked: Sequence[Question], found: Sequence[list[int]], most: int) -> dict[str, float]:
    shares = {}
    for kind in KINDS:
        right = [
            question.sentence in best[:most]
            for question, best in zip(asked, found, strict=True)
            if question.kind == kind
        ]
        shares[kind] = sum(right) / len(right) if right else 0.0
    return shares


def _share_at(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _peak() -> float:
    """Return the most memory that the process has had, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MEGABYTE
