import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.search.rows import Row, Rows

WORDS = st.lists(st.sampled_from(["fire", "quay", "council", "2000"]), max_size=6).map(tuple)
ARTICLES = st.lists(st.lists(WORDS, max_size=4), max_size=4)


def rows_of(articles: list[list[tuple[str, ...]]]) -> list[Row]:
    return [
        Row(place, 10 * at, 10 * at + 9, (place, at // 2), words, min(1, len(words)))
        for place, several in enumerate(articles)
        for at, words in enumerate(several)
    ]


def columns(rows: list[Row]) -> Rows:
    found = Rows()
    for row in rows:
        found.add(row)
    return found


@given(ARTICLES)
def test_rows_come_back_as_they_were_added(articles: list[list[tuple[str, ...]]]) -> None:
    rows = rows_of(articles)
    held = columns(rows)
    assert list(held) == rows == held[:]
    assert [held[-1 - place] for place in range(len(rows))] == rows[::-1]


@given(ARTICLES, st.integers(-1, 5), st.integers(0, 40))
def test_a_row_is_found_by_its_article_and_start(
    articles: list[list[tuple[str, ...]]], article: int, start: int
) -> None:
    rows = rows_of(articles)
    wanted = [at for at, row in enumerate(rows) if (row.article, row.start) == (article, start)]
    found = columns(rows).at(article, start) if article >= 0 else None
    assert found == (wanted[0] if wanted else None)


def test_neighbours_are_rows_of_the_same_block_of_the_same_article() -> None:
    held = columns(rows_of([[("fire",)] * 3, [("quay",)]]))
    assert held.beside(0, 1)
    assert not held.beside(1, 2)
    assert not held.beside(2, 3)
    assert not held.beside(0, -1)
    assert not held.beside(3, 4)


def test_a_row_that_is_not_there_is_an_error() -> None:
    with pytest.raises(IndexError):
        columns([])[0]


def test_words_are_held_as_numbers() -> None:
    held = columns(rows_of([[("fire", "quay", "fire")]]))
    fire, quay = held.number("fire"), held.number("quay")
    assert (list(held.words(0)[0]), held.words(0)[1]) == ([fire, quay, fire], 1)
    assert held.number("council") is None
