"""The runner that prints the quality table for a folder of labelled data."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import find_data, main

_TREES = "# newdoc id = one\n# newpar\n# text = The bridge fell.\n1\tThe\t_\n\n# text = Nobody was hurt.\n1\tNobody\t_\n\n"
_TOOL = """
def load(path):
    return path

def evaluate(extract, path):
    return {"value_f1": 0.5, "unit_f1": 0.25, "qual_recall": (0.75, 8)}
"""


def test_an_empty_folder_gives_a_table_that_says_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.endswith("not measured") for line in lines)


def test_sentences_are_measured_without_any_tool(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "trees").mkdir()
    (tmp_path / "trees" / "one.conllu").write_text(_TREES, encoding="utf-8")

    main([str(tmp_path)])

    assert "sentence boundaries, F1" in (out := capsys.readouterr().out)
    assert "1.000" in out


def test_a_tool_is_loaded_from_the_folder_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.conllu").write_text(_TREES, encoding="utf-8")
    (tmp_path / "measure_figures.py").write_text(_TOOL, encoding="utf-8")

    main([str(tmp_path), "--tools", str(tmp_path)])

    out = capsys.readouterr().out
    assert "0.500" in out
    assert "0.750 of 8" in out


def test_the_kinds_of_data_are_told_by_what_is_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "dev" / "text").mkdir(parents=True)
    (tmp_path / "dev" / "attributions").mkdir()
    (tmp_path / "squad.json").write_text('{"data": []}', encoding="utf-8")
    (tmp_path / "other.json").write_text("[1]", encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")

    found = find_data(tmp_path)

    assert found.attributions == (tmp_path / "dev",)
    assert found.questions == (tmp_path / "squad.json",)


def test_a_folder_that_is_none_gets_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2

    assert "is no folder; give one that holds labelled data." in capsys.readouterr().err
