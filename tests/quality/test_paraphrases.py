"""Questions in other words than the article's: pinned floors, raised when they rise."""

import pytest

from tests.quality.paraphrases import HELD_OUT, Result, Told, load, measure, shared_words

FIRST = {"known": 0.75, "held out": 0.42}
"""Share of the questions whose sentence comes first, in an answer or beside a refusal."""
WRONG = {"known": 0.02, "held out": 0.04}
"""Share of the questions that get another sentence as a sure answer, at most."""


@pytest.fixture(scope="module")
def told() -> tuple[Told, ...]:
    return load()


@pytest.fixture(scope="module")
def results(told: tuple[Told, ...]) -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {"known": [], "held out": []}
    for each in told:
        found["held out" if each.name in HELD_OUT else "known"] += measure(each)
    return found


def test_no_question_shares_a_content_word_with_its_sentence(told: tuple[Told, ...]) -> None:
    questions = [question for each in told for question in each.questions]
    assert len(questions) >= 200
    assert {question.question: shared for question in questions if (shared := shared_words(question))} == {}


@pytest.mark.parametrize("half", ["known", "held out"])
def test_questions_in_other_words_find_their_sentence(half: str, results: dict[str, list[Result]]) -> None:
    found = results[half]
    assert sum(each.first for each in found) / len(found) >= FIRST[half]


@pytest.mark.parametrize("half", ["known", "held out"])
def test_questions_in_other_words_rarely_get_a_sure_answer_that_is_wrong(
    half: str, results: dict[str, list[Result]]
) -> None:
    found = results[half]
    assert sum(each.wrong for each in found) / len(found) <= WRONG[half]
