"""The loader of gold files fails loudly where words and article differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.span import Span
from tests.quality.gold import GoldError, digest, load, resolve
from tests.quality.labels import Anchor

TEXT = "Two ships sank. Two men said the ships were old.\nThe end."


def test_words_that_stand_once_are_found_where_they_stand() -> None:
    assert resolve(TEXT, "were old") == Span(39, 47)


def test_bars_mark_a_part_and_the_rest_is_context() -> None:
    assert resolve(TEXT, "|Two| men") == Span(16, 19)


def test_an_elision_spans_lines_up_to_the_first_occurrence_of_the_last_words() -> None:
    assert resolve(TEXT, "the ships [...] The end").of(TEXT) == "the ships were old.\nThe end"


def test_an_occurrence_number_chooses() -> None:
    assert resolve(TEXT, Anchor(at="ships", nth=2)) == Span(33, 38)


@pytest.mark.parametrize(
    ("anchor", "reason"),
    [
        ("three ships", "stands 0 times"),
        ("ships", "stands 2 times; add context or nth"),
        (Anchor(at="ships", nth=3), "asked for number 3"),
        ("|Two men", "needs no bar or two"),
    ],
)
def test_words_that_do_not_stand_there_exactly_are_refused(anchor: str | Anchor, reason: str) -> None:
    with pytest.raises(GoldError, match=reason):
        resolve(TEXT, anchor)


def _folder(tmp_path: Path, gold: str) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.gold.yaml").write_text(gold, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "gold",
    [
        "manner: x\nquotes: [{at: not there, kind: direct, speaker: null}]",
        "manner: x\nquotes: [{at: were old, kind: shouted, speaker: null}]",
        "manner: x\nfigurs: []",
        'manner: x\nquestions: [{q: "why?"}]',
        'manner: x\nquestions: [{q: "why?", answer: [were old], why: not given}]',
    ],
    ids=[
        "words not in the article",
        "unknown kind",
        "unknown key",
        "question without gold",
        "question with both",
    ],
)
def test_a_gold_file_that_does_not_fit_names_its_file(tmp_path: Path, gold: str) -> None:
    with pytest.raises(GoldError, match=r"a\.gold\.yaml"):
        load(_folder(tmp_path, gold))


def test_an_article_without_gold_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(GoldError, match="without gold"):
        load(tmp_path)


def test_the_digest_changes_with_any_byte_of_the_gold(tmp_path: Path) -> None:
    before = digest(_folder(tmp_path, "manner: x\n"))
    assert digest(_folder(tmp_path, "manner: y\n")) != before
