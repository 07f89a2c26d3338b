"""Run the product over the corpus.

`python -m tests.quality.measure` prints the table, `--misses PREFIX` what is wrong in the metrics that begin so,
`--pin` writes the corpus's digest and raises floors. A floor is lowered by hand only, in floors.yaml.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache

from bot.core.article import Article
from bot.core.extract import extract
from bot.core.facts import Facts
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Refusal, Reply, ask
from tests.quality.answers import Asked, score_among_all, score_answer
from tests.quality.figures import score_figures
from tests.quality.floors import Floors, pinned_kinds, raised, read_floors, write_floors
from tests.quality.gold import FLOORS, Labelled, digest, load
from tests.quality.outcome import OVERALL, Outcome, Shares, shares
from tests.quality.posts import score_posts
from tests.quality.quotes import score_quotes
from tests.quality.sources import score_sources


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Return all outcomes over the corpus, each article extracted and asked by itself, then asked among the others."""
    corpus = load()
    items = [
        (article := read_article(labelled.text, id=labelled.id), extract(article)) for labelled in corpus
    ]
    library = FactStore.build(items)
    return tuple(
        outcome
        for labelled, (article, facts) in zip(corpus, items, strict=True)
        for outcome in (*_extracted(labelled, article, facts), *_answered(labelled, article, facts, library))
    )


def _extracted(labelled: Labelled, article: Article, facts: Facts) -> Iterator[Outcome]:
    yield from score_quotes(labelled, facts)
    yield from score_figures(labelled, facts)
    yield from score_sources(labelled, facts)
    yield from score_posts(labelled, article, facts)


def _answered(labelled: Labelled, article: Article, facts: Facts, library: FactStore) -> Iterator[Outcome]:
    alone = FactStore.build([(article, facts)])
    for question in labelled.questions:
        text = question.label.q
        yield from score_answer(labelled, question, _asked(ask(alone, text)))
        yield from score_among_all(labelled, question, _asked(ask(library, text, article=labelled.id)))


def _asked(reply: Reply) -> Asked:
    if isinstance(reply, Refusal):
        return Asked(refused=True, passages=())
    return Asked(refused=False, passages=tuple(hit.passage.span for hit in reply.hits))


def measured() -> Shares:
    """Return the shares over the corpus."""
    return shares(outcomes())


def misses(prefix: str) -> list[str]:
    """Return what is wrong as `metric: miss`, each once, where that line begins with `prefix`."""
    wrong = (outcome for outcome in outcomes() if not outcome.right and outcome.miss)
    return [line for outcome in wrong if (line := f"{outcome.metric}: {outcome.miss}").startswith(prefix)]


def table(now: Shares) -> list[str]:
    """Return the lines of the table: metric and kind, share, right of all."""
    lines = []
    for metric, kinds in pinned_kinds(now).items():
        for kind in kinds:
            right, total = now[metric][kind]
            name = metric if kind == OVERALL else f"    {kind}"
            lines.append(f"{name:36} {right / total:6.3f}  {right} of {total}")
    return lines


def main() -> None:
    """Print the table; see the module's docstring for the options."""
    parser = argparse.ArgumentParser(description="Measure extraction and answers on the labelled corpus.")
    parser.add_argument(
        "--misses", metavar="PREFIX", help="print what is wrong in metrics that begin like this"
    )
    parser.add_argument("--pin", action="store_true", help="write the digest and raise the floors")
    options = parser.parse_args()
    if options.pin:
        old = read_floors() if FLOORS.exists() else Floors(digest="", floors={})
        write_floors(raised(measured(), old, digest()))
    lines = table(measured()) if options.misses is None else misses(options.misses)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
