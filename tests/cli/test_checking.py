"""`check` in the terminal: a message in, its verdicts out."""

from __future__ import annotations

import json

from tests.cli.conftest import Program


def test_a_message_is_checked_and_the_difference_told_in_words(program: Program) -> None:
    done = program("check", "“Somebody on the bridge was asleep”")
    assert done.returncode == 0
    assert done.stdout.startswith("ALTERED: the article has it otherwise\n")
    assert "the message has “Somebody”, the article has “Nobody”" in done.stdout


def test_a_message_can_be_read_from_standard_input(program: Program) -> None:
    done = program("check", "-", given="More than 40 passengers\nwere injured.")
    assert done.stdout.startswith("EXACT: it stands so in the article\n")


def test_json_has_items_with_verdict_and_places(program: Program) -> None:
    found = json.loads(program("check", "--json", "41 passengers were injured").stdout)
    assert found["version"] == 1
    (item,) = found["items"]
    assert (item["start"], item["kind"], item["verdict"], item["article"]) == (
        0,
        "figure",
        "ALTERED",
        "ferry",
    )
    assert {reason["kind"] for reason in item["reasons"]} == {"number", "hedge"}


def test_a_batch_answers_each_line_and_goes_on_after_a_bad_one(program: Program) -> None:
    given = (
        '{"id": 1, "text": "“Nobody on the bridge was asleep”"}\n{"id": 2}\n{"id": "c", "text": "hello"}\n'
    )
    done = program("check", "--batch", given=given)
    first, second, third = map(json.loads, done.stdout.splitlines())
    (item,) = first["items"]
    assert (first["id"], item["kind"], item["verdict"], item["reasons"]) == (1, "quote", "EXACT", [])
    assert second == {"id": 2, "error": 'line 2: no "text"'}
    assert third == {"id": "c", "items": [], "left_out": 0}
    assert done.returncode == 1


def test_nothing_to_check_is_said_and_no_answer(program: Program) -> None:
    done = program("check", "hello")
    assert done.returncode == 1
    assert done.stdout.startswith("There is nothing to check")


def test_no_text_at_all_is_wrong_use(program: Program) -> None:
    assert program("check").returncode == 2


def test_the_chat_checks_too(program: Program) -> None:
    done = program("chat", given="!check “Nobody on the bridge was asleep”\n")
    assert "EXACT: the article has these very words" in done.stdout
