"""What belongs to the question: the event, the number's deed, the words of the one who is asked about."""

import pytest

from bot.core.extract import extract
from bot.core.facts import Figure
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, RefusalCode, Reply, ask

MILL = """Mill burns down in Aldergate

By Nora Quill

ALDERGATE, May 3, 2021 — A fire destroyed the old mill in Aldergate on Monday. Six people were hurt.
The mill belongs to the firm Brotter & Sons, which has run it since 1931.
“You find out what you own,” said neighbour Ida Renn.
The firm had a budget of 2.4 million euros last year, 12 per cent more than the year before.
The Aldergate Courier counted more: “About 40 guests were evacuated, and 9 hospitalised,” it wrote.
Fire chief Tomas Ek said that the brigade will inspect the other mills.
"""
RIOT = """Riot shakes Port Lenna

By Omar Vane

PORT LENNA, June 8, 2021 — Crowds stormed the harbour office on Tuesday.
The police paid too: 353 officers were injured and 12 killed, city officials said.
"""
ARTICLES = [read_article(MILL, id="mill"), read_article(RIOT, id="riot")]
STORE = FactStore.build([(article, extract(article)) for article in ARTICLES])


def reply(question: str, article: str | None = None) -> Reply:
    return ask(STORE, question, article=article)


def first(question: str, article: str | None = None) -> str:
    found = reply(question, article)
    assert isinstance(found, Answer), found
    return found.hits[0].passage.text


def test_an_owner_is_found_where_the_thing_belongs_to_somebody() -> None:
    assert "belongs to the firm Brotter" in first("Who owns the mill?")


@pytest.mark.parametrize(
    "question", ["How many people were killed in the fire?", "how many killed when the mill burned"]
)
def test_a_number_of_another_event_does_not_answer(question: str) -> None:
    found = reply(question)
    assert isinstance(found, Refusal), found
    assert found.code is RefusalCode.NO_SUCH_FACT


@pytest.mark.parametrize(
    "question", ["How many officers were killed?", "How many were killed in Port Lenna?"]
)
def test_a_number_of_the_event_asked_about_answers_among_several_articles(question: str) -> None:
    assert "12 killed" in first(question)


def test_who_said_a_number_with_the_deed_of_another_number_is_refused() -> None:
    found = reply("Who said 353 police were killed?", "riot")
    assert isinstance(found, Refusal), found
    assert found.code is RefusalCode.VETOED


@pytest.mark.parametrize("question", ["Who said 353 police were injured?", "Who said 12 police were killed?"])
def test_who_said_a_number_with_its_own_deed_is_answered(question: str) -> None:
    assert "353 officers" in first(question, "riot")


def test_words_about_a_matter_are_not_words_that_say_it() -> None:
    found = reply("Did Ek say that the brigade will rebuild the mills?", "mill")
    assert isinstance(found, Refusal), found
    assert "none that say it" in found.reason
    assert "inspect the other mills" in found.nearest[0].passage.text


def test_words_that_say_what_is_asked_are_an_answer() -> None:
    assert "inspect the other mills" in first("Did Ek say that the brigade will inspect other mills?", "mill")


@pytest.mark.parametrize(
    "question",
    [
        "How many hospitalised?",
        "How many hospitalised according to the Aldergate Courier?",
        "According to the Aldergate Courier, how many were hospitalised?",
    ],
)
def test_a_deed_may_stand_alone_for_the_people_counted(question: str) -> None:
    found = reply(question, "mill")
    assert isinstance(found, Answer), found
    fact = found.hits[0].fact
    assert isinstance(fact, Figure)
    assert fact.low == 9


def test_a_budget_is_an_amount_of_money() -> None:
    found = reply("How big was the budget last year?", "mill")
    assert isinstance(found, Answer), found
    fact = found.hits[0].fact
    assert isinstance(fact, Figure)
    assert fact.low == 2_400_000
