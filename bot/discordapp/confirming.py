"""What an admin has to confirm. Whoever clicks is checked again: rights may have changed since the question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import discord

from bot.discordapp import controls
from bot.discordapp.admins import admins_only
from bot.discordapp.boundary import UserError
from bot.discordapp.keeping_house import forget_server
from bot.discordapp.recalling import correct
from bot.discordapp.seeding import removed, rolled_back

Action = Callable[[discord.Interaction[Any], str], Awaitable[None]]
_UNKNOWN = "This control is from another version of the bot. Give the command again."


_ACTIONS: Mapping[str, Action] = {"forget": forget_server, "remove": removed, "rollback": rolled_back}


async def confirmed(
    control: controls.Confirm | controls.Correct, interaction: discord.Interaction[Any]
) -> None:
    """Do what was confirmed.

    Raises:
        NotAdminError: whoever clicked may not.
        UserError: it cannot be done any more.
    """
    admins_only(interaction)
    if isinstance(control, controls.Correct):
        await correct(control, interaction)
        return
    if control.action not in _ACTIONS:
        raise UserError(_UNKNOWN)
    await _ACTIONS[control.action](interaction, control.what)
