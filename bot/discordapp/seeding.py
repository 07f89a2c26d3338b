"""`seeds`: what the bot knows, changed by admins while members keep asking."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.discordapp import completing, controls
from bot.discordapp.admins import Context, admin_group, admins_only, command_of, server_of, who
from bot.discordapp.boundary import UserError
from bot.discordapp.compose import Frame
from bot.discordapp.door import door_of
from bot.discordapp.plainly import lines, made, tell
from bot.discordapp.recalling import announce
from bot.discordapp.seed_form import ask_for_text
from bot.services.cards import Card
from bot.services.database import AuditEntry
from bot.services.fetching import Page, fetch_page
from bot.services.seeding import Outcome
from bot.services.seeds import Fault
from bot.services.seeds.names import with_ending

_URL = re.compile(r"\s*<?(https?://[^\s<>]+)>?\s*", re.IGNORECASE)
_SEEN = 16
"""Digits of the store's version by which a confirmation knows that nothing changed since its question."""
_DAY = "%Y-%m-%d %H:%M"
_NOTHING = "Nothing changed."
_TEXT = "The article's text, or the address of its page"
_FILE = "A .txt, .md or .html file with the article"


class Seeds(commands.Cog):
    """The seeds under admins' hands."""

    def cog_check(self, context: Context) -> bool:
        """Let admins pass, at every command."""
        return admins_only(context)

    @admin_group(invoke_without_command=True)
    async def seeds(self, context: Context, page: int = 1) -> None:
        """List the articles that are loaded."""
        await tell(context, await door_of(context.bot).seeding.listed(), page=page)

    @command_of(seeds, name="list")
    async def list_(self, context: Context, page: int = 1) -> None:
        """List the articles that are loaded."""
        await tell(context, await door_of(context.bot).seeding.listed(), page=page)

    @command_of(seeds)
    @app_commands.autocomplete(article=completing.every_article)
    async def show(self, context: Context, article: str) -> None:
        """Show what is known of one article."""
        await tell(context, await door_of(context.bot).seeding.show(article))

    @command_of(seeds)
    @app_commands.describe(name="A short name: it becomes the article's id", file=_FILE, text=_TEXT)
    async def add(
        self, context: Context, name: str, file: discord.Attachment | None = None, *, text: str = ""
    ) -> None:
        """Add an article: from a file, a pasted text, or the address of a page."""
        if not await ask_for_text(context, "add", name, file, text):
            given = await _given(context, file, text)
            seeding = door_of(context.bot).seeding
            await report(
                context,
                await seeding.add(
                    with_ending(name, given.ending), given.data, who(context), server_of(context)
                ),
            )

    @command_of(seeds)
    @app_commands.describe(article="The article's id", file=_FILE, text=_TEXT)
    @app_commands.autocomplete(article=completing.every_article)
    async def replace(
        self, context: Context, article: str, file: discord.Attachment | None = None, *, text: str = ""
    ) -> None:
        """Give an article another text."""
        if not await ask_for_text(context, "replace", article, file, text):
            given = await _given(context, file, text)
            seeding = door_of(context.bot).seeding
            outcome = await seeding.replace(
                article, given.data, who(context), server_of(context), given.ending
            )
            await report(context, outcome)

    @command_of(seeds)
    @app_commands.autocomplete(article=completing.every_article)
    async def remove(self, context: Context, article: str) -> None:
        """Remove an article; shows what goes, and asks first."""
        found = await door_of(context.bot).seeding.removal(article)
        await confirmation(
            context,
            found.cards,
            controls.Confirm(context.author.id, "remove", f"{found.token}.{_short(article)}", "Remove it"),
        )

    @command_of(seeds)
    @app_commands.describe(dry_run="Only say what would change")
    async def reload(self, context: Context, dry_run: bool = False) -> None:  # noqa: FBT001, FBT002 – an option of the command
        """Read the folder of seeds again."""
        await _wait(context)
        outcome = await door_of(context.bot).seeding.reload(who(context), server_of(context), dry_run=dry_run)
        await report(context, outcome)

    @command_of(seeds)
    @app_commands.describe(version="The version to compare with, in place of the one before")
    async def diff(self, context: Context, version: int | None = None, page: int = 1) -> None:
        """Show what changed since a version."""
        await _wait(context)
        cards = await door_of(context.bot).seeding.diff(version)
        await tell(context, cards or [lines(_NOTHING)], page=page)

    @command_of(seeds)
    async def rollback(self, context: Context, version: int) -> None:
        """Go back to a version; shows what changes, and asks first."""
        await _wait(context)
        cards = await door_of(context.bot).seeding.diff(version)
        head = lines(f"Go back to version {version}? What is different since then:" if cards else _NOTHING)
        confirm = controls.Confirm(context.author.id, "rollback", f"{version}.{_now(context)}", "Go back")
        await confirmation(context, [head, *cards], confirm)

    @command_of(seeds)
    async def log(self, context: Context, page: int = 1) -> None:
        """Show who changed what, and which versions there are to go back to."""
        seeding = door_of(context.bot).seeding
        said = [
            _logged(entry) for entry in await seeding.log(200) if entry.server in {None, server_of(context)}
        ]
        kept = [f"version {each.id} · {each.at:{_DAY}} · {each.note}" for each in await seeding.versions()]
        cards = [lines("Changes, the newest first:" if said else "Nothing was changed yet.", *said)]
        await tell(context, [*cards, lines("Versions:", *kept)] if kept else cards, page=page)

    @command_of(seeds)
    @app_commands.describe(file=_FILE)
    async def validate(self, context: Context, file: discord.Attachment | None = None) -> None:
        """Say what is wrong with the seeds, or with a file before it is added."""
        await _wait(context)
        given = await _given(context, file, "") if file else None
        name = file.filename if file else None
        found = await door_of(context.bot).seeding.validate(name, given.data if given else None)
        await tell(
            context,
            [lines("Nothing is wrong." if not found else f"{len(found)} found:", *map(_fault, found))],
        )


async def report(context: Context, outcome: Outcome) -> None:
    """Say what a change did, and tell the admins' channel of answers that no longer stand."""
    await tell(context, said(outcome))
    await announce(context.bot, outcome.recalls)


def said(outcome: Outcome) -> list[Card]:
    """Return the cards of a change."""
    note = [lines(outcome.note)] if outcome.note else []
    return [*outcome.cards, *note] if outcome.cards or note else [lines(_NOTHING)]


async def confirmation(
    context: Context, cards: tuple[Card, ...] | list[Card], confirm: controls.Control
) -> None:
    """Show what would go, with the button that does it."""
    await tell(context, list(cards), [[confirm, controls.Delete(context.author.id, "Cancel")]])


async def _given(context: Context, file: discord.Attachment | None, text: str) -> Page:
    """Return the bytes of what an admin gave. Raises UserError, FetchError."""
    await _wait(context)
    settings = door_of(context.bot).settings
    if file is not None:
        if file.size > settings.seeds.max_bytes:
            raise UserError(
                f"That file has {file.size:,} bytes; a seed has at most {settings.seeds.max_bytes:,}."
            )
        ending = "." + file.filename.rpartition(".")[2].lower() if "." in file.filename else ".txt"
        return Page(await file.read(), ending, "")
    address = _URL.fullmatch(text)
    if address:
        limits = settings.fetch
        return await fetch_page(address[1], limits.hosts, max_bytes=limits.max_bytes, seconds=limits.seconds)
    if not text.strip():
        raise UserError("Give the article: attach a file, paste its text, or give the address of its page.")
    return Page(text.encode("utf-8", "replace"), ".txt", "")


async def _wait(context: Context) -> None:
    """Ask Discord for more time than the three seconds of an answer."""
    if context.interaction is not None and not context.interaction.response.is_done():
        await context.interaction.response.defer(ephemeral=True, thinking=True)


def _logged(entry: AuditEntry) -> str:
    facts = f"+{entry.added} −{entry.removed} ~{entry.changed} facts"
    hashes = (
        " → ".join((each or "none")[:8] for each in (entry.old, entry.new)) if entry.old or entry.new else ""
    )
    parts = (f"{entry.at:{_DAY}}", entry.action, entry.article or "", hashes, facts, entry.who, entry.outcome)
    return " · ".join(filter(None, parts))


def _fault(fault: Fault) -> str:
    return fault.sentence()


async def removed(interaction: discord.Interaction[Any], what: str) -> None:
    """Remove what an admin has confirmed. Raises UserError where it is gone, SeedingError where it changed since."""
    await interaction.response.defer()
    door = door_of(interaction.client)
    token, _, named = what.partition(".")
    article = next((each.id for each in door.store.articles if _short(each.id) == named), None)
    if article is None:
        raise UserError("That article is no longer there.")
    await finish(
        interaction, await door.seeding.remove(article, token, who(interaction), interaction.guild_id)
    )


def _now(context: Context) -> str:
    """Return what stands for what is loaded now."""
    return door_of(context.bot).store.version[:_SEEN]


def _short(article: str) -> str:
    """Return what stands for an article's id in a custom id, which has no room for a long one."""
    return hashlib.sha256(article.encode()).hexdigest()[:16]


async def rolled_back(interaction: discord.Interaction[Any], what: str) -> None:
    """Go back to the version that an admin has confirmed. Raises UserError where others changed something since."""
    await interaction.response.defer()
    version, _, seen = what.partition(".")
    if not version.isdecimal():
        raise UserError("There is no such version.")
    if seen != door_of(interaction.client).store.version[:_SEEN]:
        raise UserError(
            "The seeds were changed since the question. Give the command again to see what would go."
        )
    seeding = door_of(interaction.client).seeding
    await finish(interaction, await seeding.rollback(int(version), who(interaction), interaction.guild_id))


async def finish(interaction: discord.Interaction[Any], outcome: Outcome) -> None:
    """Say in place of the question, or of the form, what was done."""
    message = interaction.message
    plain = message is not None and not message.flags.components_v2
    answer = made(said(outcome), Frame(interaction.user.id, "seeds", plain))
    await interaction.edit_original_response(**answer.edited)
    await announce(interaction.client, outcome.recalls)
