"""What the bot may and may not do in a server, whom it answers, and that it pings nobody."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from discord import app_commands
from simcord.builders import ChannelHandle
from simcord.enums import MessageType
from simcord.types import HttpLogEntry

from bot.discordapp.client import build_client
from bot.discordapp.door import Door
from tests.discordapp.conftest import NOTHING_KEPT, Enter, Seen, World

QUESTION = "how many firefighters fought the quay fire?"
ANSWER = "At least 45 firefighters"


def closed_to_the_bot(world: World, **denied: bool) -> ChannelHandle:
    """A channel in which the bot lacks some permissions."""
    me = world.guild.me
    assert me
    return world.guild.create_text_channel("closed", overwrites={me: discord.PermissionOverwrite(**denied)})


def told(world: World) -> list[str]:
    """What the bot has told the asker in direct messages."""
    return [seen.markdown for seen in world.answers(world.asker.user.dm_channel)]


def thread_of(world: World) -> ChannelHandle:
    world.env.backend.create_thread(world.channel.id, "the quay", world.asker.id)
    (thread,) = world.channel.threads
    return thread


class TestWithoutSendMessages:
    async def test_the_asker_is_told_in_a_direct_message(self, world: World) -> None:
        channel = closed_to_the_bot(world, send_messages=False)
        await world.asker.send(channel, f"!ask {QUESTION}")
        assert world.answers(channel) == []
        assert told(world) == [
            f"I am not allowed to write in <#{channel.id}>. An admin has to give me Send Messages there."
        ]

    async def test_one_who_takes_no_direct_messages_hears_nothing_and_it_is_no_fault(
        self, world: World
    ) -> None:
        channel = closed_to_the_bot(world, send_messages=False)
        direct = world.asker.user.dm_channel
        world.env.inject_error("POST", f"/channels/{direct.id}/messages", status=403, code=50007, times=None)
        await world.asker.send(channel, f"!ask {QUESTION}")
        assert world.answers(channel) == []
        assert told(world) == []

    async def test_a_mention_is_treated_the_same(self, world: World) -> None:
        channel = closed_to_the_bot(world, send_messages=False)
        await world.asker.send(channel, f"{world.mention} {QUESTION}")
        assert len(told(world)) == 1

    async def test_a_slash_command_is_answered(self, world: World) -> None:
        channel = closed_to_the_bot(world, send_messages=False)
        result = await world.asker.slash(channel, "ask", question=QUESTION)
        assert result.response
        assert ANSWER in Seen(result.response).text

    async def test_a_wrong_command_is_no_fault(self, world: World) -> None:
        channel = closed_to_the_bot(world, send_messages=False)
        await world.asker.send(channel, "!ask")
        assert world.answers(channel) == []

    async def test_a_permission_that_was_taken_away_keeps_no_edit_from_being_heard(
        self, world: World
    ) -> None:
        asked = await world.asker.send(world.channel, f"!ask {QUESTION}")
        world.env.inject_error("PATCH", "/channels/*/messages/*", status=403, code=50001, times=None)
        await world.asker.edit(asked, "!ask what did Imelda Crake say")
        (seen,) = world.answers()
        assert ANSWER in seen.text


class TestWithoutOtherPermissions:
    async def test_a_channel_that_the_bot_cannot_see_is_answered_by_slash(self, world: World) -> None:
        channel = closed_to_the_bot(world, view_channel=False)
        result = await world.asker.slash(channel, "ask", question=QUESTION)
        assert result.response
        assert ANSWER in Seen(result.response).text

    async def test_embeds_are_not_needed(self, either: World) -> None:
        channel = closed_to_the_bot(either, embed_links=False, attach_files=False)
        await either.asker.send(channel, f"!ask {QUESTION}")
        assert ANSWER in either.answers(channel)[0].text

    async def test_without_read_message_history_the_answer_stands_beside_the_question(
        self, world: World
    ) -> None:
        world.env.inject_error("POST", "/channels/*/messages", status=400, code=160002)
        seen = await world.asks(f"!ask {QUESTION}")
        assert ANSWER in seen.text
        assert isinstance(seen.message, discord.Message)
        assert seen.message.reference is None

    async def test_a_question_that_is_gone_before_its_answer_is_no_fault(self, world: World) -> None:
        gone = "Invalid Form Body\nIn message_reference: Unknown message"
        world.env.inject_error(
            "POST", "/channels/*/messages", status=400, code=50035, message=gone, times=None
        )
        await world.asker.send(world.channel, f"!ask {QUESTION}")
        assert world.answers() == []


class TestThreads:
    async def test_a_question_in_a_thread_is_answered_there(self, world: World) -> None:
        thread = thread_of(world)
        await world.asker.send(thread, f"!ask {QUESTION}")
        assert ANSWER in world.answers(thread)[0].text

    async def test_an_answer_in_a_thread_has_working_controls(self, world: World) -> None:
        thread = thread_of(world)
        await world.asker.send(thread, "!ask who said what about the fire")
        (first,) = world.answers(thread)
        await world.asker.click(first.message, custom_id=first.buttons["Next ▶"])
        assert world.answers(thread)[0].text != first.text

    async def test_without_send_messages_in_threads_the_asker_is_told(self, world: World) -> None:
        me = world.guild.me
        assert me
        denied = discord.PermissionOverwrite(send_messages_in_threads=False)
        channel = world.guild.create_text_channel("threads", overwrites={me: denied})
        world.env.backend.create_thread(channel.id, "closed", world.asker.id)
        (thread,) = channel.threads
        await world.asker.send(thread, f"!ask {QUESTION}")
        assert world.answers(thread) == []
        assert len(told(world)) == 1

    @pytest.mark.parametrize(("status", "code"), [(400, 50083), (403, 160005)], ids=["archived", "locked"])
    async def test_in_one_that_was_closed_meanwhile_the_asker_is_told(
        self, world: World, status: int, code: int
    ) -> None:
        thread = thread_of(world)
        world.env.inject_error(
            "POST", f"/channels/{thread.id}/messages", status=status, code=code, times=None
        )
        await world.asker.send(thread, f"!ask {QUESTION}")
        assert world.answers(thread) == []
        assert len(told(world)) == 1

    async def test_the_answer_in_an_archived_thread_stays_when_it_cannot_be_edited(
        self, world: World
    ) -> None:
        thread = thread_of(world)
        asked = await world.asker.send(thread, f"!ask {QUESTION}")
        world.env.inject_error("PATCH", "/channels/*/messages/*", status=400, code=50083, times=None)
        await world.asker.edit(asked, "!ask what did Imelda Crake say")
        assert ANSWER in world.answers(thread)[0].text


class TestWhoSees:
    @pytest.mark.parametrize(
        ("name", "options"),
        [
            ("quote", {"words": "zzyzx"}),
            ("ask", {"question": QUESTION, "private": True}),
            ("help", {}),
            ("passage", {"passage": "nonsense"}),
        ],
    )
    async def test_what_is_private_is_seen_by_the_asker_alone(
        self, world: World, name: str, options: dict[str, Any]
    ) -> None:
        result, seen = await world.slash(name, **options)
        assert result.ephemeral
        assert seen.message.id in [each.id for each in world.channel.history(viewer=world.asker)]
        assert seen.message.id not in [each.id for each in world.channel.history(viewer=world.other)]

    async def test_an_answer_is_seen_by_everybody(self, world: World) -> None:
        _, seen = await world.slash("ask", question=QUESTION)
        assert seen.message.id in [each.id for each in world.channel.history(viewer=world.other)]


class TestWhoIsAnswered:
    @pytest.mark.parametrize("line", ["!ask {}", "@bot {}", "!help"])
    async def test_no_other_bot(self, world: World, line: str) -> None:
        robot = world.guild.add_member(world.env.create_user("robot", bot=True))
        text = line.format(QUESTION).replace("@bot", world.mention)
        await robot.edit(await robot.send(world.channel, text), f"{text} please")
        assert world.answers() == []

    @pytest.mark.parametrize("line", ["!ask {}", "@bot {}"])
    async def test_no_webhook(self, world: World, line: str) -> None:
        text = line.format(QUESTION).replace("@bot", world.mention)
        await world.guild.create_webhook(world.channel).send(text)
        assert world.answers() == []

    async def test_no_message_of_discords_own(self, world: World) -> None:
        before = len(world.env.http_requests)
        joined = MessageType.NEW_MEMBER
        world.guild.create_system_message(world.channel, joined, author=world.asker.user)
        await world.env.settle()
        assert len(world.env.http_requests) == before


class TestTheOwnersCommand:
    async def test_is_refused_to_a_stranger(self, world: World) -> None:
        before = puts(world)
        assert (await world.asks("!sync")).text == "That command is for the bot's owner."
        assert puts(world) == before

    async def test_sends_the_slash_commands_for_the_owner(self, world: World) -> None:
        world.bot.owner_id = world.asker.id
        before = puts(world)
        assert (await world.asks("!sync")).text == "The slash commands were sent to Discord."
        assert puts(world) == before + 1

    async def test_is_not_in_the_help(self, world: World) -> None:
        assert "sync" not in (await world.asks("!help")).text
        assert (await world.asks("!help sync")).text.startswith("There is no such command.")


def puts(world: World) -> int:
    """How often the slash commands were sent."""
    return sum(
        entry.method == "PUT" and entry.path.endswith("/commands") for entry in world.env.http_requests
    )


class TestSendingTheSlashCommands:
    async def test_is_done_at_the_first_start(self, world: World) -> None:
        assert puts(world) == 1

    async def test_is_not_done_again_while_they_are_the_same(self, kept: World) -> None:
        await kept.restarts()
        await kept.restarts()
        assert puts(kept) == 1
        assert ANSWER in (await kept.slash("ask", question=QUESTION))[1].text

    async def test_is_done_again_when_they_changed(self, kept: World) -> None:
        world = kept
        door = world.bot.door
        fresh = build_client(Door(door.library, door.settings, door.state), message_content=True)

        @app_commands.command(description="New")
        async def fresh_one(interaction: discord.Interaction[Any]) -> None:
            await interaction.response.send_message("new", ephemeral=True)

        fresh.tree.add_command(fresh_one)
        await world.env.restart_bot(fresh)
        assert puts(world) == 2
        await world.env.restart_bot(
            build_client(Door(door.library, door.settings, door.state), message_content=True)
        )
        assert puts(world) == 3

    async def test_is_done_at_each_start_where_nothing_can_be_kept(self, world: World) -> None:
        door = world.bot.door
        for _ in range(2):
            forgetful = Door(door.library, door.settings, NOTHING_KEPT)
            await world.env.restart_bot(build_client(forgetful, message_content=True))
        assert puts(world) == 3

    async def test_that_fails_keeps_nobody_from_asking(self, world: World) -> None:
        door = world.bot.door
        world.env.inject_error("PUT", "/applications/*/commands")
        await world.env.restart_bot(
            build_client(Door(door.library, door.settings, NOTHING_KEPT), message_content=True)
        )
        world.expected_faults = 1
        assert ANSWER in (await world.asks(f"!ask {QUESTION}")).text


def messages(world: World) -> list[HttpLogEntry]:
    """All requests that post or change a message."""
    return [entry for entry in world.env.http_requests if entry.method in {"POST", "PATCH"} and entry.json]


def pings(entry: HttpLogEntry) -> bool:
    """Whether Discord may notify anybody about a message."""
    sent = entry.json or {}
    body = sent.get("data") if entry.path.endswith("/callback") else sent
    mentions = (body or {}).get("allowed_mentions")
    if body is None or set(body) <= {"flags"}:
        return False  # nothing to mention anybody in
    return (
        mentions is None
        or mentions.get("parse") != []
        or bool({"users", "roles"} & set(mentions))
        or bool(mentions.get("replied_user"))
    )


class TestPings:
    async def test_no_message_may_ever_notify_anybody(self, either: World) -> None:
        hostile = f"@everyone @here {either.other.mention} <@&{either.guild.id}> zzyzx"
        await either.asks(f"!quote {hostile}")
        await either.asks("!ask")
        first = await either.asks("!ask who said what about the fire")
        await either.clicks(first, "Next ▶")
        await either.clicks(either.again(first), "Show context")
        await either.clicks(first, "Delete", either.other)
        _, private = await either.slash("ask", question=QUESTION, private=True)
        await either.clicks(private, "Share")
        await either.slash("quote", words=hostile)
        refused = await either.asks(f"!ask {QUESTION} --article fiction-quay-fire")
        await either.clicks(refused, "fiction-quay-fire-radio")
        await either.clicks(await either.asks("!figures firefighters"), "Show chart")
        await either.asker.edit(either.channel.history()[0], f"!quote {hostile} again")
        await either.writes(hostile)
        target = await either.other.send(either.channel, hostile)
        await either.asker.context_menu(either.channel, "Find in article", target)
        sent = messages(either)
        assert len(sent) >= 14
        assert [entry for entry in sent if pings(entry)] == []

    async def test_nobody_is_told_that_they_were_answered(self, world: World) -> None:
        seen = await world.asks(f"!ask {QUESTION}")
        stored = world.env.backend.get_message(world.channel.id, seen.message.id)
        assert stored.ping_user_ids == stored.ping_role_ids == []


class TestWithoutMessageContent:
    async def test_a_mention_that_is_edited_is_followed(self, enter: Enter) -> None:
        async with enter(message_content=False) as world:
            await world.asks(f"@bot {QUESTION}")
            asked = world.channel.history()[0]
            await world.asker.edit(asked, f"{world.mention} what did Imelda Crake say?")
            assert "thirty metres" in world.answers()[0].text

    async def test_a_mention_that_is_taken_out_takes_its_answer_along(self, enter: Enter) -> None:
        async with enter(message_content=False) as world:
            await world.asks(f"@bot {QUESTION}")
            await world.asker.edit(world.channel.history()[0], QUESTION)
            assert world.answers() == []
