"""The JSON records: given facts, each key says what `docs/json.md` promises."""

from __future__ import annotations

import datetime as dt

from bot.core.article import Article, Block, BlockKind, Post
from bot.core.facts import (
    Bound,
    Dated,
    Facts,
    Figure,
    Force,
    Link,
    Quote,
    QuoteKind,
    Source,
    SourceKind,
    Speaker,
)
from bot.core.span import Span
from bot.services.records import facts_record, figure_record, quote_record

TEXT = "Mayor Ada Holm said “we sail”. More than 1,500 people waved, she told Radio Fjord."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article(id="fjord", text=TEXT, sha256="", blocks=(), sentences=(Span(0, 30), Span(31, len(TEXT))))
HOLM = Link(source=span("she"), name=span("Ada Holm"), cue=span("told"), force=Force.SAID)
RADIO = Link(source=span("Radio Fjord"), name=None, cue=None, force=Force.CITED)


def test_a_quote_names_its_speaker_in_full_and_where_the_nearest_naming_stands() -> None:
    quote = Quote(
        span("we sail"),
        span("“we sail”"),
        QuoteKind.DIRECT,
        Speaker(span("she"), name=span("Ada Holm"), role=span("Mayor")),
    )
    record = quote_record(ARTICLE, quote)
    assert (record["speaker"], record["role"]) == ("Ada Holm", "Mayor")
    assert (record["speaker_start"], record["speaker_end"]) == tuple(span("she"))


def test_a_quote_that_fits_two_speakers_names_none() -> None:
    speaker = Speaker(span("she"), name=span("Ada Holm"), candidates=(span("Ada Holm"), span("Radio Fjord")))
    record = quote_record(ARTICLE, Quote(span("we sail"), span("“we sail”"), QuoteKind.DIRECT, speaker))
    assert record["speaker"] is None


def test_a_quote_passed_on_names_who_passed_it_on() -> None:
    quote = Quote(span("we sail"), span("“we sail”"), QuoteKind.RELAYED, chain=(HOLM, RADIO))
    record = quote_record(ARTICLE, quote)
    assert record["via"] == "Radio Fjord"
    assert [step["source"] for step in record["chain"]] == ["Ada Holm", "Radio Fjord"]


def test_a_source_the_article_does_not_name_is_null_in_the_chain() -> None:
    quote = Quote(
        span("we sail"), span("“we sail”"), QuoteKind.DIRECT, chain=(Link(None, None, None, Force.SAID),)
    )
    assert quote_record(ARTICLE, quote)["chain"][0]["source"] is None


def test_a_post_is_a_tweet_with_handle_date_and_links() -> None:
    post = Post(
        text=span("we sail"),
        byline=span("Ada Holm"),
        author=span("Ada Holm"),
        handle=span("Holm"),
        date=dt.date(2024, 5, 1),
        date_span=None,
        links=(span("Radio Fjord"),),
    )
    article = Article(id="fjord", text=TEXT, sha256="", blocks=(), sentences=(), posts=(post,))
    record = quote_record(article, Quote(post.text, post.text, QuoteKind.POST, post=0))
    assert (record["kind"], record["handle"], record["date"], record["links"]) == (
        "tweet",
        "Holm",
        "2024-05-01",
        ["Radio Fjord"],
    )


def test_a_figure_keeps_its_bound_and_its_reporter() -> None:
    figure = Figure(
        span("1,500"),
        1500.0,
        1500.0,
        bound=Bound.MORE_THAN,
        qualifier=span("More than"),
        unit=span("people"),
        unit_name="people",
        chain=(HOLM, RADIO),
    )
    record = figure_record(ARTICLE, figure)
    assert (record["value"], record["bound"], record["qualifier"]) == (1500, "more than", "More than")
    assert (record["unit"], record["reporter"]) == ("people", "Ada Holm")


def test_a_range_is_a_pair_and_whole_numbers_stay_whole() -> None:
    assert figure_record(ARTICLE, Figure(span("1,500"), 10.0, 12.5))["value"] == [10, 12.5]


def test_an_article_without_facts_has_empty_lists() -> None:
    assert facts_record(Article(id="x", text="", sha256="", blocks=(), sentences=()), Facts()) == {
        "sentences": [],
        "quotes": [],
        "figures": [],
        "sources": [],
        "dates": [],
    }


def test_sources_and_dates_are_offsets_and_iso() -> None:
    facts = Facts(
        sources=(
            Source(
                span("Ada Holm"),
                SourceKind.PERSON,
                named=True,
                mentions=(span("she"),),
                cited_for=(span("we sail"),),
            ),
        ),
        dates=(Dated(span("Mayor"), dt.date(2024, 5, 1), dt.date(2024, 5, 31), "2024-05"),),
    )
    record = facts_record(ARTICLE, facts)
    assert record["sentences"] == [[0, 30], [31, len(TEXT)]]
    assert record["sources"][0]["mentions"] == [list(span("she"))]
    assert record["dates"] == [{"start": 0, "end": 5, "iso": "2024-05"}]


def test_a_byline_on_its_own_line_stands_among_the_sentences() -> None:
    byline = Block(Span(0, 14), BlockKind.BYLINE, 1)
    prose = Block(Span(19, 29), BlockKind.PROSE, 2)
    article = Article(
        id="x", text=TEXT, sha256="", blocks=(byline, prose), sentences=(Span(19, 24), Span(25, 29))
    )
    assert facts_record(article, Facts())["sentences"] == [[0, 14], [19, 24], [25, 29]]
