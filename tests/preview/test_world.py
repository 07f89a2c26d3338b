"""The simulated server: who is in it, and what a newcomer finds in its channel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord

from bot.discordapp.door import Door
from bot.preview.talk import Talk, talk_about
from bot.preview.talking import hold, labels
from bot.preview.world import World, simulated
from tests.preview.conftest import NOW, door_over

FERRY = """\
Ferry runs aground

“Nobody on the bridge was asleep when it happened,” harbour master Ada Brandt said on Thursday.

More than 40 passengers were injured, officials told the Daily Wave.
"""


def texts(message: discord.Message) -> str:
    """Return all that a message shows."""
    waiting: list[Any] = [component.to_dict() for component in message.components]
    found = [message.content]
    while waiting:
        component = waiting.pop(0)
        found.append(component.get("content", ""))
        waiting = [*component.get("components", []), *waiting]
    return "\n".join(filter(None, found))


def answers(world: World) -> list[discord.Message]:
    assert world.bot.user
    return [each for each in world.channel.history() if each.author.id == world.bot.user.id]


async def admins(world: World) -> set[int]:
    guild = await world.bot.fetch_guild(world.admin.guild.id)
    members = [await guild.fetch_member(each.id) for each in world.viewers]
    return {each.id for each in members if each.guild_permissions.administrator}


async def test_the_server_has_a_channel_an_admin_and_two_members(quiet: Door) -> None:
    async with simulated(quiet, NOW) as world:
        assert world.channel.name == "newsroom"
        assert len(world.members) == 2
        assert set(world.viewers) == {world.admin, *world.members}
        assert await admins(world) == {world.admin.id}


async def test_it_is_now_in_the_server_and_the_bot_has_its_name(quiet: Door) -> None:
    async with simulated(quiet, NOW) as world:
        assert world.env.now() == NOW
        assert world.bot.user
        assert world.bot.user.name == "Verbatim"


async def test_the_topic_says_how_to_ask_with_the_prefix_of_the_settings(quiet: Door) -> None:
    async with simulated(quiet, NOW) as world:
        channel = world.bot.get_channel(world.channel.id)
        assert isinstance(channel, discord.TextChannel)
        assert channel.topic
        assert f"{quiet.settings.discord.prefix}ask" in channel.topic
        assert world.mention in channel.topic


async def test_a_newcomer_finds_each_question_answered(door: Door) -> None:
    async with simulated(door, NOW) as world:
        await hold(world, talk_about(door.store))
        mention, prefix, listed, chart, shared = answers(world)
        assert world.env.errors == []
    assert "About **40** firefighters" in texts(mention)
    assert "At least **45** firefighters" in texts(mention)
    assert "“Paint burns hot, and there was a lot of paint.”" in texts(prefix)
    assert "Show chart" in labels(listed)
    assert [file.filename for file in chart.attachments] == ["chart.png"]
    assert "My grandmother used to tell us" in texts(shared)
    assert "shared by Nadia" in texts(shared)


async def test_what_is_talked_about_is_what_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    door = door_over(tmp_path)
    assert talk_about(door.store) == Talk(counted="passengers", drawn=False, speaker="Ada Brandt", said=None)
    async with simulated(door, NOW) as world:
        await hold(world, talk_about(door.store))
        found = "\n".join(map(texts, answers(world)))
        assert world.env.errors == []
    assert "passengers were injured" in found
    assert "Nobody on the bridge was asleep" in found


async def test_without_articles_the_admin_only_says_welcome(quiet: Door) -> None:
    assert talk_about(quiet.store) == Talk()
    async with simulated(quiet, NOW) as world:
        await hold(world, talk_about(quiet.store))
        (said,) = world.channel.history()
    assert said.author.id == world.admin.id
