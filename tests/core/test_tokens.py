import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.span import Span
from bot.core.text.tokens import forms, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,000 people", ["2,000", "people"]),
        ("3.5 per cent.", ["3.5", "per", "cent"]),
        ("The U.S. and U.K. agreed.", ["the", "u.s", "and", "u.k", "agreed"]),
        ("well-organized", ["well", "organized"]),
        ("don’t", ["don't"]),
        ("‘quoted’", ["quoted"]),
        ("@m_suchkov #Almaty", ["m_suchkov", "almaty"]),
        ("48hrs", ["48hrs"]),
        ("?!…", []),
        ("protesters' rights", ["protesters", "rights"]),
    ],
)
def test_words_and_numbers_are_told_from_marks(text: str, expected: list[str]) -> None:
    assert [token.form for token in tokens(text)] == expected


def test_a_span_limits_the_tokens_and_offsets_still_count_from_the_start() -> None:
    text = "Ana Brož said no."
    found = tokens(text, Span(4, 13))
    assert [(token.form, token.span.of(text)) for token in found] == [("broz", "Brož"), ("said", "said")]


@given(st.text())
def test_tokens_of_any_text_are_in_order_and_never_overlap(text: str) -> None:
    ends = [0]
    for token in tokens(text):
        assert ends[-1] <= token.span.start < token.span.end <= len(text)
        ends.append(token.span.end)


def test_forms_alone_equal_the_forms_of_tokens() -> None:
    text = "the u.s. paid 2,000 dollars, don't ask"
    assert forms(text) == [token.form for token in tokens(text)]
