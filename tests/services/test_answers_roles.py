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
