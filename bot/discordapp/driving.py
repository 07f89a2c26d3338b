"""What the controls do. Only the one who asked drives; nothing is needed but what the message holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import discord
from discord import ui

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.boundary import UserError
from bot.discordapp.charting import chart_of, picture
from bot.discordapp.checking import share_shown
from bot.discordapp.compose import ABOVE, BELOW, Around, Frame, compose, finish, sheet_rows
from bot.discordapp.confirming import confirmed
from bot.discordapp.door import Door, door_of
from bot.discordapp.keeping_house import TellAdmin
from bot.discordapp.looks import markdown
from bot.discordapp.markdown import Run, small, to_markdown
from bot.discordapp.rechecking import recheck_answer
from bot.discordapp.refs import GoneError, Ref, article_of, read_refs
from bot.discordapp.remembering import remember
from bot.discordapp.scoping import store_for
from bot.discordapp.sheets import Item, Kind, Sheet, above_of, context_sheets, item_at, reply_sheets
from bot.services.cards import Card
from bot.services.requests import COMMANDS, Request

_STRANGER = "Only the one who asked can use this. Ask the same yourself and the controls are yours."
_OUTDATED = "This control is from another version of the bot. Ask again and the new answer has working ones."
_CHANGED = "That article was changed or removed since this answer. Ask again for what it says now."


async def drive(control: controls.Control, interaction: discord.Interaction[Any]) -> None:
    """Do what a control is for.

    Raises:
        UserError: somebody else clicked, the article has changed since, or the control is from another version.
    """
    if isinstance(control, controls.Outdated):
        raise UserError(_OUTDATED)
    stranger = interaction.user.id != control.asker and not control.for_all
    if stranger and not _may_delete(control, interaction):
        raise UserError(_STRANGER)
    try:
        await _drive(control, interaction, door_of(interaction.client))
    except GoneError:
        raise UserError(_CHANGED) from None


async def _drive(control: controls.Control, interaction: discord.Interaction[Any], door: Door) -> None:
    match control:
        case controls.Go():
            await _turn(interaction, control.kind, control.page)
        case controls.Pages():
            await _turn(interaction, control.kind, _chosen(interaction))
        case controls.ShowContext():
            await _context(control, interaction, door)
        case controls.Share():
            await _share(control, interaction)
        case controls.Delete():
            await _delete(interaction, door)
        case controls.Run():
            await _run(control, interaction, door)
        case controls.ShowChart():
            await picture(control, interaction, door)
        case _:
            await _drive_kept(control, interaction)


async def _drive_kept(control: controls.Control, interaction: discord.Interaction[Any]) -> None:
    """Do what has to do with what is kept: checking again, telling an admin, what an admin confirms."""
    match control:
        case controls.Recheck():
            await recheck_answer(control, interaction)
        case controls.ShareShown():
            await share_shown(interaction)
        case controls.TellAdmin():
            await interaction.response.send_modal(TellAdmin(control.words))
        case controls.Confirm() | controls.Correct():
            await confirmed(control, interaction)


async def _delete(interaction: discord.Interaction[Any], door: Door) -> None:
    """Delete an answer for good, and its chart with it."""
    message = interaction.message
    await interaction.response.defer()
    if message is not None:
        asked = message.reference.message_id if message.reference else None
        door.posted.dismiss(message.id, asked)
        door.posted.pictures.forget(message.id)
        await door.posted.pictures.take_along(message.id, message.channel.id, interaction.client)
    await interaction.delete_original_response()


def _may_delete(control: controls.Control, interaction: discord.Interaction[Any]) -> bool:
    """Whether somebody else may: moderators delete messages anyway."""
    return isinstance(control, controls.Delete) and interaction.permissions.manage_messages


async def _turn(interaction: discord.Interaction[Any], kind: Kind, page: int) -> None:
    """Show another sheet in place of this one."""
    store, options = await store_for(interaction), _options(interaction)
    if not 0 <= page < len(options):
        raise UserError(_OUTDATED)
    items = items_from(options[page].value, store)
    message = interaction.message
    sheet = Sheet(kind, above_of(kind), items, Card(()))
    frame = _frame(interaction)
    rows = [*_suggestions_in(message)]
    rows += sheet_rows(frame, sheet, store, page=page, options=options, chart=_chart_in(message))
    made = finish(sheet, _around(message, kind), rows, frame)
    await interaction.response.edit_message(**made.edited)
    if message is not None and not frame.private:
        door = door_of(interaction.client)
        await remember(door, interaction.guild_id, message.channel.id, message.id, sheet)


async def _context(control: controls.ShowContext, interaction: discord.Interaction[Any], door: Door) -> None:
    store = await store_for(interaction)
    refs = read_refs(control.refs, store)
    if any(ref.whole for ref in refs):
        raise GoneError
    sheets = context_sheets(_whole(refs), store, door.results)
    made = compose(sheets, _frame(interaction, private=True), store)
    await interaction.response.send_message(**made.sent, ephemeral=True)


async def _share(control: controls.Share, interaction: discord.Interaction[Any]) -> None:
    """Post a private sheet for everybody, once, with the name of the one who shares it; it pings nobody."""
    store = await store_for(interaction)
    sheet = Sheet(control.kind, above_of(control.kind), items_from(control.refs, store), Card(()))
    frame = _frame(interaction, private=False)
    shared = small(to_markdown([Run(f"shared by {interaction.user.display_name}")]))
    rows = list(sheet_rows(frame, sheet, store))
    made = finish(sheet, Around(markdown(sheet.above), shared), rows, frame)
    await interaction.response.edit_message(view=_without(control, interaction.message))
    await interaction.followup.send(**made.sent)


def _without(control: controls.Control, message: discord.Message | None) -> ui.View | ui.LayoutView | None:
    """Return the view of a message with a control that has done what it does once and for all."""
    if message is None:
        return None
    kind = ui.LayoutView if message.flags.components_v2 else ui.View
    view = kind.from_message(message, timeout=None)
    for item in view.walk_children():
        if isinstance(item, ui.Button) and item.custom_id == control.custom_id:
            item.disabled = True
    view.stop()  # its controls work by their ids, as before
    return view


async def _run(control: controls.Run, interaction: discord.Interaction[Any], door: Door) -> None:
    """Ask what was suggested, in place of the refusal."""
    if control.command not in COMMANDS:
        raise UserError(_OUTDATED)
    store = await store_for(interaction)
    article = article_of(control.article, store).id if control.article else None
    request = Request(control.command, control.words, article)
    frame = replace(_frame(interaction), command=control.command)
    reply = request.answer(store)
    sheets = reply_sheets(reply, store, door.results, listed=request.listed)
    made = compose(sheets, frame, store, chart=chart_of(request, reply, store, frame.asker))
    await interaction.response.edit_message(**made.edited)


def items_from(refs: str, store: FactStore) -> tuple[Item, ...]:
    """Return the items that a control holds. Raises GoneError."""
    found = [item_at(ref, store) for ref in read_refs(refs, store)]
    items = tuple(item for item in found if item is not None)
    if len(items) < len(found):
        raise GoneError
    return items


def _whole(refs: tuple[Ref, ...]) -> list[Ref]:
    return list(dict.fromkeys(ref._replace(part=0) for ref in refs))


def _frame(interaction: discord.Interaction[Any], *, private: bool | None = None) -> Frame:
    """Return how the message that was clicked is made."""
    message = interaction.message
    flags = message.flags if message else discord.MessageFlags()
    hidden = flags.ephemeral if private is None else private
    return Frame(interaction.user.id, "ask", not flags.components_v2, hidden)


def _options(interaction: discord.Interaction[Any]) -> list[discord.SelectOption]:
    """Return the options of the message's menu of sheets."""
    for found in _components(interaction.message):
        if isinstance(found, discord.SelectMenu) and (found.custom_id or "").startswith(
            controls.Pages.prefix
        ):
            return found.options
    raise UserError(_OUTDATED)


def _chosen(interaction: discord.Interaction[Any]) -> int:
    data = cast("dict[str, Any]", interaction.data or {})
    values: list[str] = data.get("values", [])
    chosen = [at for at, option in enumerate(_options(interaction)) if option.value in values]
    if not chosen:
        raise UserError(_OUTDATED)
    return chosen[0]


def _chart_in(message: discord.Message | None) -> controls.ShowChart | None:
    return next((controls.ShowChart.read(match) for _, match in _buttons(message, controls.ShowChart)), None)


def _suggestions_in(message: discord.Message | None) -> Iterator[list[controls.Control]]:
    """Yield the row of suggestions that a message has: the note that names them stays, too."""
    row: list[controls.Control] = []
    for button, match in _buttons(message, controls.Run):
        known = controls.Run.read(match)
        label = button.label or ""
        row.append(controls.Run(known.asker, known.command, known.article, known.words, label))
    if row:
        yield row


def _buttons(
    message: discord.Message | None, kind: type[controls.Control]
) -> Iterator[tuple[discord.Button, re.Match[str]]]:
    """Yield the buttons of a kind that a message has, with what their ids say."""
    for found in _components(message):
        if isinstance(found, discord.Button):
            match = kind.__discord_ui_compiled_template__.fullmatch(found.custom_id or "")
            if match:
                yield found, match


def _components(message: discord.Message | None) -> list[Any]:
    """Return all components of a message, nested ones too."""
    found: list[Any] = []
    waiting: list[Any] = list(message.components) if message else []
    while waiting:
        component = waiting.pop(0)
        found.append(component)
        waiting += getattr(component, "children", [])
    return found


def _around(message: discord.Message | None, kind: Kind) -> Around:
    """Return what stands above and below the results of a message, as it is; plain messages say it by kind."""
    if message is None or not message.flags.components_v2:
        return Around(markdown(above_of(kind)))
    texts = {each.id: each.content for each in _components(message) if isinstance(each, discord.TextDisplay)}
    return Around(texts.get(ABOVE, ""), texts.get(BELOW, ""))
