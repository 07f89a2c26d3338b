"""The form into which an admin pastes an article: in Discord a slash command takes one line only."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.discordapp.admins import Context, admins_only, who
from bot.discordapp.door import door_of

_LONGEST = 4000
"""Characters of one field (Discord's limit)."""


class SeedForm(ui.Modal, title="Paste the article"):
    """Three fields, one after the other: an article is often longer than one takes."""

    first: ui.TextInput[Any] = ui.TextInput(
        label="Text", custom_id="first", style=discord.TextStyle.paragraph, max_length=_LONGEST
    )
    second: ui.TextInput[Any] = ui.TextInput(
        label="Text, continued",
        custom_id="second",
        style=discord.TextStyle.paragraph,
        max_length=_LONGEST,
        required=False,
    )
    third: ui.TextInput[Any] = ui.TextInput(
        label="Text, continued",
        custom_id="third",
        style=discord.TextStyle.paragraph,
        max_length=_LONGEST,
        required=False,
    )

    def __init__(self, action: str, name: str) -> None:
        super().__init__(timeout=900)
        self._action, self._name = action, name

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Add or replace the article."""
        client: Any = interaction.client
        await client.behind_boundary(interaction, self._submitted(interaction))

    async def _submitted(self, interaction: discord.Interaction[Any]) -> None:
        from bot.discordapp.seeding import finish  # noqa: PLC0415 – the commands open this form

        admins_only(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        parts = (self.first.value, self.second.value, self.third.value)
        data = "\n\n".join(filter(None, parts)).encode("utf-8", "replace")
        seeding, by, server = door_of(interaction.client).seeding, who(interaction), interaction.guild_id
        if self._action == "add":
            outcome = await seeding.add(f"{self._name}.txt", data, by, server)
        else:
            outcome = await seeding.replace(self._name, data, by, server, ".txt")
        await finish(interaction, outcome)


async def ask_for_text(
    context: Context, action: str, name: str, file: discord.Attachment | None, text: str
) -> bool:
    """Open the form where a slash command brought neither file nor text; return whether it was opened."""
    if context.interaction is None or file is not None or text.strip():
        return False
    await context.interaction.response.send_modal(SeedForm(action, name))
    return True
