"""Sending an answer where its question came from: beside a message, or to an interaction."""

from __future__ import annotations

from typing import Any

import aiohttp
import discord
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp.charting import chart_of
from bot.discordapp.compose import Composed, Frame, compose
from bot.discordapp.controls import ShowChart
from bot.discordapp.door import Door, door_of
from bot.discordapp.posted import Place
from bot.discordapp.sheets import Kind, Sheets, reply_sheets
from bot.services.requests import Request


async def respond(context: commands.Context[Any], request: Request, *, private: bool = False) -> None:
    """Answer a command: one call for the answer, one for the message."""
    door = door_of(context.bot)
    store = door.store
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
    frame = Frame(context.author.id, command, door.plain(guild, command), hidden)
    made = compose(sheets, frame, store, chart=chart)
    if context.interaction is not None:
        await context.interaction.response.send_message(**made.sent, ephemeral=hidden)
    else:
        await beside(context.message, made, door)


async def beside(question: discord.Message, made: Composed, door: Door) -> None:
    """Reply to a message, or change the reply that it has already."""
    old = door.posted.get(question.id)
    if old is not None:
        answer = discord.PartialMessage(channel=question.channel, id=old.message)
        try:
            await answer.edit(**made.edited, allowed_mentions=discord.AllowedMentions.none())
        except discord.NotFound:
            door.posted.pop(question.id)
        else:
            return
    try:
        sent = await _reply(question, made)
    except discord.Forbidden as refused:
        await _tell_author(question, refused)
        return
    door.posted.put(question.id, Place(sent.channel.id, sent.id))


async def _reply(question: discord.Message, made: Composed) -> discord.Message:
    """Reply, once more where the connection broke: by the nonce Discord knows the message if it has it already."""
    nonce = str(question.id)
    try:
        return await question.reply(**made.sent, mention_author=False, nonce=nonce)
    except (aiohttp.ClientError, OSError):
        return await question.reply(**made.sent, mention_author=False, nonce=nonce)


async def _tell_author(question: discord.Message, refused: discord.Forbidden) -> None:
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
    place = door.posted.pop(question)
    if place is None:
        return
    channel = client.get_partial_messageable(place.channel)
    try:
        await channel.get_partial_message(place.message).delete()
    except discord.NotFound:
        return
