"""Where sentences end: `|` in an example marks each boundary to be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.span import Span
from bot.core.text.sentences import split_sentences

PLAIN = [
    "The ferry left at noon.| It came back at dusk.",
    "Who saw it?| Nobody did!| So it seems.",
    "The mayor resigned.| “I have had enough,” she said.",
    "He counted the boats.| 12 were missing.",
    "the ferry left at noon.| nobody had told the crew.",
    "He works at Marlow.| she does not.",
]
ABBREVIATIONS = [
    "Mr. Ode met Dr. Fenn on St. Anne's Road.| Both were late.",
    "Gen. Roth and Lt. Col. Marsh spoke to Sen. Vale.",
    "The case of Orr vs. Lund is old.",
    "He moved to the U.S. in 1990 and to Washington D.C. later.",
    "He lives in the U.S.| The firm does not.",
    "U.S. Steel and U.S. President Ode agreed.",
    "They met at 5 p.m. Monday and again at 9 a.m. EST.",
    "They met at 5 p.m.| Nobody else came.",
    "Hull Inc. Chairman Ode left Lund Ltd. for Marlow & Co. of Hull.",
    "He left Hull Inc.| She stayed.",
    "It opened on Jan. 6, and closed on Feb. 12.",
    "Look at No. 5, Fig. 3 and p. 12 of it.",
    "He said no.| Then he left.",
    "He brought eggs, i.e. breakfast, e.g. for us, etc. and left.",
]
NAMES = [
    "John F. Kennedy and J. R. R. Tolkien met George W. Bush.",
    "She chose plan B.| The rest did not.",
    "So did I.| Nobody minded.",
    "Yahoo! Finance and Jeopardy! host Ode agreed.",
    "He read it on Hull.com and on news.hull.example yesterday.| It was true.",
    "Write to @hull.news or see https://hull.example/a.b?c=d.E for more.| Do it now.",
]
NUMBERS = [
    "It rose 3.5 percent to 2.000 points.| Then it fell.",
    "1. Take the boat.| It floats.",
    "a. Take the boat.| It floats.",
    "It fell to 5.| Nobody knows why.",
]
QUOTED = [
    "“It is over.”| He left.",
    "'It is over.'| He left.",
    "«C'est fini. »| Il est parti.",
    "“Is it over?” she asked.",
    "“Is it over?” Brandt asked.",
    "“It is over!” a man shouted.",
    "“It is over.| We won,” she said.",
    "“It is over.“| He left.",
    "(The boat had sunk.)| He left.",
    "The boat (it had sunk before!) was raised.",
    "**The boat sank.**| He left.",
    "It sank.[1]| It was raised.[23]| It sank again.",
]
OTHERS = [
    "And then… nothing happened.",
    "And then…| He left.",
    "He waited ... and waited.",
    "The end.|Next came the rest.",
    "Was it?|Nobody knew.",
    "See Booking.Com for more.",
    "wow!!| this is big.",
    "Great news! 🎉| We won.",
    "How many came? #Hull https://t.co/abc",
    "Look at this.| #Hull is burning.",
    "The ferry sank\nin the harbour.| Nobody\nwas hurt.",
    "A headline without a stop|\n\nAnother",
    "船沈んだ。|皆助かった。",
    "غرقت السفينة؟| نعم غرقت.",
    "नाव डूब गई।| सब बच गए।",
]


@pytest.mark.parametrize("marked", PLAIN + ABBREVIATIONS + NAMES + NUMBERS + QUOTED + OTHERS)
def test_sentences_end_where_a_reader_ends_them(marked: str) -> None:
    text = marked.replace("|", "")
    found = split_sentences(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == [piece.strip() for piece in marked.split("|")]


def test_only_the_given_span_is_split() -> None:
    text = "One came. Two left. Three stayed."
    assert [span.of(text) for span in split_sentences(text, Span(4, 19))] == ["came.", "Two left."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t", "\u200b\ufeff \u2029"])
def test_no_words_or_only_invisible_ones_never_make_an_empty_sentence(text: str) -> None:
    assert all(span.of(text).strip() for span in split_sentences(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "unit", [".", "“", "a.", "A.b", "? ", "http://.", "@", " #a", ".\n", "!”", "Ab.Cd", "«"]
)
def test_a_long_run_of_one_thing_is_split_without_a_hang(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    found = split_sentences(text, Span(0, len(text)))
    assert sum(span.length for span in found) <= len(text)


PIECES = st.sampled_from(
    [
        "He",
        "left",
        "U.S",
        ".",
        "?",
        "!",
        "…",
        " ",
        "\n",
        "\n\n",
        "“",
        "”",
        '"',
        "(",
        ")",
        "Mr",
        "5",
        "https://a.b",
        "@x",
        "。",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_sentences_are_in_order_trimmed_and_hold_every_visible_character(text: str) -> None:
    found = split_sentences(text, Span(0, len(text)))
    last = 0
    for span in found:
        assert not text[last : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        last = span.end
    assert not text[last:].strip()
