"""Sheets as messages: a layout or plain text, with its controls, proved before it leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import discord
from discord import ui

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.gate import check, check_limits, check_own, plain
from bot.discordapp.looks import markdown
from bot.discordapp.refs import ROOM, digest, number, write_refs
from bot.discordapp.sheets import Kind, Sheet, Sheets
from bot.services.answers.retry import Retry

MOST_PLAIN, MOST_LAYOUT = 2000, 4000
"""Characters that Discord takes in a message's content, and in all texts of a layout."""
ABOVE, BELOW = 1, 2
"""The ids of the text displays around the results, by which a control finds them in a message of a layout."""
_APART = "\n\n"
"""What stands between the parts of a plain message. Block quotes have no empty lines: theirs begin with `>`."""
_MOST_RETRIES = 4
_MOST_IN_ROW = 5
"""Buttons that stand in one row (Discord's limit)."""
_LONGEST_LABEL = 60
_COLOURS = {
    Kind.ANSWER: discord.Colour.dark_teal(),
    Kind.CLOSEST: discord.Colour.gold(),
    Kind.REFUSAL: discord.Colour.dark_grey(),
    Kind.CONTEXT: discord.Colour.dark_blue(),
}
Row = list[controls.Control]
AnyView = TypeVar("AnyView", ui.View, ui.LayoutView)


@dataclass(frozen=True, slots=True)
class Frame:
    """For whom and how a message is made: the asker's id, the command, plain or a layout, private or for all."""

    asker: int
    command: str = "ask"
    plain: bool = False
    private: bool = False
    kept: bool = False
    """Whether a question without an answer can be kept for admins."""


@dataclass(frozen=True, slots=True)
class Around:
    """Finished markdown above and below the results."""

    above: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A message that has passed the gate."""

    content: str | None
    view: ui.View | ui.LayoutView

    @property
    def sent(self) -> dict[str, Any]:
        """The arguments of `send`."""
        if self.content is None:
            return {"view": self.view}
        return {"content": self.content, "view": self.view, "suppress_embeds": True}

    @property
    def edited(self) -> dict[str, Any]:
        """The arguments of `edit`."""
        return {"view": self.view} if self.content is None else {"content": self.content, "view": self.view}


def compose(
    sheets: Sheets, frame: Frame, store: FactStore, *, chart: controls.ShowChart | None = None
) -> Composed:
    """Make the message of a reply's first sheet. `chart` is the control that draws its figures, if they can be drawn.

    Raises:
        Unfaithful: the message would show other words than the article's; it must not be sent.
    """
    rows = list(_rows(sheets, frame, store, chart))
    around = Around(markdown(sheets.above), markdown(sheets.below))
    return finish(sheets.sheet(0), around, rows, frame)


def finish(sheet: Sheet, around: Around, rows: list[Row], frame: Frame) -> Composed:
    """Make a message of a sheet, with finished markdown around it. Raises Unfaithful."""
    made = _plain_text(sheet, around, rows) if frame.plain else _layout(sheet, around, rows)
    _prove(made, sheet, around)
    return made


def sheet_rows(
    frame: Frame,
    sheet: Sheet,
    store: FactStore,
    *,
    page: int = 0,
    options: Sequence[discord.SelectOption] = (),
    chart: controls.ShowChart | None = None,
) -> Iterator[Row]:
    """Yield the controls of a sheet: the way to the others, and what can be done with this one."""
    kind, items = sheet.kind, sheet.items
    several = len(options) > 1
    row: Row = []
    if several:
        row.append(controls.Go(frame.asker, kind, max(page - 1, 0), forward=False, enabled=page > 0))
        last = len(options) - 1
        row.append(controls.Go(frame.asker, kind, min(page + 1, last), forward=True, enabled=page < last))
    refs = write_refs([item.ref for item in items], store, ROOM) if items else None
    if refs and kind is not Kind.CONTEXT and not any(item.ref.whole for item in items):
        row.append(controls.ShowContext(frame.asker, kind, refs))
    if refs and kind in {Kind.ANSWER, Kind.CLOSEST} and not any(item.ref.whole for item in items):
        row.append(controls.Recheck(frame.asker, kind, refs))
    if chart is not None:
        row.append(chart)
    if refs and frame.private:
        row.append(controls.Share(frame.asker, kind, refs))
    if not frame.private:
        row.append(controls.Delete(frame.asker))
    for first in range(0, len(row), _MOST_IN_ROW):
        yield row[first : first + _MOST_IN_ROW]
    if several:
        yield [controls.Pages(frame.asker, kind, marked(options, page))]


def marked(options: Sequence[discord.SelectOption], page: int) -> list[discord.SelectOption]:
    """Return the options of the menu of sheets with the one that is shown marked."""
    return [
        discord.SelectOption(label=option.label, value=option.value, default=at == page)
        for at, option in enumerate(options)
    ]


def _rows(sheets: Sheets, frame: Frame, store: FactStore, chart: controls.ShowChart | None) -> Iterator[Row]:
    retries = list(_retries(sheets.retries, frame, store))
    if retries:
        yield retries
    if sheets.kind is Kind.REFUSAL and sheets.unanswered and frame.kept:
        room = controls.room_for(lambda words: f"v1t:{number(frame.asker)}:{words}")
        yield [controls.TellAdmin(frame.asker, sheets.unanswered[:room])]
    yield from sheet_rows(frame, sheets.sheet(0), store, options=_options(sheets, store), chart=chart)


def _retries(found: tuple[Retry, ...], frame: Frame, store: FactStore) -> Iterator[controls.Control]:
    for retry in found[:_MOST_RETRIES]:
        entry = store.entry(retry.article) if retry.article else None
        article = digest(entry.article) if entry else ""
        head = controls.Run(frame.asker, frame.command, article, "x").custom_id
        if len(head) + len(retry.query) - 1 <= controls.LONGEST and len(retry.label) <= _LONGEST_LABEL:
            yield controls.Run(frame.asker, frame.command, article, retry.query, retry.label)


def _options(sheets: Sheets, store: FactStore) -> list[discord.SelectOption]:
    """Return the sheets as options that hold their results; none where one cannot be held."""
    options = []
    first = 1
    for items in sheets.pages:
        value = write_refs([item.ref for item in items], store, controls.LONGEST)
        if value is None:
            return []
        last = first + len(items) - 1
        place = f"{first}" if first == last else f"{first} to {last}"
        article = items[0].ref.hit.passage.article.id
        options.append(discord.SelectOption(label=f"{place} · {article}"[: controls.LONGEST], value=value))
        first = last + 1
    return options


def _layout(sheet: Sheet, around: Around, rows: list[Row]) -> Composed:
    view = ui.LayoutView(timeout=None)
    if around.above:
        view.add_item(ui.TextDisplay(around.above, id=ABOVE))
    if sheet.items:
        container: ui.Container[Any] = ui.Container(accent_colour=_COLOURS[sheet.kind])
        for at, item in enumerate(sheet.items):
            if at:
                container.add_item(ui.Separator())
            container.add_item(ui.TextDisplay(markdown(item.card)))
        view.add_item(container)
    if around.below:
        view.add_item(ui.TextDisplay(around.below, id=BELOW))
    return Composed(None, with_rows(view, rows))


def _plain_text(sheet: Sheet, around: Around, rows: list[Row]) -> Composed:
    view = with_rows(ui.View(timeout=None), rows)
    written = (around.above, *(markdown(item.card) for item in sheet.items), around.below)
    return Composed(_APART.join(filter(None, written)), view)


def with_rows(view: AnyView, rows: Sequence[Sequence[ui.Item[Any]]]) -> AnyView:
    """Return a layout or the view of a plain message with rows of controls added."""
    for place, row in enumerate(rows):
        shown: ui.ActionRow[Any] = ui.ActionRow()
        for control in row:
            if isinstance(view, ui.LayoutView):
                shown.add_item(control)
            else:
                control.row = place
                view.add_item(control)
        if isinstance(view, ui.LayoutView):
            view.add_item(shown)
    return view


def _prove(made: Composed, sheet: Sheet, around: Around) -> None:
    """Read the finished payload back and compare it. Raises Unfaithful."""
    above, below = check_own(around.above), check_own(around.below)
    cards = [plain(item.card) for item in sheet.items]
    if made.content is not None:
        check(made.content, _APART.join(filter(None, (above, *cards, below))))
        check_limits([made.content], MOST_PLAIN)
        return
    texts = list(_texts(made.view.to_components()))
    for text, wanted in zip(texts, filter(None, (above, *cards, below)), strict=True):
        check(text, wanted)
    check_limits(texts, MOST_LAYOUT)


def _texts(components: list[dict[str, Any]]) -> Iterator[str]:
    """Yield every text that a payload's components show."""
    for component in components:
        if "content" in component:
            yield component["content"]
        yield from _texts(component.get("components", []))
