"""Whom "he", "she" or "they" stands for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.marks import find_quotations
from bot.core.names import find_mentions
from bot.core.pronouns import Spoken, resolve_pronoun
from bot.core.span import Span
from bot.core.structure import read_article


def resolved(story: str, prefer: tuple[str, ...] = ()) -> str | None:
    """Whom the pronoun between square brackets stands for, in the fullest naming."""
    start = story.index("[")
    plain = story.replace("[", "").replace("]", "")
    text = f"a plain first line\n{plain}"
    begin = start + text.index("\n") + 1
    span = Span(begin, begin + story.index("]") - start - 1)
    article = read_article(text, id="example")
    spans = [Span(text.index(name), text.index(name) + len(name)) for name in prefer]
    mentions = find_mentions(article)
    spoken = Spoken(mentions, [quotation.marked for quotation in find_quotations(article)])
    mention = resolve_pronoun(article, mentions, span, spans, spoken)
    return mention.full.of(text) if mention else None


def test_the_only_person_is_meant() -> None:
    assert resolved("Anna Brandt closed the bridge. [She] said it was old.") == "Anna Brandt"


def test_a_conflict_of_gender_excludes() -> None:
    assert resolved("Anna Brandt met Karl Weiss in the hall. [He] said it was late.") == "Karl Weiss"


def test_the_subject_goes_before_the_object() -> None:
    assert resolved("Karl Weiss criticised Peter Holm. [He] said it was late.") == "Karl Weiss"


def test_a_name_after_a_preposition_comes_last() -> None:
    story = "The mayor Karl Weiss resigned after a row with Peter Holm. [He] said it was late."

    assert resolved(story) == "Karl Weiss"


def test_the_last_speaker_is_preferred() -> None:
    story = "Karl Weiss met Peter Holm. The room, Peter Lund said, was cold. [He] added that it was late."

    assert resolved(story, prefer=("Peter Lund",)) == "Peter Lund"


@pytest.mark.parametrize(
    "story",
    [
        "The bridge is closed. [She] said it was old.",
        "Karl Weiss and Peter Holm met. [He] said it was late.",
        "Anna Brandt closed the bridge. [He] said it was old.",
        "Anna Brandt closed the bridge. A spokesman spoke to reporters. [He] said it was old.",
        "Anna Brandt closed the bridge. [They] said it was old.",
    ],
)
def test_what_is_not_clear_stays_open(story: str) -> None:
    assert resolved(story) is None


def test_they_is_an_organisation_that_alone_acts() -> None:
    story = "The Harbour Safety Commission has closed the bridge. [They] said it was old."

    assert resolved(story) == "Harbour Safety Commission"


def test_a_person_far_above_is_not_taken() -> None:
    filler = "The rain went on for days and days. " * 8

    assert resolved(f"Anna Brandt closed the bridge. {filler}[She] said it was old.") is None


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 9))
def test_any_span_of_any_text_is_read_without_an_error(text: str, start: int, length: int) -> None:
    article = read_article(text, id="any")
    mentions = find_mentions(article)

    found = resolve_pronoun(article, mentions, Span(start, start + length))

    assert found is None or found in mentions


def test_a_run_of_pronouns_is_one_person() -> None:
    story = "“I saw it,” said Anna Brandt. Her daughter Ida was hurt. She was treated there. [She] joked about it."

    assert resolved(story, prefer=("Anna Brandt",)) == "Ida"


def test_a_name_in_apposition_is_no_second_person() -> None:
    story = "A spokeswoman for the force, Inspector Anna Brandt, denied it. [She] said it was late."

    assert resolved(story) == "Anna Brandt"


def test_outside_a_quotation_nobody_is_meant_who_is_only_named_inside() -> None:
    story = "Peter Holm was tired. “Ask Karl Weiss. Karl Weiss knows the bridge,” [he] said."

    assert resolved(story) == "Peter Holm"


def test_the_sentences_of_a_quotation_do_not_part_a_pronoun_from_its_name() -> None:
    story = (
        "Karl Weiss was asked. “No. It is old. It is shut. It stays shut. Go home. Good night,” [he] said."
    )

    assert resolved(story) == "Karl Weiss"


@pytest.mark.parametrize(
    "sentence",
    [
        "Karl Weiss, a friend of the writer Peter Holm, a critic of Peter Lund, spoke in Ulm.",
        "Karl Weiss, 52, met Peter Holm.",
        "Earlier, the engineer Karl Weiss (Ulm), who knows Peter Holm, resigned.",
        "Anna's lawyer, Karl Weiss, said no to Peter Holm.",
    ],
)
def test_the_name_that_opens_a_sentence_is_its_subject_whatever_explains_it(sentence: str) -> None:
    assert resolved(f"{sentence} [He] said it was late.") == "Karl Weiss"


def test_the_one_outlet_that_speaks_is_meant_by_it() -> None:
    story = "The Daily Mail, which cites state sources, counted forty boats. Later [it] wrote that ten sank."

    assert resolved(story) == "The Daily Mail"
