"""The talk that a newcomer finds in the channel: the members ask about what is loaded, and the bot answers."""

from __future__ import annotations

from typing import Any, Final

import discord
from simcord import MemberActor, ResponseMessage

from bot.discordapp.menus import QUOTE
from bot.preview.talk import Talk
from bot.preview.world import World

_PAUSE: Final = 75.0
"""Seconds of the simulated clock between two messages."""


async def hold(world: World, talk: Talk) -> None:
    """Let the members ask by mention, prefix, slash command, button and message menu, as far as `talk` goes.

    A browser preview has no message menus, so the admin uses one here and shares what it gave.

    Raises:
        TimeoutError: an answer was not there in time.
    """
    tom, wen = world.members
    await _say(
        world,
        world.admin,
        "Welcome! Verbatim answers from our articles, word for word, and says where each word stands. "
        f"Mention it, write {world.prefix}help, or type / for its commands.",
    )
    if talk.counted:
        await _say(world, tom, f"{world.mention} how many {talk.counted}?")
    if talk.speaker:
        await _say(world, wen, f"{world.prefix}quote {talk.speaker}")
    if talk.counted:
        await world.env.advance_time(_PAUSE)
        listed = await tom.slash(world.channel, "figures", words=talk.counted)
        await press(tom, listed.response, "Show chart")
    if talk.said:
        said = await _say(world, wen, f"Somebody told me: “{talk.said}” Is that in the articles?")
        await world.env.advance_time(_PAUSE)
        found = await world.admin.context_menu(world.channel, QUOTE, said)
        await press(world.admin, found.response, "Share")


async def press(actor: MemberActor, answer: discord.Message | ResponseMessage | None, label: str) -> None:
    """Click a button under an answer; without a button of that label, or without an answer, do nothing."""
    if answer is not None and label in labels(answer):
        await actor.click(answer, label=label)


def labels(answer: discord.Message | ResponseMessage) -> set[str]:
    """Return the labels of an answer's buttons."""
    waiting: list[Any] = [each if isinstance(each, dict) else each.to_dict() for each in answer.components]
    found = set()
    while waiting:
        component = waiting.pop()
        found.add(component.get("label", ""))
        waiting += component.get("components", [])
    return found


async def _say(world: World, actor: MemberActor, words: str) -> discord.Message:
    await world.env.advance_time(_PAUSE)
    return await actor.send(world.channel, words)
