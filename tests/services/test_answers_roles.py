"""Who holds an office comes before who held it."""

import pytest

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, ask

TEXT = """Statue falls in Oslo

The statue of Norway's first president and until last week head of the council fell on Monday.
Crowds cheered for hours while the embattled Norwegian president Kaspar Lund, who has been silent since the vote, left the capital by train.
The former harbour chief of Bergen, Otto Lenk, is ill. The statue was made by Ida Vance, the harbour chief of Bergen.
"""
STORE = FactStore.build([(article := read_article(TEXT, id="statue"), extract(article))])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who is the president of norway", "Kaspar Lund"),
        ("Who is the Norwegian president?", "Kaspar Lund"),
        ("Who is the harbour chief of Bergen?", "Ida Vance"),
        ("Who was the former harbour chief of Bergen?", "Otto Lenk"),
    ],
)
def test_the_holder_of_an_office_comes_first(question: str, name: str) -> None:
    found = ask(STORE, question)
    assert isinstance(found, Answer), found
    assert name in found.hits[0].passage.text


NAMED = """Lift stands still

Ida Vance was not there. “We wait for a part,” Vance said. She would not say more to this paper about it.
The hospital's head of repairs, Ida Vance, has worked there since 1998. Tomas Reeve, a porter, carried a bed.
"""
LIFT = FactStore.build([(lift := read_article(NAMED, id="lift"), extract(lift))])


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("who is Ida Vance?", "head of repairs, Ida Vance"),
        ("who is tomas reeve", "Tomas Reeve, a porter"),
    ],
)
def test_what_somebody_is_comes_before_what_they_did(question: str, role: str) -> None:
    found = ask(LIFT, question)
    assert isinstance(found, Answer), found
    assert role in found.hits[0].passage.text
