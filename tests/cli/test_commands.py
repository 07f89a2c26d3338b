"""The commands: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FERRY, STORM, Finished, Program

ROOT = Path(__file__).parents[2]
TEXTS = {"ferry": FERRY, "storm": STORM}
COMMANDS = (
    ["ask", "how many passengers were injured"],
    ["quote", "brandt"],
    ["figures", "passengers"],
    ["sources"],
    ["timeline"],
    ["compare", "passengers"],
    ["who", "40 passengers injured"],
    ["passage", "storm:0-23"],
    ["articles"],
    ["validate"],
    ["help"],
)


def loaded(done: Finished) -> Any:
    return json.loads(done.stdout)


def keys(value: Any) -> Iterator[str]:
    """Every key of a JSON value, however deep."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


class TestAnswers:
    def test_the_answer_comes_first_then_the_passage_then_the_receipt_then_the_link(
        self, program: Program
    ) -> None:
        done = program("ask", "how", "many", "passengers", "were", "injured?")
        assert done.returncode == 0
        lines = done.stdout.splitlines()
        assert lines[0] == "More than 40 passengers were injured ← officials ← The Harbour Post, 2021-03-04"
        assert lines[2] == "│ More than 40 passengers were injured, officials told the Daily Wave."
        assert lines[3].startswith("Ferry runs aground · paragraph ")
        assert lines[3].endswith(" · exact")
        assert lines[4].startswith("https://example.org/ferry#:~:text=")
        assert done.stderr == ""

    def test_a_refusal_says_why_and_what_was_searched_and_exits_with_1(self, program: Program) -> None:
        done = program("ask", "what did Zaphod say?")
        assert done.returncode == 1
        assert "zaphod" in done.stdout.splitlines()[0].lower()
        assert "searched: ferry (2021-03-04), storm" in done.stdout

    def test_a_passage_is_opened_by_the_id_in_a_receipt(self, program: Program) -> None:
        answer = loaded(program("ask", "who praised the crew", "--json"))["answers"][0]
        opened = loaded(program("passage", answer["id"], "--json"))["answers"][0]
        assert opened["text"] == answer["text"]

    def test_an_article_can_be_chosen(self, program: Program) -> None:
        answer = loaded(program("figures", "--article", "storm", "--json"))
        assert {hit["article"] for hit in answer["answers"]} == {"storm"}

    def test_no_more_than_the_configured_number_is_shown_and_the_rest_is_counted(
        self, program: Program
    ) -> None:
        one = program("figures", VERBATIM_ANSWERS__MAX_HITS="1")
        assert "And 1 more; --all shows every one." in one.stdout
        assert "more; --all" not in program("figures", "--all", VERBATIM_ANSWERS__MAX_HITS="1").stdout

    @pytest.mark.parametrize(
        "question",
        ["", "?!… —", "x" * 10_000, "a\x1b[31m\x07\u202e", "שלום מה קורה", "\u200b\u200d", "-- '\"“"],
    )
    def test_odd_questions_get_a_sentence_and_never_a_trace(self, program: Program, question: str) -> None:
        done = program("ask", "--", question)
        assert done.returncode in {0, 1}
        assert done.stdout.strip()
        assert "\x1b" not in done.stdout
        assert done.stderr == ""

    def test_a_question_in_bytes_that_are_no_utf_8_is_answered(self, process: Program) -> None:
        done = process("ask", "caf\udce9 in Nordby")
        assert done.returncode in {0, 1}
        assert done.stderr == ""

    def test_a_comparison_fits_a_phone(self, program: Program) -> None:
        done = program("compare", "passengers windows", VERBATIM_TERMINAL__WIDTH="34")
        assert "different scope (thing counted): 1" in done.stdout
        shown = [line for line in done.stdout.splitlines() if not line.startswith("https://")]
        assert max(map(len, shown)) <= 34


class TestJson:
    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
    def test_every_command_prints_one_versioned_object(self, program: Program, command: list[str]) -> None:
        assert loaded(program(*command, "--json"))["version"] == 1

    @pytest.mark.parametrize("command", [*COMMANDS, ["ask", "zaphod"]], ids=lambda command: command[0])
    def test_every_key_is_documented(self, program: Program, command: list[str]) -> None:
        words = set(re.findall(r"\w+", (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
        assert set(keys(loaded(program(*command, "--json")))) <= words

    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
    def test_options_mean_the_same_before_and_after_the_command(
        self, program: Program, folder: Path, command: list[str]
    ) -> None:
        (folder / "other").mkdir()
        (folder / "other" / "storm.txt").write_text(STORM, encoding="utf-8")
        options = ["--seeds", "other", "--json"]
        assert loaded(program(*options, *command)) == loaded(program(*command, *options))

    def test_the_words_are_the_articles_at_the_offsets_given(self, program: Program) -> None:
        for command in (["quote"], ["figures"], ["ask", "which school is closed"]):
            answers = loaded(program(*command, "--json"))["answers"]
            assert answers
            for hit in answers:
                assert TEXTS[hit["article"]][hit["start"] : hit["end"]] == hit["text"]

    def test_articles_say_what_was_inferred(self, program: Program) -> None:
        ferry, storm = loaded(program("articles", "--json"))["articles"]
        assert ferry["title"] == {"value": "Ferry runs aground", "inferred": False}
        assert storm["title"] == {"value": "Storm closes the school", "inferred": True}

    def test_the_same_question_gives_the_same_bytes_whatever_the_order_of_things(
        self, program: Program
    ) -> None:
        outputs = {
            program("ask", "who was injured", "--json", PYTHONHASHSEED=seed).stdout
            for seed in ("0", "1", "2")
        }
        assert len(outputs) == 1


class TestMistakes:
    @pytest.mark.parametrize(
        ("args", "meant"),
        [
            (["asks", "x"], "ask"),
            (["qoute"], "quote"),
            (["ask", "--artcle", "x"], "--article"),
            (["--jsn"], "--json"),
        ],
    )
    def test_an_unknown_word_says_what_was_meant_and_exits_with_2(
        self, program: Program, args: list[str], meant: str
    ) -> None:
        done = program(*args)
        assert done.returncode == 2
        assert f"'{meant}'" in done.stderr
        assert done.stdout == ""

    def test_a_question_without_a_command_is_told_how_to_ask(self, program: Program) -> None:
        done = program("how many were injured")
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1].endswith("begin with: ask")

    def test_all_faults_of_the_configuration_come_at_once_with_exit_code_78(
        self, program: Program, folder: Path
    ) -> None:
        (folder / "config.yaml").write_text("seeds:\n  foldr: x\n  max_bytes: lots\n", encoding="utf-8")
        done = program("articles")
        assert done.returncode == 78
        assert [line.split(": ", 1)[0] for line in done.stderr.splitlines()] == [
            "config.yaml:2:3",
            "config.yaml:3:14",
        ]
        assert "Did you mean folder?" in done.stderr

    def test_a_configuration_that_was_named_has_to_be_there(self, program: Program) -> None:
        assert program("articles", "--config", "gone.yaml").returncode == 78

    def test_a_missing_folder_is_said_with_what_to_do(self, program: Program) -> None:
        done = program("ask", "anything", "--seeds", "nowhere")
        assert done.returncode == 1
        assert done.stderr.startswith("There is no article to ask. nowhere")

    def test_a_bad_seed_is_left_out_and_said_and_the_others_answer(
        self, program: Program, folder: Path
    ) -> None:
        (folder / "seeds" / "broken.txt").write_bytes(b"caf\xe9")
        done = program("articles")
        assert done.returncode == 0
        assert "[storm]" in done.stdout
        assert "broken.txt" in done.stderr
        assert "validate" in done.stderr


class TestValidate:
    def test_good_seeds_exit_with_0(self, program: Program) -> None:
        done = program("validate")
        assert done.returncode == 0
        assert done.stdout == "articles that can be used: 2; errors: 0; warnings: 0\n"

    def test_each_fault_has_its_place_and_errors_exit_with_1(self, program: Program, folder: Path) -> None:
        (folder / "seeds" / "broken.txt").write_bytes(b"one\ncaf\xe9")
        done = program("validate")
        assert done.returncode == 1
        assert done.stdout.startswith(str(Path("seeds", "broken.txt")) + ":2:4: error: expected UTF-8")

    def test_named_files_are_checked_alone(self, program: Program, folder: Path) -> None:
        (folder / "seeds" / "broken.txt").write_bytes(b"\xff")
        assert program("validate", "seeds/storm.md").returncode == 0


class TestExtract:
    def test_a_file_gives_one_object_with_offsets_into_it(self, program: Program) -> None:
        facts = loaded(program("extract", "seeds/ferry.txt", "--json"))
        (figure,) = facts["figures"]
        assert FERRY[figure["start"] : figure["end"]] == "40"
        assert sorted(facts) == ["dates", "figures", "quotes", "sentences", "sources"]

    def test_standard_input_is_read_like_a_file(self, program: Program) -> None:
        given = program("extract", "-", "--json", given=FERRY).stdout
        assert given == program("extract", "seeds/ferry.txt", "--json").stdout

    def test_without_json_the_facts_are_shown_as_cards(self, program: Program) -> None:
        done = program("extract", "seeds/ferry.txt")
        assert "│ “Nobody on the bridge was asleep,”\n— Ada Brandt" in done.stdout

    @pytest.mark.parametrize("args", [["nowhere.txt"], ["seeds"], []])
    def test_what_is_no_file_is_said(self, program: Program, args: list[str]) -> None:
        done = program("extract", *args)
        assert done.returncode in {1, 2}
        assert done.stderr
        assert "Traceback" not in done.stderr


class TestHelp:
    def test_it_lists_the_commands_and_the_options_of_one(self, program: Program) -> None:
        assert "passage" in program("help").stdout
        assert "--speaker" in program("help", "quote").stdout
        assert program("help", "qoute").returncode == 2

    def test_the_version_is_said(self, program: Program) -> None:
        assert program("--version").stdout.startswith("verbatim ")
