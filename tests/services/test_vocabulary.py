"""The names that can be completed, and which of them fit what is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.store import FactStore
from bot.services.vocabulary import LONGEST, Names, Vocabularies, completions, vocabulary
from tests.services import answer_fixture
from tests.services.name_fixture import store_of

STORM = answer_fixture.store()


class TestNames:
    def test_speakers_are_those_whose_words_are_given(self) -> None:
        assert vocabulary(STORM).speakers == ("Ana Reyes", "Ilse Dorn")

    def test_sources_are_all_who_are_cited(self) -> None:
        assert vocabulary(STORM).sources == (
            "Ilse Dorn",
            "Peter Quist",
            "police",
            "the coast guard",
            "The hospital",
        )

    def test_what_figures_count_is_known(self) -> None:
        assert vocabulary(STORM).counted == ("boats", "deaths", "people", "sailors")

    def test_articles_are_known_by_their_ids(self) -> None:
        assert vocabulary(STORM).articles == ("storm",)

    def test_each_stands_once(self) -> None:
        assert vocabulary(store_of("Ada Holm", "Ada Holm")).speakers == ("Ada Holm",)

    def test_a_name_over_lines_is_one_line(self) -> None:
        assert vocabulary(store_of("Ada\n\tHolm")).speakers == ("Ada Holm",)

    def test_what_a_screen_would_obey_is_made_visible(self) -> None:
        assert vocabulary(store_of("Ada\u202eHolm\x1b")).speakers == ("Ada⟨U+202E⟩Holm␛",)

    def test_a_name_nobody_would_type_is_left_out(self) -> None:
        assert vocabulary(store_of("a" * (LONGEST + 1), "a" * 10_000, "Ada")).sources == ("Ada",)

    @pytest.mark.parametrize("name", ["   ", "\u200b", "\u0301", "–", "🔥"])
    def test_a_name_without_a_letter_or_digit_is_left_out(self, name: str) -> None:
        assert vocabulary(store_of(name, "Ada")).sources == ("Ada",)

    def test_an_empty_store_has_none(self) -> None:
        assert vocabulary(FactStore.build(())).speakers == ()


class TestCompletions:
    def test_articles_are_known_by_title_and_id(self) -> None:
        names = completions(store_of("Ada", title="The\nnames", ident="ada"))
        assert names.articles.shown == ("The names · ada",)
        assert names.ids == {"The names · ada": "ada"}

    def test_two_articles_with_one_title_are_two(self) -> None:
        entries = (*store_of("Ada", ident="one").entries, *store_of("Ada", ident="two").entries)
        names = completions(FactStore.build(entries))
        assert names.articles.shown == ("The names · one", "The names · two")


class TestRemembering:
    def test_the_names_of_a_store_are_gathered_once(self) -> None:
        known = Vocabularies()
        assert known.of(STORM) is known.of(STORM)

    def test_they_are_gathered_again_for_another_store(self) -> None:
        known = Vocabularies()
        known.of(STORM)
        assert known.of(store_of("Ada Holm")).speakers.shown == ("Ada Holm",)


class TestFitting:
    NAMES = Names.of(["Oslo", "Holm Ada", "Ada Holm", "São Paulo"])

    def test_what_begins_so_comes_before_what_has_such_a_word(self) -> None:
        assert self.NAMES.fitting("holm", 9) == ["Holm Ada", "Ada Holm"]

    def test_the_middle_of_a_word_does_not_fit(self) -> None:
        assert self.NAMES.fitting("slo", 9) == []

    def test_case_and_white_space_around_do_not_matter(self) -> None:
        assert self.NAMES.fitting("  OSLO ", 9) == ["Oslo"]

    def test_accents_do_not_matter(self) -> None:
        assert self.NAMES.fitting("sao pa", 9) == ["São Paulo"]

    @pytest.mark.parametrize("typed", ["harbi", "jed", "al-h"])
    def test_a_word_after_a_mark_fits(self, typed: str) -> None:
        assert Names.of(["al-Harbi (Jeddah)"]).fitting(typed, 9) == ["al-Harbi (Jeddah)"]

    def test_what_is_typed_is_no_pattern(self) -> None:
        assert self.NAMES.fitting(".*", 9) == []
        assert self.NAMES.fitting("(", 9) == []

    def test_nothing_typed_gives_the_first(self) -> None:
        assert self.NAMES.fitting("", 2) == ["Ada Holm", "Holm Ada"]

    @given(st.lists(st.text(max_size=8)), st.text(max_size=4), st.integers(1, 5))
    def test_never_more_than_wanted_and_each_once(self, known: list[str], typed: str, most: int) -> None:
        found = Names.of(known).fitting(typed, most)
        assert len(found) <= most
        assert len(set(found)) == len(found)
        assert set(found) <= set(known)

    @given(st.text(min_size=1, max_size=20), st.lists(st.text(max_size=8)))
    def test_a_name_fits_itself(self, name: str, others: list[str]) -> None:
        names = Names.of([name, *others])
        assert not any(map(str.isalnum, name)) or name in names.fitting(name, len(names.shown))
