"""Questions without a command: a mention, a direct message, a reply to an answer; and answers that follow them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import discord
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.boundary import logged, tell
from bot.discordapp.compose import Frame, compose
from bot.discordapp.door import Door, door_of
from bot.discordapp.helping import help_sheets
from bot.discordapp.meaning import asks, by_mention, fits, looks_up, read_bare, without_prefix
from bot.discordapp.posted import Place
from bot.discordapp.refs import GoneError, read_refs
from bot.discordapp.remembering import remember
from bot.discordapp.responding import Sentence, beside, withdraw
from bot.discordapp.scoping import store_for
from bot.discordapp.sheets import Kind, Sheets, reply_sheets
from bot.services.answers import ask

FRESH = dt.timedelta(minutes=10)
"""How old a message may be that becomes a question by an edit."""
REMEMBERED = dt.timedelta(days=1)
"""How old a question may have been at the start for its answer to be looked for."""
_LOOKED_THROUGH = 100
"""Messages after a question among which its answer is looked for: one request."""
_MENTIONS = re.compile(r"<(?:@[!&]?|#)\d+>|<a?:(\w+):\d+>")


class Asked(commands.Context[Any]):
    """A command that was written as a message: all that is said about it stands in its one answer."""

    async def reply(self, content: str | None = None, **_: Any) -> discord.Message:
        """Say a sentence beside the command, in place of what was said before; return the command."""
        await beside(self.message, Sentence(content or ""), door_of(self.bot))
        return self.message


class Listening(commands.Cog):
    """What the bot hears in channels and direct messages."""

    def __init__(self, bot: commands.Bot) -> None:
        self._bot = bot
        self._since = discord.utils.utcnow()

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Let the answer follow its edited question."""
        with logged("following an edited question"):
            await self._edited(payload)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Take the answer along with its deleted question."""
        with logged("following a deleted question"):
            door, question = door_of(self._bot), payload.message_id
            door.posted.pictures.forget(question)
            if door.posted.get(question) is None and discord.utils.snowflake_time(question) <= self._since:
                await self._recall(self._bot.get_partial_messageable(payload.channel_id), question)
            await withdraw(question, door, self._bot)

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Take the answers along with their deleted questions."""
        for question in sorted(payload.message_ids):
            with logged("following a deleted question"):
                await withdraw(question, door_of(self._bot), self._bot)

    async def _recall(self, channel: discord.abc.Messageable, question: int) -> bool:
        """Find the answer that was posted before the start: the bot's reply among the messages after the question.

        Return whether there is one. Of questions asked long before the start nothing is looked up.
        """
        door = door_of(self._bot)
        if self._since - discord.utils.snowflake_time(question) > REMEMBERED:
            return False
        async with door.posted.turn(question):
            if door.posted.get(question) is not None:
                return True
            try:
                async for later in channel.history(after=discord.Object(question), limit=_LOOKED_THROUGH):
                    reference = later.reference
                    if _is_mine(self._bot, later) and reference and reference.message_id == question:
                        place = Place(later.channel.id, later.id, later.flags.components_v2)
                        door.posted.put(question, place)
                        return True
            except discord.HTTPException:
                pass
            return False

    async def _edited(self, payload: discord.RawMessageUpdateEvent) -> None:
        message, door = payload.message, door_of(self._bot)
        if message.author.bot or message.edited_at is None:
            return  # Discord sends an update, too, when a link gets its preview
        answered = door.posted.get(message.id) is not None
        if not answered and message.created_at <= self._since:
            answered = await self._recall(message.channel, message.id)
        if not answered and discord.utils.utcnow() - message.created_at > FRESH:
            return
        if not await hear(self._bot, message):
            await withdraw(message.id, door, self._bot)


async def hear(bot: commands.Bot, message: discord.Message) -> bool:
    """Answer a message if it asks the bot something; return whether it does."""
    if message.author.bot or message.type not in {discord.MessageType.default, discord.MessageType.reply}:
        return False
    context = await bot.get_context(message, cls=Asked)
    read_bare(context)
    if fits(context):
        await bot.invoke(context)
        return True
    other_prefix = context.prefix and not by_mention(context.prefix)
    if not _addressed(bot, message) or (other_prefix and message.guild is not None):
        return False
    door = door_of(bot)
    with door.in_flight:
        try:
            return await _question(bot, context, door)
        except Exception as error:  # noqa: BLE001 – the boundary of questions without a command
            await tell(lambda sentence: beside(message, Sentence(sentence), door), error)
            return True


async def _question(bot: commands.Bot, context: Asked, door: Door) -> bool:
    """Answer a question; a remark in reply to an answer gets silence."""
    message = context.message
    words = _MENTIONS.sub(lambda found: found[1] or " ", without_prefix(context)).strip()
    guild = message.guild.id if message.guild else None
    frame = Frame(message.author.id, "ask", door.plain(guild, "ask"), kept=door.keeps(guild))
    store = await store_for(message, door)
    if not words:
        if _answer_replied_to(bot, message) is not None:
            return False
        made = compose(help_sheets(bot, "", door.prefix(guild)), frame, store)
        await beside(message, made, door)
        return True
    if not _meant_for(bot, message, words, store):
        return False
    sheets = _follow_up(bot, message, words, store, door.results) or reply_sheets(
        ask(store, words), store, door.results
    )
    answer = await beside(message, compose(sheets, frame, store), door)
    if answer is not None:
        await remember(door, guild, message.channel.id, answer, sheets.sheet(0))
    return True


def _meant_for(bot: commands.Bot, message: discord.Message, words: str, store: FactStore) -> bool:
    """Whether words are for the bot: a mere reply ("lol thanks") is often for the others in the channel."""
    mentioned = bot.user is not None and bot.user.id in message.raw_mentions
    if message.guild is None or mentioned or asks(words):
        return True
    answer = _answer_replied_to(bot, message)
    article = _article_of(answer, store) if answer else None
    return article is not None and looks_up(words, store, article)


def _follow_up(
    bot: commands.Bot, message: discord.Message, words: str, store: FactStore, results: int
) -> Sheets | None:
    """Return the answer from the article that the answer replied to is from, if that article answers."""
    answer = _answer_replied_to(bot, message)
    article = _article_of(answer, store) if answer else None
    if article is None:
        return None
    sheets = reply_sheets(ask(store, words, article=article), store, results)
    return sheets if sheets.kind is Kind.ANSWER else None


def _article_of(answer: discord.Message, store: FactStore) -> str | None:
    """Return the article of an answer's first result, by what its controls hold."""
    waiting: list[Any] = list(answer.components)
    while waiting:
        component = waiting.pop(0)
        waiting += getattr(component, "children", [])
        custom_id = getattr(component, "custom_id", None) or ""
        match = controls.ShowContext.__discord_ui_compiled_template__.fullmatch(custom_id)
        if match:
            try:
                return read_refs(match["refs"], store)[0].hit.passage.article.id
            except GoneError:
                return None
    return None


def _answer_replied_to(bot: commands.Bot, message: discord.Message) -> discord.Message | None:
    """Return the bot's own message that a message replies to."""
    replied = message.reference.resolved if message.reference else None
    return replied if isinstance(replied, discord.Message) and _is_mine(bot, replied) else None


def _is_mine(bot: commands.Bot, message: discord.Message) -> bool:
    return bot.user is not None and message.author.id == bot.user.id


def _addressed(bot: commands.Bot, message: discord.Message) -> bool:
    """Whether a message is for the bot: a direct one, one that mentions it, one that replies to it."""
    mentioned = bot.user is not None and bot.user.id in message.raw_mentions
    return message.guild is None or mentioned or _answer_replied_to(bot, message) is not None
