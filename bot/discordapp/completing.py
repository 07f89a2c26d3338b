"""What Discord offers while somebody types: from memory, at once, never more than it takes."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.core.span import Span
from bot.core.store import FactStore
from bot.discordapp.door import door_of
from bot.services.answers import Passage
from bot.services.visible import one_line
from bot.services.vocabulary import Vocabulary, fitting

MOST, LONGEST = 25, 100
"""Choices, and characters of a choice (Discord's limits)."""

Choices = list[app_commands.Choice[str]]


async def speakers(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """Offer those whose words the articles give."""
    return _offered(_names(interaction).speakers, typed)


async def sources(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """Offer those who are cited."""
    return _offered(_names(interaction).sources, typed)


async def counted(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """Offer what the figures count."""
    return _offered(_names(interaction).counted, typed)


async def articles(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """Offer the articles: titles to read, ids to send."""
    store = door_of(interaction.client).store
    titles = {
        f"{one_line(each.title.value)} · {each.id}" if each.title else each.id: each.id
        for each in store.articles
    }
    return [
        _choice(name, titles[name]) for name in fitting(titles, typed, MOST) if len(titles[name]) <= LONGEST
    ]


async def passages(interaction: discord.Interaction[Any], typed: str) -> Choices:
    """Offer the passages that have the typed words; what is sent is a passage's id."""
    store = door_of(interaction.client).store
    return [
        _choice(one_line(passage.text), passage.id)
        for passage in _passages(store, typed[:LONGEST])
        if len(passage.id) <= LONGEST
    ][:MOST]


def _passages(store: FactStore, typed: str) -> list[Passage]:
    if not typed.strip():
        return [Passage(each, each.sentences[0]) for each in store.articles[:MOST] if each.sentences]
    rows = [store.index.rows[hit.row] for hit in store.index.search(typed, limit=MOST).hits]
    return [Passage(store.entries[row.article].article, Span(row.start, row.end)) for row in rows]


def _names(interaction: discord.Interaction[Any]) -> Vocabulary:
    door = door_of(interaction.client)
    return door.completions.of(door.store)


def _offered(names: tuple[str, ...], typed: str) -> Choices:
    return [_choice(name, name) for name in fitting(names, typed, MOST)]


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    """Return a choice; a name too long ends at a word, and nothing is put in its place."""
    if len(name) > LONGEST:
        cut = name[: LONGEST + 1].rsplit(" ", 1)[0]
        name = cut if len(cut) <= LONGEST else name[:LONGEST]
    return app_commands.Choice(name=name or value, value=value)
