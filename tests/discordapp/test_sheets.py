"""Replies on sheets: no more is laid out than is shown, each sheet can be turned to, and what is left out is said."""

from __future__ import annotations

from typing import Any

import pytest

from bot.core.article import Article
from bot.core.extract import extract
from bot.core.span import Span
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.discordapp import sheets
from bot.discordapp.compose import Frame, compose
from bot.discordapp.driving import items_from
from bot.discordapp.gate import plain
from bot.discordapp.refs import Ref, read_refs, write_refs
from bot.discordapp.sheets import article_sheets, context_sheets, reply_sheets
from bot.services import answers
from bot.services.answers import Hit, Passage
from bot.services.cards import Block, Card, Cited, Own, Role
from bot.services.config import Settings
from bot.services.requests import Request
from tests.discordapp.conftest import Enter

FARTHEST_ASKER = 2**63
NUMBERS = pytest.mark.parametrize("results", [1, 2, 3, 4, 5])
COMMANDS = pytest.mark.parametrize("command", ["ask", "quote", "figures", "sources"])


def article(text: str, name: str) -> Article:
    return read_article(text, id=name)


def store_of(*articles: Article) -> FactStore:
    return FactStore.build((each, extract(each)) for each in articles)


@pytest.fixture(scope="module")
def archive() -> FactStore:
    """Articles in which much is said by many, far behind a long beginning."""
    filler = "Nothing else is known of this place. " * 250
    return store_of(
        *(
            article(
                f"The walruses of beach {number}\n\n{filler}\n\n"
                + "\n\n".join(
                    f"Bob Stone said {day} walruses came. “The beach {day} is theirs,” said Ann{day} Hill."
                    for day in range(2, 8)
                ),
                f"beach-{number}",
            )
            for number in range(6)
        )
    )


def options(components: list[dict[str, Any]]) -> list[str]:
    """The values of the menu of sheets in a payload."""
    return [
        value
        for component in components
        for value in (
            *(option["value"] for option in component.get("options", [])),
            *options(component.get("components", [])),
        )
    ]


def labels(components: list[dict[str, Any]]) -> set[str]:
    return {
        label
        for component in components
        for label in (component.get("label", ""), *labels(component.get("components", [])))
    }


class TestAListLongerThanItsSheets:
    def test_is_laid_out_no_further_than_it_is_shown(
        self, archive: FactStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        laid_out: list[Ref] = []
        lay_out = sheets.items_of

        def counted(ref: Ref) -> tuple[sheets.Item, ...]:
            laid_out.append(ref)
            return lay_out(ref)

        monkeypatch.setattr(sheets, "items_of", counted)
        hits = tuple(
            Hit(Passage(each, sentence), 1.0) for each in archive.articles for sentence in each.sentences
        )
        reply_sheets(answers.Answer("q", hits, ("beach-0",)), archive, 3, listed=True)
        assert len(hits) > 1000
        assert len(laid_out) <= 26 * 3 + 1

    def test_says_how_many_results_are_shown_of_how_many(self, archive: FactStore) -> None:
        (first, *_) = archive.articles
        hits = tuple(Hit(Passage(first, sentence), 1.0) for sentence in first.sentences[:40])
        made = reply_sheets(answers.Answer("q", hits, ("beach-0",)), archive, 1, listed=True)
        assert plain(made.below).startswith("The first 25 of 40; more words or a filter show the others.")

    def test_of_one_that_fits_nothing_is_said(self, archive: FactStore) -> None:
        (first, *_) = archive.articles
        hits = tuple(Hit(Passage(first, sentence), 1.0) for sentence in first.sentences[:25])
        made = reply_sheets(answers.Answer("q", hits, ("beach-0",)), archive, 1, listed=True)
        assert len(made.pages) == 25
        assert "The first" not in plain(made.below)

    def test_of_articles_it_is_said_too(self) -> None:
        store = store_of(*(article(f"Title {number}\n\nText.", f"a{number}") for number in range(80)))
        below = plain(article_sheets(store, 3).below)
        assert below == "The first 75 of 80 articles; a title given as --article finds any other."

    def test_a_passage_too_long_says_how_its_rest_is_opened(self) -> None:
        made = article("word " * 12_000, "long")
        whole = f"long:0-{len(made.text) - 1}"
        store = store_of(made)
        below = plain(reply_sheets(answers.passage(store, whole), store, 3, listed=True).below)
        assert below.startswith("These are the first 25 sheets. The command passage opens any later part")

    def test_the_id_that_it_names_opens_the_rest(self) -> None:
        made = article("word " * 12_000, "long")
        store = store_of(made)
        reply = answers.passage(store, f"long:0-{len(made.text) - 1}")
        note = plain(reply_sheets(reply, store, 3, listed=True).below).split("\n")[0]
        named = note.rpartition("such as ")[2].rstrip(".")
        assert isinstance(answers.passage(store, named), answers.Answer)

    def test_context_too_long_says_so(self) -> None:
        made = article("word " * 12_000, "long")
        around = context_sheets([Ref(Hit(Passage(made, Span(0, 4)), 1.0))], store_of(made), 3)
        assert plain(around.below).startswith("These are the first 25 sheets.")


class TestWhatStandsAround:
    def shortened(self, *pieces: Own | Cited) -> str:
        return plain(sheets._bounded(Card((Block(Role.NOTE, pieces),))))

    def test_loses_its_first_words_where_it_is_too_long_and_keeps_its_end(self) -> None:
        assert self.shortened(Own("a" * 500), Own(" · NO_TERMS")) == "a" * 218 + "… · NO_TERMS"

    def test_is_no_longer_than_it_may_be_where_its_end_is_too_long_itself(self) -> None:
        assert self.shortened(Own("a"), Own("b" * 500)) == "a" + "b" * 228 + "…"

    def test_keeps_the_words_of_an_article(self, archive: FactStore) -> None:
        (first, *_) = archive.articles
        cited = Cited(first, Span(0, 300))
        assert self.shortened(Own("a" * 50), cited) == "a" * 50 + cited.words

    def test_may_have_nothing_of_the_bots(self, archive: FactStore) -> None:
        (first, *_) = archive.articles
        assert self.shortened(Cited(first, Span(0, 12))) == first.text[:12]


class TestTurning:
    @NUMBERS
    @COMMANDS
    def test_the_menu_leads_to_every_sheet(self, archive: FactStore, command: str, results: int) -> None:
        request = Request(command, "how many walruses came" if command == "ask" else "")
        made = reply_sheets(request.answer(archive), archive, results, listed=request.listed)
        values = options(compose(made, Frame(FARTHEST_ASKER), archive).view.to_components())
        assert len(made.pages) > 1
        shown = [[item.card for item in items_from(value, archive)] for value in values]
        assert [list(map(plain, each)) for each in shown] == [
            [plain(item.card) for item in page] for page in made.pages
        ]

    @NUMBERS
    @COMMANDS
    def test_each_sheet_has_its_context(self, archive: FactStore, command: str, results: int) -> None:
        request = Request(command, "how many walruses came" if command == "ask" else "")
        made = reply_sheets(request.answer(archive), archive, results, listed=request.listed)
        view = compose(made, Frame(FARTHEST_ASKER), archive).view
        assert {"Next ▶", "Show context", "Delete"} <= labels(view.to_components())

    @NUMBERS
    def test_articles_are_turned_too(self, archive: FactStore, results: int) -> None:
        made = article_sheets(archive, results)
        values = options(compose(made, Frame(FARTHEST_ASKER), archive).view.to_components())
        assert len(values) == len(made.pages) > 1

    @pytest.mark.parametrize("results", [4, 5])
    async def test_more_results_on_a_sheet_can_be_turned_to_the_last(
        self, enter: Enter, results: int
    ) -> None:
        async with enter(Settings.model_validate({"discord": {"results": results}})) as world:
            first = await world.asks("!figures")
            seen, texts = first, [first.text]
            while "Next ▶" in seen.buttons:
                await world.clicks(seen, "Next ▶")
                seen = world.again(first)
                texts.append(seen.text)
            assert len(set(texts)) == len(first.options) > 1


class TestRefs:
    @COMMANDS
    def test_each_result_is_read_back_as_it_was_written(self, archive: FactStore, command: str) -> None:
        reply = Request(command, "how many walruses came" if command == "ask" else "").answer(archive)
        assert isinstance(reply, answers.Answer)
        for hit in reply.hits:
            ref = Ref(Hit(hit.passage, 1.0, (), hit.fact), 2)
            written = write_refs([ref], archive, 100)
            assert written is not None
            assert read_refs(written, archive) == (ref,)
