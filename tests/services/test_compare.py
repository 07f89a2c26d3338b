"""Figures side by side: what relation two have by rule, and how a table of them is told."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.facts import Bound, Figure
from bot.core.span import Span
from bot.core.store import FactStore
from bot.services.answers import Comparison, Refusal, RefusalCode, compare
from bot.services.cards import Card, Cited, Own, reply_cards
from bot.services.cards.compare import relations
from bot.services.compare import Interval, Relation, Rules, exclude, interval
from bot.services.compare.intervals import vague_last
from bot.services.library import load_library
from bot.services.replies import reply_record
from bot.services.requests import Request
from tests.services.answer_fixture import store as stored

ROOT = Path(__file__).parents[2]
LEAD = "Storm Agatha tore roofs off houses in Marrow Bay and flooded the old harbour."


def shelf(folder: Path, *sentences: str, published: str = "2024-03-13") -> FactStore:
    """Articles on one storm with a sentence each."""
    for name, sentence in zip("abcdefghij", sentences, strict=False):
        front = (
            f"---\ntitle: Storm Agatha hits Marrow Bay\noutlet: Paper {name}\npublished: {published}\n---\n"
        )
        (folder / f"{name}.txt").write_text(f"{front}\n{LEAD}\n\n{sentence}\n", encoding="utf-8")
    return load_library(str(folder), 300_000).current


def compared(store: FactStore, subject: str) -> Comparison:
    found = compare(store, subject)
    assert isinstance(found, Comparison), found
    return found


def lines(card: Card) -> list[str]:
    def words(piece: Own | Cited) -> str:
        return piece.text if isinstance(piece, Own) else piece.words

    return ["".join(map(words, block.pieces)) for block in card.blocks]


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("Police said 12 people were killed.", "Doctors said 12 people died.", Relation.SAME),
        ("Dozens of people were injured.", "Dozens of people were hurt.", Relation.SAME),
        ("At least 40 people were injured.", "Police said 45 people were hurt.", Relation.COMPATIBLE),
        ("Dozens of people were injured.", "Police said 45 people were hurt.", Relation.COMPATIBLE),
        ("About 40 people were injured.", "Some 43 people were hurt.", Relation.COMPATIBLE),
        ("Police said 12 people were killed.", "Doctors said 14 people died.", Relation.CONFLICT),
        ("More than 40 people were injured.", "Police said 40 people were hurt.", Relation.CONFLICT),
        ("Hundreds of people were injured.", "Police said 12 people were hurt.", Relation.CONFLICT),
        ("Some 353 officers were injured.", "More than 1,000 people were injured.", Relation.DIFFERENT_SCOPE),
        (
            "Police said 12 people were injured.",
            "Police said 4 people were killed.",
            Relation.DIFFERENT_SCOPE,
        ),
    ],
)
def test_two_accounts_stand_to_each_other_by_rule(
    tmp_path: Path, first: str, second: str, relation: Relation
) -> None:
    found = compared(shelf(tmp_path, first, second), "injured hurt killed died")
    rules = Rules()
    one, other = (
        rules.measured(entry.article, entry.facts.figures[0])
        for entry in shelf(tmp_path, first, second).entries
    )
    assert rules.relate(one, other).relation is relation
    assert rules.relate(other, one).relation is relation
    assert all(pair.relation is relation for pair in found.pairs)


def test_other_days_are_a_different_time(tmp_path: Path) -> None:
    said = "Police said 12 people were killed in 1931.", "Police said 14 people were killed."
    found = compared(shelf(tmp_path, *said), "people killed")
    assert [pair.relation for pair in found.pairs] == [Relation.DIFFERENT_TIME]


def test_one_reporter_with_two_numbers_in_one_article_has_counted_two_things(tmp_path: Path) -> None:
    store = shelf(tmp_path, "Police said 12 people were killed. Police said 14 people were killed.")
    (pair,) = compared(store, "people killed").pairs
    assert (pair.relation, pair.why) == (Relation.DIFFERENT_SCOPE, "one reporter in one article")


def test_two_accidents_are_two_matters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "A lorry hit a school in Lower Tarn.\n\nPolice said 12 people were killed.\n", encoding="utf-8"
    )
    (tmp_path / "b.txt").write_text(
        "An avalanche buried climbers near Mount Orra.\n\nDoctors said 14 people were killed.\n",
        encoding="utf-8",
    )
    (pair,) = compared(load_library(str(tmp_path), 300_000).current, "people killed").pairs
    assert (pair.relation, pair.why) == (Relation.DIFFERENT_SCOPE, "matter")


@given(
    st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(Bound), st.booleans()),
        min_size=2,
        max_size=2,
    )
)
def test_intervals_exclude_each_other_if_no_number_lies_in_both(
    made: list[tuple[int, int, Bound, bool]],
) -> None:
    read = [
        interval(Figure(Span(0, 1), min(low, high), max(low, high), vague and low == high > 9, bound))
        for low, high, bound, vague in made
    ]
    grid = [half / 2 for half in range(-100, 1000)]
    shared = [number for number in grid if all(_holds(each, number) for each in read)]
    assert exclude(*read) == (not shared)


def _holds(read: Interval, number: float) -> bool:
    low = read.low is None or number > read.low or (number == read.low and read.shape.name != "MORE_THAN")
    high = read.high is None or number < read.high or (number == read.high and read.shape.name != "LESS_THAN")
    return low and high


class TestTheTable:
    def test_each_row_has_number_words_interval_and_chain(self, tmp_path: Path) -> None:
        store = shelf(tmp_path, "At least 40 people were hurt.", "Police said 35 people were hurt.")
        table, *figures = reply_cards(compare(store, "people hurt"), store)
        assert lines(table) == [
            "2 figures side by side",
            "conflict: 1 with 2",
            "1 · At least 40 people were hurt · 40 or more ← Paper a, 2024-03-13",
            "2 · 35 people were hurt · 35 ← Police ← Paper b, 2024-03-13",
        ]
        assert [lines(card)[0] for card in figures] == ["Figure 1", "Figure 2"]
        assert all(lines(card)[-1].endswith("exact") for card in figures)

    def test_figures_of_one_scope_stand_together(self, tmp_path: Path) -> None:
        store = shelf(
            tmp_path,
            "Police said 12 boats sank.",
            "Police said 35 people were hurt.",
            "Police said 36 people were hurt.",
        )
        found = compared(store, "boats hurt")
        assert [hit.passage.article.id for hit in found.hits] == ["b", "c", "a"]
        assert relations(found) == (
            "conflict: 1 with 2 · different scope (thing counted): 1 with 3; 2 with 3"
        )

    def test_one_figure_is_shown_without_a_relation(self, tmp_path: Path) -> None:
        store = shelf(tmp_path, "Police said 12 boats sank.")
        table = next(iter(reply_cards(compare(store, "boats"), store)))
        assert lines(table)[0] == "One figure only: there is nothing to compare it with."

    def test_no_number_is_shown_that_is_not_an_end_of_one_figure(self, tmp_path: Path) -> None:
        store = shelf(tmp_path, "Police said 20 people were hurt.", "Doctors said 40 people were hurt.")
        shown = "\n".join(line for card in reply_cards(compare(store, "hurt"), store) for line in lines(card))
        assert not re.search(r"\b(30|60)\b", shown)

    def test_it_is_told_in_words_where_an_end_is_the_bots_reading(self, tmp_path: Path) -> None:
        store = shelf(tmp_path, "Dozens of people were hurt.")
        *_, notes = reply_cards(compare(store, "hurt"), store)
        assert "the bot's reading" in lines(notes)[-1]

    def test_eight_figures_are_compared_and_the_rest_counted(self, tmp_path: Path) -> None:
        store = shelf(tmp_path, *(f"Police said {number} people were hurt." for number in range(21, 31)))
        found = compared(store, "people hurt")
        assert (len(found.hits), len(found.pairs), found.more) == (8, 28, 2)
        assert len(relations(found)) < 230


def test_without_a_subject_it_says_what_to_do() -> None:
    found = compare(stored(), " ")
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.NO_TERMS
    assert "compare firefighters" in found.reason


def test_what_no_figure_counts_is_refused() -> None:
    found = compare(stored(), "zeppelins")
    assert isinstance(found, Refusal)
    assert found.code is RefusalCode.NO_SUCH_FACT


def test_a_slip_of_the_keyboard_is_forgiven() -> None:
    assert compared(stored(), "sailers").hits[0].passage.text.startswith("At least 14 sailors")


def test_a_request_gives_the_same_and_json_has_every_pair_once() -> None:
    found = compared(stored(), "killed deaths sailors")
    assert Request("compare", "killed deaths sailors").answer(stored()) == found
    record = reply_record(found)
    places = [(pair["first"], pair["second"]) for pair in record["pairs"]]
    assert places == list(itertools.combinations(range(len(record["answers"])), 2))
    assert len(record["read"]) == len(record["answers"])


def test_the_configuration_shows_the_table_of_vague_words() -> None:
    shown = " ".join(re.sub(r"\n *#", " ", (ROOT / "config.yaml").read_text(encoding="utf-8")).split())
    words = {
        "tens": 10,
        "dozens": 12,
        "scores": 20,
        "hundreds": 100,
        "thousands": 1000,
        "tens of thousands": 10_000,
    }
    for word, base in words.items():
        assert f'"{word}" {base:,} to {int(vague_last(base)):,}' in shown
