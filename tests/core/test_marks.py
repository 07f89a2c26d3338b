"""Quotation marks: what stands between them, however they are drawn, turned or forgotten."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, Block, BlockKind
from bot.core.facts import Quotation, Repair
from bot.core.marks import find_quotations
from bot.core.span import Span
from bot.core.structure import read_article


def _quotations(text: str) -> tuple[Quotation, ...]:
    return find_quotations(read_article(text, id="marks"))


def _words(text: str) -> list[str]:
    return [quotation.words.of(text) for quotation in _quotations(text)]


@pytest.mark.parametrize(
    ("opener", "closer"),
    [
        ("“", "”"),
        ('"', '"'),
        ("„", "“"),
        ("„", "”"),
        ("«", "»"),
        ("»", "«"),
        ("‘", "’"),
        ("‹", "›"),
        ("``", "''"),
    ],
)
def test_each_kind_of_marks_gives_the_words_between_them(opener: str, closer: str) -> None:
    text = f"The mayor said {opener}the bridge is safe{closer} on Monday."
    (quotation,) = _quotations(text)
    assert quotation.words.of(text) == "the bridge is safe"
    assert quotation.marked.of(text) == f"{opener}the bridge is safe{closer}"
    assert quotation.repairs == ()


def test_spaces_inside_french_marks_are_no_part_of_the_words() -> None:
    assert _words("Le maire a dit « le pont est sûr » lundi.") == ["le pont est sûr"]


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' day, rock 'n' roll of the '90s, said the workers' union.",
        "It’s the dogs’ day, rock ’n’ roll of the ’90s, said the workers’ union.",
        'He is 6\'2" tall and his plank is 5" wide.',
    ],
)
def test_apostrophes_feet_and_inches_quote_nothing(text: str) -> None:
    assert _words(text) == []


def test_inches_inside_a_quotation_do_not_close_it() -> None:
    assert _words('"The pipe is 5" wide," she said.') == ['The pipe is 5" wide,']


def test_a_possessive_plural_does_not_close_single_marks() -> None:
    assert _words("She said ‘the workers’ hall is shut’ and left.") == ["the workers’ hall is shut"]


def test_an_opening_mark_in_the_place_of_a_closing_one_closes_and_is_recorded() -> None:
    text = "“We will rebuild the bridge“, the mayor said."
    (quotation,) = _quotations(text)
    assert quotation.words.of(text) == "We will rebuild the bridge"
    assert quotation.repairs == (Repair.REVERSED,)


def test_an_unclosed_quotation_ends_at_the_cue_that_follows() -> None:
    text = "“We will rebuild the bridge, the mayor said. The work begins in May."
    (quotation,) = _quotations(text)
    assert quotation.words.of(text) == "We will rebuild the bridge,"
    assert quotation.repairs == (Repair.UNCLOSED,)


def test_an_unclosed_quotation_without_a_cue_ends_with_its_sentence() -> None:
    text = "She called it “a shame for the town. The work begins in May."
    (quotation,) = _quotations(text)
    assert quotation.words.of(text) == "a shame for the town."


def test_an_unopened_quotation_begins_with_its_sentence() -> None:
    text = "The work begins in May. We will rebuild the bridge,” the mayor said."
    (quotation,) = _quotations(text)
    assert quotation.words.of(text) == "We will rebuild the bridge,"
    assert quotation.repairs == (Repair.UNOPENED,)


def test_paragraphs_that_open_again_are_one_quotation() -> None:
    text = "“The river rose at night.\n\n“Nobody slept,” the farmer said."
    (quotation,) = _quotations(text)
    assert quotation.words.of(text) == "The river rose at night.\n\n“Nobody slept,"
    assert quotation.repairs == (Repair.CONTINUED,)


@pytest.mark.parametrize(
    "text",
    [
        "“He told me ‘never again’ and left,” she said.",
        "“He told me “never again” and left,” she said.",
        '"He told me "never again" and left," she said.',
    ],
)
def test_a_quotation_inside_another_has_depth_one(text: str) -> None:
    outer, inner = _quotations(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.words.of(text) == "never again"
    assert outer.words.covers(inner.words)


def test_a_passage_that_fills_its_line_may_hold_a_quotation_in_the_same_marks() -> None:
    text = "The paper wrote:\n“Police said “two of us were hit”. Nobody was charged.”"
    outer, inner = _quotations(text)
    assert outer.marked.end == len(text)
    assert inner.words.of(text) == "two of us were hit"


def test_a_quotation_opened_in_one_style_may_close_in_another() -> None:
    assert _words('The mayor saw «no evidence" of fire.') == ["no evidence"]


@pytest.mark.parametrize("kind", [BlockKind.BYLINE, BlockKind.BOILERPLATE, BlockKind.POST_BYLINE])
def test_by_lines_and_boilerplate_hold_no_quotations(kind: BlockKind) -> None:
    text = "Ada “Bee” Kent writes"
    span = Span(0, len(text))
    article = Article("marks", text, "", (Block(span, kind, 1),), ())
    assert find_quotations(article) == ()


@given(st.text(alphabet="ab .,\n“”\"'‘’„«»`65", max_size=80))
def test_any_marks_at_all_give_spans_inside_the_text_that_nest(text: str) -> None:
    found = _quotations(text)
    for quotation in found:
        assert 0 <= quotation.marked.start <= quotation.words.start < quotation.words.end
        assert quotation.words.end <= quotation.marked.end <= len(text)
        assert quotation.words.of(text).strip() == quotation.words.of(text)
    for before, after in pairwise(found):
        assert before.marked.covers(after.marked) or not before.marked.meets(after.marked)
