"""Who may change what the bot knows in a server: looked up at every door and every click, never remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discordapp.boundary import UserError
from bot.discordapp.door import door_of
from bot.services.config import Settings

Context = commands.Context[Any]
_IN_SERVERS_ONLY = "That is done in a server, where I can see who may."
_NOT_YOU = "Only admins of this server may do that: its owner, and whoever the bot's configuration names."


class NotAdminError(commands.CheckFailure, app_commands.CheckFailure, UserError):
    """Somebody who may not; its text is the sentence for them."""


def may_administer(
    user: discord.User | discord.Member, guild: discord.Guild | None, settings: Settings
) -> bool:
    """Whether somebody may change the seeds: in a server its owner, and who the configuration names. Unknown is no."""
    if guild is None or not isinstance(user, discord.Member) or user.bot or user.guild.id != guild.id:
        return False
    given = settings.discord
    own = given.servers.get(str(guild.id))
    users = given.admin_users if own is None or own.admin_users is None else own.admin_users
    roles = given.admin_roles if own is None or own.admin_roles is None else own.admin_roles
    rights = (
        given.admin_permissions if own is None or own.admin_permissions is None else own.admin_permissions
    )
    held = user.guild_permissions
    return (
        user.id == guild.owner_id
        or str(user.id) in users
        or any(str(role.id) in roles for role in user.roles)
        or any(getattr(held, right) for right in rights)
    )


def admins_only(asked: Context | discord.Interaction[Any]) -> bool:
    """Let admins pass.

    Raises:
        NotAdminError: for everybody else, and in direct messages.
    """
    client = asked.client if isinstance(asked, discord.Interaction) else asked.bot
    user = asked.user if isinstance(asked, discord.Interaction) else asked.author
    if asked.guild is None:
        raise NotAdminError(_IN_SERVERS_ONLY)
    if not may_administer(user, asked.guild, door_of(client).settings):
        raise NotAdminError(_NOT_YOU)
    return True


def admin_command(**given: Any) -> Callable[[Callable[..., Any]], Any]:
    """Return `hybrid_command` for admins: checked at run time, and hidden by Discord from most others anyway."""
    return _guarded(commands.hybrid_command(**given))


def admin_group(**given: Any) -> Callable[[Callable[..., Any]], Any]:
    """Return `hybrid_group` for admins; its cog checks every command in it."""
    return _guarded(commands.hybrid_group(**given))


def command_of(group: Any, **given: Any) -> Callable[[Callable[..., Any]], Any]:
    """Return the `command` of a group, with a type."""
    made: Callable[[Callable[..., Any]], Any] = group.command(**given)
    return made


def _guarded(make: Callable[[Any], Any]) -> Callable[[Callable[..., Any]], Any]:
    def made(function: Callable[..., Any]) -> Any:
        shown_to = app_commands.default_permissions(manage_guild=True)
        return commands.check(admins_only)(make(app_commands.guild_only()(shown_to(function))))

    return made


def who(asked: Context | discord.Interaction[Any]) -> str:
    """Return how the audit log names the one who did it."""
    user = asked.user if isinstance(asked, discord.Interaction) else asked.author
    return f"discord:{user.id}"


def server_of(context: Context) -> int:
    """Return the id of the server in which an admin command was given: the check lets none pass that was given elsewhere."""
    assert context.guild is not None  # noqa: S101 – as `admins_only` holds
    return context.guild.id
