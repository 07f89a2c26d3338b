"""Questions about embedded posts: their dates and their authors."""

import pytest

from bot.core.facts import Dated, Quote
from bot.services.answers import Answer, Refusal, RefusalCode, ask
from tests.services.answer_fixture import TEXT, store

STORE = store()


@pytest.mark.parametrize(
    "question",
    [
        "When did Ana Reyes post?",
        "when did reyes tweet about the lighthouse",
        "when did @anareyes post",
        "When was the tweet by Ana Reyes posted?",
    ],
)
def test_when_somebody_posted_is_the_date_of_the_post(question: str) -> None:
    found = ask(STORE, question)
    assert isinstance(found, Answer), found
    assert isinstance(found.hits[0].fact, Dated)
    assert found.hits[0].fact.iso == "2022-03-04"
    assert "Ana Reyes" in found.hits[0].passage.text


@pytest.mark.parametrize("question", ["Who posted about the lighthouse?", "who tweeted about waves"])
def test_who_posted_is_the_author_of_the_post(question: str) -> None:
    found = ask(STORE, question)
    assert isinstance(found, Answer), found
    assert isinstance(found.hits[0].fact, Quote)
    assert found.hits[0].fact.speaker is not None
    assert found.hits[0].fact.speaker.best.of(TEXT) == "Ana Reyes"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("When did Olga Petrova tweet?", RefusalCode.UNKNOWN_NAME),
        ("Who posted about the hospital?", RefusalCode.NO_SUCH_FACT),
        ("When did Ana Reyes tweet about the hospital?", RefusalCode.NO_SUCH_FACT),
    ],
)
def test_a_post_that_is_not_there_is_refused(question: str, code: RefusalCode) -> None:
    found = ask(STORE, question)
    assert isinstance(found, Refusal), [hit.passage.text for hit in found.hits]
    assert found.code is code
