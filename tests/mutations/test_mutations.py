"""The generator itself: what it makes is repeatable, altered where it says so, and not true by chance."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.mutations import CHANGES, cases_of, figure_cases, spoken_cases
from tests.mutations.cases import NOBODY, OTHERS, SPEAKER_KEPT
from tests.mutations.kinds import MEANING_KEPT

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "seeds").glob("[!.]*")])
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FILES}
SEEDS = range(16)
MADE = [
    case
    for name, text in TEXTS.items()
    for case in (
        *(each for seed in SEEDS for each in (*cases_of(name, text, seed), *figure_cases(name, text, seed))),
        *spoken_cases(name, text),
    )
]
CASES = list(dict.fromkeys(MADE))


def test_the_same_seed_gives_the_same_cases_and_another_one_others() -> None:
    name, text = next(iter(TEXTS.items()))
    assert list(cases_of(name, text, 1)) == list(cases_of(name, text, 1))
    assert list(cases_of(name, text, 1)) != list(cases_of(name, text, 2))


def test_every_original_is_the_articles_own_words() -> None:
    assert all(case.original in TEXTS[case.article] for case in CASES)


def test_what_alters_the_meaning_stands_nowhere_in_the_article() -> None:
    altered = [case for case in CASES if case.change not in {*MEANING_KEPT, *OTHERS}]
    assert altered
    for case in altered:
        assert case.text.split("“", 1)[1].removesuffix("”") not in TEXTS[case.article]
        assert not {"EXACT", "TYPOGRAPHY"} & case.verdicts
        assert case.reason or case.change == "clause cut"


def test_a_figure_that_the_article_has_elsewhere_is_left_out() -> None:
    text = "The mayor said in the hall that 1 man had been hurt. It was later that 10 were counted there.\n"
    assert not [
        case for case in cases_of("a", text) if case.change == "magnitude" and "that 10 man" in case.text
    ]


def test_the_corpus_has_every_change() -> None:
    counts = Counter(case.change for case in CASES)
    assert set(counts) == {*CHANGES, *OTHERS}


def test_words_given_to_another_name_are_never_that_ones_own() -> None:
    own = {(case.article, case.text) for case in CASES if case.change == SPEAKER_KEPT}
    others = {(case.article, case.text) for case in CASES if case.change == "speaker exchanged"}
    assert others
    assert not own & others
    assert not any(NOBODY in text for text in TEXTS.values())


def test_there_are_three_thousand_different_cases() -> None:
    assert len(CASES) >= 3000
