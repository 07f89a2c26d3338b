"""Numbers in running text, whatever way they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.numbers import find_numbers, number_values

VALUES = [
    ("2,000", 2000),
    ("2 000", 2000),
    ("2\u00a0000", 2000),
    ("2\u2009000", 2000),
    ("2000", 2000),
    ("two thousand", 2000),
    ("1.234.567", 1_234_567),
    ("1,00,000", 100_000),
    ("twenty-five", 25),
    ("twenty eight", 28),
    ("one hundred and five", 105),
    ("two hundred thousand", 200_000),
    ("a hundred", 100),
    ("half a million", 500_000),
    ("a quarter of a million", 250_000),
    ("two and a half", 2.5),
    ("four-and-a-half", 4.5),
    ("1.5 million", 1_500_000),
    ("3bn", 3_000_000_000),
    ("5k", 5000),
    ("1/2", 0.5),
    ("3 1/2", 3.5),
    ("½", 0.5),
    ("3½", 3.5),
    ("two dozen", 24),
    ("half a dozen", 6),
]


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_a_number_is_read_whole_whatever_way_it_is_written(words: str, value: float) -> None:
    text = f"They counted {words} there."

    (found,) = number_values(text)

    assert found.span.of(text) == words
    assert (found.low, found.high) == (value, value)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("10-15 houses", 10, 15),
        ("10\u201315 houses", 10, 15),
        ("between 10 and 15 houses", 10, 15),
        ("from 10 to 15 houses", 10, 15),
        ("two or three houses", 2, 3),
        ("2 to 3 million houses", 2_000_000, 3_000_000),
        ("between 3 million and more than 10 million houses", 3_000_000, 10_000_000),
        ("£3,000-£5,000", 3000, 5000),
        ("15-20%", 15, 20),
    ],
)
def test_a_range_is_one_number_with_two_ends(words: str, low: float, high: float) -> None:
    (found,) = number_values(words)

    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("words", ["rose from 9 to 10 seats", "10 cats and 15 dogs", "£12,000 – £360"])
def test_two_amounts_that_only_stand_side_by_side_stay_two(words: str) -> None:
    assert len(number_values(words)) == 2


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("dozens of boats", 12),
        ("scores of boats", 20),
        ("hundreds of boats", 100),
        ("tens of thousands of boats", 10_000),
        ("hundreds of thousands of boats", 100_000),
        ("several hundred boats", 100),
        ("a few dozen boats", 12),
    ],
)
def test_a_vague_amount_is_known_by_its_base(words: str, base: float) -> None:
    (found,) = find_numbers(words, 0, len(words))

    assert found.vague
    assert (found.low, found.high) == (base, base)


def test_a_dot_before_three_digits_leaves_both_readings_open() -> None:
    (found,) = number_values("2.000")

    assert (found.low, found.high) == (2, 2000)


@pytest.mark.parametrize(
    "words",
    [
        "PG-7V",
        "Canal-24",
        "G7",
        "COVID-19",
        "4/The next post",
        "at 11:30",
        "at 5 p.m.",
        "@Anna1",
        "https://t.co/1a2b3",
        "pic.twitter.com/4e5",
        "the 33rd floor",
        "the 1990s",
        "version 10.0.1",
        "won 3-1",
        "lost 6-3, 6-4",
        "a 4-3-3 formation",
        "open 24/7",
        "call 555-123-4567",
        "a note [4]",
        "a 5G mast",
        "the 4x100m relay",
    ],
)
def test_what_only_looks_like_a_number_is_none(words: str) -> None:
    assert number_values(words) == ()


def test_a_currency_sign_and_glued_letters_are_kept_beside_the_number() -> None:
    text = "It cost US$5m and took 48hrs."

    cost, time = find_numbers(text, 0, len(text))

    assert cost.sign is not None
    assert time.glued is not None
    assert (cost.sign.of(text), cost.low) == ("US$", 5_000_000)
    assert (time.glued.of(text), time.low) == ("hrs", 48)


@pytest.mark.parametrize(
    ("text", "value", "glued"),
    [
        ("It lost 1.5m people.", 1_500_000, None),
        ("She ran the 100m hurdles.", 100, "m"),
        ("The wall is 5m high.", 5, "m"),
        ("It stood 50m from shops.", 50, "m"),
        ("It fell to -5C.", -5, "C"),
        ("It fell to minus 20C.", -20, "C"),
    ],
)
def test_letters_and_signs_around_digits_are_read_by_what_they_stand_beside(
    text: str, value: float, glued: str | None
) -> None:
    (found,) = find_numbers(text, 0, len(text))

    assert found.low == value
    assert (found.glued.of(text) if found.glued else None) == glued


@given(st.text(alphabet=st.sampled_from("0123456789 .,-/$%½aonetwhdrsmilu:#@\n\u00a0"), max_size=80))
def test_no_text_raises_and_numbers_stand_in_order_inside_it(text: str) -> None:
    end = 0
    for number in find_numbers(text, 0, len(text)):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.low <= number.high
        end = number.span.end


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_grouping_never_changes_the_value(value: int) -> None:
    for words in (str(value), f"{value:,}", f"{value:,}".replace(",", " ")):
        assert [(found.low, found.high) for found in number_values(words)] == [(value, value)]


@pytest.mark.parametrize(
    "text", ["1" * 400, "9" * 16 + " people", "1,000" + ",000" * 200, "two " + "billion " * 40]
)
def test_what_a_float_cannot_hold_is_no_number_rather_than_a_rounded_one(text: str) -> None:
    assert all(abs(value.low) < 1e21 and abs(value.high) < 1e21 for value in number_values(text))
    assert not any(len(value.span.of(text)) > 24 for value in number_values(text))


@pytest.mark.parametrize(
    ("text", "value"), [("4.14 million", 4_140_000), ("8.2 million", 8_200_000), ("0.07 billion", 70_000_000)]
)
def test_a_decimal_times_a_magnitude_is_exact(text: str, value: float) -> None:
    assert [number.low for number in number_values(text)] == [value]
