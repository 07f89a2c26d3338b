"""Who may change what the bot knows: the owner, administrators, and whoever the configuration names; nobody else."""

from __future__ import annotations

from typing import Any

import discord
import pytest
from simcord.actors import MemberActor

from bot.discordapp import controls
from bot.services.config import Settings
from tests.discordapp.conftest import Enter, Seen, World

REFUSED = "Only admins of this server may do that: its owner, and whoever the bot's configuration names."
COMMANDS = [
    ("bind", {"articles": "fiction-quay-fire-radio"}),
    ("unbind", {}),
    ("bindings", {}),
    ("forget", {}),
    ("unanswered", {}),
]


def member(world: World, **permissions: bool) -> MemberActor:
    """A member whose role has some permissions."""
    role = world.guild.create_role("someone", permissions=discord.Permissions(**permissions))
    return world.guild.add_member(world.env.create_user("someone"), roles=[role])


async def lists(world: World, who: MemberActor) -> str:
    """What somebody gets who lists the bindings."""
    before = len(world.answers())
    await who.send(world.channel, "!bindings")
    found = world.answers()
    assert len(found) == before + 1
    return found[-1].text


class TestStrangers:
    @pytest.mark.parametrize(("name", "options"), COMMANDS)
    async def test_are_refused_by_prefix(self, kept: World, name: str, options: dict[str, Any]) -> None:
        seen = await kept.asks(f"!{name} {' '.join(map(str, options.values()))}")
        assert seen.text == REFUSED

    @pytest.mark.parametrize(("name", "options"), COMMANDS)
    async def test_are_refused_by_slash(self, kept: World, name: str, options: dict[str, Any]) -> None:
        for command in await kept.bot.tree.fetch_commands():
            assert command.name != name or command.default_member_permissions == discord.Permissions(
                manage_guild=True
            )
        someone = member(kept, manage_guild=True)
        result = await someone.slash(kept.channel, name, **options)
        assert result.response
        assert result.ephemeral
        assert Seen(result.response).text == REFUSED

    @pytest.mark.parametrize(("name", "options"), COMMANDS)
    async def test_are_refused_in_direct_messages(
        self, kept: World, name: str, options: dict[str, Any]
    ) -> None:
        seen = await kept.writes(f"!{name} {' '.join(map(str, options.values()))}")
        assert seen.text == "That is done in a server, where I can see who may."

    async def test_change_nothing(self, kept: World) -> None:
        for name, options in COMMANDS:
            await kept.asks(f"!{name} {' '.join(map(str, options.values()))}")
        assert await kept.bot.door.state.bindings.all() == ()
        assert await kept.bot.door.state.audit.newest(10) == ()

    async def test_cannot_confirm_what_an_admin_was_asked(self, kept: World) -> None:
        await kept.owner.send(kept.channel, "!forget")
        (asked,) = kept.answers()
        await kept.asker.click(asked.message, custom_id=asked.buttons["Remove it all"])
        assert await kept.bot.door.state.audit.newest(10) == ()
        assert kept.again(asked).text == asked.text


class TestAdmins:
    async def test_the_owner_is_one(self, kept: World) -> None:
        assert await lists(kept, kept.owner) != REFUSED

    async def test_an_administrator_is_one(self, kept: World) -> None:
        assert await lists(kept, member(kept, administrator=True)) != REFUSED

    @pytest.mark.parametrize("key", ["admin_roles", "admin_users", "admin_permissions"])
    @pytest.mark.parametrize("own", [False, True], ids=["everywhere", "in this server"])
    async def test_whoever_the_configuration_names_is_one(self, enter: Enter, key: str, own: bool) -> None:  # noqa: FBT001 – a parameter of the test
        async with enter() as world:
            someone = member(world, manage_messages=True)
            role = world.guild.roles["someone"].id
            value = {
                "admin_roles": [str(role)],
                "admin_users": [str(someone.id)],
                "admin_permissions": ["manage_messages"],
            }[key]
            given = {"servers": {str(world.guild.id): {key: value}}} if own else {key: value}
            assert await lists(world, someone) == REFUSED
            await world.restarts(settings=Settings.model_validate({"discord": given}))
            assert await lists(world, someone) != REFUSED

    async def test_what_a_server_says_takes_the_place_of_what_holds_everywhere(self, enter: Enter) -> None:
        async with enter() as world:
            given: dict[str, Any] = {"servers": {str(world.guild.id): {"admin_permissions": []}}}
            await world.restarts(settings=Settings.model_validate({"discord": given}))
            assert await lists(world, member(world, manage_guild=True)) == REFUSED

    async def test_one_who_is_none_any_more_cannot_confirm(self, kept: World) -> None:
        given = {"admin_users": [str(kept.asker.id)]}
        await kept.restarts(settings=Settings.model_validate({"discord": given}))
        asked = await kept.asks("!forget")
        await kept.restarts(settings=Settings())
        result = await kept.clicks(asked, "Remove it all")
        assert result.response
        assert Seen(result.response).text == REFUSED


async def test_an_unknown_action_is_refused(kept: World) -> None:
    await kept.owner.send(kept.channel, "!forget")
    (asked,) = kept.answers()
    forged = controls.Confirm(kept.owner.id, "explode", "").custom_id
    stored = kept.env.backend.get_message(kept.channel.id, asked.message.id)
    for row in stored.components:
        for component in row.get("components", []):
            if component.get("custom_id") == asked.buttons["Remove it all"]:
                component["custom_id"] = forged
    result = await kept.owner.click(kept.again(asked).message, custom_id=forged)
    assert result.response
    assert Seen(result.response).text.startswith("This control is from another version of the bot.")
