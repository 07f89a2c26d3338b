"""A look-up by words never gets another statement as the same: likeness finds, hard tokens decide."""

from __future__ import annotations

import pytest

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, RefusalCode, quote

TEXT = """Harbour news

“We will not sail before 40 crates are found,” said captain Ilse Dorn.
"""


@pytest.fixture(scope="module")
def store() -> FactStore:
    article = read_article(TEXT, id="harbour")
    return FactStore.build([(article, extract(article))])


@pytest.mark.parametrize(
    "words", ["we will not sail before 40 crates", "crates found", "Dorn", "sail before crates"]
)
def test_words_of_the_quotation_find_it(store: FactStore, words: str) -> None:
    assert isinstance(quote(store, words), Answer)


@pytest.mark.parametrize(
    ("words", "differs"),
    [
        ("we will sail before 40 crates are found", "one of them is negated"),
        ("we will not sail before 50 crates are found", "a number differs"),
        ("we will not sail after 40 crates are found", "it goes the other way"),
    ],
)
def test_a_similar_quotation_is_told_apart_and_shown(store: FactStore, words: str, differs: str) -> None:
    reply = quote(store, words)
    assert isinstance(reply, Refusal)
    assert reply.code is RefusalCode.VETOED
    assert differs in reply.reason
    assert reply.nearest
