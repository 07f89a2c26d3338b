"""What is offered while somebody types: at once, within Discord's limits, and never a fault."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import discord
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.store import FactStore
from bot.discordapp import completing
from bot.discordapp.door import Door
from bot.discordapp.looks import units
from bot.services.config import Settings
from bot.services.database import NoDatabase
from bot.services.library import Library
from tests.discordapp.conftest import Enter, Seen, World, shelf
from tests.services.name_fixture import store_of

OPTIONS = [
    ("ask", "article"),
    ("quote", "words"),
    ("quote", "speaker"),
    ("quote", "article"),
    ("figures", "words"),
    ("figures", "article"),
    ("sources", "words"),
    ("sources", "article"),
    ("compare", "words"),
    ("compare", "article"),
    ("who", "words"),
    ("who", "article"),
    ("timeline", "article"),
    ("passage", "passage"),
]
"""Every option that is completed."""
FILLED = {"ask": {"question": "who was hurt"}, "compare": {"words": "people"}, "who": {"words": "people"}}
NONSENSE = [
    "x" * 6000,
    '"\\(',
    "\x00\x1b\u202e",
    "a:b:c:1-99999999999999999999",
    "",
    " ",
    "zzyzx",
    "'",
    ".*",
    "[a-",
    "title:quay AND (",
    "~^*?",
    "🔥" * 100,
    "e\u0301" * 50,
    "quay:1-",
]
HOSTILE = [
    "x" * 10_000,
    "x" * 100,
    "word " * 2000,
    "🔥" * 100,
    "🔥 " * 40,
    "\x00\x1b[31m\u202eevil\u2066",
    "\x1b" * 99,
    "**@everyone** <@1>",
    "line\nfeed\ttab",
    "   ",
    "\u0301",
    "\u200b",
    "é" * 100,
]


async def types(world: World, command: str, option: str, text: str) -> list[dict[str, Any]]:
    """What the asker is offered."""
    return await world.asker.autocomplete(world.channel, command, option, text, **FILLED.get(command, {}))


def names(choices: list[dict[str, Any]]) -> list[str]:
    return [choice["name"] for choice in choices]


def values(choices: list[dict[str, Any]]) -> list[str]:
    return [choice["value"] for choice in choices]


def fits_discord(choices: list[dict[str, Any]]) -> bool:
    texts = [*names(choices), *values(choices)]
    return len(choices) <= 25 and all(text.strip() and units(text) <= 100 for text in texts)


def library_of(library: Library, *hostile: str, **given_: str) -> Library:
    return Library(store_of(*hostile, **given_), library.report)


class TestWhatIsOffered:
    async def test_speakers_by_any_word_of_their_name(self, world: World) -> None:
        assert values(await types(world, "quote", "speaker", "cra")) == ["Imelda Crake"]

    async def test_sources(self, world: World) -> None:
        assert "Khabar-24" in values(await types(world, "sources", "words", "khabar"))

    async def test_what_figures_count(self, world: World) -> None:
        assert "firefighters" in values(await types(world, "figures", "words", "fire"))

    async def test_articles_by_their_titles_with_their_ids(self, world: World) -> None:
        (choice,) = await types(world, "ask", "article", "tollgate")
        assert choice["name"].startswith("Tollgate Quay: seven hurt")
        assert choice["value"] == "fiction-quay-fire-radio"

    async def test_articles_by_their_ids(self, world: World) -> None:
        assert values(await types(world, "ask", "article", "kazakh")) == ["kazakhstan-unrest"]

    async def test_passages_by_their_words_with_their_ids(self, world: World) -> None:
        (choice, *_) = await types(world, "passage", "passage", "four stations fought the flames")
        assert choice["name"] == "About 40 firefighters from four stations fought the flames until dawn."
        assert choice["value"] == "fiction-quay-fire-lantern:564-634"

    async def test_a_passage_by_its_id(self, world: World) -> None:
        (choice,) = await types(world, "passage", "passage", "fiction-quay-fire-lantern:564-634")
        assert choice["value"] == "fiction-quay-fire-lantern:564-634"

    async def test_before_anything_is_typed_the_first_of_all(self, world: World) -> None:
        for command, option in OPTIONS:
            assert await types(world, command, option, "")

    @pytest.mark.parametrize(("command", "option"), OPTIONS)
    async def test_what_is_offered_is_answered_when_it_is_sent(
        self, world: World, command: str, option: str
    ) -> None:
        (choice, *_) = await types(world, command, option, "")
        result = await world.asker.slash(
            world.channel, command, **(FILLED.get(command, {}) | {option: choice["value"]})
        )
        assert result.response
        assert not result.response.ephemeral, Seen(result.response).text

    async def test_typed_text_that_was_not_picked_is_taken_as_it_is(self, world: World) -> None:
        _, seen = await world.slash("passage", passage="four stations")
        assert seen.text.startswith("A passage id looks like")


class TestLimits:
    @pytest.mark.parametrize(("command", "option"), OPTIONS)
    async def test_hold_for_the_shipped_articles(self, world: World, command: str, option: str) -> None:
        for text in ("", "a", "the fire", "quay"):
            assert fits_discord(await types(world, command, option, text))

    @pytest.mark.parametrize(("command", "option"), OPTIONS)
    async def test_hold_for_hostile_names(
        self, enter: Enter, library: Library, command: str, option: str
    ) -> None:
        async with enter(held=library_of(library, *HOSTILE, title="**T**\x1b " * 3000)) as world:
            for text in ("", "x", "word", "🔥", "evil"):
                assert fits_discord(await types(world, command, option, text))

    @pytest.mark.parametrize(("command", "option"), OPTIONS)
    async def test_hold_for_many_names(
        self, enter: Enter, library: Library, command: str, option: str
    ) -> None:
        many = [f"Person {number} of Port Hennock" for number in range(300)]
        async with enter(held=library_of(library, *many)) as world:
            choices = await types(world, command, option, "")
            assert fits_discord(choices)
            assert len(choices) == 25 or option in {"article", "passage"}

    async def test_an_id_too_long_to_be_sent_is_not_offered(self, enter: Enter, library: Library) -> None:
        async with enter(held=library_of(library, "Ada", ident="i" * 101)) as world:
            assert await types(world, "ask", "article", "") == []
            assert await types(world, "passage", "passage", "ada") == []

    async def test_a_long_passage_ends_at_a_word(self, enter: Enter, tmp_path: Path) -> None:
        sentence = "Nobody at the harbour had " + "counted and " * 20 + "seen it."
        async with enter(held=shelf(tmp_path, quay=f"The quay\n\n{sentence}\n")) as world:
            (choice, *_) = await types(world, "passage", "passage", "nobody harbour counted")
            assert sentence.startswith(f"{choice['name']} ")
            assert 85 < len(choice["name"]) <= 100

    async def test_no_article_offers_nothing(self, enter: Enter, library: Library) -> None:
        async with enter(held=Library(FactStore.build(()), library.report)) as world:
            for command, option in OPTIONS:
                assert await types(world, command, option, "a") == []


class TestNonsense:
    @pytest.mark.parametrize(("command", "option"), OPTIONS)
    async def test_is_no_fault(self, world: World, command: str, option: str) -> None:
        for text in NONSENSE[:4]:
            assert fits_discord(await types(world, command, option, text))


@dataclass(frozen=True)
class Typing:
    """As much of an interaction as is looked at while somebody types."""

    client: Any


@dataclass(frozen=True)
class Client:
    """As much of a client."""

    door: Door


OFFERS = [
    completing.speakers,
    completing.sources,
    completing.counted,
    completing.articles,
    completing.passages,
]


@pytest.mark.parametrize("offer", OFFERS, ids=["speakers", "sources", "counted", "articles", "passages"])
def test_whatever_is_typed_is_no_fault(library: Library, offer: Any) -> None:
    typing = cast("discord.Interaction[Any]", Typing(Client(Door(library, Settings(), NoDatabase("none")))))

    @given(st.text(max_size=80))
    @example("the quay fire")
    def holds(typed: str) -> None:
        choices = [choice.to_dict() for choice in asyncio.run(offer(typing, typed))]
        assert fits_discord(cast("list[dict[str, Any]]", choices))

    holds()
    for nonsense in NONSENSE:
        asyncio.run(offer(typing, nonsense))
