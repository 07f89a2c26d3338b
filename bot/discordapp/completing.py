"""What Discord offers while somebody types: from memory, at once, never more than it takes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.core.span import Span
from bot.core.store import FactStore
from bot.discordapp.boundary import logged
from bot.discordapp.door import door_of
from bot.discordapp.looks import units
from bot.discordapp.scoping import store_for
from bot.services.answers import Answer, Passage, passage
from bot.services.visible import one_line
from bot.services.vocabulary import Completions, Names

MOST, LONGEST = 25, 100
"""Choices, and characters of a choice, counted in UTF-16 units too (Discord's limits)."""

Interaction = discord.Interaction[Any]
Choices = list[app_commands.Choice[str]]
Offer = Callable[[Interaction, str], Coroutine[Any, Any, Choices]]


def _offering(offer: Offer) -> Callable[[Interaction, str], Coroutine[Any, Any, Choices]]:
    """Return `offer` as Discord's library calls it. Nobody can be told while they type: a fault is only logged."""

    async def offered(interaction: Interaction, typed: str) -> Choices:
        found: list[Choices] = []
        with logged("offering what can be typed"):
            found.append(await offer(interaction, typed))
        return found[0] if found else []

    return offered


@_offering
async def speakers(interaction: Interaction, typed: str) -> Choices:
    """Offer those whose words the articles give."""
    return _offered((await _names(interaction)).speakers, typed)


@_offering
async def sources(interaction: Interaction, typed: str) -> Choices:
    """Offer those who are cited."""
    return _offered((await _names(interaction)).sources, typed)


@_offering
async def counted(interaction: Interaction, typed: str) -> Choices:
    """Offer what the figures count."""
    return _offered((await _names(interaction)).counted, typed)


@_offering
async def articles(interaction: Interaction, typed: str) -> Choices:
    """Offer the articles: titles to read, ids to send."""
    names = await _names(interaction)
    offered = ((name, names.ids[name]) for name in names.articles.fitting(typed, MOST))
    return [_choice(name, article) for name, article in offered if units(article) <= LONGEST]


@_offering
async def every_article(interaction: Interaction, typed: str) -> Choices:
    """Offer all articles, whatever the place is bound to: for admins."""
    return _every_article(interaction, "", typed)


@_offering
async def listed_articles(interaction: Interaction, typed: str) -> Choices:
    """Offer what may come next in a list of articles with commas between them: for admins."""
    before, comma, last = typed.rpartition(",")
    return _every_article(interaction, f"{before}, " if comma else "", last.strip())


@_offering
async def passages(interaction: Interaction, typed: str) -> Choices:
    """Offer the passages that have the typed words, or the one of a typed id; what is sent is a passage's id."""
    store = await store_for(interaction)
    return [
        _choice(one_line(found.text), found.id)
        for found in _passages(store, typed[:LONGEST])
        if units(found.id) <= LONGEST
    ][:MOST]


def _passages(store: FactStore, typed: str) -> list[Passage]:
    if not typed.strip():
        return [Passage(each, each.sentences[0]) for each in store.articles[:MOST] if each.sentences]
    named = passage(store, typed)
    if isinstance(named, Answer):
        return [hit.passage for hit in named.hits]
    rows = [store.index.rows[hit.row] for hit in store.index.search(typed, limit=MOST).hits]
    return [Passage(store.entries[row.article].article, Span(row.start, row.end)) for row in rows]


def _every_article(interaction: Interaction, before: str, typed: str) -> Choices:
    door = door_of(interaction.client)
    names = door.completions.of(door.store)
    values = ((name, before + names.ids[name]) for name in names.articles.fitting(typed, MOST))
    return [_choice(before + name, value) for name, value in values if units(value) <= LONGEST]


async def _names(interaction: Interaction) -> Completions:
    return door_of(interaction.client).completions.of(await store_for(interaction))


def _offered(names: Names, typed: str) -> Choices:
    return [_choice(name, name) for name in names.fitting(typed, MOST) if units(name) <= LONGEST]


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    return app_commands.Choice(name=_cut(name) or value, value=value)


def _cut(name: str) -> str:
    """Return a name short enough to be offered; one too long ends at a word, and nothing is put in its place."""
    short = name[:LONGEST]
    while units(short) > LONGEST:
        short = short[:-1]
    words, space, _ = short.rpartition(" ")
    whole = len(short) == len(name) or name[len(short)] == " "
    return short if whole or not space else words
