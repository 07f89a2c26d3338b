"""How a claim stands to a passage, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.alignment import Likeness, ReasonKind, align

PASSAGE = "About 2,000 Danish farmers were not paid, 41 firms closed and 7 reopened before May."


@given(st.text())
def test_a_text_is_exact_to_itself(text: str) -> None:
    assert align(text, text).verdict is Likeness.EXACT


@given(st.integers(0, 999_999), st.integers(0, 999_999))
def test_another_number_is_never_the_same(one: int, other: int) -> None:
    found = align(f"The mill has {one} looms.", f"The mill has {other} looms.")
    assert found.vetoed == (one != other)


@pytest.mark.parametrize("typed", ["2 000", "2000", "two thousand"])
def test_a_number_is_equal_in_every_spelling(typed: str) -> None:
    assert align(PASSAGE.replace("2,000", typed), PASSAGE).verdict is Likeness.TYPOGRAPHY


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2,000", "3,000", ReasonKind.NUMBER),
        ("2,000", "2.000", ReasonKind.NUMBER),
        ("41", "14", ReasonKind.NUMBER),
        ("not ", "", ReasonKind.NEGATION),
        ("firms closed", "firms never closed", ReasonKind.NEGATION),
        ("Danish", "Finnish", ReasonKind.NAME),
        ("About ", "", ReasonKind.HEDGE),
        ("before", "after", ReasonKind.DIRECTION),
        ("41 firms closed and 7", "7 firms closed and 41", ReasonKind.PAIRING),
        ("paid", "fed", ReasonKind.WORDS),
    ],
)
def test_a_difference_is_vetoed_with_its_one_reason(old: str, new: str, kind: ReasonKind) -> None:
    found = align(PASSAGE.replace(old, new), PASSAGE)
    assert found.vetoed
    assert [reason.kind for reason in found.reasons] == [kind]


def test_nothing_is_not_something() -> None:
    found = align("She has something to hide.", "She has nothing to hide.")
    assert [reason.kind for reason in found.reasons] == [ReasonKind.NEGATION]


def test_reasons_have_their_places_on_both_sides() -> None:
    claim = PASSAGE.replace("Danish", "Finnish")
    (reason,) = align(claim, PASSAGE).reasons
    assert reason.claim is not None
    assert reason.passage is not None
    assert (reason.claim.of(claim), reason.passage.of(PASSAGE)) == ("Finnish", "Danish")


def test_marks_case_and_spaces_are_typography() -> None:
    assert align("“the Mill’s  gate”", '"The mill\'s gate"').verdict is Likeness.TYPOGRAPHY


def test_words_missing_at_an_end_are_trimmed() -> None:
    assert align("The mill closed", "The mill closed in the spring").verdict is Likeness.TRIMMED


def test_an_exchange_is_shown_from_its_first_changed_word_to_its_last() -> None:
    claim = PASSAGE.replace("41 firms closed and 7", "7 firms closed and 41")
    (reason,) = align(claim, PASSAGE).reasons
    assert reason.claim is not None
    assert reason.claim.of(claim) == "7 firms closed and 41"


@pytest.mark.parametrize(
    ("claim", "passage"), [("It was -5 there.", "It was 5 there."), ("5% left", "5 left")]
)
def test_a_sign_that_changes_a_number_is_no_typography(claim: str, passage: str) -> None:
    assert align(claim, passage).vetoed


def test_the_upper_end_of_a_range_counts_to_its_last_digit() -> None:
    claim = "It holds 1,000,000 to 2,000,002 litres."
    assert align(claim, "It holds 1,000,000 to 2,000,001 litres.").vetoed
