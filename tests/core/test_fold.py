import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.span import Span
from bot.core.text.fold import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("“Yes”, she said", '"yes", she said'),
        ("the state“", 'the state"'),
        ("it’s", "it's"),
        ("2020–21 — a\u00a0year", "2020-21 - a year"),
        ("François", "francois"),
        ("Franc\u0327ois", "francois"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Straße", "strasse"),
        ("İzmir Łódź Ærø", "izmir lodz aero"),
        ("한국", "한국"),
        ("Cᴀʟ", "cᴀʟ"),
        ("½ x²", "½ x²"),
        ("a\tb\nc", "a b\nc"),
        ("", ""),
    ],
)
def test_typography_case_and_accents_are_folded_and_compatibility_forms_stay(typed: str, folded: str) -> None:
    assert fold(typed).text == folded


@pytest.mark.parametrize(
    ("text", "needle", "original"),
    [
        ("the zero\u200b-width “word”", "zero-width", "zero\u200b-width"),
        ("die Straße hier", "strasse", "Straße"),
        ("cafe\u0301 noir", "cafe", "cafe\u0301"),
        ("plain ASCII Text", "ascii", "ASCII"),
    ],
)
def test_a_folded_range_leads_back_to_the_original_characters(text: str, needle: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(needle)
    assert folded.span(start, start + len(needle)).of(text) == original


def test_an_empty_range_leads_to_an_empty_span() -> None:
    assert fold("a\u200bb").span(1, 1) == Span(2, 2)
    assert fold("a\u200bb").span(2, 2) == Span(3, 3)


@pytest.mark.parametrize(("text", "offset", "place"), [("a\u200bb", 2, 1), ("a\u200bb", 1, 1), ("abc", 2, 2)])
def test_an_original_offset_is_found_in_the_copy(text: str, offset: int, place: int) -> None:
    assert fold(text).at(offset) == place


@given(st.text())
def test_any_text_folds_with_one_origin_for_each_character_and_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)


@given(st.text())
def test_each_folded_character_is_what_its_original_character_folds_to(text: str) -> None:
    folded = fold(text)
    for place, char in enumerate(folded.text):
        assert char in fold(text[folded.origin[place]]).text


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(), st.data())
def test_every_range_of_the_copy_folds_back_to_itself_when_no_letter_was_split(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    assert folded.text[start:end] in fold(folded.span(start, end).of(text)).text
