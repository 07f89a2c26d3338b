"""Whose words answer "what did X say", each shown once and never in another's place."""

import pytest

from bot.core.extract import extract
from bot.core.facts import Quote
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, RefusalCode, ask
from bot.services.answers.case import SURE_SCORE

TEXT = """Flood closes the mills of Orrin

By Nora Quill

ORRIN, May 3, 2021 — The transport ministry said 40 bridges were closed on Monday, while the fire chief Tessa Rook told Radio Orrin that “the river is still rising”.
Mayor Ulf Brandt denied that the dam had been neglected. Engineers confirmed that two turbines had failed.
The miller Jon Aske said on Tuesday that he would rebuild the mill.

The water came up to my knees. Then it came up to my chin. Leave Orrin now.
— Ida Vance (@idavance) May 2, 2021

President Kaspar Lund of Norway sent blankets.
"""
STORE = FactStore.build([(article := read_article(TEXT, id="flood"), extract(article))])


def answered(question: str) -> Answer:
    found = ask(STORE, question)
    assert isinstance(found, Answer), found
    return found


def refused(question: str) -> Refusal:
    found = ask(STORE, question)
    assert isinstance(found, Refusal), [hit.passage.text for hit in found.hits]
    return found


@pytest.mark.parametrize(
    "question", ["What did the transport ministry say?", "wat did the transport ministry report"]
)
def test_words_without_marks_answer_without_those_of_another_in_the_same_sentence(question: str) -> None:
    (hit,) = answered(question).hits
    assert hit.fact is None
    assert hit.passage.text == "The transport ministry said 40 bridges were closed on Monday"


def test_words_in_marks_answer_for_the_one_whose_they_are() -> None:
    (hit,) = answered("What did Tessa Rook say?").hits
    assert isinstance(hit.fact, Quote)
    assert hit.fact.span.of(TEXT) == "the river is still rising"


def test_a_post_of_several_sentences_is_shown_once() -> None:
    assert len(answered("What did Ida Vance say?").hits) == 1


def test_a_name_that_the_question_has_already_is_not_suggested() -> None:
    assert refused("What did Brandt tell Kowalski?").suggestions == ()


def test_a_name_is_suggested_for_its_neighbour_or_a_like_spelling() -> None:
    assert refused("What did Olga Brandt say?").suggestions == ("Ulf Brandt",)
    assert refused("What did Brant-Olsen announce?").suggestions == ("Ulf Brandt",)


def test_what_is_only_close_scores_below_what_answers() -> None:
    close = answered("which bridges collapsed in the flood on Monday")
    assert close.closest_only
    assert close.hits[0].score < SURE_SCORE <= min(hit.score for hit in answered("What did Vance say?").hits)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Did Brandt deny that the dam was neglected?", "denied that the dam"),
        ("did the mayor reject that the dam had been neglected", "denied that the dam"),
        ("Did engineers confirm that turbines failed?", "confirmed that two turbines"),
        ("Who denied that the dam had been neglected?", "denied that the dam"),
        ("Did anyone deny that the dam had been neglected?", "denied that the dam"),
    ],
)
def test_a_speech_act_is_answered_by_one_of_its_force(question: str, words: str) -> None:
    assert words in answered(question).hits[0].passage.text


@pytest.mark.parametrize(
    "question",
    [
        "Did engineers deny that turbines failed?",
        "Did Jon Aske promise to rebuild the mill?",
        "did the ministry admit the bridges were closed",
        "Who denied that two turbines had failed?",
    ],
)
def test_who_only_speaks_of_it_has_not_denied_admitted_or_promised_it(question: str) -> None:
    refusal = refused(question)
    assert refusal.code is RefusalCode.VETOED
    assert refusal.nearest


def test_the_very_name_goes_before_a_similar_one() -> None:
    text = "Peter Rolland said the port was shut. Mayor Ida Roland said that she would sail on Monday."
    near = read_article(text, id="near")
    found = ask(FactStore.build([(near, extract(near))]), "What did Roland say?")
    assert isinstance(found, Answer), found
    assert ["Ida Roland" in hit.passage.text for hit in found.hits] == [True]
