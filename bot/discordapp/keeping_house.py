"""`privacy` for everybody; `forget`, `unanswered` and the log for admins: what is kept, and how it goes away."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui
from discord.ext import commands

from bot.discordapp import controls
from bot.discordapp.admins import admin_command, server_of
from bot.discordapp.boundary import UserError
from bot.discordapp.door import door_of
from bot.discordapp.markdown import Run, to_markdown
from bot.discordapp.plainly import laid_out, lines, tell
from bot.discordapp.questions import Context, command
from bot.services.privacy import privacy
from bot.services.visible import one_line

LONGEST_QUESTION = 300
_DAY = "%Y-%m-%d %H:%M"


class Housekeeping(commands.Cog):
    """What the bot keeps of a server."""

    @command()
    async def privacy(self, context: Context) -> None:
        """Say what is stored, and how it is removed."""
        door = door_of(context.bot)
        said = await privacy(door.settings, door.state, context.guild.id if context.guild else None)
        await tell(context, [lines(*said.split("\n"))])

    @admin_command()
    async def forget(self, context: Context) -> None:
        """Remove all that is kept of this server; asks first."""
        asked = lines(
            "Remove all that I keep of this server?",
            "Its log of changes, its bindings, the remembered answers and the unanswered questions go. "
            "The articles and their versions stay: they belong to every server.",
        )
        confirm = controls.Confirm(context.author.id, "forget", "", "Remove it all")
        await tell(context, [asked], [[confirm, controls.Delete(context.author.id, "Keep it")]])

    @admin_command()
    async def unanswered(self, context: Context, done: int = 0, page: int = 1) -> None:
        """List the questions that members wanted an admin to see; with a number, take that one off the list."""
        kept = door_of(context.bot).state.unanswered
        if done:
            if not await kept.remove(server_of(context), done):
                raise UserError(f"There is no question {done}.")
            await tell(context, [lines(f"Question {done} is off the list.")])
            return
        found = await kept.list(server_of(context))
        said = [f"{each.id} · {each.at:{_DAY}} · {one_line(each.text)}" for each in found]
        head = "Not answered, the newest first:" if said else "No question waits."
        await tell(context, [lines(head, *said)], page=page)


async def forget_server(interaction: discord.Interaction[Any], _: str) -> None:
    """Remove all that is kept of the server, after an admin said so."""
    assert interaction.guild_id is not None  # noqa: S101 – a confirmation is checked like the command
    door = door_of(interaction.client)
    gone = await door.state.forget(interaction.guild_id)
    await door.scopes.read(door.state)
    said = (
        f"Removed: {gone.audit} entries of the log, {gone.bindings} bindings, {gone.posted} remembered answers, "
        f"{gone.unanswered} questions."
    )
    message = interaction.message
    plain = message is not None and not message.flags.components_v2
    await interaction.response.edit_message(**laid_out(to_markdown([Run(said)]), plain=plain).edited)


class TellAdmin(ui.Modal, title="Tell an admin"):
    """Shows the asker what would be kept, and keeps what they send."""

    question: ui.TextInput[Any] = ui.TextInput(
        label="Kept for the admins, without your name", custom_id="question", max_length=LONGEST_QUESTION
    )

    def __init__(self, question: str) -> None:
        super().__init__(timeout=600)
        self.question.default = question[:LONGEST_QUESTION]

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the question, and tell the admins' channel."""
        client: Any = interaction.client
        await client.behind_boundary(interaction, keep_question(interaction, self.question.value))


async def keep_question(interaction: discord.Interaction[Any], text: str) -> None:
    """Keep a question for the admins of a server. Raises UserError, StateError."""
    if interaction.guild_id is None:
        raise UserError("Admins are those of a server: ask there.")
    if not text.strip():
        raise UserError("There was no question in it.")
    kept = await door_of(interaction.client).state.unanswered.add(interaction.guild_id, text.strip())
    said = f"Kept as question {kept.id} for the admins, without your name."
    await interaction.response.send_message(to_markdown([Run(said)]), ephemeral=True)
