"""The timeline: dated claims in order, the article's words beside the days, the undated apart."""

from __future__ import annotations

import pytest

from bot.core.facts import Dated
from bot.core.store import FactStore
from bot.services.answers import Refusal, RefusalCode, Reply, Timeline, timeline
from bot.services.cards import reply_cards
from bot.services.cards.values import Own
from bot.services.replies import reply_record
from bot.services.requests import Request
from tests.services.answer_fixture import store as stored


@pytest.fixture(scope="module")
def store() -> FactStore:
    return stored()


def dates(reply: Reply) -> list[tuple[str, str]]:
    assert isinstance(reply, Timeline)
    facts = [(hit.passage.article, hit.fact) for hit in reply.hits]
    return [(fact.span.of(article.text), fact.iso) for article, fact in facts if isinstance(fact, Dated)]


def test_claims_stand_in_the_order_of_their_days_beside_the_words(store: FactStore) -> None:
    assert dates(timeline(store)) == [("2004", "2004"), ("Friday", "2022-03-04")]


def test_a_subject_keeps_what_is_about_it(store: FactStore) -> None:
    assert dates(timeline(store, "sailors rescued")) == [("Friday", "2022-03-04")]


def test_a_slip_of_the_keyboard_is_forgiven_and_said(store: FactStore) -> None:
    found = timeline(store, "sailers rescued")
    assert dates(found) == [("Friday", "2022-03-04")]
    assert isinstance(found, Timeline)
    assert found.read_as == (("sailers", "sailors"),)


def test_what_has_no_date_is_apart_in_reading_order(store: FactStore) -> None:
    found = timeline(store)
    assert isinstance(found, Timeline)
    spans = [hit.passage.span for hit in found.undated]
    assert spans == sorted(spans)
    assert "The hospital reported five deaths, and police said 7 people were killed." in [
        hit.passage.text for hit in found.undated
    ]
    assert not {hit.passage.span for hit in found.hits} & set(spans)


def test_a_subject_without_a_date_is_refused_with_its_passages(store: FactStore) -> None:
    found = timeline(store, "hospital")
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.NO_SUCH_FACT
    assert found.nearest[0].passage.text.startswith("The hospital reported")


def test_an_article_that_is_not_loaded_is_refused(store: FactStore) -> None:
    found = timeline(store, article="gone")
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.NO_ARTICLE


def test_every_card_of_a_claim_has_the_articles_words_and_a_receipt(store: FactStore) -> None:
    cards = list(reply_cards(timeline(store), store))
    own = [
        piece.text for card in cards for block in card.blocks for piece in block.pieces if type(piece) is Own
    ]
    assert "Without a date in their own words:" in own
    for card in cards:
        cited = list(card.cited())
        assert not cited or any(block.role.value == "receipt" for block in card.blocks)


def test_a_request_gives_the_same_and_json_has_the_undated(store: FactStore) -> None:
    found = timeline(store)
    assert Request("timeline").answer(store) == found
    assert isinstance(found, Timeline)
    assert len(reply_record(found)["undated"]) == len(found.undated) > 0
