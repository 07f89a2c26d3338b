"""The answer follows its question: edited with it, gone with it, and never doubled."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
import pytest
from discord.http import Route

from bot.services.config import Settings
from tests.discordapp.conftest import PLAIN, Enter, Seen, World

FIREFIGHTERS, CRAKE = "how many firefighters fought the quay fire?", "what did Imelda Crake say?"
MINUTES = 60.0


def question(world: World) -> discord.Message:
    """The asker's newest message in the channel."""
    return [each for each in world.channel.history() if each.author.id == world.asker.id][-1]


def only(world: World) -> Seen:
    (seen,) = world.answers()
    return seen


async def rewrites(world: World, text: str) -> None:
    await world.asker.edit(question(world), text.replace("@bot", world.mention))


WAYS = pytest.mark.parametrize(
    "way",
    ["!ask {}", "@bot {}", "@bot ask {}", "!a {}"],
    ids=["prefix", "mention", "mention and command", "alias"],
)


class TestAnEditedQuestion:
    @WAYS
    async def test_gets_an_edited_answer(self, either: World, way: str) -> None:
        first = await either.asks(way.format(FIREFIGHTERS))
        await rewrites(either, way.format(CRAKE))
        assert only(either).message.id == first.message.id
        assert "thirty metres" in only(either).text
        assert "firefighters ←" not in only(either).text

    async def test_gets_an_edited_answer_in_direct_messages(self, world: World) -> None:
        channel = world.asker.user.dm_channel
        first = await world.writes(FIREFIGHTERS)
        await world.asker.user.edit(channel.history()[0], CRAKE)
        (seen,) = world.answers(channel)
        assert seen.message.id == first.message.id
        assert "thirty metres" in seen.text

    async def test_may_become_another_command(self, world: World) -> None:
        first = await world.asks(f"!ask {FIREFIGHTERS}")
        await rewrites(world, "!articles")
        assert only(world).message.id == first.message.id
        assert "[fiction-quay-fire-lantern]" in only(world).text

    async def test_has_the_controls_of_its_new_answer(self, world: World) -> None:
        await world.asks("!ask who said what about the fire")
        await rewrites(world, "!ask what caused the fire")
        assert set(only(world).buttons) == {"Show context", "Recheck", "Delete"}

    async def test_may_be_edited_again_and_again(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        for text in (CRAKE, FIREFIGHTERS, CRAKE):
            await rewrites(world, f"!ask {text}")
        assert "thirty metres" in only(world).text

    async def test_may_become_a_refusal_and_an_answer_again(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await rewrites(world, "!quote zzyzx")
        assert "No quote is about “zzyzx”." in only(world).text
        await rewrites(world, f"!ask {FIREFIGHTERS}")
        assert "At least 45 firefighters" in only(world).text

    async def test_that_lost_its_words_is_told_so_in_place_of_the_answer(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await rewrites(world, "!ask")
        assert only(world).text == "Say what to look for: a few words, or a question."

    async def test_that_was_wrong_is_answered_in_place_of_the_sentence(self, world: World) -> None:
        await world.asks("!ask")
        await rewrites(world, f"!ask {FIREFIGHTERS}")
        assert "At least 45 firefighters" in only(world).text

    async def test_whose_answer_changes_its_kind_is_answered_anew(self, enter: Enter) -> None:
        settings = Settings.model_validate({"discord": {"plain_commands": ["articles"]}})
        async with enter(settings) as world:
            await world.asks(f"!ask {FIREFIGHTERS}")
            await rewrites(world, "!articles")
            assert not only(world).is_layout
            await rewrites(world, f"!ask {FIREFIGHTERS}")
            assert only(world).is_layout


class TestBecomingAQuestion:
    async def test_a_message_that_becomes_a_question_is_answered(self, world: World) -> None:
        await world.asker.send(world.channel, FIREFIGHTERS)
        await rewrites(world, f"!ask {FIREFIGHTERS}")
        assert "At least 45 firefighters" in only(world).text

    async def test_a_mention_that_is_added_makes_it_a_question(self, world: World) -> None:
        await world.asker.send(world.channel, FIREFIGHTERS)
        await rewrites(world, f"@bot {FIREFIGHTERS}")
        assert "At least 45 firefighters" in only(world).text

    async def test_an_old_message_is_left_alone(self, world: World) -> None:
        await world.asker.send(world.channel, FIREFIGHTERS)
        await world.env.advance_time(11 * MINUTES)
        await rewrites(world, f"!ask {FIREFIGHTERS}")
        assert world.answers() == []

    async def test_an_old_question_that_was_answered_is_still_followed(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await world.env.advance_time(600 * MINUTES)
        await rewrites(world, f"!ask {CRAKE}")
        assert "thirty metres" in only(world).text


class TestBecomingNoQuestion:
    @WAYS
    async def test_the_answer_goes(self, world: World, way: str) -> None:
        await world.asks(way.format(FIREFIGHTERS))
        await rewrites(world, "never mind")
        assert world.answers() == []

    async def test_a_question_asked_anew_is_answered_anew(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await rewrites(world, "never mind")
        await rewrites(world, f"!ask {FIREFIGHTERS}")
        assert "At least 45 firefighters" in only(world).text


class TestADeletedQuestion:
    @WAYS
    async def test_takes_its_answer_along(self, world: World, way: str) -> None:
        await world.asks(way.format(FIREFIGHTERS))
        await world.asker.delete(question(world))
        assert world.answers() == []

    async def test_takes_a_sentence_along(self, world: World) -> None:
        await world.asks("!ask")
        await world.asker.delete(question(world))
        assert world.answers() == []

    async def test_leaves_the_answers_to_others(self, world: World) -> None:
        kept = await world.asks(f"!ask {FIREFIGHTERS}")
        await world.asks(f"!ask {CRAKE}")
        await world.asker.delete(question(world))
        assert only(world).message.id == kept.message.id

    async def test_many_at_once_take_all_their_answers_along(self, world: World) -> None:
        for _ in range(3):
            await world.asks(f"!ask {FIREFIGHTERS}")
        asked = [each.id for each in world.channel.history() if each.author.id == world.asker.id]
        world.env.backend.bulk_delete_messages(world.channel.id, asked)
        await world.env.settle()
        assert world.answers() == []

    async def test_an_answer_that_cannot_be_deleted_does_not_keep_the_others(self, world: World) -> None:
        for _ in range(3):
            await world.asks(f"!ask {FIREFIGHTERS}")
        asked = [each.id for each in world.channel.history() if each.author.id == world.asker.id]
        world.env.inject_error(
            "DELETE", "/channels/*/messages/*", status=403, code=50001, message="Missing Access"
        )
        world.env.backend.bulk_delete_messages(world.channel.id, asked)
        await world.env.settle()
        assert len(world.answers()) == 1

    async def test_whose_answer_is_gone_already_is_no_fault(self, world: World) -> None:
        seen = await world.asks(f"!ask {FIREFIGHTERS}")
        world.env.backend.delete_message(world.channel.id, seen.message.id)
        await world.asker.delete(question(world))
        assert world.answers() == []

    async def test_that_was_never_answered_is_no_fault(self, world: World) -> None:
        await world.asker.send(world.channel, "hello")
        await world.asker.delete(question(world))
        assert world.answers() == []


class TestUpdatesThatAreNoEdits:
    async def test_a_preview_added_to_a_link_changes_nothing(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS} https://example.org")
        before = len(world.env.http_requests)
        stored = world.env.backend.get_message(world.channel.id, question(world).id)
        stored.embeds = [{"type": "link", "url": "https://example.org"}]
        world.env.backend.crosspost_message(world.channel.id, stored.id)  # an update without an edit
        await world.env.settle()
        assert len(world.env.http_requests) == before

    async def test_an_edit_of_a_message_that_is_not_for_the_bot_costs_no_request(self, world: World) -> None:
        await world.env.advance_time(1)
        await world.asker.send(world.channel, "hello")
        before = len(world.env.http_requests)
        await rewrites(world, "hello there")
        assert len(world.env.http_requests) == before

    async def test_edits_of_the_bots_own_messages_are_not_followed(self, world: World) -> None:
        seen = await world.asks(f"!ask {FIREFIGHTERS}")
        world.env.backend.edit_message(
            world.channel.id, seen.message.id, {"flags": 4 | seen.message.flags.value}
        )
        await world.env.settle()
        assert len(world.answers()) == 1


class TestAfterARestart:
    async def test_an_edit_still_finds_the_old_answer(self, either: World) -> None:
        first = await either.asks(f"!ask {FIREFIGHTERS}")
        await either.restarts()
        await rewrites(either, f"!ask {CRAKE}")
        assert only(either).message.id == first.message.id
        assert "thirty metres" in only(either).text

    async def test_the_old_answer_is_found_among_the_talk_of_others(self, world: World) -> None:
        first = await world.asks(f"!ask {FIREFIGHTERS}")
        asked = question(world)
        for number in range(15):
            await world.other.send(world.channel, f"talk {number}")
        await world.restarts()
        await world.asker.edit(asked, f"!ask {CRAKE}")
        assert only(world).message.id == first.message.id

    async def test_the_old_answer_of_a_question_that_is_none_any_more_goes(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await world.restarts()
        await rewrites(world, "never mind")
        assert world.answers() == []

    async def test_with_plain_text_instead_of_layouts_it_is_answered_anew(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await world.restarts(settings=PLAIN)
        await rewrites(world, f"!ask {CRAKE}")
        assert not only(world).is_layout
        assert "thirty metres" in only(world).text

    async def test_an_edit_after_a_while_is_still_followed(self, world: World) -> None:
        first = await world.asks(f"!ask {FIREFIGHTERS}")
        await world.env.advance_time(11 * MINUTES)
        await world.restarts()
        await rewrites(world, f"!ask {CRAKE}")
        assert only(world).message.id == first.message.id
        assert "thirty metres" in only(world).text

    async def test_a_deleted_question_takes_its_answer_along(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await world.restarts()
        await world.asker.delete(question(world))
        assert world.answers() == []

    async def test_a_deleted_message_that_was_no_question_takes_nothing_along(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        remark = await world.asker.send(world.channel, "hello")
        await world.restarts()
        await world.asker.delete(remark)
        assert len(world.answers()) == 1

    async def test_a_question_of_another_day_is_left_as_it_is(self, world: World) -> None:
        first = await world.asks(f"!ask {FIREFIGHTERS}")
        await world.env.advance_time(25 * 60 * MINUTES)
        await world.restarts()
        await rewrites(world, f"!ask {CRAKE}")
        assert only(world).markdown == first.markdown

    async def test_where_the_history_cannot_be_read_it_is_answered_anew(self, world: World) -> None:
        await world.asks(f"!ask {FIREFIGHTERS}")
        await world.restarts()
        world.env.inject_error(
            "GET", "/channels/*/messages", status=403, code=50001, message="Missing Access"
        )
        await rewrites(world, f"!ask {CRAKE}")
        assert "thirty metres" in world.answers()[-1].text


class TestAnAnswerThatWasDeleted:
    async def test_by_a_moderator_comes_anew_with_the_next_edit(self, world: World) -> None:
        seen = await world.asks(f"!ask {FIREFIGHTERS}")
        world.env.backend.delete_message(world.channel.id, seen.message.id)
        await world.env.settle()
        await rewrites(world, f"!ask {CRAKE}")
        assert "thirty metres" in only(world).text

    async def test_by_its_asker_stays_away_whatever_becomes_of_the_question(self, world: World) -> None:
        seen = await world.asks(f"!ask {FIREFIGHTERS}")
        await world.clicks(seen, "Delete")
        await rewrites(world, f"!ask {CRAKE}")
        assert world.answers() == []

    async def test_by_its_asker_after_a_restart_stays_away_too(self, world: World) -> None:
        seen = await world.asks(f"!ask {FIREFIGHTERS}")
        await world.restarts()
        await world.clicks(seen, "Delete")
        await rewrites(world, f"!ask {CRAKE}")
        assert world.answers() == []

    async def test_leaves_the_next_question_its_answer(self, world: World) -> None:
        seen = await world.asks(f"!ask {FIREFIGHTERS}")
        await world.clicks(seen, "Delete")
        assert "thirty metres" in (await world.asks(f"!ask {CRAKE}")).text


class TestAChart:
    async def test_goes_with_its_deleted_question(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        await world.clicks(seen, "Show chart")
        await world.asker.delete(question(world))
        assert world.answers() == []

    async def test_goes_when_the_question_becomes_another(self, world: World) -> None:
        seen = await world.asks("!figures firefighters")
        await world.clicks(seen, "Show chart")
        await rewrites(world, "!figures arrested")
        assert only(world).message.id == seen.message.id


@pytest.fixture
def slow(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The world in which Discord takes its time: other events come in between."""
    request = world.bot.http.request

    async def later(route: Route, **given: Any) -> Any:
        for _ in range(9):
            await asyncio.sleep(0)
        return await request(route, **given)

    monkeypatch.setattr(world.bot.http, "request", later)
    return world


class TestWhileTheAnswerIsOnItsWay:
    async def test_an_edit_changes_the_answer_that_is_about_to_be_posted(self, slow: World) -> None:
        backend, channel = slow.env.backend, slow.channel
        asked = backend.create_message(channel.id, slow.asker.id, f"!ask {FIREFIGHTERS}")
        backend.edit_message(channel.id, asked.id, {"content": f"!ask {CRAKE}"})
        await slow.env.settle()
        assert "thirty metres" in only(slow).text

    async def test_a_deletion_takes_the_answer_along_that_is_about_to_be_posted(self, slow: World) -> None:
        backend, channel = slow.env.backend, slow.channel
        asked = backend.create_message(channel.id, slow.asker.id, f"!ask {FIREFIGHTERS}")
        backend.delete_message(channel.id, asked.id)
        await slow.env.settle()
        assert slow.answers() == []
