"""Quotes: kind, speaker, role and chain of what stands between marks and of posts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.facts import Quote, QuoteKind
from bot.core.marks import find_quotations
from bot.core.names import find_mentions
from bot.core.quotes import find_quotes
from bot.core.reports import find_reports
from bot.core.structure import read_article

_TITLE = "Bridge in Ulm stays shut\n\n"


def _quotes(text: str) -> tuple[Quote, ...]:
    article = read_article(text, id="quotes")
    quotations, mentions = find_quotations(article), find_mentions(article)
    return find_quotes(article, quotations, mentions, find_reports(article, quotations, mentions))


def _speaker(text: str, quote: Quote) -> str | None:
    return quote.speaker.best.of(text) if quote.speaker else None


def _only(text: str) -> tuple[QuoteKind, str | None]:
    (quote,) = _quotes(text)
    return quote.kind, _speaker(text, quote)


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker"),
    [
        ("“We will rebuild the bridge,” Ada Kent said.", QuoteKind.DIRECT, "Ada Kent"),
        (
            "“We will rebuild the bridge,” said a spokesman for the town.",
            QuoteKind.DIRECT,
            "a spokesman for the town",
        ),
        ("Ada Kent called the bridge “a shame” on Monday.", QuoteKind.PARTIAL, "Ada Kent"),
        ("“We will rebuild the bridge,” state Senate leader Ada Kent said.", QuoteKind.DIRECT, "Ada Kent"),
        ("“We will rebuild the bridge,” Ada Kent charged.", QuoteKind.DIRECT, "Ada Kent"),
        ("Ada Kent has since apologised for this: “I should have known.”", QuoteKind.DIRECT, "Ada Kent"),
        (
            "People who think “the bridge will hold are wrong,” Ada Kent said.",
            QuoteKind.PARTIAL,
            "Ada Kent",
        ),
        ("They planned a new attack on Ada Kent, who called it “a shame”.", QuoteKind.PARTIAL, "Ada Kent"),
        ("Ada Kent, who has called the plan “a shame”, is away.", QuoteKind.PARTIAL, "Ada Kent"),
        ("Lead was found in the so-called “safe” water.", QuoteKind.SCARE, None),
        ("“This is the end of the bridge.”", QuoteKind.DIRECT, None),
    ],
)
def test_kind_and_speaker_of_a_quotation(sentence: str, kind: QuoteKind, speaker: str | None) -> None:
    assert _only(_TITLE + sentence + "\n\nThe river is calm.\n") == (kind, speaker)


def test_words_in_marks_in_the_title_are_a_headline_without_a_speaker() -> None:
    text = (
        "Ada Kent Calls Bridge “Safe Enough”\n\nThe bridge in Ulm opened on Monday.\n\nThe river is calm.\n"
    )
    assert _only(text) == (QuoteKind.HEADLINE, None)


def test_a_short_name_and_its_role_lead_to_the_fullest_naming() -> None:
    text = _TITLE + "Mayor Ada Kent opened it. “We will rebuild the bridge,” Kent said.\n"
    (quote,) = _quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.mention.of(text) == "Kent"
    assert quote.speaker.best.of(text) == "Ada Kent"
    assert quote.speaker.role is not None
    assert quote.speaker.role.of(text) == "Mayor"


def test_a_pronoun_goes_on_from_a_spokesman_without_a_name() -> None:
    text = (
        _TITLE + "A spokesman for the town said the bridge was shut. “We will rebuild the bridge,” he said.\n"
    )
    assert _only(text) == (QuoteKind.DIRECT, "A spokesman for the town")


@pytest.mark.parametrize(
    ("unnamed", "pronoun"),
    [("A nurse", "she"), ("The mayor", "he"), ("A guard who asked not to be named", "he")],
)
def test_a_pronoun_goes_on_from_who_reported_last_though_others_have_names(
    unnamed: str, pronoun: str
) -> None:
    text = f"Title\n\nAda Kent and Tom Reed wept, Tom Reed said. {unnamed} said it burned. “It was black,” {pronoun} said.\n"
    (quote,) = _quotes(text)
    assert _speaker(text, quote) == unnamed.removesuffix(" who asked not to be named")


def test_a_role_that_the_article_gives_to_a_name_is_that_name() -> None:
    text = "Title\n\nThe mayor, Tom Reed, wept. The mayor said it burned. “It was black,” he said.\n"
    (quote,) = _quotes(text)
    assert _speaker(text, quote) != "The mayor"


def test_the_second_part_of_an_interrupted_quotation_has_the_same_speaker() -> None:
    text = _TITLE + "“We tried,” Ada Kent said, “and we failed.” “It was a hard winter for us.”\n"
    assert [_speaker(text, quote) for quote in _quotes(text)] == ["Ada Kent"] * 3


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next() -> None:
    text = _TITLE + "Ada Kent had an answer for them:\n\n“We will rebuild the bridge in May.”\n"
    assert _only(text) == (QuoteKind.DIRECT, "Ada Kent")


def test_a_quotation_inside_another_belongs_to_the_one_quoted_there() -> None:
    text = _TITLE + "“My neighbour Bo Lind told me ‘the bridge will fall’ last year,” Ada Kent said.\n"
    outer, inner = _quotes(text)
    assert (outer.kind, _speaker(text, outer)) == (QuoteKind.DIRECT, "Ada Kent")
    assert (inner.kind, _speaker(text, inner)) == (QuoteKind.NESTED, "Bo Lind")
    assert [link.source and link.source.of(text) for link in inner.chain] == ["Bo Lind", "Ada Kent"]


def test_words_in_marks_inside_a_quotation_have_no_speaker_where_it_names_none() -> None:
    text = _TITLE + "“You built what you call a ‘safe bridge’ for us,” Ada Kent said.\n"
    _, inner = _quotes(text)
    assert (inner.kind, inner.speaker) == (QuoteKind.NESTED, None)


def test_a_summary_in_marks_is_relayed_by_the_one_who_cites() -> None:
    text = (
        _TITLE + "The engineer Ada Kent spoke late.\n\n"
        "“She stressed that the bridge is safe,” local media cited her as saying.\n"
    )
    (quote,) = _quotes(text)
    assert (quote.kind, _speaker(text, quote)) == (QuoteKind.RELAYED, "local media")
    assert [link.source and link.source.of(text) for link in quote.chain] == ["her", "local media"]


def test_a_paragraph_of_reports_in_marks_after_a_colon_is_a_block_that_names_nobody() -> None:
    text = (
        _TITLE + "Dozens of injuries are being reported in the latest:\n\n"
        "“Police said ten people were hurt, while Bo Lind told the station that “two walls fell”. All are safe.”\n"
    )
    block, inner = _quotes(text)
    assert (block.kind, block.speaker) == (QuoteKind.BLOCK, None)
    assert [link.source for link in block.chain] == [None]
    assert (inner.kind, _speaker(text, inner)) == (QuoteKind.NESTED, "Bo Lind")


def test_a_passage_of_an_outlet_is_a_block_whose_chain_shows_whom_it_cites() -> None:
    text = (
        _TITLE
        + "According to The Daily Mail, citing state sources, “Officials have said ten people were hurt.”\n"
    )
    (quote,) = _quotes(text)
    assert (quote.kind, _speaker(text, quote)) == (QuoteKind.BLOCK, "The Daily Mail")
    assert [link.source and link.source.of(text) for link in quote.chain] == [
        "state sources",
        "The Daily Mail",
    ]


def test_a_post_is_a_quote_of_its_author_and_marks_inside_it_are_scare_quotes() -> None:
    text = (
        _TITLE + "The town was in shock on Monday morning.\n\n"
        "So these are the “safe” bridges that you promised us.\n— Ada Kent (@ada_kent) January 6, 2022\n"
    )
    post, scare = _quotes(text)
    assert (post.kind, _speaker(text, post), post.post) == (QuoteKind.POST, "Ada Kent", 0)
    assert (scare.kind, scare.speaker, scare.span.of(text)) == (
        QuoteKind.SCARE,
        None,
        "safe",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Kent said so on the programme “Morning in Ulm” on Monday.",
        "Ada Kent spoke on Radio Ulm's “Morning Hour” on Monday.",
    ],
)
def test_the_title_of_a_work_is_nobodys_words(sentence: str) -> None:
    assert _only(_TITLE + sentence + "\n")[1] is None


@pytest.mark.parametrize("clause", ["rejected talk of “chaos” on Monday", "denied rumours of “chaos”"])
def test_talk_that_goes_round_is_not_the_word_of_who_rejects_it(clause: str) -> None:
    assert _only(_TITLE + f"Ada Kent {clause}.\n") == (QuoteKind.SCARE, None)


def test_what_somebody_says_they_think_is_theirs_who_says_it() -> None:
    text = _TITLE + "Ada Kent said she believes the bridge is “quite safe” today.\n"
    assert _only(text)[1] == "Ada Kent"


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We waited for hours,” Ada Kent said. “Nobody came.”",
        "“They told Boris Lund: ‘It will stand,’” Ada Kent said. “It fell.”",
        "“We waited,” Ada Kent said, adding: “We left.”",
    ],
)
def test_a_short_sentence_in_marks_goes_on_with_the_words_of_its_speaker(paragraph: str) -> None:
    text = _TITLE + paragraph + "\n"
    last = _quotes(text)[-1]
    assert (last.kind, _speaker(text, last)) == (QuoteKind.DIRECT, "Ada Kent")


def test_a_short_answer_whose_speaker_is_not_told_is_speech_of_nobody_known() -> None:
    text = _TITLE + "“Is the old bridge closed now?” “It is.” The shop was full all day.\n"
    assert [(quote.kind, quote.speaker) for quote in _quotes(text)] == [(QuoteKind.DIRECT, None)] * 2


@pytest.mark.parametrize("sentence", ["Ada Kent was blunter.", "Ada Kent disagreed.", "Ada Kent went first."])
def test_a_sentence_on_the_manner_of_speaking_introduces_the_paragraph_after_it(sentence: str) -> None:
    text = _TITLE + sentence + "\n\n“It was bad for us.”\n"
    assert _only(text) == (QuoteKind.DIRECT, "Ada Kent")


@given(
    st.lists(
        st.sampled_from(
            ["Ada Kent", "she", "said", ",", "“", "”", "‘", "’", ".", "\n\n", ":", "that", "We go"]
        )
    )
)
def test_any_text_gives_quotes_inside_it_and_the_same_ones_twice(words: list[str]) -> None:
    text = " ".join(words)
    found = _quotes(text)
    assert found == _quotes(text)
    for quote in found:
        assert quote.span.of(text).strip()
        assert quote.marked.covers(quote.span)
        assert quote.kind not in (QuoteKind.SCARE, QuoteKind.HEADLINE) or quote.speaker is None
