"""What can be asked in place of a question: every suggestion as a question of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.store import FactStore
from bot.services.answers import Answer, Refusal, RefusalCode, Reply, ask, passage
from bot.services.answers.retry import Retry, retries
from tests.services import answer_fixture

STORM = answer_fixture.store()


@pytest.fixture
def store() -> FactStore:
    return STORM


def refused(question: str, *suggestions: str, missing: tuple[str, ...] = ()) -> Reply:
    return Refusal(
        question, RefusalCode.UNKNOWN_NAME, "No.", ("storm",), missing=missing, suggestions=suggestions
    )


def asked_back(question: str, *readings: str) -> Reply:
    return Answer(question, (), ("storm",), ask_back=readings)


class TestAnArticle:
    def test_narrows_the_same_question(self, store: FactStore) -> None:
        assert retries(ask(store, "who spoke", article="strom"), store) == (
            Retry("storm", "who spoke", "storm"),
        )

    def test_is_known_by_its_title(self, store: FactStore) -> None:
        (title,) = [each.title for each in store.articles]
        assert title
        assert retries(asked_back("who spoke", title.value), store) == (
            Retry(title.value, "who spoke", "storm"),
        )

    @pytest.mark.parametrize("typed", ["strom:24-80", " strom#24-80 "])
    def test_takes_the_place_of_the_one_in_a_passage_id(self, store: FactStore, typed: str) -> None:
        (retry,) = retries(passage(store, typed), store)
        assert retry == Retry("storm", "storm" + typed.strip()[5:])
        assert isinstance(passage(store, retry.query), Answer)


class TestAName:
    def test_takes_the_place_of_the_word_spelt_most_like_it(self, store: FactStore) -> None:
        assert retries(refused("what did Quits say", "Peter Quist"), store) == (
            Retry("Peter Quist", "what did Peter Quist say"),
        )

    def test_takes_the_place_of_all_words_of_a_naming(self, store: FactStore) -> None:
        (retry,) = retries(refused("what did petter qist say?", "Peter Quist"), store)
        assert retry.query == "what did Peter Quist say?"

    def test_takes_words_along_that_no_article_has(self, store: FactStore) -> None:
        (retry,) = retries(refused("what did Mayer Kwast say", "Mayor Quist", missing=("Kwast",)), store)
        assert retry.query == "what did Mayor Quist say"

    def test_leaves_words_that_stand_apart(self, store: FactStore) -> None:
        (retry,) = retries(refused("did Quist, in Qist, speak", "Quist Island"), store)
        assert retry.query == "did Quist Island, in Qist, speak"

    def test_is_asked_by_itself_where_nothing_is_spelt_like_it(self, store: FactStore) -> None:
        assert retries(refused("who spoke", "Ilse Dorn"), store) == (Retry("Ilse Dorn", "Ilse Dorn"),)

    def test_that_was_typed_already_is_not_suggested(self, store: FactStore) -> None:
        assert retries(asked_back("what did Dorn say", "Dorn"), store) == ()

    def test_is_suggested_once(self, store: FactStore) -> None:
        assert len(retries(refused("what did Dorm say", "Dorn", "Dorn"), store)) == 1


class TestNothing:
    def test_to_suggest_gives_nothing(self, store: FactStore) -> None:
        assert retries(ask(store, "how many sailors were rescued"), store) == ()


@given(question=st.text(max_size=60), name=st.text(min_size=1, max_size=30))
def test_any_question_and_any_name_give_one_question_at_most(question: str, name: str) -> None:
    found = retries(refused(question, name), STORM)
    assert len(found) <= 1
    assert all(name in retry.query and retry.query != question for retry in found)
