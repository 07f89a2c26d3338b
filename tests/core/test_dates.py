"""Dates resolved from the day of writing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, Block, BlockKind, Detail, Post
from bot.core.dates import find_dates
from bot.core.facts import Dated
from bot.core.span import Span

THURSDAY = "2022-01-06"


def dates(text: str, published: str | None = THURSDAY) -> tuple[Dated, ...]:
    whole = Span(0, len(text))
    return find_dates(
        Article(
            "a",
            text,
            "",
            (Block(whole, BlockKind.PROSE, 1),),
            (whole,) if text else (),
            published=Detail(published) if published else None,
        )
    )


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("January 6, 2022", "2022-01-06"),
        ("6 January 2022", "2022-01-06"),
        ("Thursday, the 3rd of November 2016", "2016-11-03"),
        ("Jan. 5, 2022", "2022-01-05"),
        ("2022-01-06", "2022-01-06"),
        ("13/04/2022", "2022-04-13"),
        ("04/13/2022", "2022-04-13"),
        ("6.1.2021", "2021-06-01"),
        ("July 3-5, 2021", "2021-07-03/2021-07-05"),
        ("March 2019", "2019-03"),
        ("Q3 2021", "2021-Q3"),
        ("the third quarter of 2021", "2021-Q3"),
        ("2013-14", "2013/2014"),
        ("1990s", "199X"),
    ],
)
def test_absolute_dates_need_no_day_of_writing(words: str, iso: str) -> None:
    text = f"It was {words} then."

    (found,) = dates(text, published=None)

    assert (found.span.of(text), found.iso, found.relative) == (words, iso, False)


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("The ministry said Thursday it was over.", "Thursday", "2022-01-06"),
        ("The ministry said on Friday it was over.", "Friday", "2021-12-31"),
        ("It will open on Friday.", "Friday", "2022-01-07"),
        ("They met last Saturday.", "last Saturday", "2022-01-01"),
        ("They meet next Monday.", "next Monday", "2022-01-10"),
        ("They met on Monday night.", "Monday night", "2022-01-03"),
        ("They met yesterday.", "yesterday", "2022-01-05"),
        ("They meet tomorrow.", "tomorrow", "2022-01-07"),
        ("Earlier in the day it rained.", "Earlier in the day", "2022-01-06"),
        ("It rained a few hours ago.", "a few hours ago", "2022-01-06"),
        ("It rained three days ago.", "three days ago", "2022-01-03"),
        ("It rained two weeks ago.", "two weeks ago", "2021-W51"),
        ("It rained three years ago.", "three years ago", "2019"),
        ("It rained this week.", "this week", "2022-W01"),
        ("It took place this weekend.", "this weekend", "2022-01-01/2022-01-02"),
        ("It will take place this weekend.", "this weekend", "2022-01-08/2022-01-09"),
        ("It rained last month.", "last month", "2021-12"),
        ("It rained last year.", "last year", "2021"),
        ("She was arrested on September 14.", "September 14", "2021-09-14"),
        ("It will close on June 28.", "June 28", "2022-06-28"),
        ("It was held in November.", "November", "2021-11"),
        ("It will be held in March.", "March", "2022-03"),
        ("It was held in March last year.", "March last year", "2021-03"),
    ],
)
def test_relative_words_are_counted_from_the_day_of_writing(text: str, words: str, iso: str) -> None:
    (found,) = dates(text)

    assert (found.span.of(text), found.iso, found.relative) == (words, iso, True)


def test_a_week_has_seven_days() -> None:
    (found,) = dates("It rained this week.")

    assert (found.first, found.last) == (dt.date(2022, 1, 3), dt.date(2022, 1, 9))


def test_without_a_day_of_writing_relative_words_are_left_out() -> None:
    assert dates("They met last Saturday, on 6 March, a few hours ago.", published=None) == ()


@pytest.mark.parametrize("text", ["Thu, 01/06/2022", "01/06/2022, Thursday"])
def test_a_weekday_beside_it_proves_the_order_of_a_numeric_date(text: str) -> None:
    (found,) = dates(text, published=None)

    assert (found.iso, found.ambiguous) == ("2022-01-06", None)


def test_the_day_of_writing_proves_the_order_of_a_numeric_date() -> None:
    (found,) = dates("Updated 01/06/2022")

    assert (found.iso, found.ambiguous) == ("2022-01-06", None)


def test_an_unproved_numeric_date_shows_both_readings() -> None:
    (found,) = dates("Updated 03/04/2021")

    assert (found.iso, found.ambiguous) == ("2021-03-04", dt.date(2021, 4, 3))


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May and April Smith met.",
        "They shop on Black Friday.",
        "They meet every Monday.",
        "She reads the Sunday Times.",
        "Over 2000 soldiers came.",
        "They sent 2000 people home.",
        "It was on 30 February 2021.",
        "It happened in 512 BC.",
        "It cost $2000.",
        "It rained a few weeks ago.",
        "It is to run from January 3 on.",
        "We came back the next Tuesday night.",
    ],
)
def test_names_counts_and_undecided_words_are_no_dates(text: str) -> None:
    assert dates(text) == ()


def test_words_in_a_post_are_counted_from_the_posts_own_day() -> None:
    text = "It fell a few hours ago\n— Ana (@ana) January 3, 2022\nIt fell today"
    byline = Span(24, 52)
    post = Post(Span(0, 23), byline, Span(26, 29), None, dt.date(2022, 1, 3), None)
    blocks = (
        Block(Span(0, 23), BlockKind.POST, 1),
        Block(byline, BlockKind.POST_BYLINE, 2),
        Block(Span(53, len(text)), BlockKind.PROSE, 3),
    )
    sentences = (Span(0, 23), Span(53, len(text)))

    found = find_dates(Article("a", text, "", blocks, sentences, (post,), published=Detail(THURSDAY)))

    assert [date.iso for date in found] == ["2022-01-03", "2022-01-03", "2022-01-06"]


PIECES = (
    "last",
    "next",
    "Monday",
    "May",
    "6",
    "2022",
    "in",
    "01/02/2021",
    "ago",
    "two",
    "weeks",
    "will",
    "9999-12-31",
    ",",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=60))
def test_no_text_raises_and_dates_stand_in_order_inside_it(text: str) -> None:
    end = 0
    for found in dates(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.first <= found.last
        end = found.span.end
