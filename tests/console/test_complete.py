"""What is offered while typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.complete import Vocabulary, offers

VOCABULARY = Vocabulary(
    options={"quote": ("--all", "--article", "--speaker"), "quit": ()},
    values={"--speaker": ("Ada Brandt", "Brandon Lee"), "--article": ("storm",)},
    words={"quote": ("Ada Brandt", "officials")},
)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("!q", ["!quote", "!quit"]),
        ("!", ["!quote", "!quit"]),
        ("!quo", ["!quote"]),
        ("!quote --a", ["!quote --all", "!quote --article"]),
        ("!quote --speaker bra", ['!quote --speaker "Brandon Lee"', '!quote --speaker "Ada Brandt"']),
        ('!quote --speaker "ada b', ['!quote --speaker "Ada Brandt"']),
        ("!quote --article ", ["!quote --article storm"]),
        ("!quote off", ["!quote officials"]),
        ("!quote ada b", ["!quote Ada Brandt"]),
        ("!quote nobody", []),
        ("how man", []),
        ("!nonsense x", []),
    ],
)
def test_a_line_is_completed_to(line: str, after: list[str]) -> None:
    assert [line[: len(line) - replaced] + text for text, replaced in offers(line, VOCABULARY)] == after


@given(st.text() | st.text(alphabet="!quote-\"' sp=").map(lambda rest: f"!quote {rest}"))
def test_what_is_replaced_was_typed(line: str) -> None:
    assert all(0 <= replaced <= len(line) for _, replaced in offers(line, VOCABULARY))
