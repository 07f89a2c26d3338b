"""JSON lines: conversations with another program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FERRY, Program

Process = subprocess.Popen[bytes]


@pytest.fixture
def asking(folder: Path, environ: dict[str, str]) -> Iterator[Process]:
    """`ask --batch` as a program that waits for lines."""
    command = [sys.executable, "-m", "bot", "ask", "--batch", "--json"]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        yield process
        process.kill()


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def answers_of(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_questions_are_answered_in_order_in_the_documented_shape(program: Program) -> None:
    given = lines(
        {"id": 1, "question": "how many passengers were injured"}, {"id": "b", "question": "zaphod"}
    )
    done = program("ask", "--batch", "--json", given=given)
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert list(first) == ["id", "answers", "refusal"]
    assert (first["id"], first["refusal"], second["id"], second["answers"]) == (1, None, "b", [])
    hit = first["answers"][0]
    assert sorted(hit) == ["article", "end", "score", "start", "text"]
    assert FERRY[hit["start"] : hit["end"]] == hit["text"]
    assert sorted(second["refusal"]) == ["code", "nearest"]
    assert done.returncode == 0


def test_a_line_may_name_its_article(program: Program) -> None:
    given = lines(
        {"id": 1, "question": "the mayor said", "article": "storm"},
        {"id": 2, "question": "x", "article": "y"},
    )
    first, second = answers_of(program("ask", "--batch", "--json", given=given).stdout)
    assert {hit["article"] for hit in first["answers"]} <= {"storm"}
    assert second["refusal"]["code"] == "NO_ARTICLE"


def test_each_answer_is_there_before_the_next_question(asking: Process) -> None:
    assert asking.stdin
    assert asking.stdout
    for number in range(3):
        asking.stdin.write(lines({"id": number, "question": "which school is closed"}).encode())
        asking.stdin.flush()
        assert json.loads(asking.stdout.readline())["id"] == number


def test_texts_are_extracted_in_order_and_a_bad_line_costs_itself_only(program: Program) -> None:
    given = (
        lines({"id": 1, "text": FERRY}, {"id": 2}, {"id": 3, "text": ""})
        + "nonsense\n\n"
        + lines({"id": 5, "text": "One."})
    )
    done = program("extract", "--batch", "--json", given=given)
    replies = answers_of(done.stdout)
    assert [reply["id"] for reply in replies] == [1, 2, 3, None, 5]
    assert ["error" in reply for reply in replies] == [False, True, False, True, False]
    assert replies[2] == {"id": 3, "sentences": [], "quotes": [], "figures": [], "sources": [], "dates": []}
    assert done.returncode == 1


def test_a_text_above_the_limit_is_refused_with_a_sentence_and_its_id(program: Program) -> None:
    given = lines({"id": 1, "text": "a" * 21}, {"id": 2, "text": "ü" * 10})
    done = program("extract", "--batch", given=given, VERBATIM_SEEDS__MAX_BYTES="20")
    first, second = answers_of(done.stdout)
    assert first == {
        "id": 1,
        "error": "line 1: the text has more than 20 bytes, the limit of seeds.max_bytes",
    }
    assert "sentences" in second


def test_extraction_of_a_line_and_of_a_file_agree(program: Program) -> None:
    (reply,) = answers_of(program("extract", "--batch", given=lines({"id": 0, "text": FERRY})).stdout)
    file = json.loads(program("extract", "--json", "seeds/ferry.txt").stdout)
    assert reply == {"id": 0} | file


def test_output_is_utf_8_whatever_the_locale(process: Program) -> None:
    done = process(
        "ask", "--batch", given=lines({"id": "ü", "question": "asleep"}), LC_ALL="C", PYTHONIOENCODING="ascii"
    )
    assert '"ü"' in done.stdout
    assert "“Nobody" in done.stdout


def test_a_reader_that_leaves_is_no_error_to_speak_of(asking: Process) -> None:
    assert asking.stdin
    assert asking.stdout
    assert asking.stderr
    asking.stdout.close()
    asking.stdin.write(lines({"id": 1, "question": "asleep"}).encode())
    asking.stdin.close()
    assert asking.stderr.read() == b""
    assert asking.wait(30) != 0


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to a single process")
def test_an_interrupt_ends_it_quietly(asking: Process) -> None:
    assert asking.stdin
    assert asking.stdout
    assert asking.stderr
    asking.stdin.write(lines({"id": 1, "question": "asleep"}).encode())
    asking.stdin.flush()
    asking.stdout.readline()
    asking.send_signal(signal.SIGINT)
    assert asking.wait(30) == 130
    assert asking.stderr.read().strip() == b""


@pytest.mark.skipif(os.name == "nt", reason="the shell's syntax is POSIX")
@pytest.mark.parametrize(
    ("command", "code"), [("articles >&-", 0), ("chat <&-", 0), ("ask --batch <&-", 0), ("extract - <&-", 1)]
)
def test_closed_streams_are_empty_ones(
    folder: Path, environ: dict[str, str], command: str, code: int
) -> None:
    shell = ["sh", "-c", f'"$0" -m bot {command}', sys.executable]
    done = subprocess.run(shell, cwd=folder, env=environ, capture_output=True, check=False, timeout=60)
    assert (done.returncode, b"fault" in done.stderr) == (code, False)


def test_the_facts_of_a_saved_page_bring_the_text_that_their_offsets_count(
    program: Program, folder: Path
) -> None:
    page = "<html><body><article><h1>Ferry sinks</h1><p>Two boats sank near the harbour on Monday.</p>"
    (folder / "page.html").write_text(f"{page}<p>Nobody was hurt, the harbour master said.</p></article>")
    record = json.loads(program("extract", "--json", str(folder / "page.html")).stdout)
    assert [record["text"][slice(*sentence)] for sentence in record["sentences"]] == [
        "Ferry sinks",
        "Two boats sank near the harbour on Monday.",
        "Nobody was hurt, the harbour master said.",
    ]
