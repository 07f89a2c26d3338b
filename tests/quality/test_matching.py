"""What counts as the same name, unit, value and words."""

from __future__ import annotations

import pytest

from bot.core.span import Span
from tests.quality.matching import overlap, paragraphs, same_name, same_unit, same_value


@pytest.mark.parametrize(
    ("got", "gold"),
    [
        ("Lindqvar", "Greta Lindqvar"),
        ("Governor Tomas Arrel", "Tomas Arrel"),
        ("A spokesman", "A spokesman for Bexton Police"),
        ("the health ministry", "health ministry"),
        ("a report", "a report seen by Halden Wire"),
        ("Amina Sol", "Amina Sól"),
        ("Wenche Dahl-Moe", "Wenche Dahl\u2011Moe"),
        ("Greta Lindqvar, 61", "Greta Lindqvar"),
    ],
)
def test_a_name_may_be_shorter_or_longer_with_the_same_head(got: str, gold: str) -> None:
    assert same_name(got, [gold])


@pytest.mark.parametrize(
    ("got", "gold"),
    [
        ("Bexton Police", "A spokesman for Bexton Police"),
        ("Agata Brodie", "Stellan Brodie"),
        ("Tomas", "Tomas Arrel"),
        ("she", "Greta Lindqvar"),
        ("", "Greta Lindqvar"),
    ],
)
def test_another_head_or_another_first_name_is_another_name(got: str, gold: str) -> None:
    assert not same_name(got, [gold])


def test_a_unit_is_judged_by_its_head_in_words_or_in_short_form() -> None:
    assert same_unit(["full-time jobs", None], ["jobs"])
    assert same_unit(["per cent", "%"], ["%"])
    assert same_unit(["bottles an hour", None], ["bottles"])
    assert not same_unit(["police", None], ["police officers"])


def test_a_missing_unit_is_right_only_where_gold_accepts_it() -> None:
    assert same_unit([None, None], [None, "people"])
    assert same_unit([None, None], [])
    assert not same_unit([None, None], ["people"])
    assert not same_unit(["people", None], [])


def test_values_are_compared_as_numbers_and_ranges_at_both_ends() -> None:
    assert same_value((2300, 2300), 2300, vague=False)
    assert not same_value((2300, 2301), 2300, vague=False)
    assert same_value((12, 99), 12, vague=True)
    assert not same_value((9, 9), (9, 11), vague=False)


def test_a_quote_over_two_paragraphs_is_two_pieces_without_their_marks() -> None:
    text = "“One.\r\n\r\n“Two.”"
    assert [span.of(text) for span in paragraphs(text, Span(0, len(text)))] == ["One", "Two"]


def test_overlap_is_intersection_over_union() -> None:
    assert overlap(Span(0, 10), Span(5, 15)) == pytest.approx(1 / 3)
    assert overlap(Span(0, 5), Span(5, 9)) == 0
