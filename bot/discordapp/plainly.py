"""The bot's own lines and cards of articles as pages of an answer to a command, which needs no controls."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from typing import Any

from discord import ui
from discord.ext import commands

from bot.discordapp.boundary import UserError
from bot.discordapp.compose import MOST_PLAIN, Composed, Frame, with_rows
from bot.discordapp.door import door_of
from bot.discordapp.gate import check, check_limits, plain
from bot.discordapp.looks import length, markdown, shortened
from bot.discordapp.responding import beside
from bot.services.cards import Block, Card, Own, Role, block, card, parts

MOST = 1700
"""UTF-16 units of one page, less than a plain message takes with its head and foot."""


def lines(*said: str) -> Card:
    """Return a card of the bot's own words: the first line leads."""
    return card(
        block(Role.LEAD if at == 0 else Role.WHO, line) for at, line in enumerate(said) if line.strip()
    )


def pages(cards: Iterable[Card]) -> list[list[Card]]:
    """Lay cards out on pages; one that is too long for a page is cut between its lines, never inside a word."""
    found: list[list[Card]] = [[]]
    taken = 0
    for whole in cards:
        for each in _cut(shortened(whole)):
            size = length(each) + 2
            if found[-1] and taken + size > MOST:
                found.append([])
                taken = 0
            found[-1].append(each)
            taken += size
    return found


def _cut(whole: Card) -> tuple[Card, ...]:
    """Return a card as several that fit on a page: passages where sentences end, the bot's own words between lines."""
    if any(whole.cited()):
        return parts(whole, MOST, length)
    found: list[list[Block]] = [[]]
    for each in map(_bounded, whole.blocks):
        if found[-1] and length(Card((*found[-1], each))) > MOST:
            found.append([])
        found[-1].append(each)
    return tuple(Card(tuple(blocks)) for blocks in found)


def _bounded(own: Block) -> Block:
    """Return a line of the bot's own that fits on a page: escaped, each character may take two."""
    text = "".join(piece.text for piece in own.pieces if isinstance(piece, Own))
    most = MOST // 2
    return own if len(text) <= most else block(own.role, f"{text[: most - 1]}…")


def made(
    cards: Sequence[Card],
    frame: Frame,
    rows: Sequence[Sequence[ui.Item[Any]]] = (),
    page: int | None = None,
) -> Composed:
    """Make the message of one page of cards, proved like any answer; `page` None is the first of what has no option.

    Raises:
        UserError: there is no such page.
    """
    laid = pages(cards)
    if page is not None and not 1 <= page <= len(laid):
        raise UserError(f"There is no page {page}: there are {len(laid)}.")
    foot = (
        f"This is the first of {len(laid)} pages; the others do not fit into one message."
        if page is None
        else f"Page {page} of {len(laid)}; the option “page” shows another."
    )
    page = page or 1
    note = (block(Role.NOTE, foot),) if len(laid) > 1 else ()
    merged = Card((*(piece for each in laid[page - 1] for piece in each.blocks), *note))
    text = markdown(merged)
    check(text, plain(merged))
    check_limits([text], MOST_PLAIN)
    return laid_out(text, rows, plain=frame.plain)


def laid_out(text: str, rows: Sequence[Sequence[ui.Item[Any]]] = (), *, plain: bool) -> Composed:
    """Return proved markdown as a plain message, or as a layout."""
    if plain:
        return Composed(text, with_rows(ui.View(timeout=None), rows))
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text))
    return Composed(None, with_rows(view, rows))


async def tell(
    context: commands.Context[Any],
    cards: Sequence[Card],
    rows: Sequence[Sequence[ui.Item[Any]]] = (),
    *,
    page: int | None = None,
    private: bool = True,
) -> None:
    """Answer a command with cards: to the asker alone where Discord allows it. Raises UserError."""
    door = door_of(context.bot)
    guild = context.guild.id if context.guild else None
    name = context.command.qualified_name.split()[0] if context.command else ""
    hidden = private and context.interaction is not None
    frame = Frame(context.author.id, name, door.plain(guild, name), hidden)
    answer = await asyncio.to_thread(made, cards, frame, rows, page)
    if context.interaction is None:
        await beside(context.message, answer, door)
    elif context.interaction.response.is_done():
        await context.interaction.followup.send(**answer.sent, ephemeral=hidden)
    else:
        await context.interaction.response.send_message(**answer.sent, ephemeral=hidden)
