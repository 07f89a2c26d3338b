"""`python -m tests.mutations.measure`: how the check answers altered sentences, per change."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.services.checking import Checked, Item, Kind, Verdict, check
from bot.services.seeds import load_seeds
from tests.mutations.cases import OTHERS, Case, cases_of, figure_cases, spoken_cases
from tests.mutations.kinds import CHANGES, MEANING_KEPT

ROOT: Final = Path(__file__).parents[2]
NAMED: Final = (
    *("digit swap", "magnitude", "unit", "two figures exchanged", "negation inserted", "negation removed"),
    *("demonym exchanged", "name exchanged", "speaker exchanged"),
    *("figure changed", "figure of another thing"),
)
"""The changes of numbers, negation, names and speakers."""
SAME: Final = frozenset({"EXACT", "TYPOGRAPHY"})


class Judged(NamedTuple):
    """A case and the item of its check that meets most of the altered words, None where there is none."""

    case: Case
    item: Item | None

    @property
    def verdict(self) -> str:
        """The verdict's name, "" where nothing was checked."""
        return self.item.verdict.value if self.item else ""

    @property
    def right(self) -> bool:
        """Whether the verdict is one of those that are right."""
        return self.verdict in self.case.verdicts

    @property
    def reasoned(self) -> bool:
        """Whether the reason is among those given, or none is asked for."""
        given = {reason.why.value for reason in self.item.reasons} if self.item else set()
        return not self.case.reason or self.case.reason in given


class Row(NamedTuple):
    """Of one change: how many cases, with the right verdict, the right reason, and called the same."""

    cases: int
    right: int
    reasoned: int
    same: int


def texts() -> dict[str, str]:
    """Return the corpus and the seeds by name."""
    files = sorted([*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "seeds").glob("[!.]*")])
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def store_of(names: Iterable[Path] | None = None) -> FactStore:
    """Return a store of the corpus and the seeds, or of the files given."""
    files = names or [*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "seeds").glob("[!.]*")]
    articles = load_seeds([str(file) for file in files]).articles
    return FactStore.build((article, extract(article)) for article in articles)


def all_cases(seeds: Iterable[int]) -> Iterator[Case]:
    """Yield every different case of the corpus."""
    seeds = tuple(seeds)
    made = (
        case
        for name, text in texts().items()
        for case in (
            *(
                each
                for seed in seeds
                for each in (*cases_of(name, text, seed), *figure_cases(name, text, seed))
            ),
            *spoken_cases(name, text),
        )
    )
    yield from dict.fromkeys(made)


def judge(store: FactStore, cases: Iterable[Case]) -> Iterator[Judged]:
    """Check every case."""
    for case in cases:
        yield Judged(case, item_of(check(store, case.text)))


def item_of(checked: Checked) -> Item | None:
    """Return the item that holds the altered words: the longest in marks, without marks the one that stands worst."""
    quotes = [item for item in checked.items if item.kind is Kind.QUOTE]
    if quotes:
        return max(quotes, key=lambda item: item.span.length)
    worst = [Verdict.EXACT, Verdict.NOT_CHECKABLE, Verdict.WRONG_SPEAKER, Verdict.NOT_FOUND, Verdict.ALTERED]
    return max(checked.items, key=lambda item: worst.index(item.verdict), default=None)


def table(judged: Iterable[Judged]) -> dict[str, Row]:
    """Return the rows by change."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for each in judged:
        row = counts[each.case.change]
        row[0] += 1
        row[1] += each.right
        row[2] += each.reasoned
        row[3] += each.verdict in SAME
    order = {name: place for place, name in enumerate((*CHANGES, *OTHERS))}
    return {name: Row(*counts[name]) for name in sorted(counts, key=lambda name: order.get(name, 99))}


def called_same(judged: Iterable[Judged]) -> list[Judged]:
    """Return the cases of altered meaning that were called the same."""
    kept = {*MEANING_KEPT, "speaker kept", "figure kept"}
    return [each for each in judged if each.verdict in SAME and each.case.change not in kept]


def false_alarms(judged: Iterable[Judged]) -> tuple[list[Judged], int]:
    """Return the unmutated and merely re-typeset cases whose verdict is wrong, and how many such cases there are."""
    kept = {"unchanged", "typography", "trimmed", "speaker kept", "figure kept"}
    plain = [each for each in judged if each.case.change in kept]
    return [each for each in plain if not each.right], len(plain)


def report(judged: Sequence[Judged], show: int = 0) -> Iterator[str]:
    """Yield the lines of the table, the sums, and `show` failing cases of each change."""
    yield f"{'change':26}{'cases':>7}{'verdict':>9}{'reason':>9}{'same':>6}"
    for name, row in table(judged).items():
        yield f"{name:26}{row.cases:7}{row.right / row.cases:9.1%}{row.reasoned / row.cases:9.1%}{row.same:6}"
    alarms, plain = false_alarms(judged)
    named = [each for each in judged if each.case.change in NAMED]
    yield f"called the same though altered: {len(called_same(judged))}"
    yield f"named with the right reason: {sum(each.reasoned for each in named)} of {len(named)}"
    yield f"false alarms: {len(alarms)} of {plain}"
    for name in dict.fromkeys(each.case.change for each in judged):
        failing = [each for each in judged if each.case.change == name and not (each.right and each.reasoned)]
        for each in failing[:show]:
            reasons = [reason.why.value for reason in each.item.reasons] if each.item else []
            yield f"\n{name}: {each.verdict or 'nothing checked'} {reasons}, article {each.case.article}"
            yield f"  message: {each.case.text}\n  article: {each.case.original}"


def main() -> None:
    """Print the table; with `--show` some failing cases of each change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=4, help="how many seeds make cases")
    parser.add_argument("--show", type=int, default=0, help="failing cases to show for each change")
    parser.add_argument("--only", default="", help="only changes whose name has this")
    given = parser.parse_args()
    cases = [case for case in all_cases(range(given.seeds)) if given.only in case.change]
    judged = list(judge(store_of(), cases))
    sys.stdout.writelines(f"{line}\n" for line in report(judged, given.show))


if __name__ == "__main__":
    main()
