"""Controls outlive the bot's memory, say so when their article is gone, and stay within what Discord takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.charting import chart_of
from bot.discordapp.compose import Frame, compose
from bot.discordapp.refs import Ref, digest, number
from bot.discordapp.sheets import Sheets, context_sheets, reply_sheets
from bot.services.answers import Hit, Passage
from bot.services.requests import Request
from tests.discordapp.conftest import Enter, Seen, World, shelf
from tests.discordapp.controlling import (
    CHANGED,
    LANTERN,
    ONE,
    OUTDATED,
    RADIO,
    REFUSED,
    SEVERAL,
    STRANGER,
    TWO_ARTICLES,
    UNDRAWN,
    chooses,
    disabled,
    said,
    without,
)

MOST = 2**64 - 1
"""The largest id that Discord can give."""


def forged(world: World, seen: Seen, custom_id: str) -> None:
    """Make Discord hold another custom id under an answer than the bot gave it."""
    button = {"type": 2, "style": 2, "label": "forged", "custom_id": custom_id}
    world.env.backend.edit_message(
        world.channel.id, seen.message.id, {"components": [{"type": 1, "components": [button]}]}
    )


class TestAfterARestart:
    async def test_sheets_are_turned(self, either: World) -> None:
        first = await either.asks(SEVERAL)
        await either.restarts()
        await either.clicks(first, "Next ▶")
        assert disabled(either.again(first)) == set()
        assert either.again(first).text != first.text

    async def test_the_menu_works(self, world: World) -> None:
        first = await world.asks(SEVERAL)
        await world.restarts()
        await chooses(world, first, 1)
        assert world.again(first).text != first.text

    async def test_context_is_shown(self, world: World) -> None:
        seen = await world.asks(ONE)
        await world.restarts()
        assert "paragraph" in said(await world.clicks(seen, "Show context")).text

    async def test_a_private_answer_is_shared(self, world: World) -> None:
        _, private = await world.slash("ask", question=ONE[5:], private=True)
        await world.restarts()
        shared = await world.clicks(private, "Share")
        assert not shared.followups[0].ephemeral

    async def test_an_answer_is_deleted(self, world: World) -> None:
        seen = await world.asks(ONE)
        await world.restarts()
        await world.clicks(seen, "Delete")
        assert world.answers() == []

    async def test_a_suggestion_is_asked(self, world: World) -> None:
        seen = await world.asks(REFUSED)
        await world.restarts()
        await world.clicks(seen, RADIO)
        assert "At least 45 firefighters" in world.again(seen).text

    async def test_a_stranger_is_still_one(self, world: World) -> None:
        seen = await world.asks(SEVERAL)
        await world.restarts()
        assert said(await world.clicks(seen, "Next ▶", world.other)).text == STRANGER

    async def test_an_answer_turns_back_to_exactly_what_it_was(self, world: World) -> None:
        first = await world.asks(SEVERAL)
        await world.restarts()
        await world.clicks(first, "Next ▶")
        await world.clicks(world.again(first), "◀ Previous")
        assert world.again(first).markdown == first.markdown


class TestAfterAnArticleWasRemoved:
    async def test_its_passages_are_not_opened(self, either: World) -> None:
        seen = await either.asks("!passage fiction-quay-fire-lantern:564-634")
        await either.restarts(without(either.bot.door.library, LANTERN))
        assert said(await either.clicks(seen, "Show context")).text == CHANGED
        assert either.again(seen).markdown == seen.markdown

    async def test_its_sheets_are_not_turned_to(self, world: World) -> None:
        seen = await world.asks(TWO_ARTICLES)
        await world.restarts(without(world.bot.door.library, LANTERN))
        assert said(await world.clicks(seen, "Next ▶")).text == CHANGED
        assert world.again(seen).markdown == seen.markdown

    async def test_its_sheets_cannot_be_chosen(self, world: World) -> None:
        seen = await world.asks(TWO_ARTICLES)
        await world.restarts(without(world.bot.door.library, LANTERN))
        assert said(await chooses(world, seen, 1)).text == CHANGED

    async def test_it_is_not_shared(self, world: World) -> None:
        _, private = await world.slash("passage", passage="fiction-quay-fire-lantern:564-634")
        context = said(await world.clicks(private, "Show context"))
        await world.restarts(without(world.bot.door.library, LANTERN))
        assert said(await world.clicks(context, "Share")).text == CHANGED

    async def test_a_suggestion_of_it_is_not_asked(self, world: World) -> None:
        seen = await world.asks(REFUSED)
        await world.restarts(without(world.bot.door.library, RADIO))
        assert said(await world.clicks(seen, RADIO)).text == CHANGED

    async def test_sheets_of_other_articles_are_still_turned_to(self, world: World) -> None:
        seen = await world.asks(TWO_ARTICLES)
        await world.restarts(without(world.bot.door.library, RADIO))
        await world.clicks(seen, "Next ▶")
        assert LANTERN in world.again(seen).text

    async def test_an_answer_from_it_can_still_be_deleted(self, world: World) -> None:
        seen = await world.asks(TWO_ARTICLES)
        await world.restarts(without(world.bot.door.library, RADIO))
        await world.clicks(seen, "Delete")
        assert world.answers() == []

    async def test_figures_that_are_no_longer_comparable_are_not_drawn(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        await world.restarts(without(world.bot.door.library, RADIO))
        assert said(await world.clicks(seen, "Show chart")).text == UNDRAWN


class TestAfterAnArticleWasChanged:
    async def test_the_words_that_were_there_are_not_taken_from_the_new_text(
        self, enter: Enter, tmp_path: Path
    ) -> None:
        before = shelf(tmp_path, quay="The quay\n\nForty men fought the fire on the quay.\n")
        async with enter(held=before) as world:
            seen = await world.asks("!ask how many men fought the fire")
            after = shelf(tmp_path, quay="The quay\n\nNobody at all was at the fire on the quay.\n")
            await world.restarts(after)
            assert said(await world.clicks(seen, "Show context")).text == CHANGED
            assert "Forty men" in world.again(seen).text


class TestForgedIds:
    @pytest.mark.parametrize(
        "custom_id",
        [
            "v1c:{asker}:a:{digest}.zzzzzz.zzzzzz.p.0",
            "v1c:{asker}:a:{digest}.0.0.p.0",
            "v1c:{asker}:a:{digest}.0.0.a.0",
            "v1c:{asker}:a:{digest}.1.5.qzzzzz.0",
            "v1c:{asker}:a:{digest}.1.5.f0.0",
            "v1c:{asker}:a:________.1.5.p.0",
            "v1c:{asker}:a:~~~~~~~~~~~~",
            "v1r:{asker}:ask:________:who was hurt",
            "v1r:{asker}:ask:short:who was hurt",
            "v1s:{asker}:a:{digest}.1.5.p.zzz",
            "v1s:{asker}:a:{digest}.0.0.p.0",
        ],
    )
    async def test_what_points_nowhere_is_gone(self, world: World, custom_id: str) -> None:
        seen = await world.asks(ONE)
        article = world.bot.door.store.articles[0]
        made = custom_id.format(asker=number(world.asker.id), digest=digest(article))
        forged(world, seen, made)
        assert said(await world.asker.click(seen.message, custom_id=made)).text == CHANGED

    @pytest.mark.parametrize(
        "custom_id",
        ["v1g:{asker}:a:99:n", "v1g:{asker}:a:1:n", "v1r:{asker}:format::everything", "v1p:{asker}:a"],
    )
    async def test_what_this_version_does_not_do_is_outdated(self, world: World, custom_id: str) -> None:
        seen = await world.asks(ONE)
        made = custom_id.format(asker=number(world.asker.id))
        forged(world, seen, made)
        assert said(await world.asker.click(seen.message, custom_id=made)).text == OUTDATED

    @pytest.mark.parametrize(
        ("custom_id", "sentence"), [("v1h:{asker}:________:people", CHANGED), ("v1h:{asker}::zzyzx", UNDRAWN)]
    )
    async def test_a_chart_of_nothing_is_answered_with_a_sentence(
        self, world: World, custom_id: str, sentence: str
    ) -> None:
        seen = await world.asks(ONE)
        made = custom_id.format(asker=number(world.asker.id))
        forged(world, seen, made)
        assert said(await world.asker.click(seen.message, custom_id=made)).text == sentence

    @pytest.mark.parametrize("custom_id", ["v0d:1", "v2g:abc:a:1:n", "v1c:!!", "page:3", "v1d:", "\u202e"])
    async def test_what_is_none_of_ours_is_answered_with_a_sentence(
        self, world: World, custom_id: str
    ) -> None:
        seen = await world.asks(ONE)
        forged(world, seen, custom_id)
        assert said(await world.asker.click(seen.message, custom_id=custom_id)).text == OUTDATED

    @given(st.text(min_size=1, max_size=100))
    def test_an_id_means_one_control_at_most(self, custom_id: str) -> None:
        templates = [each.__discord_ui_compiled_template__ for each in controls.CONTROLS]
        assert sum(each.fullmatch(custom_id) is not None for each in templates) == 1


def held(components: list[dict[str, Any]]) -> Iterator[str]:
    """All custom ids and option values of a payload."""
    for component in components:
        if "custom_id" in component:
            yield component["custom_id"]
        yield from (option["value"] for option in component.get("options", []))
        yield from held(component.get("components", []))


def longest(sheets: Sheets, frame: Frame, store: FactStore, request: Request) -> int:
    chart = chart_of(request, request.answer(store), store, frame.asker)
    made = compose(sheets, frame, store, chart=chart)
    return max(map(len, held(made.view.to_components())), default=0)


class TestLimits:
    @pytest.mark.parametrize("command", ["ask", "quote", "figures", "sources"])
    @pytest.mark.parametrize(
        "frame",
        [Frame(MOST), Frame(MOST, plain=True), Frame(MOST, private=True)],
        ids=["all", "plain", "private"],
    )
    def test_ids_and_values_stay_within_a_hundred_characters(
        self, shipped: FactStore, command: str, frame: Frame
    ) -> None:
        for words in ("", "the fire on the quay", "people"):
            request = Request(command, words)
            sheets = reply_sheets(request.answer(shipped), shipped, 10, listed=request.listed)
            assert longest(sheets, frame, shipped, request) <= 100

    def test_words_too_long_for_an_id_make_no_control(self, shipped: FactStore) -> None:
        @given(words=st.text(max_size=300), article=st.sampled_from([None, LANTERN, "nowhere"]))
        @example(words="", article="nowhere")
        def holds(words: str, article: str | None) -> None:
            for command in ("ask", "figures"):
                request = Request(command, words, article)
                sheets = reply_sheets(request.answer(shipped), shipped, 5, listed=request.listed)
                assert longest(sheets, Frame(MOST, command), shipped, request) <= 100

        holds()

    def test_far_places_in_a_long_article_fit(self, tmp_path: Path) -> None:
        text = "The long day\n\n" + "".join(f"Day {n} saw {n} men fight the fire.\n\n" for n in range(2000))
        store = shelf(tmp_path, long=text).current
        request = Request("figures", "men")
        sheets = reply_sheets(request.answer(store), store, 10, listed=True)
        assert len(sheets.pages) == 25
        assert longest(sheets, Frame(MOST), store, request) <= 100
        (article,) = store.articles
        last = [Ref(Hit(Passage(article, span), 1.0)) for span in article.sentences[-10:]]
        assert longest(context_sheets(last, store, 10), Frame(MOST, private=True), store, request) <= 100

    def test_asker_ids_are_read_back(self) -> None:
        for asker in (0, 35, 36, 10**17, MOST):
            template = controls.Delete.__discord_ui_compiled_template__
            match = re.fullmatch(template, controls.Delete(asker).custom_id)
            assert match
            assert controls.Delete.read(match).asker == asker
