"""The promise at the door: what a member sees is the article, whatever the article has in it, or nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.article import Article
from bot.core.extract import extract
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.discordapp import compose as composing
from bot.discordapp.compose import MOST_LAYOUT, MOST_PLAIN, Around, Composed, Frame, compose, finish
from bot.discordapp.gate import check, plain
from bot.discordapp.looks import markdown, units
from bot.discordapp.refs import Ref
from bot.discordapp.sheets import (
    Kind,
    Sheets,
    article_sheets,
    context_sheets,
    items_of,
    reply_sheets,
)
from bot.discordapp.unrender import Unfaithful, unrender
from bot.services import answers
from bot.services.answers import Answer, Hit, Passage
from bot.services.cards import Card, Cited, Role, block
from bot.services.seeds.matter import read_front_matter
from bot.services.visible import visible

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))
HOSTILE = (
    "# Heading\n> quote\n- list\n1. one\n-# small\n**bold** __under__ ~~gone~~ ||hidden|| `code`\n```py\nx\n```\n"
    "@everyone @here <@1> <@&2> <#3> <t:0:R> <:a:1> </ask:1> <id:guide> [x](https://example.org) https://t.co/x "
    "discord.gg/abc :smile: \u202eabc\u202c \u2066x\u2069 שלום \ud800 \x00 \x1b[31m \\ \\\\ _a_b_ *"
)


def article(text: str, name: str = "hostile") -> Article:
    return read_article(text, id=name)


def store_of(*articles: Article) -> FactStore:
    return FactStore.build((each, extract(each)) for each in articles)


def texts(made: Composed) -> list[str]:
    return [made.content] if made.content is not None else list(composing._texts(made.view.to_components()))


def passage_of(card: Card) -> Cited:
    """The words of the article that a card shows as its passage."""
    (piece,) = next(each for each in card.blocks if each.role is Role.PASSAGE).pieces
    assert isinstance(piece, Cited)
    return piece


def every_sheet(sheets: Sheets, store: FactStore) -> Iterator[Composed]:
    """Each sheet of a reply as each kind of message."""
    for plain_text in (False, True):
        frame = Frame(asker=2**63, plain=plain_text)
        yield compose(sheets, frame, store)
        for page in range(len(sheets.pages)):
            around = Around(markdown(sheets.above), markdown(sheets.below))
            yield finish(sheets.sheet(page), around, [], frame)


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_each_sentence_of_the_corpus_is_shown_to_the_letter_by_each_renderer(file: Path) -> None:
    made = article(file.read_text(encoding="utf-8"), file.stem)
    store = store_of(made)
    for sentence in made.sentences:
        reply = Answer("q", (Hit(Passage(made, sentence), 1.0),), (made.id,))
        for composed in every_sheet(reply_sheets(reply, store, 3), store):
            assert visible(sentence.of(made.text)) in unrender("\n".join(texts(composed)))


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_each_fact_of_the_corpus_passes_the_gate_in_each_kind_of_message(file: Path) -> None:
    made = article(file.read_text(encoding="utf-8"), file.stem)
    store = store_of(made)
    for reply in (
        answers.quote(store, all=True),
        answers.figures(store, all=True),
        answers.sources(store, all=True),
    ):
        for composed in every_sheet(reply_sheets(reply, store, 3, listed=True), store):
            assert sum(map(units, texts(composed))) <= (MOST_PLAIN if composed.content else MOST_LAYOUT)


@pytest.mark.parametrize("paste", [HOSTILE, HOSTILE * 25, "a" * 10_000, "**" * 5_000, "\U0001f600" * 4_000])
def test_hostile_text_is_shown_to_the_letter_and_split_with_its_own_offsets(paste: str) -> None:
    made = article(paste)
    store = store_of(made)
    whole = Span(0, len(made.text))
    items = items_of(Ref(Hit(Passage(made, whole), 1.0)))
    passages = [passage_of(item.card).span for item in items]
    assert passages[0].start == 0
    assert passages[-1].end == len(made.text.rstrip())
    assert all(one.end <= other.start for one, other in pairwise(passages))
    reply = Answer("q", (Hit(Passage(made, whole), 1.0),), (made.id,))
    for composed in every_sheet(reply_sheets(reply, store, 3), store):
        for text in texts(composed):
            unrender(text)


@given(st.text(max_size=300), st.text(max_size=40))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_as_article_and_as_question_is_only_text(paste: str, question: str) -> None:
    made = article(f"A title\n\nThe harbour fire hurt 12 people. {paste}")
    store = store_of(made)
    for reply in (
        answers.ask(store, question),
        answers.quote(store, question),
        answers.ask(store, "how many hurt"),
    ):
        for composed in every_sheet(reply_sheets(reply, store, 3), store):
            for text in texts(composed):
                unrender(text)


class TestTheGate:
    def card(self, made: Article, span: Span) -> Card:
        return Card((block(Role.PASSAGE, Cited(made, span)),))

    def test_it_lets_the_article_through(self) -> None:
        made = article("Twelve **people** were hurt.")
        card = self.card(made, Span(0, 28))
        check(markdown(card), plain(card))

    @pytest.mark.parametrize(
        "sent",
        [
            "> Thirteen \\*\\*people\\*\\* were hurt.",
            "> Twelve people were hurt.",
            "> Twelve \\*\\*people\\*\\* were hurt",
            "> Twelve \\*\\*people\\*\\* were … hurt.",
        ],
    )
    def test_it_stops_any_other_word(self, sent: str) -> None:
        card = self.card(article("Twelve **people** were hurt."), Span(0, 28))
        with pytest.raises(Unfaithful):
            check(sent, plain(card))

    def test_it_stops_what_discord_would_act_upon(self) -> None:
        card = self.card(article("Ask @everyone now."), Span(0, 18))
        with pytest.raises(Unfaithful):
            check("> Ask @everyone now.", plain(card))

    def test_a_renderer_that_drops_a_word_sends_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        made = article("Nobody was not hurt.")
        reply = Answer("q", (Hit(Passage(made, Span(0, 20)), 1.0),), (made.id,))
        store = store_of(made)
        sheets = reply_sheets(reply, store, 3)
        monkeypatch.setattr(composing, "markdown", lambda card: markdown(card).replace(" not", ""))
        with pytest.raises(Unfaithful):
            compose(sheets, Frame(1), store)


class TestSheets:
    def test_long_passages_say_which_part_they_are(self) -> None:
        sentences = " ".join(
            f"The harbour master counted {n} boats in the basin that night." for n in range(80)
        )
        made = article(f"A title\n\n{sentences}")
        start = made.text.index("The harbour")
        items = items_of(Ref(Hit(Passage(made, Span(start, len(made.text))), 1.0)))
        assert len(items) > 1
        for number, item in enumerate(items, 1):
            assert f" · part {number} of {len(items)}" in plain(item.card)
            cited = passage_of(item.card)
            assert cited.words.endswith(".")
            assert f"hostile:{cited.span.start}-{cited.span.end}" in plain(item.card)

    def test_nothing_of_a_split_passage_is_lost_but_white_space_between_parts(self) -> None:
        made = article("word " * 2_000)
        items = items_of(Ref(Hit(Passage(made, Span(0, len(made.text))), 1.0)))
        parts = [passage_of(item.card).words for item in items]
        assert " ".join(parts).split() == made.text.split()

    def test_passages_that_answer_stand_alone_and_facts_together(self, shipped: FactStore) -> None:
        passages = reply_sheets(answers.ask(shipped, "who fought the fire at the quay"), shipped, 3)
        facts = reply_sheets(answers.ask(shipped, "how many firefighters fought the quay fire"), shipped, 3)
        assert [len(page) for page in passages.pages] == [1] * len(passages.pages)
        assert len(facts.pages[0]) == 2

    def test_a_list_longer_than_all_sheets_says_how_much_is_shown(self) -> None:
        counted = " ".join(f"The crew found {n} crates of type {n}." for n in range(2, 120))
        store = store_of(article(f"A title\n\n{counted}"))
        sheets = reply_sheets(answers.figures(store), store, 1, listed=True)
        assert len(sheets.pages) == 25
        assert plain(sheets.below).startswith("The first 25 of ")

    def test_context_is_the_paragraph_with_the_passage_in_it(self, shipped: FactStore) -> None:
        entry = shipped.entry("fiction-quay-fire-lantern")
        assert entry
        sheets = context_sheets([Ref(Hit(Passage(entry.article, Span(564, 634)), 1.0))], shipped, 3)
        assert sheets.kind is Kind.CONTEXT
        assert "The first call came at 8.40 p.m." in plain(sheets.pages[0][0].card)

    def test_context_of_a_whole_paragraph_is_its_neighbours(self, shipped: FactStore) -> None:
        entry = shipped.entry("fiction-quay-fire-lantern")
        assert entry
        whole = entry.article.block_at(564)
        assert whole
        sheets = context_sheets([Ref(Hit(Passage(entry.article, whole.span), 1.0))], shipped, 3)
        assert "She thinks the fire began in a charger" in plain(sheets.pages[0][0].card)

    def test_articles_are_listed_with_their_ids(self, shipped: FactStore) -> None:
        sheets = article_sheets(shipped, 3)
        assert all(
            f"[{entry.article.id}]" in plain(item.card)
            for entry, item in zip(shipped.entries, sheets.pages[0], strict=True)
        )

    def test_a_title_longer_than_a_line_is_not_cut_but_named_by_its_length(self) -> None:
        seed = f"---\ntitle: {'Harbour ' * 100}\n---\nThe harbour burnt."
        matter, _ = read_front_matter("", seed)
        made = read_article(seed, id="long", front_matter=matter)
        (item,) = article_sheets(store_of(made), 3).pages[0]
        assert plain(item.card).startswith("(799 characters")
