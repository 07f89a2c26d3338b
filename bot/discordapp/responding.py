"""Sending an answer where its question came from: beside a message, or to an interaction."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp
import discord
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp.boundary import CLOSED, UserError
from bot.discordapp.charting import chart_of
from bot.discordapp.compose import Composed, Frame, compose
from bot.discordapp.controls import ShowChart
from bot.discordapp.door import Door, door_of
from bot.discordapp.posted import Place
from bot.discordapp.remembering import remember
from bot.discordapp.scoping import store_for
from bot.discordapp.sheets import Kind, Sheets, reply_sheets
from bot.services.requests import Request

_NO_HISTORY = 160002
"""Discord's code for a reply without the permission Read Message History; a message beside it is still allowed."""


async def respond(context: commands.Context[Any], request: Request, *, private: bool = False) -> None:
    """Answer a command: one call for the answer, one for the message.

    Raises:
        UserError: a private answer is asked for where everybody would see it.
    """
    door = door_of(context.bot)
    if private and context.interaction is None and context.guild is not None:
        raise UserError(
            f"Only /{request.command} can answer you alone. A message is answered for everybody here."
        )
    store = await store_for(context)
    reply = request.answer(store)
    sheets = reply_sheets(reply, store, door.results, listed=request.listed)
    chart = chart_of(request, reply, store, context.author.id)
    await post(context, sheets, request.command, store, private=private, chart=chart)


async def post(
    context: commands.Context[Any],
    sheets: Sheets,
    command: str,
    store: FactStore,
    *,
    private: bool = False,
    chart: ShowChart | None = None,
) -> None:
    """Post sheets in answer to a command; refusals are private where Discord allows it."""
    door = door_of(context.bot)
    guild = context.guild.id if context.guild else None
    hidden = context.interaction is not None and (private or sheets.kind is Kind.REFUSAL)
    frame = Frame(context.author.id, command, door.plain(guild, command), hidden, door.keeps(guild))
    made = compose(sheets, frame, store, chart=chart)
    message: int | None
    if context.interaction is not None:
        sent = await context.interaction.response.send_message(**made.sent, ephemeral=hidden)
        message = None if hidden else sent.message_id
    else:
        message = await beside(context.message, made, door)
    if message is not None:
        await remember(door, guild, context.channel.id, message, sheets.sheet(0))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finished sentence of the bot's own in place of an answer."""

    content: str

    @property
    def sent(self) -> dict[str, Any]:
        """The arguments of `send`."""
        return {"content": self.content, "suppress_embeds": True}

    @property
    def edited(self) -> dict[str, Any]:
        """The arguments of `edit`."""
        return {"content": self.content, "view": None}


async def beside(question: discord.Message, made: Composed | Sentence, door: Door) -> int | None:
    """Reply to a message, or change the reply that it has already; return the reply's id, if there is one.

    An answer that was sent away does not come back.

    Raises:
        discord.HTTPException: Discord does not take it, and the asker could not be told either.
    """
    async with door.posted.turn(question.id):
        if door.posted.dismissed(question.id):
            return None
        old = door.posted.get(question.id)
        if old is not None:
            await _without_chart(question, old, door)
        if old is not None and old.layout is (made.content is None) and await _changed(question, old, made):
            return old.message
        sent = await _allowed(question, _replied(question, made))
        if sent is not None:
            door.posted.put(question.id, Place(sent.channel.id, sent.id, sent.flags.components_v2))
            if old is not None:
                await _deleted(question, old)
        return sent.id if sent else None


async def _changed(question: discord.Message, old: Place, made: Composed | Sentence) -> bool:
    """Change the reply to a message; return whether there is nothing more to do. It stays where that is not allowed."""
    answer = discord.PartialMessage(channel=question.channel, id=old.message)
    try:
        await _allowed(question, answer.edit(**made.edited, allowed_mentions=discord.AllowedMentions.none()))
    except discord.NotFound:
        return False
    return True


async def _deleted(question: discord.Message, old: Place) -> None:
    """Delete the reply of the other kind, which no edit could have turned into this one."""
    try:
        await discord.PartialMessage(channel=question.channel, id=old.message).delete()
    except discord.NotFound:
        return


async def _without_chart(question: discord.Message, old: Place, door: Door) -> None:
    """Delete the chart of an answer that becomes another one."""
    chart = door.posted.pictures.pop(old.message)
    if chart is not None:
        with suppress(discord.NotFound, discord.Forbidden):
            await discord.PartialMessage(channel=question.channel, id=chart).delete()


async def _allowed(question: discord.Message, writing: Awaitable[discord.Message]) -> discord.Message | None:
    """Wait for a message to be written, or tell the author of the question why that is not allowed."""
    try:
        return await writing
    except discord.HTTPException as refused:
        if not isinstance(refused, discord.Forbidden) and refused.code not in CLOSED:
            raise
        await _tell_author(question, refused)
        return None


async def _replied(question: discord.Message, made: Composed | Sentence) -> discord.Message:
    """Reply to a message, or write beside it where only that is allowed."""
    try:
        return await _sent(question.reply, made, mention_author=False)
    except discord.HTTPException as refused:
        if refused.code == _NO_HISTORY:
            return await _sent(question.channel.send, made)
        raise


async def _sent(
    send: Callable[..., Awaitable[discord.Message]], made: Composed | Sentence, **given: Any
) -> discord.Message:
    """Send, once more where the connection broke: by the nonce Discord knows the message if it has it already.

    Each message has its own, not its question's: Discord would not post an answer again that was deleted meanwhile.
    """
    nonce = secrets.token_hex(8)
    try:
        return await send(**made.sent, **given, nonce=nonce)
    except (aiohttp.ClientError, OSError):
        return await send(**made.sent, **given, nonce=nonce)


async def _tell_author(question: discord.Message, refused: discord.HTTPException) -> None:
    """Tell the asker in a direct message why there is no answer in the channel."""
    if question.guild is None:
        raise refused
    where = f"<#{question.channel.id}>"
    try:
        await question.author.send(
            f"I am not allowed to write in {where}. An admin has to give me Send Messages there."
        )
    except discord.HTTPException:
        raise refused from None


async def withdraw(question: int, door: Door, client: discord.Client) -> None:
    """Delete the answer of a question that is no longer there, or no longer one."""
    async with door.posted.turn(question):
        place = door.posted.pop(question)
        if place is None:
            return
        await door.posted.pictures.take_along(place.message, place.channel, client)
        channel = client.get_partial_messageable(place.channel)
        try:
            await channel.get_partial_message(place.message).delete()
        except discord.NotFound:
            return
