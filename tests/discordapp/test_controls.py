"""The controls under an answer: what each does, and for whom."""

from __future__ import annotations

import discord
import pytest

from bot.services.config import Settings
from tests.discordapp.conftest import Enter, Seen, World
from tests.discordapp.controlling import (
    LANTERN,
    ONE,
    RADIO,
    REFUSED,
    SEVERAL,
    STRANGER,
    TWO_ARTICLES,
    chooses,
    disabled,
    said,
)


class TestTurning:
    async def test_next_shows_the_next_sheet_in_place_of_this_one(self, either: World) -> None:
        first = await either.asks(SEVERAL)
        await either.clicks(first, "Next ▶")
        second = either.again(first)
        assert second.text != first.text
        assert "paragraph" in second.text
        assert len(either.answers()) == 1

    async def test_previous_goes_back_to_what_was_there(self, either: World) -> None:
        first = await either.asks(SEVERAL)
        results = first.text.split("\n")[0]
        await either.clicks(first, "Next ▶")
        await either.clicks(either.again(first), "◀ Previous")
        assert either.again(first).text.split("\n")[0] == results

    async def test_the_menu_goes_to_any_sheet(self, either: World) -> None:
        first = await either.asks(SEVERAL)
        await chooses(either, first, 2)
        third = either.again(first)
        assert [option["default"] for option in third.options] == [False, False, True]
        assert disabled(third) == {"Next ▶"}

    async def test_previous_is_disabled_on_the_first_sheet_only(self, world: World) -> None:
        first = await world.asks(SEVERAL)
        assert disabled(first) == {"◀ Previous"}
        await world.clicks(first, "Next ▶")
        assert disabled(world.again(first)) == set()

    async def test_next_is_disabled_on_the_last_sheet(self, world: World) -> None:
        first = await world.asks(SEVERAL)
        await world.clicks(first, "Next ▶")
        await world.clicks(world.again(first), "Next ▶")
        assert disabled(world.again(first)) == {"Next ▶"}

    async def test_a_single_sheet_has_nothing_to_turn(self, either: World) -> None:
        seen = await either.asks(ONE)
        assert set(seen.buttons) == {"Show context", "Recheck", "Delete"}
        assert disabled(seen) == set()
        assert seen.options == []

    async def test_what_stands_around_the_results_stays_in_a_layout(self, world: World) -> None:
        first = await world.asks(TWO_ARTICLES)
        *_, note, searched = first.text.split("\n")
        await world.clicks(first, "Next ▶")
        assert world.again(first).text.split("\n")[-2:] == [note, searched]

    async def test_what_stands_above_stays_in_a_layout(self, enter: Enter) -> None:
        async with enter(Settings.model_validate({"discord": {"results": 1}})) as world:
            first = await world.asks("!ask how many people died in the riot of Port Hennock")
            above = first.text.split("\n")[:2]
            await world.clicks(first, "Next ▶")
            assert world.again(first).text.split("\n")[:2] == above
            assert above[-1] == "Nearest in the articles, though it does not answer this:"

    async def test_a_refusal_in_plain_text_still_says_so_on_every_sheet(self, enter: Enter) -> None:
        settings = Settings.model_validate({"discord": {"results": 1, "plain_text": True}})
        async with enter(settings) as world:
            first = await world.asks("!ask how many people died in the riot of Port Hennock")
            await world.clicks(first, "Next ▶")
            assert world.again(first).text.startswith("The articles do not say this. Nearest in the articles")

    async def test_suggestions_stay_beside_the_note_that_names_them(self, either: World) -> None:
        first = await either.asks(TWO_ARTICLES)
        suggestion = next(label for label in first.buttons if label.startswith("Tollgate Quay"))
        await either.clicks(first, "Next ▶")
        assert either.again(first).buttons[suggestion] == first.buttons[suggestion]

    async def test_a_list_can_be_turned_to_its_end(self, world: World) -> None:
        first = await world.asks("!figures")
        seen, texts = first, [first.text]
        while "Next ▶" in seen.buttons:
            await world.clicks(seen, "Next ▶")
            seen = world.again(first)
            texts.append(seen.text)
        assert len(texts) == len(first.options)
        assert len(set(texts)) == len(texts)

    async def test_the_chart_can_still_be_had_on_another_sheet(self, world: World) -> None:
        first = await world.asks("!figures")
        await world.clicks(first, "Next ▶")
        assert world.again(first).buttons["Show chart"] == first.buttons["Show chart"]


class TestShowContext:
    async def test_it_shows_the_paragraph_around_to_the_asker_alone(self, either: World) -> None:
        seen = await either.asks(ONE)
        result = await either.clicks(seen, "Show context")
        context = said(result)
        assert len(context.text) > len(seen.text.split("\n")[0])
        mine = [each.id for each in either.channel.history(viewer=either.asker)]
        theirs = [each.id for each in either.channel.history(viewer=either.other)]
        assert context.message.id in mine
        assert context.message.id not in theirs

    async def test_the_passage_itself_is_in_bold(self, world: World) -> None:
        seen = await world.asks("!passage fiction-quay-fire-lantern:564-634")
        context = said(await world.clicks(seen, "Show context"))
        assert (
            "**About 40 firefighters from four stations fought the flames until dawn.**" in context.markdown
        )

    async def test_it_can_be_shared_but_not_widened_again(self, either: World) -> None:
        seen = await either.asks(ONE)
        context = said(await either.clicks(seen, "Show context"))
        assert set(context.buttons) == {"Share"}

    async def test_the_answer_itself_stays_as_it_was(self, world: World) -> None:
        seen = await world.asks(ONE)
        await world.clicks(seen, "Show context")
        assert world.again(seen).markdown == seen.markdown


class TestShare:
    async def test_it_posts_the_private_sheet_for_everybody(self, either: World) -> None:
        _, private = await either.slash("ask", question=ONE[5:], private=True)
        shared = await either.clicks(private, "Share")
        public = Seen(shared.followups[0])
        assert not shared.followups[0].ephemeral
        assert public.text.split("\n")[0] == private.text.split("\n")[0]
        assert public.text.endswith("shared by asker")

    async def test_what_is_shared_can_be_deleted_by_the_one_who_shared_it(self, world: World) -> None:
        _, private = await world.slash("ask", question=ONE[5:], private=True)
        shared = await world.clicks(private, "Share")
        await world.clicks(Seen(shared.followups[0]), "Delete")
        assert shared.followups == []

    async def test_nearest_passages_are_shared_with_the_word_that_they_do_not_answer(
        self, world: World
    ) -> None:
        _, private = await world.slash("ask", question="how many people died in the riot of Port Hennock")
        shared = await world.clicks(private, "Share")
        assert Seen(shared.followups[0]).text.startswith("The articles do not say this.")

    async def test_it_can_be_shared_once(self, either: World) -> None:
        _, private = await either.slash("ask", question=ONE[5:], private=True)
        result = await either.clicks(private, "Share")
        assert result.response
        assert disabled(Seen(result.response)) == {"Share"}
        assert Seen(result.response).text == private.text

    async def test_a_private_sheet_keeps_its_other_controls(self, either: World) -> None:
        _, private = await either.slash("ask", question=ONE[5:], private=True)
        result = await either.clicks(private, "Share")
        assert result.response
        context = said(await either.clicks(Seen(result.response), "Show context"))
        assert "paragraph" in context.text

    async def test_a_name_that_is_markdown_stays_a_name(self, world: World) -> None:
        hostile = world.guild.add_member(world.env.create_user("h"), nick="**@everyone** <@1> ||x")
        result = await hostile.slash(world.channel, "ask", question=ONE[5:], private=True)
        assert result.response
        shared = await hostile.click(result.response, custom_id=Seen(result.response).buttons["Share"])
        assert Seen(shared.followups[0]).text.endswith("shared by **@everyone** <@1> ||x")
        assert not shared.followups[0].message.mention_everyone

    async def test_context_can_be_shared_too(self, world: World) -> None:
        seen = await world.asks(ONE)
        context = said(await world.clicks(seen, "Show context"))
        shared = await world.clicks(context, "Share")
        assert Seen(shared.followups[0]).text.split("\n")[0] == context.text.split("\n")[0]


class TestDelete:
    async def test_the_asker_can_take_the_answer_away(self, either: World) -> None:
        seen = await either.asks(ONE)
        await either.clicks(seen, "Delete")
        assert either.answers() == []

    async def test_an_answer_by_slash_can_be_taken_away(self, world: World) -> None:
        result, seen = await world.slash("ask", question=ONE[5:])
        await world.clicks(seen, "Delete")
        assert result.response is None

    async def test_a_moderator_may_too(self, world: World) -> None:
        role = world.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
        moderator = world.guild.add_member(world.env.create_user("moderator"), roles=[role])
        seen = await world.asks(ONE)
        await world.clicks(seen, "Delete", moderator)
        assert world.answers() == []

    async def test_a_moderator_drives_nothing_else(self, world: World) -> None:
        role = world.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
        moderator = world.guild.add_member(world.env.create_user("moderator"), roles=[role])
        seen = await world.asks(SEVERAL)
        assert said(await world.clicks(seen, "Next ▶", moderator)).text == STRANGER


class TestSomebodyElse:
    @pytest.mark.parametrize("label", ["Next ▶", "Show context", "Delete"])
    async def test_is_refused_privately_and_nothing_changes(self, either: World, label: str) -> None:
        seen = await either.asks(SEVERAL)
        result = await either.clicks(seen, label, either.other)
        assert said(result).text == STRANGER
        assert either.again(seen).markdown == seen.markdown

    async def test_cannot_use_the_menu(self, world: World) -> None:
        seen = await world.asks(SEVERAL)
        result = await world.other.select(seen.message, [seen.options[1]["value"]])
        assert said(result).text == STRANGER
        assert world.again(seen).markdown == seen.markdown

    async def test_cannot_run_a_suggestion(self, world: World) -> None:
        seen = await world.asks(REFUSED)
        assert said(await world.clicks(seen, RADIO, world.other)).text == STRANGER
        assert world.again(seen).markdown == seen.markdown

    async def test_cannot_draw_the_chart(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        assert said(await world.clicks(seen, "Show chart", world.other)).text == STRANGER


class TestASuggestion:
    async def test_is_asked_at_once_in_place_of_the_refusal(self, either: World) -> None:
        seen = await either.asks(REFUSED)
        await either.clicks(seen, RADIO)
        answer = either.again(seen)
        assert "At least 45 firefighters" in answer.text
        assert RADIO in answer.text
        assert LANTERN not in answer.text
        assert len(either.answers()) == 1

    async def test_of_a_private_refusal_is_answered_privately(self, world: World) -> None:
        result, seen = await world.slash("ask", question="how many firefighters", article="fiction-quay-fire")
        await world.clicks(seen, RADIO)
        assert result.response
        assert result.response.ephemeral
        answer = Seen(result.response)
        assert "At least 45 firefighters" in answer.text
        assert "Share" in answer.buttons

    async def test_leads_to_an_answer_with_its_own_controls(self, world: World) -> None:
        seen = await world.asks("!figures firefighters --article fiction-quay-fire")
        await world.clicks(seen, LANTERN)
        assert {"Show context", "Delete"} <= set(world.again(seen).buttons)

    async def test_of_a_passage_id_opens_that_passage(self, world: World) -> None:
        seen = await world.asks("!passage fiction-quay-fire-lantrn:564-634")
        await world.clicks(seen, LANTERN)
        assert "About 40 firefighters from four stations" in world.again(seen).text


class TestShowChart:
    async def test_it_posts_the_picture_with_its_text_and_its_description(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        result = await world.clicks(seen, "Show chart")
        assert result.response
        (file,) = result.response.attachments
        assert file.filename == "chart.png"
        assert file.description

    async def test_a_second_time_it_is_not_posted_again(self, either: World) -> None:
        seen = await either.asks("!figures firefighters")
        await either.clicks(seen, "Show chart")
        again = said(await either.clicks(seen, "Show chart"))
        assert again.text.startswith("The chart of this answer is posted already.")
        assert len(either.answers()) == 2

    async def test_the_asker_can_delete_it_and_have_it_drawn_anew(self, either: World) -> None:
        seen = await either.asks("!figures firefighters")
        await either.clicks(seen, "Show chart")
        await either.clicks(either.answers()[-1], "Delete")
        assert len(either.answers()) == 1
        await either.clicks(seen, "Show chart")
        assert len(either.answers()) == 2

    async def test_somebody_else_cannot_delete_it(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        await world.clicks(seen, "Show chart")
        assert said(await world.clicks(world.answers()[-1], "Delete", world.other)).text == STRANGER

    async def test_it_goes_with_its_answer(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        await world.clicks(seen, "Show chart")
        await world.clicks(seen, "Delete")
        assert world.answers() == []

    async def test_one_deleted_by_a_moderator_can_be_drawn_anew(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        await world.clicks(seen, "Show chart")
        world.env.backend.delete_message(world.channel.id, world.answers()[-1].message.id)
        await world.env.settle()
        await world.clicks(seen, "Show chart")
        assert len(world.answers()) == 2

    async def test_a_private_one_has_no_delete(self, world: World) -> None:
        _, private = await world.slash("figures", words="firefighters", private=True)
        result = await world.clicks(private, "Show chart")
        assert result.response
        assert Seen(result.response).buttons == {}

    async def test_figures_that_count_different_things_have_no_chart(self, world: World) -> None:
        seen = await world.asks("!figures arrested")
        assert "Show chart" not in seen.buttons


class TestInDirectMessages:
    async def test_sheets_are_turned(self, world: World) -> None:
        first = await world.writes("who said what about the fire")
        await world.asker.user.click(first.message, custom_id=first.buttons["Next ▶"])
        assert world.again(first).text != first.text

    async def test_the_menu_works(self, world: World) -> None:
        first = await world.writes("who said what about the fire")
        await world.asker.user.select(first.message, [first.options[1]["value"]])
        assert world.again(first).text != first.text

    async def test_context_is_shown(self, world: World) -> None:
        seen = await world.writes("what caused the fire")
        result = await world.asker.user.click(seen.message, custom_id=seen.buttons["Show context"])
        assert "paragraph" in Seen(result.response).text

    async def test_an_answer_is_deleted_after_a_restart(self, world: World) -> None:
        seen = await world.writes("what caused the fire")
        await world.restarts()
        await world.asker.user.click(seen.message, custom_id=seen.buttons["Delete"])
        assert world.answers(world.asker.user.dm_channel) == []

    async def test_a_suggestion_is_asked(self, world: World) -> None:
        seen = await world.writes(REFUSED)
        await world.asker.user.click(seen.message, custom_id=seen.buttons[RADIO])
        assert "At least 45 firefighters" in world.again(seen).text
