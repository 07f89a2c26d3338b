import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article
from bot.core.facts import Facts, Figure, Quote, QuoteKind, Speaker
from bot.core.search.pieces import LONGEST, pieces, pieces_in
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.structure import read_article

TEXT = """Ferry stays in port

Captain Rosa Lind was angry. “We waited nine hours,” she said. The crossing takes 40 minutes.
"""


def spot(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def ferry() -> Article:
    return read_article(TEXT, id="ferry")


@pytest.fixture
def facts() -> Facts:
    return Facts(
        quotes=(
            Quote(
                spot("We waited nine hours,"),
                spot("“We waited nine hours,”"),
                QuoteKind.DIRECT,
                Speaker(spot("she"), spot("Rosa Lind")),
            ),
        ),
        figures=(Figure(spot("nine"), 9, 9), Figure(spot("40"), 40, 40)),
    )


def test_the_order_of_the_articles_does_not_matter(ferry: Article) -> None:
    other = read_article("Another title\n\nThe harbour froze.\n", id="another")
    one = FactStore.build([(ferry, Facts()), (other, Facts())])
    two = FactStore.build([(other, Facts()), (ferry, Facts())])
    assert [article.id for article in one.articles] == ["another", "ferry"] == [a.id for a in two.articles]
    assert one.version == two.version
    assert one.index.search("harbour froze").hits == two.index.search("harbour froze").hits


def test_another_text_gives_another_version(ferry: Article) -> None:
    changed = read_article(TEXT + "More.", id="ferry")
    assert FactStore.build([(ferry, Facts())]).version != FactStore.build([(changed, Facts())]).version


def test_an_article_is_found_by_its_id(ferry: Article, facts: Facts) -> None:
    store = FactStore.build([(ferry, facts)])
    assert store.entry("ferry") == (ferry, facts)
    assert store.entry("train") is None
    assert (store.place("ferry"), store.place("train")) == (0, None)


def test_two_articles_with_one_id_are_refused(ferry: Article) -> None:
    with pytest.raises(ValueError, match="same id"):
        FactStore.build([(ferry, Facts()), (ferry, Facts())])


def test_the_facts_of_a_sentence_are_looked_up_by_its_start(ferry: Article, facts: Facts) -> None:
    store = FactStore.build([(ferry, facts)])
    (sentence,) = store.pieces_in(0, spot("nine hours"))
    local = store.local(0, sentence.start)
    assert (local.quotes, [figure.low for figure in local.figures]) == (facts.quotes, [9])
    assert store.local(0, 10**6).quotes == ()


def test_she_is_found_under_her_name(ferry: Article, facts: Facts) -> None:
    (first, *_) = FactStore.build([(ferry, facts)]).index.search("what did Lind say about hours").hits
    row = FactStore.build([(ferry, facts)]).index.rows[first.row]
    assert "nine hours" in TEXT[row.start : row.end]


def test_a_span_over_a_sentence_end_meets_both_sentences(ferry: Article) -> None:
    store = FactStore.build([(ferry, Facts())])
    assert len(store.pieces_in(0, spot("angry. “We"))) == 2
    assert list(store.pieces_in(0, Span(len(TEXT), len(TEXT)))) == []


def test_an_endless_sentence_is_cut_at_spaces_without_losing_a_word() -> None:
    text = "word " * 3000
    article = read_article(text, id="endless")
    parts = pieces(article)
    assert len(parts) > 1
    assert all(part.length <= LONGEST for part in parts)
    assert "".join(part.of(text) for part in parts).replace(" ", "") == text.replace(" ", "")
    assert not any(part.of(text).startswith(" ") or part.of(text).endswith("wo") for part in parts)


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50))
def test_pieces_in_a_span_are_those_that_meet_it(text: str, start: int, length: int) -> None:
    parts = pieces(read_article(text, id="any"))
    span = Span(start, start + length + 1)
    assert list(pieces_in(parts, span)) == [part for part in parts if part.meets(span)]
