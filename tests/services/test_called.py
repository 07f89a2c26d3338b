"""Which article is meant by what was typed: an id, a title, or nothing; and what to call those that share a title."""

from __future__ import annotations

import pytest

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, RefusalCode, ask, figures, quote
from bot.services.answers.retry import retries


def store_of(**texts: str) -> FactStore:
    made = (read_article(text, id=name.replace("_", "-")) for name, text in texts.items())
    return FactStore.build((article, extract(article)) for article in made)


MILL = "\n\nA mill burned in Osten on Friday, police said. Two men were hurt.\n"
STORE = store_of(
    mill_one=f"Fire in the mill{MILL}",
    mill_two=f"Fire in the mill{MILL}",
    ferry="Émile and the ferry\n\nThe ferry stayed in Halden on Monday. Nine men were hurt.\n",
)


def searched(article: str | None) -> tuple[str, ...]:
    return figures(STORE, article=article).searched


class TestAnArticleIsMeant:
    @pytest.mark.parametrize(
        "typed", ["ferry", " ferry ", "Émile and the ferry", "emile AND the  ferry", "ÉMILE AND THE FERRY"]
    )
    def test_by_its_id_or_its_title(self, typed: str) -> None:
        assert searched(typed) == ("ferry",)

    @pytest.mark.parametrize("typed", [None, "", "  "])
    def test_by_nothing_all_of_them_are(self, typed: str | None) -> None:
        assert searched(typed) == STORE.ids

    def test_by_every_command_alike(self) -> None:
        for reply in (
            ask(STORE, "who was hurt", article="Emile and the ferry"),
            quote(STORE, article="Emile and the ferry"),
        ):
            assert reply.searched == ("ferry",)


class TestNoArticleIsMeant:
    def test_by_a_title_that_several_have_and_their_ids_are_suggested(self) -> None:
        found = ask(STORE, "who was hurt", article="fire in the mill")
        assert isinstance(found, Refusal)
        assert found.code is RefusalCode.NO_ARTICLE
        assert found.reason == "Several articles have the title “fire in the mill”; say which one by its id."
        assert found.suggestions == ("mill-one", "mill-two")

    @pytest.mark.parametrize(
        ("typed", "near"), [("ferri", ("ferry",)), ("Emil and the fery", ("ferry",)), ("zzyzx", ())]
    )
    def test_by_another_spelling_and_only_near_ones_are_suggested(
        self, typed: str, near: tuple[str, ...]
    ) -> None:
        found = ask(STORE, "who was hurt", article=typed)
        assert isinstance(found, Refusal)
        assert found.suggestions == near

    def test_where_none_is_near_it_is_said_how_they_are_listed(self) -> None:
        found = ask(STORE, "who was hurt", article="zzyzx")
        assert isinstance(found, Refusal)
        assert (
            found.reason
            == "No article has the id or the title “zzyzx”; `articles` lists those that are loaded."
        )

    def test_and_no_more_of_what_was_typed_is_repeated_than_a_line_holds(self) -> None:
        found = ask(STORE, "who was hurt", article="z" * 5000)
        assert isinstance(found, Refusal)
        assert len(found.reason) < 200


class TestArticlesThatShareATitle:
    def test_are_told_apart_by_their_ids(self) -> None:
        found = ask(STORE, "where did the mill burn")
        assert isinstance(found, Answer)
        assert found.ask_back == ("mill-one", "mill-two")

    def test_are_each_asked_by_their_own_suggestion(self) -> None:
        found = ask(STORE, "where did the mill burn")
        assert [retry.article for retry in retries(found, STORE)] == ["mill-one", "mill-two"]

    def test_a_title_that_is_shown_means_the_article_that_answers(self) -> None:
        store = store_of(
            one=f"Fire in the mill{MILL}", two=f"Mill on fire{MILL}", z="Mill on fire\n\nIt rained.\n"
        )
        found = ask(store, "where did the mill burn")
        assert [(retry.label, retry.article) for retry in retries(found, store)] == [
            ("Fire in the mill", "one"),
            ("Mill on fire", "two"),
        ]
