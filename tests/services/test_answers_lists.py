import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.facts import Figure, Quote, QuoteKind, Source
from bot.services.answers import (
    Answer,
    Refusal,
    RefusalCode,
    Reply,
    articles,
    figures,
    passage,
    quote,
    sources,
)
from tests.services.answer_fixture import TEXT, store

STORE = store()


def listed(reply: Reply) -> list[str]:
    assert isinstance(reply, Answer), reply
    return [
        hit.fact.span.of(TEXT) if isinstance(hit.fact, Quote | Figure) else hit.passage.text
        for hit in reply.hits
    ]


def code(reply: Reply) -> RefusalCode:
    assert isinstance(reply, Refusal), reply
    return reply.code


@pytest.mark.parametrize("query", ["dorn", "Ilse Dorn", "DORN", "Dorrn", "harbour master", "heard nothing"])
def test_a_quote_is_found_by_speaker_role_or_words(query: str) -> None:
    assert listed(quote(STORE, query)) == ["We heard nothing until it was too late,"]


def test_a_post_is_found_by_its_handle() -> None:
    assert listed(quote(STORE, "@anareyes")) == ["Waves as high as the lighthouse tonight! Stay home."]


def test_words_held_at_a_distance_are_shown_only_when_asked_for() -> None:
    assert "modern" not in listed(quote(STORE))
    assert "modern" in listed(quote(STORE, all=True))
    assert listed(quote(STORE, kind=QuoteKind.SCARE)) == ["modern"]


def test_a_speaker_and_a_kind_filter() -> None:
    assert listed(quote(STORE, speaker="reyes")) == ["Waves as high as the lighthouse tonight! Stay home."]
    assert listed(quote(STORE, kind="tweet")) == ["Waves as high as the lighthouse tonight! Stay home."]


def test_an_unknown_speaker_is_refused_with_the_nearest() -> None:
    near = quote(STORE, "ilsedornn")
    assert isinstance(near, Refusal)
    assert near.suggestions == ("Ilse Dorn",)
    assert code(quote(STORE, speaker="Wilbur")) is RefusalCode.UNKNOWN_NAME


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    reply = quote(STORE, kind="sonnet")
    assert code(reply) is RefusalCode.NO_SUCH_FACT
    assert isinstance(reply, Refusal)
    assert "direct" in reply.reason


def test_figures_are_found_by_what_they_count_and_what_befell_it() -> None:
    assert listed(figures(STORE, "sailors")) == ["14"]
    assert listed(figures(STORE, "sank")) == ["dozens"]
    assert listed(figures(STORE)) == ["14", "dozens", "five", "7"]
    assert code(figures(STORE, "unicorns")) is RefusalCode.NO_SUCH_FACT


def test_sources_are_found_by_name_and_by_what_they_are_cited_for() -> None:
    assert listed(sources(STORE, "coast gaurd")) == ["the coast guard"]
    assert listed(sources(STORE, "sea wall")) == ["Peter Quist"]
    assert listed(sources(STORE, kind="person")) == ["Ilse Dorn", "Peter Quist"]


def test_an_unknown_article_is_refused() -> None:
    assert code(quote(STORE, article="moon")) is RefusalCode.NO_ARTICLE
    assert code(figures(STORE, article="moon")) is RefusalCode.NO_ARTICLE
    assert code(sources(STORE, article="moon")) is RefusalCode.NO_ARTICLE


def test_a_passage_id_leads_back_to_its_words_and_its_receipt() -> None:
    (hit, *_) = [hit for reply in (quote(STORE, "dorn"),) if isinstance(reply, Answer) for hit in reply.hits]
    again = passage(STORE, hit.passage.id)
    assert isinstance(again, Answer)
    assert again.hits[0].passage == hit.passage
    assert passage(STORE, hit.passage.id.replace(":", "#")).searched == ("storm",)
    receipt = hit.passage.receipt
    assert receipt.hash == hit.passage.article.sha256[:8]
    assert receipt.paragraphs == (3, 3)
    assert TEXT[receipt.start : receipt.end] == hit.passage.text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("storm:5-5", RefusalCode.BAD_ID),
        ("storm:9-5", RefusalCode.BAD_ID),
        ("storm:0-99999", RefusalCode.BAD_ID),
        ("storm", RefusalCode.BAD_ID),
        ("", RefusalCode.BAD_ID),
        ("storm:1-2-3", RefusalCode.BAD_ID),
        ("strom:1-2", RefusalCode.NO_ARTICLE),
    ],
)
def test_a_bad_passage_id_is_refused(typed: str, expected: RefusalCode) -> None:
    assert code(passage(STORE, typed)) is expected


def test_a_near_article_id_is_suggested() -> None:
    reply = passage(STORE, "strom:1-2")
    assert isinstance(reply, Refusal)
    assert reply.suggestions == ("storm",)


def test_the_loaded_articles_are_listed() -> None:
    assert [article.id for article in articles(STORE)] == ["storm"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_query_raises(query: str) -> None:
    for reply in (quote(STORE, query), figures(STORE, query), sources(STORE, query), passage(STORE, query)):
        if isinstance(reply, Answer):
            assert all(isinstance(hit.fact, Quote | Figure | Source | None) for hit in reply.hits)
