"""Checking a message against the articles: a command with text or as a reply, and a menu of any message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.boundary import UserError
from bot.discordapp.compose import MOST_PLAIN, Composed, Frame
from bot.discordapp.door import door_of
from bot.discordapp.gate import check_limits
from bot.discordapp.markdown import Run, small, to_markdown
from bot.discordapp.options import PRIVATE, Flags
from bot.discordapp.plainly import laid_out, made, pages, tell
from bot.discordapp.questions import Context, command
from bot.discordapp.reading import said_in, shown_as
from bot.discordapp.scoping import store_for
from bot.services.cards import Card, Role, block, card
from bot.services.cards.checks import check_cards
from bot.services.checking import check

CHECK = "Check against article"
_MOST = 4
"""Private messages that one check may take."""
_NO_TEXT = "There is no text in that message to check."
_NOTHING = "Write what to check behind the command, or reply with it to the message that you mean."


class CheckFlags(Flags):
    """What `check` takes."""

    text: str = commands.flag(
        positional=True, default="", description="What to check; or reply to a message with the command"
    )
    page: int = commands.flag(default=1, description="Which page of a long answer")
    private: bool = commands.flag(default=False, description=PRIVATE)


class Checking(commands.Cog):
    """Comparing messages with the articles, for everybody."""

    @command()
    async def check(self, context: Context, *, flags: CheckFlags) -> None:
        """Say how quotations, statements and figures stand to the articles, word by word."""
        store = await store_for(context)
        if flags.text.strip():
            cards = check_cards(check(store, flags.text))
        else:
            cards = _cards(await _replied(context), store, context.me.id)
        await tell(context, cards, page=flags.page, private=flags.private)


async def check_message(interaction: discord.Interaction[Any], message: discord.Message) -> None:
    """Check a message for whoever asks, and tell only them. Raises UserError."""
    door, store = door_of(interaction.client), await store_for(interaction)
    laid = pages(_cards(message, store, interaction.application_id))
    frame = Frame(interaction.user.id, "check", door.plain(interaction.guild_id, "check"), private=True)
    share: list[controls.Control] = [controls.ShareShown(interaction.user.id)]
    sent = [made(page, frame, [share]) for page in _kept(laid)]
    await interaction.response.send_message(**sent[0].sent, ephemeral=True)
    for each in sent[1:]:
        await interaction.followup.send(**each.sent, ephemeral=True)


async def share_shown(interaction: discord.Interaction[Any]) -> None:
    """Post a private message of the bot's own, as it stands, with the name of the one who shares it."""
    message = interaction.message
    shown = shown_as(message)
    shared = small(to_markdown([Run(f"shared by {interaction.user.display_name}")]))
    text = f"{shown}\n{shared}"
    check_limits([text], MOST_PLAIN)
    plain = message is not None and not message.flags.components_v2
    answer: Composed = laid_out(text, plain=plain)
    await interaction.response.send_message(**answer.sent)


def _cards(message: discord.Message, store: FactStore, me: int) -> tuple[Card, ...]:
    text = said_in(message, me)
    unread = len(message.attachments) + sum(len(each.attachments) for each in message.message_snapshots)
    if not text.strip():
        raise UserError(_NO_TEXT)
    cards = check_cards(check(store, text))
    if not unread:
        return cards
    note = "1 attachment was not read." if unread == 1 else f"{unread} attachments were not read."
    return (*cards, card((block(Role.NOTE, note),)))


def _kept(laid: Sequence[Sequence[Card]]) -> list[Sequence[Card]]:
    """Return the pages that are sent; of more than a few the last one says that there are more."""
    if len(laid) <= _MOST:
        return list(laid)
    more = card((block(Role.NOTE, "There is more in that message: check the rest in parts."),))
    return [*laid[:_MOST], [more]]


async def _replied(context: Context) -> discord.Message:
    """Return the message to which a command replies. Raises UserError."""
    reference = context.message.reference if context.interaction is None else None
    if reference is None or reference.message_id is None:
        raise UserError(_NOTHING)
    if isinstance(reference.resolved, discord.Message):
        return reference.resolved
    try:
        return await context.channel.fetch_message(reference.message_id)
    except (discord.NotFound, discord.Forbidden):
        raise UserError("The message that you reply to is gone, or I may not read it.") from None
