"""A part of the library as a store: nothing from outside it can be an answer."""

from __future__ import annotations

import asyncio

import pytest

from bot.core.article import Article
from bot.core.extract import extract
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, ask
from bot.services.views import Views

TEXTS = {
    "ferry": "The ferry sank on Tuesday.\n\nTwelve people drowned.\n",
    "storm": "The storm broke four masts.\n\nNobody drowned.\n",
    "fire": "The fire burned for two days.\n",
}


def article(name: str) -> Article:
    return read_article(TEXTS[name], id=name)


@pytest.fixture(scope="module")
def store() -> FactStore:
    return FactStore.build((found, extract(found)) for found in map(article, TEXTS))


async def test_only_the_articles_asked_for_are_searched(store: FactStore) -> None:
    view = await Views().of(store, ("storm", "fire"))
    reply = ask(view, "how many masts did the storm break")
    assert isinstance(reply, Answer)
    assert reply.searched == ("fire", "storm")
    assert isinstance(ask(view, "who sank the ferry"), Refusal)


async def test_the_facts_are_not_read_again(store: FactStore) -> None:
    view = await Views().of(store, ("storm",))
    assert view.entries[0].facts is next(e.facts for e in store.entries if e.article.id == "storm")


async def test_all_articles_are_the_store_itself(store: FactStore) -> None:
    assert await Views().of(store, ("storm", "fire", "ferry", "gone")) is store


async def test_an_article_that_is_gone_is_left_out(store: FactStore) -> None:
    assert [each.id for each in (await Views().of(store, ("storm", "gone"))).articles] == ["storm"]


async def test_a_view_is_built_once_however_many_ask(store: FactStore) -> None:
    views = Views()
    first, *others = await asyncio.gather(*(views.of(store, ("storm",)) for _ in range(20)))
    assert all(each is first for each in others)
    assert await views.of(store, ("storm", "gone")) is first


async def test_another_store_has_another_view(store: FactStore) -> None:
    views = Views()
    other = FactStore.build(each for each in store.entries if each.article.id != "fire")
    assert await views.of(store, ("storm",)) is not await views.of(other, ("storm",))


async def test_the_one_not_used_for_longest_is_forgotten(store: FactStore) -> None:
    views = Views(most=2)
    storm = await views.of(store, ("storm",))
    fire = await views.of(store, ("fire",))
    assert await views.of(store, ("storm",)) is storm
    await views.of(store, ("ferry",))
    assert await views.of(store, ("storm",)) is storm
    assert await views.of(store, ("fire",)) is not fire
