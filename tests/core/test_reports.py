"""Reports: who reports what, by which words, and what reports nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.facts import Force, Report
from bot.core.marks import find_quotations
from bot.core.names import find_mentions
from bot.core.reports import find_reports
from bot.core.structure import read_article


def _reports(text: str) -> tuple[Report, ...]:
    article = read_article(text, id="reports")
    return find_reports(article, find_quotations(article), find_mentions(article))


def _told(text: str) -> list[tuple[str | None, str, str]]:
    return [
        (report.source.of(text) if report.source else None, report.cue.of(text), report.content.of(text))
        for report in _reports(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Ada Kent said the bridge was closed.", "Ada Kent", "the bridge was closed"),
        ("Ada Kent said on Monday that the bridge was closed.", "Ada Kent", "the bridge was closed"),
        ("The bridge was closed, Ada Kent said.", "Ada Kent", "The bridge was closed"),
        (
            "A rescue volunteer who asked not to be named said that the bridge was closed.",
            "A rescue volunteer",
            "the bridge was closed",
        ),
        ("As many as 60 could have died, said Ada Kent.", "Ada Kent", "As many as 60 could have died"),
        ("The bridge was closed, said Ada Kent, the mayor.", "Ada Kent", "The bridge was closed"),
        (
            "Ada Kent, the mayor of Ulm, told reporters the bridge was closed.",
            "Ada Kent",
            "the bridge was closed",
        ),
        (
            "A spokesman for the town said the bridge was closed.",
            "A spokesman for the town",
            "the bridge was closed",
        ),
        ("Officials said more than 40 people were hurt.", "Officials", "more than 40 people were hurt"),
        ("She has warned that the bridge may fall.", "She", "the bridge may fall"),
        ("Another critic, Ada Kent, argued that the bridge was weak.", "Ada Kent", "the bridge was weak"),
        ("A letter seen by the paper says the bridge was weak.", "A letter", "the bridge was weak"),
        ("According to Ada Kent, the bridge was closed.", "Ada Kent", "the bridge was closed"),
        ("Ada Kent put the cost at 3 million euros.", "Ada Kent", "the cost at 3 million euros"),
        (
            "The toll was put at nearly 12 by town officials.",
            "town officials",
            "The toll was put at nearly 12",
        ),
        ("The bank expects claims of 5 million euros.", "The bank", "claims of 5 million euros"),
        ("Some 300 may leave, the ministry estimates.", "the ministry", "Some 300 may leave"),
        ("Some 300 may leave, some agents claim.", "some agents", "Some 300 may leave"),
        ("If it holds, Ada Kent argues, it would cost 12 euros.", "Ada Kent", "it would cost 12 euros"),
        ("Ada Kent ruled out a sale “for now”.", "Ada Kent", "out a sale “for now”"),
        ("Inspectors rated the bridge “fair”.", "Inspectors", "the bridge “fair”"),
        ("The rent, which she says has tripled, is due.", "she", "has tripled, is due"),
        ("“We go,” Ada Kent said: only 40 stayed.", "Ada Kent", "only 40 stayed"),
        ("Records seen by the Ledger show the bridge was closed.", "Records", "the bridge was closed"),
        ("Ada Kent argues the bridge was closed.", "Ada Kent", "the bridge was closed"),
        ("One resident, who was there, said 12 boats sank.", "One resident", "12 boats sank"),
        ("The road, according to police, was shut for 3 hours.", "police", "was shut for 3 hours"),
        ("Ada Kent warned of 40 job losses.", "Ada Kent", "40 job losses"),
        ("Ada Kent, 52, of Mill Lane, Ulm, said the bridge was closed.", "Ada Kent", "the bridge was closed"),
        (
            "Ulm lost 40 jobs, citing three people briefed on the talks.",
            "three people briefed on the talks",
            "Ulm lost 40 jobs,",
        ),
        ("The bridge was closed, according to police.", "police", "The bridge was closed"),
        (
            "Ada Kent, 35, the daughter of the painter Karl Weiss, said the bridge was closed.",
            "Ada Kent",
            "the bridge was closed",
        ),
        (
            "Ada Kent, who sold boats in Aurora, Ohio, in July 2012, said that the bridge was closed.",
            "Ada Kent",
            "the bridge was closed",
        ),
        ("Ada Kent and Karl Weiss both said the bridge fell.", "Ada Kent and Karl Weiss", "the bridge fell"),
        ("Ada Kent herself said the bridge fell.", "Ada Kent", "the bridge fell"),
        ("The office announced it had closed the bridge.", "The office", "it had closed the bridge"),
        ("If it rains, the bridge may fall, Ada Kent said.", "Ada Kent", "If it rains, the bridge may fall"),
        ("Ada Kent asked Karl Weiss to close the bridge.", "Ada Kent", "to close the bridge"),
        ("It is a bridge that Ada Kent said could fall.", "Ada Kent", "could fall"),
        ("She has since warned that the bridge may fall.", "She", "the bridge may fall"),
        ("Ada Kent released a statement saying that the bridge fell.", "Ada Kent", "the bridge fell"),
        ("Another said the bridge fell.", "Another", "the bridge fell"),
        ("Ada Kent referred to the bridge as “a shame”.", "Ada Kent", "to the bridge as “a shame”"),
        ("Ada Kent’s claim that the bridge was closed is old.", "Ada Kent", "the bridge was closed is old"),
    ],
)
def test_the_source_and_its_clause_are_found(text: str, source: str, content: str) -> None:
    assert (source, content) in [(told[0], told[2]) for told in _told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The watch says 12 people were hurt.",
        "The conversation repeated that the bridge was closed.",
        "They never stop saying that the bridge is closed.",
    ],
)
def test_things_and_what_is_not_done_report_nothing(text: str) -> None:
    assert _told(text) == []


def test_what_is_told_of_the_speaker_after_the_verb_is_not_reported() -> None:
    text = "“We were promised light,” said Ada Kent, who has sold cheese for 26 years."
    assert [content for _, _, content in _told(text)] == ["We were promised light,"]


@pytest.mark.parametrize("mark", ["; ", " – "])
def test_in_a_headline_the_reported_clause_ends_where_the_next_one_begins(mark: str) -> None:
    text = f"Mayor Calls Fall of Bridge “a Warning”{mark}3 Dead, Dozens Hurt\n\nThe bridge in Ulm fell.\n"
    assert [content for _, _, content in _told(text)] == ["Fall of Bridge “a Warning”"]


@pytest.mark.parametrize(
    "text",
    ["Police put 40 officers at 12 gates.", "Ada Kent put 40 books on the table.", "The toll was put at 12."],
)
def test_putting_reports_nothing_without_somebody_and_an_amount(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We will rebuild,” Ada Kent said.", "Ada Kent"),
        ("“We will rebuild,” said Ada Kent, the mayor.", "Ada Kent"),
        ("“We will rebuild,” said the mayor, Ada Kent.", "Ada Kent"),
        ("Ada Kent tweeted: “We will rebuild”", "Ada Kent"),
        ("The mayor: “We will rebuild”", "The mayor"),
        ("“We will rebuild” — Ada Kent", "Ada Kent"),
        ("As Ada Kent put it, “We will rebuild”", "Ada Kent"),
        ("Ada Kent stood up and shouted, “We will rebuild”", "Ada Kent"),
        ("Ada Kent was quoted as saying, “We will rebuild”", "Ada Kent"),
    ],
)
def test_a_quotation_is_the_content_of_its_cue(text: str, source: str) -> None:
    contents = {told[0]: told[2] for told in _told(text)}
    assert "We will rebuild" in contents[source]


def test_a_shared_subject_reports_with_each_of_its_verbs() -> None:
    text = "Ada Kent said the bridge was closed and added that it would stay so."
    assert [told[:2] for told in _told(text)] == [("Ada Kent", "said"), ("Ada Kent", "added")]


def test_a_cited_source_reports_the_same_as_the_one_who_cites_it() -> None:
    text = "The Daily Crow, citing police, said that ten people were hurt."
    assert ("police", "citing") in [told[:2] for told in _told(text)]
    assert Force.CITED in [report.force for report in _reports(text)]


def test_a_passive_without_an_agent_names_nobody() -> None:
    text = "Ten people are reported to be missing, and it was said that more were hurt."
    assert {told[0] for told in _told(text)} == {None}


def test_what_is_being_reported_is_the_subject_of_the_passive() -> None:
    text = "Meanwhile, dozens of injuries – and two deaths – are being reported in the latest."
    assert (None, "reported", "dozens of injuries – and two deaths") in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Kent did not say that the bridge was closed.",
        "The mayor never claimed that the bridge was closed.",
        "There is nothing so far to suggest that the bridge was closed.",
        "She declined to say that the bridge was closed.",
        "The report of the town and its claims about money were long.",
    ],
)
def test_what_is_not_said_is_not_reported(text: str) -> None:
    assert _told(text) == []


def test_a_report_inside_a_quotation_is_found_there() -> None:
    text = "The paper wrote: “Police said ten people were hurt.”"
    assert ("Police", "said", "ten people were hurt") in _told(text)


def test_the_first_person_inside_a_quotation_is_no_source_of_its_own() -> None:
    text = "“I said that we would come back to the bridge,” Ada Kent said."
    assert {told[0] for told in _told(text)} == {"Ada Kent"}


def test_the_force_of_the_verb_is_kept() -> None:
    text = "Ada Kent alleged that the bridge was weak. Bo Lind denied that it was weak."
    assert [report.force for report in _reports(text)] == [Force.ALLEGED, Force.DENIED]


@given(
    st.lists(
        st.sampled_from(
            [
                "Ada",
                "Kent",
                "said",
                ",",
                "“",
                "”",
                "that",
                "the",
                "was",
                "by",
                "to",
                "who",
                "not",
                ".",
                ":",
                "—",
                "(",
                ")",
                "according",
                "tells",
                "saying",
            ]
        )
    )
)
def test_any_order_of_words_gives_spans_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for report in _reports(text):
        assert 0 <= report.content.start < report.content.end <= len(text)
        assert 0 <= report.cue.start < report.cue.end <= len(text)
        assert report.source is None or report.source.of(text).strip()
