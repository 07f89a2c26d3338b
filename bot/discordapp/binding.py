"""`bind`, `unbind` and `bindings`: what is searched in a thread, a post's tag, a channel or a server."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp import completing
from bot.discordapp.admins import Context, admin_command, server_of, who
from bot.discordapp.boundary import UserError
from bot.discordapp.door import Door, door_of
from bot.discordapp.options import Flags
from bot.discordapp.plainly import lines, tell
from bot.services.database import Binding, ScopeKind
from bot.services.spelling import closest

Places = Literal["here", "channel", "server"]
_KINDS = {
    ScopeKind.SERVER: "this server",
    ScopeKind.FORUM_TAG: "posts with the tag",
    ScopeKind.CHANNEL: "the channel",
    ScopeKind.THREAD: "the thread",
}


class PlaceFlags(Flags):
    """Where: here unless said otherwise."""

    to: Places = commands.flag(
        default="here", description="This thread or channel, the whole channel, or the server"
    )
    tag: str | None = commands.flag(default=None, description="Posts of this forum that have this tag")


class BindFlags(PlaceFlags):
    """What `bind` takes."""

    articles: str = commands.flag(positional=True, description="Ids of articles, with commas between them")


class Binder(commands.Cog):
    """What is searched where."""

    @admin_command()
    @app_commands.autocomplete(articles=completing.listed_articles)
    async def bind(self, context: Context, *, flags: BindFlags) -> None:
        """Search only some articles in a place."""
        door = door_of(context.bot)
        articles = _known(flags.articles, door.store)
        binding = Binding(*_place(context, flags), server_of(context), articles)
        await door.state.bindings.put(binding)
        await _changed(context, door, "bind", binding)
        await tell(
            context,
            [lines(f"{_named(context, binding)} searches only: {', '.join(articles)}.")],
            private=False,
        )

    @admin_command()
    async def unbind(self, context: Context, *, flags: PlaceFlags) -> None:
        """Let a place search whatever is wider: its channel's, its server's, or all articles."""
        door = door_of(context.bot)
        binding = Binding(*_place(context, flags), server_of(context), ())
        if not await door.state.bindings.remove(binding.kind, binding.scope):
            raise UserError(f"{_named(context, binding).capitalize()} is not bound to anything.")
        await _changed(context, door, "unbind", binding)
        await tell(
            context,
            [lines(f"{_named(context, binding)} is bound to nothing of its own any more.")],
            private=False,
        )

    @admin_command()
    async def bindings(self, context: Context, *, page: int = 1) -> None:
        """List what this server's places are bound to."""
        found = await door_of(context.bot).state.bindings.of(server_of(context))
        said = [f"{_named(context, each)}: {', '.join(each.articles)}" for each in found]
        head = (
            "Bound in this server:"
            if said
            else "Nothing is bound in this server: every place searches all articles."
        )
        await tell(context, [lines(head, *said)], page=page)


async def _changed(context: Context, door: Door, action: str, binding: Binding) -> None:
    """Take the change over, and write it into the log."""
    await door.scopes.read(door.state)
    await door.state.audit.add(who=who(context), action=action, outcome="done", server=binding.server)


def _known(typed: str, store: FactStore) -> tuple[str, ...]:
    """Return the ids that were typed. Raises UserError for one that is not loaded."""
    asked = dict.fromkeys(each for each in re.split(r"[\s,;]+", typed.strip()) if each)
    if not asked:
        raise UserError("Name at least one article: its id is in every receipt, and in the list of articles.")
    for each in asked:
        if store.place(each) is None:
            raise UserError(_unknown(each, store))
    return tuple(sorted(asked))


def _unknown(typed: str, store: FactStore) -> str:
    meant = closest(typed, [article.id for article in store.articles])
    return f"No article has the id “{typed[:60]}”." + (f" Did you mean {meant}?" if meant else "")


def _place(context: Context, flags: PlaceFlags) -> tuple[ScopeKind, int]:
    """Return what is to be bound. Raises UserError."""
    channel: Any = context.channel
    thread = isinstance(channel, discord.Thread)
    if flags.tag is not None:
        return ScopeKind.FORUM_TAG, _tag(channel.parent if thread else channel, flags.tag)
    if flags.to == "server":
        return ScopeKind.SERVER, server_of(context)
    if thread and flags.to == "here":
        return ScopeKind.THREAD, channel.id
    return ScopeKind.CHANNEL, channel.parent_id if thread else channel.id


def _tag(forum: object, typed: str) -> int:
    if not isinstance(forum, discord.ForumChannel):
        raise UserError("Tags belong to forums: use this in a post of one.")
    named = {tag.name.casefold(): tag.id for tag in forum.available_tags}
    if typed.strip().casefold() not in named:
        raise UserError(f"This forum has no such tag. It has: {_some(named)}.")
    return named[typed.strip().casefold()]


def _some(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _named(context: Context, binding: Binding) -> str:
    """Return a place in words: by its name, where Discord still knows it."""
    guild = context.guild
    if binding.kind is ScopeKind.SERVER or guild is None:
        return _KINDS[binding.kind]
    if binding.kind is ScopeKind.FORUM_TAG:
        tags = {tag.id: tag.name for forum in guild.forums for tag in forum.available_tags}
        return f"{_KINDS[binding.kind]} “{tags.get(binding.scope, binding.scope)}”"
    place = guild.get_channel_or_thread(binding.scope)
    return f"{_KINDS[binding.kind]} {place.name if place else f'with the id {binding.scope}'}"
