"""Conversations in JSON lines: what each line gets, good or bad."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.jsonlines import Record, Shape, converse

SHAPE = Shape(("text",), ("article",))


def length(request: Record) -> Record:
    """The simplest use: how long the text is; "boom" is its bug."""
    if request["text"] == "boom":
        raise LookupError("inside")
    return {"length": len(request["text"])}


def talk(*lines: str | bytes) -> tuple[bool, list[Any]]:
    incoming = io.BytesIO(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    outgoing = io.StringIO()
    good = converse(incoming, outgoing, SHAPE, length, lambda error: f"sorry: {type(error).__name__}")
    return good, [json.loads(line) for line in outgoing.getvalue().splitlines()]


def test_each_line_is_answered_in_order_with_its_id() -> None:
    good, replies = talk('{"id": 2, "text": "abc"}', '{"id": "one", "text": ""}')
    assert good
    assert replies == [{"id": 2, "length": 3}, {"id": "one", "length": 0}]


def test_blank_lines_are_skipped_and_a_byte_order_mark_is_no_text() -> None:
    good, replies = talk(b'\xef\xbb\xbf{"id": 1, "text": "a"}\r', "", "  ", '{"id": 2, "text": "b"}', "")
    assert good
    assert [reply["id"] for reply in replies] == [1, 2]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(json_values)
def test_any_json_value_serves_as_id_and_comes_back_as_it_is(value: Any) -> None:
    good, replies = talk(json.dumps({"id": value, "text": "abc"}))
    assert good
    assert replies == [{"id": value, "length": 3}]


def test_a_line_without_id_has_null() -> None:
    assert talk('{"text": "a"}') == (True, [{"id": None, "length": 1}])


@pytest.mark.parametrize(
    ("line", "known", "reason"),
    [
        ("nonsense", None, "not JSON (Expecting value at character 1)"),
        ('{"id": 1, "text": "a"', None, "not JSON"),
        ('["id", 1]', None, "expected an object, got a list"),
        ("3", None, "expected an object, got a number"),
        ('{"id": 1}', 1, 'no "text"'),
        ('{"id": 1, "text": null}', 1, '"text" has to be a text, got null'),
        ('{"id": 1, "text": ["a"]}', 1, '"text" has to be a text, got a list'),
        ('{"id": 1, "text": true}', 1, '"text" has to be a text, got a truth value'),
        ('{"id": 1, "text": "a", "article": 5}', 1, '"article" has to be a text, got a number'),
        ('{"id": 1, "text": "ab\\ud800"}', 1, '"text" has an unpaired surrogate at character 3'),
        (b'{"id": 1, "text": "caf\xe9"}', None, "not UTF-8 (byte 23)"),
        ('{"id": NaN, "text": "a"}', None, "NaN is no JSON"),
        ('{"id": 1e999, "text": "a"}', None, "1e999 is too large a number"),
        ('{"id": ' + "9" * 5000 + ', "text": "a"}', None, "not JSON that can be read"),
        ('{"id": ' + "[" * 100_000 + ', "text": "a"}', None, "nested too deeply"),
    ],
)
def test_a_bad_line_gets_an_error_in_its_place_and_the_next_is_answered(
    line: str | bytes, known: Any, reason: str
) -> None:
    good, replies = talk('{"id": 0, "text": ""}', line, '{"id": 9, "text": "abc"}')
    assert not good
    assert [reply["id"] for reply in replies] == [0, known, 9]
    assert replies[1]["error"].startswith("line 2: ")
    assert reason in replies[1]["error"]


@pytest.mark.parametrize("deep", [900, 990, 994, 995, 996, 997, 998, 999, 1000])
def test_an_id_nested_to_the_edge_is_echoed_or_refused(deep: int) -> None:
    _, replies = talk('{"id": ' + "[" * deep + "]" * deep + ', "text": "abc"}')
    assert "length" in replies[0] or "too deeply" in replies[0]["error"]


def test_an_id_that_utf_8_cannot_hold_comes_back_escaped() -> None:
    assert talk('{"id": "\\ud800", "text": ""}') == (True, [{"id": "\ud800", "length": 0}])


def test_a_fault_of_the_program_costs_one_line_only() -> None:
    good, replies = talk('{"id": 1, "text": "boom"}', '{"id": 2, "text": "abc"}')
    assert not good
    assert replies == [{"id": 1, "error": "sorry: LookupError"}, {"id": 2, "length": 3}]


def test_characters_stand_for_themselves() -> None:
    outgoing = io.StringIO()
    converse(io.BytesIO('{"id": "ü😀", "text": ""}'.encode()), outgoing, SHAPE, length, str)
    assert outgoing.getvalue() == '{"id": "ü😀", "length": 0}\n'


@given(st.lists(st.binary()))
def test_any_bytes_get_one_object_for_each_line_that_is_not_blank(lines: list[bytes]) -> None:
    _, replies = talk(*lines)
    data = b"\n".join(lines).removeprefix(b"\xef\xbb\xbf")
    assert len(replies) == sum(1 for line in data.split(b"\n") if line.strip())
