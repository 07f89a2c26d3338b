"""What changed between two versions of one article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.core.difference import Difference, Pair, difference
from bot.core.extract import extract
from bot.core.facts import Figure, Quote, Source
from bot.core.span import Span
from bot.core.store import Entry
from bot.core.structure import read_article

FERRY = """Ferry runs aground

“Nobody on the bridge was asleep,” harbour master Ada Brandt said. She praised the crew.

Police said 353 officers were injured. The mayor said 26 boats were lost.

The ferry lay on the sand for some hours.
"""


def entry(text: str) -> Entry:
    article = read_article(text, id="ferry")
    return Entry(article, extract(article))


def changed(*edits: tuple[str, str], text: str = FERRY) -> Difference:
    """The difference that some edits of a text make, each of words that stand in it once."""
    edited = text
    for old, new in edits:
        assert edited.count(old) == 1
        edited = edited.replace(old, new)
    return difference(entry(text), entry(edited))


def old_words(found: Difference, *things: Quote | Figure | Source | Span) -> list[str]:
    assert found.old
    return [_span(thing).of(found.old.article.text) for thing in things]


def new_words(found: Difference, *things: Quote | Figure | Source | Span) -> list[str]:
    assert found.new
    return [_span(thing).of(found.new.article.text) for thing in things]


def _span(thing: Quote | Figure | Source | Span) -> Span:
    if isinstance(thing, Source):
        return thing.name
    return thing if isinstance(thing, Span) else thing.span


def recounted(found: Difference) -> list[tuple[str, str]]:
    return [(old_words(found, pair.old)[0], new_words(found, pair.new)[0]) for pair in found.figures.changed]


class TestWhatDidNotChange:
    def test_two_equal_versions_do_not_differ(self) -> None:
        assert not changed()

    def test_what_only_moved_did_not_change(self) -> None:
        paragraphs = FERRY.split("\n\n")
        moved = "\n\n".join([paragraphs[0], *reversed(paragraphs[1:])]) + "\n"
        found = difference(entry(FERRY), entry(moved))
        assert not found.sentences
        assert not found.quotes
        assert not found.figures

    def test_line_ends_are_no_change(self) -> None:
        assert not difference(entry(FERRY), entry(FERRY.replace("\n", "\r\n")))


class TestQuotes:
    def test_a_quote_that_is_gone_stands_in_the_old_article(self) -> None:
        found = changed(("“Nobody on the bridge was asleep,” harbour master Ada Brandt said. ", ""))
        assert old_words(found, *found.quotes.gone) == ["Nobody on the bridge was asleep,"]
        assert not found.quotes.come

    def test_a_quote_that_came_stands_in_the_new_article(self) -> None:
        found = changed(("She praised the crew.", "“The crew was splendid,” she said."))
        assert new_words(found, *found.quotes.come) == ["The crew was splendid,"]
        assert not found.quotes.gone

    def test_other_words_are_another_quote_however_alike_they_are(self) -> None:
        found = changed(("Nobody on the bridge was asleep", "Nobody on the bridge was awake"))
        assert old_words(found, *found.quotes.gone) == ["Nobody on the bridge was asleep,"]
        assert new_words(found, *found.quotes.come) == ["Nobody on the bridge was awake,"]
        assert not found.quotes.changed

    def test_the_same_words_of_another_speaker_are_one_changed_quote(self) -> None:
        found = changed(("harbour master Ada Brandt said", "captain Rosa Lind said"))
        ((old, new),) = found.quotes.changed
        assert old.speaker
        assert new.speaker
        assert old_words(found, old.speaker.best) == ["Ada Brandt"]
        assert new_words(found, new.speaker.best) == ["Rosa Lind"]
        assert not found.quotes.gone
        assert not found.quotes.come

    def test_of_one_sentence_that_two_said_the_one_that_stays_keeps_its_speaker(self) -> None:
        text = "Vote\n\n“No more taxes,” Ada Brandt said.\n\n“No more taxes,” Rosa Lind said.\n"
        found = changed(("“No more taxes,” Ada Brandt said.\n\n", ""), text=text)
        assert len(found.quotes.gone) == 1
        assert not found.quotes.changed

    def test_other_marks_around_the_same_words_are_the_same_quote(self) -> None:
        found = changed(("“Nobody on the bridge was asleep,”", '"Nobody on the bridge was asleep,"'))
        assert not found.quotes
        assert len(found.sentences.changed) == 1


class TestFigures:
    def test_another_amount_of_the_same_thing_is_one_changed_figure(self) -> None:
        found = changed(("353 officers", "357 officers"))
        assert recounted(found) == [("353", "357")]
        assert not found.figures.gone
        assert not found.figures.come

    def test_another_bound_is_a_change_too(self) -> None:
        assert recounted(changed(("353 officers", "more than 353 officers"))) == [("353", "353")]

    def test_a_figure_is_known_again_in_another_sentence_by_what_it_counts(self) -> None:
        found = changed(
            ("Police said 353 officers were injured.", "After the night 357 officers were injured, it said.")
        )
        assert recounted(found) == [("353", "357")]

    def test_a_number_of_something_else_is_another_figure(self) -> None:
        found = changed(("353 officers", "353 sailors"))
        assert old_words(found, *found.figures.gone) == ["353"]
        assert new_words(found, *found.figures.come) == ["353"]
        assert not found.figures.changed

    def test_numbers_that_change_places_are_two_changes(self) -> None:
        found = changed(("353 officers", "26 officers"), ("26 boats", "353 boats"))
        assert recounted(found) == [("353", "26"), ("26", "353")]

    def test_where_two_could_stand_for_two_nothing_is_paired(self) -> None:
        text = "Night\n\nPolice said 10 boats sank. Later 20 boats sank.\n"
        found = changed(
            (
                "Police said 10 boats sank. Later 20 boats sank.",
                "Nearby 11 boats sank. Elsewhere 21 boats sank.",
            ),
            text=text,
        )
        assert not found.figures.changed
        assert old_words(found, *found.figures.gone) == ["10", "20"]
        assert new_words(found, *found.figures.come) == ["11", "21"]

    def test_the_same_amount_of_another_reporter_is_said_apart(self) -> None:
        found = changed(("Police said 353", "Fishermen said 353"))
        ((old, new),) = found.reporters
        assert old_words(found, old) == new_words(found, new) == ["353"]
        assert not found.figures

    def test_a_number_that_is_denied_now_is_a_changed_figure(self) -> None:
        assert recounted(changed(("Police said 353", "Police denied that 353"))) == [("353", "353")]


class TestTheRest:
    def test_sources_come_and_go_by_their_names(self) -> None:
        found = changed(("The mayor said", "Ole Berg said"))
        assert "mayor" in " ".join(old_words(found, *found.sources.gone))
        assert new_words(found, *found.sources.come) == ["Ole Berg"]

    def test_sentences_come_and_go(self) -> None:
        found = changed(("The ferry lay on the sand for some hours.", "Tugs pulled the ferry free."))
        assert old_words(found, *found.sentences.gone) == ["The ferry lay on the sand for some hours."]
        assert new_words(found, *found.sentences.come) == ["Tugs pulled the ferry free."]

    def test_of_a_sentence_that_stood_twice_one_is_gone(self) -> None:
        found = difference(entry(FERRY + "\nIt rained.\n\nIt rained.\n"), entry(FERRY + "\nIt rained.\n"))
        assert old_words(found, *found.sentences.gone) == ["It rained."]

    def test_a_sentence_that_was_only_spelled_otherwise_is_no_new_passage(self) -> None:
        found = changed(("The ferry lay", "The Ferry lay"))
        assert found.sentences.changed
        assert not found.sentences.gone
        assert not found.sentences.come

    def test_meta_data_that_changed_is_named(self) -> None:
        before = "---\ntitle: Ferry\nurl: https://a.example/1\npublished: 2021-03-04\n---\n" + FERRY
        from bot.services.seeds import read_seed

        versions = [
            read_seed("ferry.md", text.encode())[0]
            for text in (before, before.replace("03-04", "03-05").replace("url: https://a.example/1\n", ""))
        ]
        old, new = (Entry(article, extract(article)) for article in versions if article)
        found = difference(old, new)
        values = [
            (each.name, each.old and each.old.value, each.new and each.new.value) for each in found.details
        ]
        assert values == [
            ("published", "2021-03-04", "2021-03-05"),
            ("url", "https://a.example/1", None),
        ]


class TestWholeArticles:
    def test_all_of_a_new_article_came(self) -> None:
        new = entry(FERRY)
        found = difference(None, new)
        assert found.quotes.come == new.facts.quotes
        assert found.sentences.come == new.article.sentences
        assert found

    def test_all_of_a_removed_article_is_gone(self) -> None:
        old = entry(FERRY)
        found = difference(old, None)
        assert (found.figures.gone, found.sources.gone) == (old.facts.figures, old.facts.sources)
        assert found.article == "ferry"


TEXTS = st.lists(
    st.sampled_from([*FERRY.split("\n\n"), "Police said 12 boats sank.", "“No,” she said.", "40", ""]),
    max_size=8,
).map("\n\n".join)


@given(TEXTS, TEXTS)
def test_every_fact_of_both_versions_is_accounted_for_once(before: str, after: str) -> None:
    old, new = entry(before), entry(after)
    found = difference(old, new)
    for kind, change in (
        ("quotes", found.quotes),
        ("figures", found.figures),
        ("sources", found.sources),
    ):
        were, are = getattr(old.facts, kind), getattr(new.facts, kind)
        kept = len(were) - len(change.gone) - len(change.changed)
        assert kept == len(are) - len(change.come) - len(change.changed) >= 0
        assert set(change.gone) <= set(were)
        assert set(change.come) <= set(are)


@given(TEXTS, TEXTS)
def test_the_way_back_is_the_difference_reversed(before: str, after: str) -> None:
    there, back = difference(entry(before), entry(after)), difference(entry(after), entry(before))
    assert there.sentences.gone == back.sentences.come
    assert there.quotes.come == back.quotes.gone
    assert {Pair(new, old) for old, new in there.figures.changed} == set(back.figures.changed)
