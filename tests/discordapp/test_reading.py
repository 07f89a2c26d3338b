"""What a message says, without the marks by which Discord changes how its words look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discordapp.reading import bare


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**bold** *slanted* __under__ _slanted_ ~~struck~~", "bold slanted under slanted struck"),
        ("||a spoiler|| and `code`", "a spoiler and code"),
        ("```\na block\n```", "\na block\n"),
        ("# A heading", "A heading"),
        ("-# small print", "small print"),
        ("- one\n* two\n3. three", "one\ntwo\nthree"),
        (r"2 \* 3 \_ 4", "2 * 3 _ 4"),
        ("@belllane_res", "@belllane_res"),
        ("[the quay](https://example.org/quay) burns", "the quay burns"),
        ("[the quay](<https://example.org/quay>) burns", "the quay burns"),
        ("<@12><@!12><@&12><#12>gone", "    gone"),
        ("<:fire:12> <a:smoke:12>", "fire smoke"),
        ("at <t:1700000000:R>!", "at  !"),
        ("see https://example.org/x?y=z now", "see   now"),
        ("> a quote", "> a quote"),
        ("3 < 4 and 5 - 4", "3 < 4 and 5 - 4"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, words: str) -> None:
    assert bare(markdown) == words


@given(st.text(alphabet="abc .,!?\n", max_size=200))
def test_words_without_marks_stay_as_they_are(text: str) -> None:
    assert bare(text) == text


@given(st.text(max_size=400))
def test_any_message_can_be_read(text: str) -> None:
    assert len(bare(text)) <= len(text)
