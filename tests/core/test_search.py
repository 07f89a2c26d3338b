import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.search import SearchIndex
from bot.core.search.kinds import AnswerKind, answers, asked_kind
from bot.core.search.query import Reading
from bot.core.structure import read_article

HARBOUR = """Harbour fire leaves three dead

A fire in the old harbour of Lunde killed three people on Monday night, the fire brigade said.
About 40 residents were taken to a school nearby.
Mayor Ingrid Vold thanked the volunteers who carried blankets to the quay.

The blaze began in a warehouse that belongs to a shipping company.
It had been inspected in March 2019, according to the council.
Protesters gathered outside the town hall on Wednesday and demanded an inquiry.
"""
ROADS = """Council delays the ring road

The council put off the ring road because the soil is soft.
Engineers want to drain 12 hectares of marsh first.
"""


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex.build([read_article(HARBOUR, id="harbour"), read_article(ROADS, id="roads")])


def best(index: SearchIndex, question: str, articles: set[int] | None = None) -> str:
    hits = index.search(question, articles=articles).hits
    if not hits:
        return ""
    row = index.rows[hits[0].row]
    return (HARBOUR, ROADS)[row.article][row.start : row.end]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who thanked the volunteers?", "Ingrid Vold"),
        ("who thankd teh volunters", "Ingrid Vold"),
        ("how many people died in the harbour?", "killed three people"),
        ("where did the fire start", "warehouse"),
        ("demonstrators town hall", "Protesters gathered"),
        ("wat did the govt want 2 drain, marsch?", "12 hectares"),
        ("why was the ring road postponed or put off", "soil is soft"),
        ("When was it inspected?", "March 2019"),
    ],
)
def test_the_sentence_that_answers_comes_first_despite_typos_and_other_words(
    index: SearchIndex, question: str, words: str
) -> None:
    assert words in best(index, question)


def test_a_limit_to_articles_keeps_the_others_out(index: SearchIndex) -> None:
    assert "drain" in best(index, "council marsh", {1})
    assert best(index, "marsh", {0}) == ""


def test_an_unknown_word_is_read_as_the_nearest_word_of_the_articles(index: SearchIndex) -> None:
    groups = index.search("voluntears").query.groups
    assert [(group.reading, group.read_as) for group in groups] == [(Reading.WIDENED, "volunteers")]


def test_a_number_is_never_widened(index: SearchIndex) -> None:
    (group,) = index.search("2018").query.groups
    assert group.reading is Reading.UNKNOWN


def test_a_word_found_nowhere_lowers_the_coverage(index: SearchIndex) -> None:
    known = index.search("volunteers blankets").hits[0].coverage
    partly = index.search("volunteers blankets xylophone").hits[0].coverage
    assert partly < known
    assert known == pytest.approx(1.0)


@pytest.mark.parametrize("question", ["", "?!…", "\u200b", "xylophone zebra"])
def test_without_a_shared_word_nothing_is_found(index: SearchIndex, question: str) -> None:
    assert index.search(question).hits == ()


def test_an_index_over_nothing_finds_nothing() -> None:
    assert SearchIndex.build([]).search("fire").hits == ()


def test_two_builds_answer_alike(index: SearchIndex) -> None:
    again = SearchIndex.build([read_article(HARBOUR, id="harbour"), read_article(ROADS, id="roads")])
    for question in ("fire", "council", "the of and", "who gathered"):
        assert again.search(question).hits == index.search(question).hits


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_no_question_raises_and_coverage_stays_between_nothing_and_all(
    index: SearchIndex, question: str
) -> None:
    for hit in index.search(question).hits:
        assert 0 <= hit.coverage <= 1 + 1e-9


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("how many were hurt", AnswerKind.AMOUNT),
        ("what was the death toll", AnswerKind.AMOUNT),
        ("when did it burn", AnswerKind.TIME),
        ("in which year did it open", AnswerKind.TIME),
        ("which city burned", AnswerKind.PLACE),
        ("who said so", AnswerKind.PERSON),
        ("why did it burn", AnswerKind.REASON),
        ("what burned", AnswerKind.OTHER),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(question: str, kind: AnswerKind) -> None:
    assert asked_kind(question) is kind


def test_what_the_question_names_itself_is_no_answer() -> None:
    assert not answers(AnswerKind.TIME, "It opened in 1999.", frozenset({"1999"}))
    assert answers(AnswerKind.TIME, "It opened in 1998.", frozenset({"1999"}))


def test_among_many_rows_the_telling_words_alone_find_the_same_sentence(
    index: SearchIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("Who thanked the volunteers?", "what was it that the council put off", "the of and")
    before = [index.search(question, limit=1).hits for question in asked]
    monkeypatch.setattr("bot.core.search.index.MANY_ROWS", 0)
    assert [index.search(question, limit=1).hits for question in asked] == before
    groups = index.read(asked[0]).groups
    assert len(index._telling(index.read(asked[0]))) < len(groups)
