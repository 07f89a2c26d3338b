"""What a message has to do with the articles: the passages nearest to it, and those that it quotes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.store import FactStore
from bot.services.answers import Answer, Hit, Refusal, RefusalCode
from bot.services.answers.nearest import SHOWN, nearest, quoted
from bot.services.library import load_library
from tests.services import answer_fixture

STORM = answer_fixture.store()
RESCUED = "At least 14 sailors were rescued and dozens of boats sank when a storm hit Marrow Bay on Friday"
SENTENCE = f"{RESCUED}, the coast guard said."
CALM = FactStore.build(())


def hits(text: str) -> tuple[Hit, ...]:
    found = quoted(STORM, text)
    assert isinstance(found, Answer), found
    return found.hits


def words(hit: Hit) -> str:
    """The quoted words, as the article has them."""
    (span,) = hit.highlights
    return span.of(hit.passage.article.text)


def only(text: str) -> str:
    (hit,) = hits(text)
    return words(hit)


def is_no_quotation(text: str) -> bool:
    found = quoted(STORM, text)
    return isinstance(found, Refusal) and found.code is RefusalCode.NO_SUCH_FACT


class TestWhatIsQuoted:
    def test_is_found_as_a_whole_message(self) -> None:
        assert only(SENTENCE) == SENTENCE.removesuffix(".")

    @pytest.mark.parametrize("marks", ['""', "“”", "‘’", "''", "«»", "„“", "「」"])
    def test_is_found_between_marks_of_any_kind(self, marks: str) -> None:
        first, last = marks[0], marks[1]
        assert only(f"so {first}dozens of boats sank{last} it says") == "dozens of boats sank"

    @pytest.mark.parametrize("mark", ["> ", ">", ">>> ", "  > "])
    def test_is_found_in_a_block_quote(self, mark: str) -> None:
        assert only(f"{mark}{RESCUED}\nrubbish") == RESCUED

    def test_is_found_in_a_block_quote_of_several_lines(self) -> None:
        text = "> At least 14 sailors were rescued\n> and dozens of boats sank\nno way"
        assert only(text) == "At least 14 sailors were rescued and dozens of boats sank"

    def test_is_found_as_a_line_of_its_own(self) -> None:
        assert only(f"read this\n{RESCUED}\nand weep") == RESCUED

    def test_is_found_as_a_sentence_among_others(self) -> None:
        text = "Read this! Some tourists were stranded on the pier. Not me."
        assert only(text) == "Some tourists were stranded on the pier"

    @pytest.mark.parametrize("gap", ["…", "...", "[…]", " [...] "])
    def test_is_found_on_both_sides_of_an_ellipsis(self, gap: str) -> None:
        text = f"“At least 14 sailors were rescued {gap} a storm hit Marrow Bay”"
        assert {words(hit) for hit in hits(text)} == {
            "At least 14 sailors were rescued",
            "a storm hit Marrow Bay",
        }

    def test_may_differ_in_case_accents_dashes_and_white_space(self) -> None:
        assert only("SOME  tourísts\twere\nstranded on the píer") == "Some tourists were stranded on the pier"

    def test_may_end_in_other_punctuation(self) -> None:
        assert only("“Dozens of boats sank!”") == "dozens of boats sank"

    def test_is_shown_in_its_whole_sentence(self) -> None:
        (hit,) = hits('"dozens of boats sank"')
        assert hit.passage.text == SENTENCE

    def test_is_shown_over_sentences_where_it_spans_them(self) -> None:
        (hit,) = hits("stranded on the pier. The hospital reported five deaths")
        assert hit.passage.text.startswith("Some tourists")
        assert hit.passage.text.endswith("7 people were killed.")

    def test_is_shown_once_when_it_is_quoted_twice(self) -> None:
        assert len(hits(f"“{RESCUED}”\n> {RESCUED}\n{RESCUED}")) == 1

    def test_is_found_in_every_article_that_has_it(self, tmp_path: Path) -> None:
        for name in ("one", "two"):
            (tmp_path / f"{name}.txt").write_text(f"The {name}\n\nNobody had counted the boats.\n")
        store = load_library(str(tmp_path), 10_000).current
        found = quoted(store, "nobody had counted the boats")
        assert isinstance(found, Answer)
        assert sorted(hit.passage.article.id for hit in found.hits) == ["one", "two"]

    def test_is_found_far_into_a_long_article(self, tmp_path: Path) -> None:
        days = "".join(f"On day {n} the ship met {n} gulls.\n\n" for n in range(900))
        (tmp_path / "log.txt").write_text(f"The log\n\n{days}")
        store = load_library(str(tmp_path), 100_000).current
        found = quoted(store, "on day 877 the ship met 877 gulls")
        assert isinstance(found, Answer)
        assert words(found.hits[0]) == "On day 877 the ship met 877 gulls"

    def test_is_no_more_than_the_first_few(self) -> None:
        assert len(hits(answer_fixture.TEXT)) <= SHOWN


class TestWhatIsNot:
    def test_one_word_more_is_no_quotation(self) -> None:
        assert is_no_quotation("At least 14 sailors were not rescued and dozens of boats sank")

    def test_another_number_is_no_quotation(self) -> None:
        assert is_no_quotation("At least 15 sailors were rescued and dozens of boats sank")

    def test_part_of_a_word_is_no_quotation(self) -> None:
        assert is_no_quotation("ozens of boats sank when a storm")

    def test_a_few_letters_in_marks_are_no_quotation(self) -> None:
        assert is_no_quotation('I say "the pier" is great')

    def test_the_nearest_passages_are_shown_instead(self) -> None:
        found = quoted(STORM, "the sailors were all saved")
        assert isinstance(found, Refusal)
        assert found.nearest[0].passage.text == SENTENCE


class TestTheNearest:
    def test_are_only_the_closest_never_an_answer(self) -> None:
        found = nearest(STORM, "were the sailors on the boats really rescued?")
        assert isinstance(found, Answer)
        assert found.closest_only
        assert found.hits[0].passage.text == SENTENCE

    def test_of_a_message_without_a_common_word_are_none(self) -> None:
        found = nearest(STORM, "zzyzx qqqqq")
        assert isinstance(found, Refusal)
        assert found.code is RefusalCode.NO_TERMS
        assert found.nearest == ()

    @pytest.mark.parametrize("look", [nearest, quoted])
    def test_of_no_article_are_refused(self, look: object) -> None:
        assert callable(look)
        found = look(CALM, "dozens of boats sank")
        assert isinstance(found, Refusal)
        assert found.code is RefusalCode.NO_ARTICLE


TEXTS = st.text(max_size=300) | st.text(alphabet="\"'“”‘’>. …\nboats sank", max_size=300)


@given(TEXTS)
def test_whatever_is_written_quoted_words_are_the_articles(text: str) -> None:
    found = quoted(STORM, text)
    for hit in found.hits if isinstance(found, Answer) else ():
        (span,) = hit.highlights
        assert hit.passage.span.covers(span)
        assert span.of(answer_fixture.TEXT).strip()


@given(st.integers(0, len(answer_fixture.TEXT) - 60), st.integers(20, 60))
def test_any_stretch_of_whole_words_is_found(start: int, length: int) -> None:
    stretch = " ".join(answer_fixture.TEXT[start : start + length].split()[1:-1])
    clean = stretch.strip(" \"'“”.,;:!?()-—")
    found = quoted(STORM, f"“{clean}”")
    if len(clean) >= 12 and '"' not in clean and not set("“”—") & set(clean):
        assert isinstance(found, Answer)


@given(st.integers(0, 4000))
def test_a_message_of_any_length_is_read(length: int) -> None:
    text = ("dozens of boats sank " * 200)[:length]
    assert isinstance(nearest(STORM, text), Answer | Refusal)
    assert isinstance(quoted(STORM, text), Answer | Refusal)
