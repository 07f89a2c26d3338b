"""Whom an article cites, and for what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article
from bot.core.facts import Force, Report, Source, SourceKind
from bot.core.names import find_mentions
from bot.core.sources import find_sources
from bot.core.span import Span
from bot.core.structure import read_article


def article_of(*paragraphs: str) -> Article:
    return read_article("\n".join(("a plain first line", *paragraphs)), id="example")


def span_of(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


def report(article: Article, source: str, cue: str, content: str) -> Report:
    return Report(span_of(article, content), span_of(article, source), span_of(article, cue), Force.SAID)


def sources_of(article: Article, *reports: Report) -> tuple[Source, ...]:
    return find_sources(article, find_mentions(article), reports, ())


def test_a_person_is_listed_once_with_all_that_it_is_cited_for() -> None:
    article = article_of("The mayor Anna Brandt said it was late.", "Later Ms Brandt added that it rained.")

    (source,) = sources_of(
        article,
        report(article, "The mayor Anna Brandt", "said", "it was late"),
        report(article, "Ms Brandt", "added", "it rained"),
    )

    assert source.name.of(article.text) == "Anna Brandt"
    assert source.kind is SourceKind.PERSON
    assert source.named
    assert [span.of(article.text) for span in source.cited_for] == ["it was late", "it rained"]


def test_a_pronoun_counts_for_whom_it_stands_for() -> None:
    article = article_of("The mayor Anna Brandt opened the bridge. She said it was late.")

    (source,) = sources_of(article, report(article, "She", "said", "it was late"))

    assert source.name.of(article.text) == "Anna Brandt"
    assert [span.of(article.text) for span in source.mentions] == ["She"]


def test_an_open_pronoun_is_nobody() -> None:
    article = article_of("The bridge is closed. She said it was late.")

    assert sources_of(article, report(article, "She", "said", "it was late")) == ()


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Officials in the north", SourceKind.GROUP),
        ("A spokesman for the board", SourceKind.PERSON),
        ("The interior ministry", SourceKind.ORGANISATION),
        ("Local media", SourceKind.OUTLET),
        ("Court papers", SourceKind.DOCUMENT),
    ],
)
def test_who_is_not_named_has_a_kind_too(phrase: str, kind: SourceKind) -> None:
    article = article_of(f"{phrase} said it was late.")

    (source,) = sources_of(article, report(article, phrase, "said", "it was late"))

    assert (source.kind, source.named) == (kind, False)
    assert source.mentions == (span_of(article, phrase),)


def test_the_name_of_who_is_not_named_has_no_article() -> None:
    article = article_of("The interior ministry said it was late.")

    (source,) = sources_of(article, report(article, "The interior ministry", "said", "it was late"))

    assert source.name.of(article.text) == "interior ministry"


def test_a_description_is_the_only_person_with_that_role() -> None:
    article = article_of("The mayor Anna Brandt met Senator Karl Weiss.", "The senator said it was late.")

    (source,) = sources_of(article, report(article, "The senator", "said", "it was late"))

    assert source.name.of(article.text) == "Karl Weiss"


def test_a_description_that_fits_two_people_names_nobody() -> None:
    article = article_of("Senator Anna Brandt met Senator Karl Weiss.", "The senator said it was late.")

    (source,) = sources_of(article, report(article, "The senator", "said", "it was late"))

    assert (source.name.of(article.text), source.named) == ("senator", False)


def test_a_name_in_apposition_names_the_source() -> None:
    article = article_of("Another critic, Anna Brandt, said it was late.")

    (source,) = sources_of(article, report(article, "Another critic", "said", "it was late"))

    assert source.name.of(article.text) == "Anna Brandt"


def test_a_thing_that_means_something_is_no_source() -> None:
    article = article_of("The losses mean that it was late.")

    assert sources_of(article, report(article, "The losses", "mean", "it was late")) == ()


def test_two_people_in_one_subject_are_two_sources() -> None:
    article = article_of("In the hall Anna Brandt and Karl Weiss said it was late.")

    found = sources_of(article, report(article, "Anna Brandt and Karl Weiss", "said", "it was late"))

    assert [source.name.of(article.text) for source in found] == ["Anna Brandt", "Karl Weiss"]


def test_reports_that_nobody_signs_are_a_source_without_a_name() -> None:
    article = article_of("There were also reports of a fire in the port.")

    (source,) = sources_of(article)

    assert source.name.of(article.text) == "reports"
    assert not source.named
    assert source.cited_for[0].of(article.text).startswith("a fire in the port")


def test_the_author_of_an_embedded_post_is_a_source() -> None:
    article = article_of("The bridge is down.", "— Anna Brandt (@abrandt) January 6, 2022")

    (source,) = sources_of(article)

    assert source.kind is SourceKind.POST
    assert source.name.of(article.text) == "Anna Brandt"
    assert source.cited_for[0].of(article.text) == "The bridge is down."


def test_a_printed_link_is_a_source() -> None:
    article = article_of("The plan is at https://example.org/plan and has two parts.")

    (source,) = sources_of(article)

    assert (source.name.of(article.text), source.kind) == ("https://example.org/plan", SourceKind.LINK)


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    article = read_article(text, id="any")
    whole = Span(0, len(text))
    anything = Report(whole, whole, whole, Force.SAID)

    found = find_sources(article, find_mentions(article), (anything,) if text else (), ())

    assert all(source.mentions for source in found)


def test_an_outlet_that_was_told_passes_the_words_on() -> None:
    article = article_of("The mayor Anna Brandt told the state news channel Fjord-7 that it was late.")

    found = sources_of(article, report(article, "The mayor Anna Brandt", "told", "it was late"))

    assert [source.name.of(article.text) for source in found] == ["Anna Brandt", "Fjord-7"]
    assert found[1].kind is SourceKind.OUTLET
    assert found[1].cited_for == found[0].cited_for


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A number of local observers have noted the danger of a flood.", "A number of local observers"),
        ("In some towns, shop owners openly alleged a plot by the council.", "shop owners"),
        ("The river board on Monday issued a warning about the dam.", "river board"),
    ],
)
def test_a_matter_that_is_no_clause_is_cited_too(sentence: str, name: str) -> None:
    article = article_of(sentence)

    (source,) = sources_of(article)

    assert source.name.of(article.text) == name
    assert source.cited_for[0].end == len(article.text)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Anna Brandt has long defended the toll.", ["Anna Brandt"]),
        ("Anna Brandt and Karl Weiss attacked the plan.", ["Anna Brandt", "Karl Weiss"]),
        ("Anna Brandt declined to speak of the toll.", ["Anna Brandt"]),
        ("Supporters of Anna Brandt attacked the plan.", []),
        ("Anna Brandt was attacked by a dog.", []),
        ("Anna Brandt walked home from the bridge.", []),
    ],
)
def test_whoever_takes_a_stand_by_name_is_cited_for_it(sentence: str, names: list[str]) -> None:
    article = article_of(sentence)

    assert [source.name.of(article.text) for source in sources_of(article)] == names


def test_the_members_of_a_party_are_named() -> None:
    article = article_of("In the evening the Senate Democrats said it was late.")

    (source,) = sources_of(article, report(article, "the Senate Democrats", "said", "it was late"))

    assert source.named


def test_a_label_before_a_colon_says_all_that_it_opens() -> None:
    article = article_of("Kent: the bridge is safe. It was late.", "Anna Kent left.")

    (source,) = sources_of(article)

    assert source.name.of(article.text) == "Anna Kent"
    assert source.cited_for[0].of(article.text) == "the bridge is safe. It was late."


def test_a_pronoun_after_a_person_without_a_name_is_that_person() -> None:
    article = article_of("A spokesman for the board said it was late. He added that it rained.")

    (source,) = sources_of(
        article,
        report(article, "A spokesman for the board", "said", "it was late"),
        report(article, "He", "added", "it rained"),
    )

    assert len(source.cited_for) == 2


def test_a_pronoun_of_the_other_gender_is_not_that_person() -> None:
    article = article_of("A spokesman for the board said it was late. She added that it rained.")

    (source,) = sources_of(
        article,
        report(article, "A spokesman for the board", "said", "it was late"),
        report(article, "She", "added", "it rained"),
    )

    assert len(source.cited_for) == 1
