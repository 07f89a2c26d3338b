"""What the lines of the chat mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.lines import arguments

VALUED = {"quote": frozenset({"--speaker", "--article"}), "ask": frozenset({"--article"})}


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", []),
        ("  \n", []),
        ("how many were arrested", ["ask", "--", "how many were arrested"]),
        ("what's up with --speaker?", ["ask", "--", "what's up with --speaker?"]),
        ('who said "stop', ["ask", "--", 'who said "stop']),
        ("!", ["help", "--"]),
        ("!quote", ["quote", "--"]),
        ("  !Quote brandt ", ["quote", "--", "brandt"]),
        ('!quote --speaker "Ada Brandt" war', ["quote", "--speaker", "Ada Brandt", "--", "war"]),
        ("!quote war --speaker “Ada Brandt” now", ["quote", "--speaker", "Ada Brandt", "--", "war", "now"]),
        ("!quote --speaker O'Neill", ["quote", "--speaker", "O'Neill", "--"]),
        ("!quote --speaker 'O'Neill'", ["quote", "--speaker", "O'Neill", "--"]),
        ('!quote --speaker="Ada Brandt"', ["quote", "--speaker", "Ada Brandt", "--"]),
        ('!quote --speaker "Ada Bra', ["quote", "--speaker", "Ada Bra", "--"]),
        ("!quote --speaker", ["quote", "--speaker", "--"]),
        ("!quote --all war", ["quote", "--all", "--", "war"]),
        ("!quote what's \"this", ["quote", "--", "what's", '"this']),
        ("!ask was it -5 -- or -x?", ["ask", "--", "was", "it", "-5", "--", "or", "-x?"]),
        ("!ask --article=storm how high", ["ask", "--article", "storm", "--", "how", "high"]),
    ],
)
def test_a_line_stands_for(line: str, meant: list[str]) -> None:
    assert arguments(line, VALUED) == meant


@given(st.text() | st.text(alphabet="!-a=\"'“ ").map(lambda rest: f"!quote {rest}"))
def test_no_line_is_an_error(line: str) -> None:
    assert arguments(line, VALUED) or not line.strip()


@given(st.lists(st.text(alphabet="a'“\"-?").filter(lambda word: word and not word.startswith("--"))))
def test_words_keep_their_characters_and_their_order(words: list[str]) -> None:
    assert arguments("!quote " + " ".join(words), VALUED) == ["quote", "--", *words]
