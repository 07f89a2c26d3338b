"""Who says so: found by words or by a figure, never the same where a hard token differs, the chain link by link."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.facts import Figure, Quote
from bot.core.store import FactStore
from bot.services.answers import Chains, Refusal, RefusalCode, who
from bot.services.cards import Card, Own, Role, reply_cards
from bot.services.library import load_library
from bot.services.replies import reply_record
from bot.services.requests import Request

HARBOUR = """\
---
title: The quay reopens
outlet: Harbour Gazette
published: 2024-03-13
---
Twelve boats sank and 340 sailors were rescued, harbour master Ilse Dorn said.

“We heard nothing until the water reached the upper windows,” said Dorn. “There was no warning that reached me.”

Dozens of deaths are being reported.

“Officials have said nearly 40 cars were lost in the flood,” the Daily Lamp wrote.

The wall was called “modern”.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> FactStore:
    folder: Path = tmp_path_factory.mktemp("seeds")
    (folder / "quay.txt").write_text(HARBOUR, encoding="utf-8")
    return load_library(str(folder), 300_000).current


def lines(card: Card, *roles: Role) -> list[str]:
    return [
        "".join(piece.text if isinstance(piece, Own) else piece.words for piece in block.pieces)
        for block in card.blocks
        if not roles or block.role in roles
    ]


def found(store: FactStore, words: str) -> list[str]:
    reply = who(store, words)
    assert isinstance(reply, Chains), reply
    facts = [(hit.passage.article, hit.fact) for hit in reply.hits]
    return [fact.span.of(article.text) for article, fact in facts if isinstance(fact, Quote | Figure)]


@pytest.mark.parametrize(
    "words",
    [
        "We heard nothing until the water reached the upper windows",
        "we heard nothing until",
        "We heared nothing until the watter reached",
        "“We heard nothing until the water reached the upper windows,”",
        'who said "reached the upper windows"?',
        "said that we heard nothing until the water",
    ],
)
def test_a_quotation_is_found_by_its_words_slips_forgiven(store: FactStore, words: str) -> None:
    assert found(store, words)[0].startswith("We heard nothing")


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("340 sailors", "340"),
        ("340 sailors rescued", "340"),
        ("340 sailers rescued", "340"),
        ("sailors", "340"),
        ("twelve boats", "Twelve"),
        ("12 boats", "Twelve"),
        ("dozens of deaths", "Dozens"),
    ],
)
def test_a_figure_is_found_by_its_number_and_what_it_counts(
    store: FactStore, words: str, figure: str
) -> None:
    assert found(store, words) == [figure]


@pytest.mark.parametrize(
    ("words", "differs"),
    [
        ("341 sailors rescued", "a number"),
        ("12 deaths", "a number"),
        ("340 boats sank", "what a number counts"),
        ("12 sailors rescued and 340 boats sank", "what a number counts"),
        ("about 340 sailors", "a hedge"),
        ("more than 340 sailors", "a bound or direction"),
        ("340 sailors were not rescued", "a negation"),
        ("We heard something until the water reached the upper windows", "a negation"),
        ("a warning that reached me", "a negation"),
        ("warning that reached me", "a negation"),
        ("nearly 41 cars were lost", "a number"),
    ],
)
def test_what_differs_in_a_hard_token_is_only_similar(store: FactStore, words: str, differs: str) -> None:
    reply = who(store, words)
    assert isinstance(reply, Refusal), reply
    assert reply.code is RefusalCode.VETOED
    assert f"similar, but {differs}" in reply.reason
    assert reply.nearest
    assert all(hit.fact is None for hit in reply.nearest)


class TestTheChain:
    def test_each_link_is_a_line_with_its_words_and_its_verb(self, store: FactStore) -> None:
        card = next(iter(reply_cards(who(store, "340 sailors"), store)))
        assert lines(card, Role.LEAD, Role.WHO) == [
            "340 sailors were rescued",
            "1 · Ilse Dorn · said",
            "2 · on the page: Harbour Gazette, 2024-03-13",
        ]

    def test_a_missing_link_is_not_named(self, store: FactStore) -> None:
        card = next(iter(reply_cards(who(store, "dozens of deaths"), store)))
        assert lines(card, Role.WHO)[0].startswith("1 · not named")

    def test_words_that_somebody_passes_on_go_over_him(self, store: FactStore) -> None:
        *_, card = reply_cards(who(store, "40 cars were lost"), store)
        assert lines(card, Role.WHO) == [
            "1 · Officials · said",
            "2 · Daily Lamp · wrote",
            "3 · on the page: Harbour Gazette, 2024-03-13",
        ]

    def test_words_held_at_a_distance_have_no_speaker(self, store: FactStore) -> None:
        card = next(iter(reply_cards(who(store, "modern"), store)))
        assert "1 · " not in "".join(lines(card, Role.WHO))
        assert lines(card, Role.NOTE) == ["A scare quotation: it has no speaker."]

    def test_every_card_ends_in_a_receipt(self, store: FactStore) -> None:
        for card in reply_cards(who(store, "340 sailors"), store):
            assert lines(card, Role.RECEIPT)[0].endswith("exact")


def test_words_that_nobody_said_are_refused(store: FactStore) -> None:
    reply = who(store, "zeppelins over the museum")
    assert isinstance(reply, Refusal)
    assert reply.code is RefusalCode.NO_SUCH_FACT


@pytest.mark.parametrize("words", ["", "  ", "?", "“”", "of the"])
def test_without_words_it_says_what_to_do(store: FactStore, words: str) -> None:
    reply = who(store, words)
    assert isinstance(reply, Refusal)
    assert reply.code is RefusalCode.NO_TERMS
    assert "who 45 firefighters" in reply.reason


def test_a_request_gives_the_same_and_json_has_the_chain(store: FactStore) -> None:
    reply = who(store, "340 sailors")
    assert Request("who", "340 sailors").answer(store) == reply
    (answer,) = reply_record(reply)["answers"]
    assert [link["source"] for link in answer["fact"]["chain"]] == ["Ilse Dorn"]
