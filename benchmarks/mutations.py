"""`python -m benchmarks.mutations`: the check over 50,000 different messages with altered sentences of the corpus.

Each altered sentence is written in several kinds of marks; `--show` prints failing cases, `--most` makes fewer.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import islice

from tests.mutations.cases import Case
from tests.mutations.measure import all_cases, judge, report, store_of

_FRAMES = (
    "The article says: “{}”",
    'lol "{}" is what it says',
    "they wrote «{}» yesterday",
    "> {}\nreally?",
    "„{}“",
    "“{}” – wow",
    "it says:\n\n“{}”\n\nno idea",
    'So: "{}"',
    "Read this. “{}” Read it again.",
    "**Note:** “{}”",
)
_LEAD, _END = "The article says: “", "”"
_SEEDS = 400


def cases(most: int) -> Iterator[Case]:
    """Yield different cases, frame by frame."""
    made = list(islice(all_cases(range(_SEEDS)), most))
    yield from islice((_framed(case, frame) for frame in _FRAMES for case in made), most)


def _framed(case: Case, frame: str) -> Case:
    if not case.text.startswith(_LEAD):
        return case
    return case._replace(text=frame.format(case.text[len(_LEAD) : -len(_END)]))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=50_000)
    parser.add_argument("--show", type=int, default=0)
    given = parser.parse_args()
    made = list(dict.fromkeys(cases(given.most)))
    store, start = store_of(), time.perf_counter()
    judged = list(judge(store, made))
    took = time.perf_counter() - start
    for line in report(judged, given.show):
        print(line)
    print(f"{len(judged)} different messages, {1000 * took / len(judged):.1f} ms each")


if __name__ == "__main__":
    main()
