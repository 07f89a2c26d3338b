"""The rules of single question shapes, each on an article of its own with facts as extracted."""

import pytest

from bot.core.extract import extract
from bot.core.facts import Dated, Figure
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, RefusalCode, Reply, ask

TEXT = """Bakery chain closes shops

By Nora Quill

HALDEN, May 3, 2021 — The bakery chain Brotter will close 14 of its 90 shops, the company said on Monday.
About 320 bakers and 45 drivers will lose their jobs. Some apprentices may stay.
Brotter was founded in 1964 by Karl Brotter, 88, who still owns the mill in Osten.
The closures will cost 2.4 million euros, according to finance chief Ines Hallo.
“We baked too much bread for too few people,” Hallo told the Halden Courier.
The union called the plan “heartless” and wants talks by June. The tower of the mill is 31 metres high.
"""
STORE = FactStore.build([(article := read_article(TEXT, id="bakery"), extract(article))])


def reply(question: str) -> Reply:
    return ask(STORE, question)


def first(question: str) -> str:
    found = reply(question)
    assert isinstance(found, Answer), found
    return found.hits[0].passage.text


def figure(question: str) -> float:
    found = reply(question)
    assert isinstance(found, Answer), found
    fact = found.hits[0].fact
    assert isinstance(fact, Figure), fact
    return fact.low


def code(question: str) -> RefusalCode:
    found = reply(question)
    assert isinstance(found, Refusal), [hit.passage.text for hit in found.hits]
    return found.code


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many bakers will lose their jobs?", 320),
        ("how many drivers lose their jobs", 45),
        ("how many shops will be closed", 14),
        ("How much will the closures cost?", 2_400_000),
        ("How high is the tower of the mill?", 31),
    ],
)
def test_a_question_for_a_number_leads_with_the_figure_of_the_right_thing_and_unit(
    question: str, value: float
) -> None:
    assert figure(question) == value


@pytest.mark.parametrize(
    "question",
    [
        "How many apprentices may stay?",
        "How many managers will lose their jobs?",
        "How much does a loaf cost?",
        "How tall is Ines Hallo?",
        "How heavy is the tower?",
        "When did Ines Hallo join the company?",
    ],
)
def test_a_number_or_date_that_is_not_given_is_refused(question: str) -> None:
    assert code(question) in {RefusalCode.NO_SUCH_FACT, RefusalCode.TERMS_APART}


def test_a_number_is_not_taken_from_another_reporter() -> None:
    assert code("How many bakers did the union say will lose their jobs?") is RefusalCode.VETOED


def test_a_date_leads_where_a_date_was_asked_for() -> None:
    found = reply("When was Brotter founded?")
    assert isinstance(found, Answer)
    assert isinstance(found.hits[0].fact, Dated)
    assert found.hits[0].fact.iso == "1964"


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who wrote this article?", "Nora Quill"),
        ("What is the headline?", "Bakery chain closes shops"),
        ("What happened?", "will close 14"),
        ("what is this article about?", "will close 14"),
        ("Who owns the mill?", "Karl Brotter"),
        ("How old is Karl Brotter?", "88"),
        ("Who called the plan heartless?", "The union"),
        ("How did the union describe the plan?", "heartless"),
        ("What did Hallo tell the Halden Courier?", "too much bread"),
    ],
)
def test_the_page_its_people_and_their_words_are_found(question: str, words: str) -> None:
    assert words in first(question)


@pytest.mark.parametrize(
    "question",
    [
        "Did Karl Brotter resign?",
        "What did Karl Brotter say?",
        "What did Hallo say about the union?",
        "What did Hallo tell Reuters?",
    ],
)
def test_a_name_without_the_deed_is_refused(question: str) -> None:
    assert code(question) in {
        RefusalCode.TERMS_APART,
        RefusalCode.NO_SUCH_FACT,
        RefusalCode.VETOED,
        RefusalCode.UNKNOWN_NAME,
    }


@pytest.mark.parametrize("number", ["0" * 1000, "31m"])
def test_a_number_without_anything_similar_announces_nothing(number: str) -> None:
    found = ask(STORE, number)
    assert isinstance(found, Refusal)
    assert not found.nearest
    assert "follows" not in found.reason
    assert len(found.reason) < 120


def test_two_articles_that_answer_equally_well_are_asked_back() -> None:
    one = read_article("Mill fire in Osten\n\nA mill burned in Osten on Friday, police said.\n", id="one")
    two = read_article("Fire in mill\n\nA mill burned in Osten on Friday, police said.\n", id="two")
    found = ask(FactStore.build([(one, extract(one)), (two, extract(two))]), "where did the mill burn")
    assert isinstance(found, Answer)
    assert found.ask_back == ("Mill fire in Osten", "Fire in mill")


def test_questions_about_the_page_ask_back_when_several_are_loaded() -> None:
    other = read_article("Short news\n\nBy Otto Lenk\n\nIt rained in Halden.\n", id="other")
    store = FactStore.build([(STORE.entries[0].article, STORE.entries[0].facts), (other, extract(other))])
    found = ask(store, "who wrote this article")
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.AMBIGUOUS
