"""The quality gate: on the labelled corpus the product keeps its pinned floors, overall and per kind.

A floor that fails prints the misses. How to read, extend and re-pin the corpus: tests/corpus/README.md.
"""

from __future__ import annotations

import pytest

from tests.quality.floors import below, pinned_kinds, read_floors
from tests.quality.gold import digest, load
from tests.quality.measure import measured, misses
from tests.quality.outcome import OVERALL

FLOORS = read_floors()
METRICS = [
    "answers.answerable_not_refused",
    "answers.hit_at_1",
    "answers.hit_at_1_by_style",
    "answers.refusal_recall",
    "answers.right_among_all",
    "figures.bound",
    "figures.flags",
    "figures.reporter",
    "figures.traps_left",
    "figures.value_and_unit_f1",
    "figures.value_f1",
    "posts.author",
    "posts.date",
    "posts.handle",
    "posts.text_f1",
    "quotes.kind",
    "quotes.precision",
    "quotes.quote_and_speaker_f1",
    "quotes.recall",
    "quotes.speaker",
    "quotes.speaker_not_wrong",
    "sources.cited_for",
    "sources.f1",
    "sources.kind",
]


def test_the_corpus_is_the_one_the_floors_were_pinned_on() -> None:
    assert digest() == FLOORS.digest, "articles or gold changed: run `python -m tests.quality.measure --pin`"


def test_the_corpus_has_many_manners_and_a_third_of_its_questions_has_no_answer() -> None:
    corpus = load()
    questions = [question for labelled in corpus for question in labelled.questions]
    unanswerable = sum(question.label.why is not None for question in questions)
    assert len({labelled.manner for labelled in corpus}) >= 14
    assert unanswerable * 3 >= len(questions)


def test_every_metric_is_measured_and_pinned_overall_and_per_kind() -> None:
    now = pinned_kinds(measured())
    assert [*now] == METRICS
    assert [*FLOORS.floors] == METRICS
    # A kind of which nothing is found any more has no share of its own; its recall or F1 falls below the floor.
    assert all(set(kinds) <= FLOORS.floors[metric].keys() for metric, kinds in now.items())


@pytest.mark.parametrize("metric", METRICS)
def test_the_floor_holds(metric: str) -> None:
    fallen = below(measured()[metric], FLOORS.floors[metric])
    assert not fallen, "\n".join(
        [f"{metric} fell below its floor", *fallen, "misses:", *misses(f"{metric}:")]
    )


def test_every_metric_has_an_overall_floor_above_nothing() -> None:
    assert all(FLOORS.floors[metric][OVERALL] > 0 for metric in METRICS)
