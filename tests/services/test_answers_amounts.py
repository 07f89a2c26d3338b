"""How many: a figure answers only what it counts, on the day asked for, and only if the article states it."""

from __future__ import annotations

import pytest

from bot.core.extract import extract
from bot.core.facts import Figure
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, ask

QUAY = read_article(
    "Quay news\n\n"
    "Police denied that 40 people had died. Not one sailor was hurt. Twelve boats sank on Thursday. "
    "The storm wounded 30 dockers. Ida Strom spoke for forty minutes. "
    "A pilot of 61, Per Vang, left the town of Ulm after two days.\n",
    id="quay",
)
STORE = FactStore.build([(QUAY, extract(QUAY))])


@pytest.mark.parametrize(
    "question",
    [
        "how many people died",
        "how many sailors were hurt",
        "how many boats sank on Friday",
        "how many dockers were not wounded",
        "how old is Ida Strom",
        "how many were arrested in Ulm",
    ],
)
def test_what_the_article_denies_or_says_of_another_day_is_no_answer(question: str) -> None:
    reply = ask(STORE, question)
    assert isinstance(reply, Refusal)
    assert reply.nearest


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("how many boats sank", "Twelve"),
        ("how many boats sank on Thursday", "Twelve"),
        ("how many dockers were wounded", "30"),
    ],
)
def test_what_the_article_states_answers(question: str, number: str) -> None:
    reply = ask(STORE, question)
    assert isinstance(reply, Answer)
    fact = reply.hits[0].fact
    assert isinstance(fact, Figure)
    assert fact.span.of(QUAY.text) == number


def test_an_age_after_of_answers_how_old() -> None:
    reply = ask(STORE, "how old is the pilot")
    assert isinstance(reply, Answer)
    assert "A pilot of 61" in reply.hits[0].passage.span.of(QUAY.text)
