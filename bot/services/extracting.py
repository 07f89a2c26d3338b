"""Many seeds to articles and facts: from the cache where they are known, else on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bot import core
from bot.core.article import Article
from bot.core.facts import Facts
from bot.services import seeds
from bot.services.cache import Codec, DamagedError, Kept, version_of
from bot.services.seeds.faults import Fault

ALONE = 500_000
"""Bytes up to which one process reads faster than others start: about two seconds of work."""
_BATCH = 16
"""Seeds that a worker is given at a time."""

Seed = tuple[str, bytes]
"""The path of a seed and its bytes."""
Told = Callable[[int, int], None]
"""Is told how many seeds are done, of how many."""


class Extracted(NamedTuple):
    """What one seed gave: an article with its facts, or none with the faults that say why."""

    article: Article | None
    faults: tuple[Fault, ...]
    facts: Facts


def kept_in(folder: Path) -> Kept:
    """Return the cache in a folder, for the program as it is."""
    homes = [Path(module.__file__).parent for module in (core, seeds) if module.__file__]
    return Kept(folder / "facts", version_of(homes))


def extract_one(seed: Seed) -> Extracted:
    """Read one seed and extract its facts."""
    from bot.core.extract import extract  # noqa: PLC0415 – a start that finds all facts kept needs no extractor
    from bot.services.seeds.read import read_seed  # noqa: PLC0415 – likewise

    article, faults = read_seed(*seed)
    return Extracted(article, faults, extract(article) if article else Facts())


def extract_all(
    given: Sequence[Seed], kept: Kept | None = None, told: Told | None = None, workers: int | None = None
) -> list[Extracted]:
    """Return what each seed gives, in their order; the same with and without cache, on one core and on many."""
    found: list[Extracted | None] = [_known(seed, kept) for seed in given]
    missing = [place for place, each in enumerate(found) if each is None]
    done = len(given) - len(missing)
    for place, data in zip(missing, _made([given[place] for place in missing], workers), strict=True):
        found[place] = _codec().load(data)
        if kept:
            kept.put(_key(given[place]), data)
        done += 1
        if told:
            told(done, len(given))
    if kept and missing:
        kept.forget_others()
    return [each for each in found if each is not None]


def _made(given: Sequence[Seed], workers: int | None) -> Iterator[bytes]:
    """Yield the results as they are kept, in the order of the seeds."""
    count = min(workers or os.cpu_count() or 1, len(given))
    if count < 2 or (workers is None and sum(len(data) for _, data in given) < ALONE):
        yield from map(_worked, given)
        return
    batches = (list(islice(given, at, at + _BATCH)) for at in range(0, len(given), _BATCH))
    done = 0
    try:
        with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
            for several in pool.map(_worked_batch, batches):
                yield from several
                done += len(several)
    except BrokenProcessPool:  # the system ended a worker, or lets none start: the rest is done here
        yield from map(_worked, given[done:])


def _worked_batch(given: list[Seed]) -> list[bytes]:
    return [_worked(seed) for seed in given]


def _worked(seed: Seed) -> bytes:
    return _codec().dump(extract_one(seed))


def _known(seed: Seed, kept: Kept | None) -> Extracted | None:
    data = kept.get(_key(seed)) if kept else None
    if data is None:
        return None
    try:
        found = _codec().load(data)
    except DamagedError:
        return None
    return found if _fits(found) else None


def _fits(found: Extracted) -> bool:
    """Whether the facts can be about the article: their last offsets lie in its text."""
    if found.article is None:
        return True
    facts, end = found.facts, len(found.article.text)
    spans = [
        *found.article.sentences,
        *(block.span for block in found.article.blocks),
        *(quote.marked for quote in facts.quotes),
        *(figure.span for figure in facts.figures),
        *(source.name for source in facts.sources),
        *(dated.span for dated in facts.dates),
        *(report.content for report in facts.reports),
    ]
    return all(span.end <= end for span in spans)


def _key(seed: Seed) -> str:
    path, data = seed
    return Kept.key(path.encode("utf-8", "surrogatepass"), data)


@lru_cache(maxsize=1)
def _codec() -> Codec[Extracted]:
    """Return the only codec there is: it holds no state but what the types say."""
    return Codec(Extracted)
