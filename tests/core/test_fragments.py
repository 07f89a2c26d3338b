"""Passage links: given an article with an address, a link selects the passage and nothing else, or is not given."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, Detail
from bot.core.fragments import LONGEST_EXACT, passage_link
from bot.core.span import Span

URL = "https://example.org/ferry"


def article(text: str, url: str | None = URL) -> Article:
    return Article(
        id="ferry",
        text=text,
        sha256="",
        blocks=(),
        sentences=(),
        url=Detail(url) if url is not None else None,
    )


def link_to(text: str, words: str, occurrence: int = 0, url: str | None = URL) -> str | None:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return passage_link(article(text, url), Span(start, start + len(words)))


def directive(link: str | None) -> list[str]:
    assert link is not None
    return [unquote(part) for part in link.split("#:~:text=")[1].split(",")]


def test_a_unique_passage_is_linked_by_its_own_words() -> None:
    text = "The ferry left at noon. It struck the harbour wall at full speed. Nobody was hurt."
    assert directive(link_to(text, "It struck the harbour wall at full speed.")) == [
        "It struck the harbour wall at full speed."
    ]


def test_an_article_without_an_address_has_no_link() -> None:
    assert link_to("It struck the harbour wall.", "It struck the harbour wall.", url=None) is None


def test_short_words_get_context() -> None:
    parts = directive(link_to("The ferry struck the old harbour wall.", "harbour"))
    assert "harbour" in parts
    assert len(parts) == 2


@pytest.mark.parametrize("occurrence", [0, 1])
def test_repeated_words_get_the_context_that_tells_them_apart(occurrence: int) -> None:
    text = "Divers searched the flooded engine room on Monday. Police searched the flooded engine room on Friday."
    parts = directive(link_to(text, "searched the flooded engine room", occurrence))
    if occurrence:
        assert parts == ["Police-", "searched the flooded engine room"]
    else:
        assert parts == ["searched the flooded engine room"]


def test_repetition_in_other_case_or_with_accents_counts_as_repetition() -> None:
    text = "THE CAFÉ BY THE HARBOUR closed. Later the cafe by the harbour reopened."
    assert len(directive(link_to(text, "the cafe by the harbour"))) == 2


def test_words_that_nothing_tells_apart_have_no_link() -> None:
    text = "again and again and again " * 60
    start = text.index("again and again", 600)
    assert passage_link(article(text), Span(start, start + 15)) is None


def test_syntax_characters_are_encoded() -> None:
    link = link_to(
        "He said (well-known) A & B, <quietly>, was a first-rate ship.", "(well-known) A & B, <quietly>,"
    )
    assert link is not None
    encoded = link.split("text=")[1]
    assert not set("-,&()<> ") & set(encoded)


def test_a_long_passage_is_linked_by_its_first_and_last_words() -> None:
    long_passage = (
        "Opening words stand here first "
        + "and so the tale goes on " * 20
        + "until its closing words arrive."
    )
    assert len(long_passage) > LONGEST_EXACT
    parts = directive(link_to(f"Before it. {long_passage} After it.", long_passage))
    assert parts == ["Opening words stand here", "its closing words arrive."]


def test_a_passage_over_several_lines_is_linked_by_its_edges() -> None:
    passage = "the first line of the verse\n\nruns into the second one here"
    assert directive(link_to(f"Before {passage} after.", passage)) == [
        "the first line of",
        "the second one here",
    ]


def test_a_span_that_cuts_a_word_has_no_link() -> None:
    text = "The harbourmaster resigned."
    assert passage_link(article(text), Span(4, 11)) is None


def test_the_addresses_own_fragment_is_kept() -> None:
    link = link_to("It struck the harbour wall at speed.", "struck the harbour wall at", url=f"{URL}#live")
    assert link is not None
    assert link.startswith(f"{URL}#live:~:text=")


def test_a_link_longer_than_allowed_uses_the_shorter_form_or_none() -> None:
    passage = "wörter mit ümläuten " * 12 + "ende"
    text = f"Vorher {passage} nachher."
    start = text.index(passage)
    span = Span(start, start + len(passage))
    short = passage_link(article(text), span, longest=250)
    assert short is None or len(short) <= 250
    assert passage_link(article(text), span, longest=40) is None


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_no_text_and_no_span_raises(text: str, start: int, end: int) -> None:
    given_article = article(text)
    link = passage_link(given_article, Span(min(start, end, len(text)), min(max(start, end), len(text))))
    assert link is None or link.startswith(URL)
    assert passage_link(replace(given_article, url=None), Span(0, len(text))) is None
