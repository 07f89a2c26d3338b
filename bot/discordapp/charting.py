"""The picture beside a list of figures: offered where some count the same thing, drawn off the loop, never alone."""

from __future__ import annotations

import io
from typing import Any

import discord
from discord import ui

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.boundary import UserError
from bot.discordapp.chart import Drawer, can_draw
from bot.discordapp.compose import MOST_LAYOUT, MOST_PLAIN
from bot.discordapp.door import Door
from bot.discordapp.gate import check, check_limits, plain
from bot.discordapp.looks import length, markdown
from bot.discordapp.refs import article_of, digest, number
from bot.discordapp.scoping import store_for
from bot.services.answers import Answer, Reply
from bot.services.answers.called import article_id
from bot.services.charts import Chart, comparable, describe
from bot.services.requests import Request

_FILE = "chart.png"
_NO_CHART = (
    "The figures that are loaded now do not count the same thing, so there is nothing to draw side by side."
)

_THERE = "The chart of this answer is posted already. Delete that one to have it drawn anew."


def chart_of(request: Request, reply: Reply, store: FactStore, asker: int) -> controls.ShowChart | None:
    """Return the control that draws the figures of a list or a comparison; None where nothing can be drawn, or its words are too many."""
    if request.command not in {"figures", "compare"} or not isinstance(reply, Answer) or not can_draw():
        return None
    if comparable(reply.hits) is None:
        return None
    known = article_id(store, request.article) if request.article else None
    entry = store.entry(known) if known else None
    article = digest(entry.article) if entry else ""
    room = controls.room_for(lambda words: f"v1h:{number(asker)}:{article}:{words}")
    return controls.ShowChart(asker, article, request.words) if len(request.words) <= room else None


async def picture(control: controls.ShowChart, interaction: discord.Interaction[Any], door: Door) -> None:
    """Draw the figures and post the picture with its text, once; private where the list was private.

    Raises:
        UserError: the figures of today cannot be drawn, or their chart is posted already.
    """
    store = await store_for(interaction)
    article = article_of(control.article, store).id if control.article else None
    reply = Request("figures", control.words, article).answer(store)
    chart = comparable(reply.hits) if isinstance(reply, Answer) else None
    if chart is None:
        raise UserError(_NO_CHART)
    message = interaction.message
    hidden = message is not None and message.flags.ephemeral
    layout = message is None or message.flags.components_v2
    if hidden or message is None:
        await interaction.response.defer(ephemeral=hidden, thinking=True)
        sent = await drawn(chart, door.drawer, layout=layout)
        await interaction.followup.send(**sent, ephemeral=hidden)
        return
    pictures = door.posted.pictures
    if not pictures.begin(message.id):
        raise UserError(_THERE)
    try:
        await interaction.response.defer(thinking=True)  # drawing takes longer than an answer may
        sent = await drawn(chart, door.drawer, layout=layout, asker=control.asker)
        posted = await interaction.followup.send(**sent, wait=True)
    except BaseException:
        pictures.pop(message.id)
        raise
    if not pictures.put(message.id, posted.id):
        await posted.delete()


async def drawn(chart: Chart, drawer: Drawer, *, layout: bool, asker: int | None = None) -> dict[str, Any]:
    """Return the arguments of `send` for a chart: the picture, its alt text and its text, proved like any answer.

    `asker` may delete it; one that only they see they dismiss in Discord. As many bars are drawn as can be told beside the picture.
    """
    most = MOST_LAYOUT if layout else MOST_PLAIN
    bars = range(len(chart.bars), 1, -1)
    chart = next(
        (cut for cut in map(chart.first, bars) if length(describe(cut).card) <= most), chart.first(2)
    )
    described = describe(chart)
    text = markdown(described.card)
    check(text, plain(described.card))
    check_limits([text], most)
    file = discord.File(io.BytesIO(await drawer.draw(chart)), _FILE, description=described.alt)
    if not layout:
        return {"content": text, "file": file, "suppress_embeds": True} | _deletable(asker)
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.MediaGallery(discord.MediaGalleryItem(file, description=described.alt)))
    view.add_item(ui.TextDisplay(text))
    if asker is not None:
        view.add_item(ui.ActionRow(controls.Delete(asker)))
    return {"view": view, "file": file}


def _deletable(asker: int | None) -> dict[str, Any]:
    if asker is None:
        return {}
    view = ui.View(timeout=None)
    view.add_item(controls.Delete(asker))
    return {"view": view}
