"""What the tests of controls share: questions with known answers, and what a click brought."""

from __future__ import annotations

from simcord.results import InteractionResult

from bot.core.store import FactStore
from bot.services.library import Library
from tests.discordapp.conftest import Seen, World

SEVERAL = "!ask who said what about the fire"
ONE = "!ask what caused the fire"
TWO_ARTICLES = "!ask who was hurt"
REFUSED = "!ask how many firefighters --article fiction-quay-fire"
LANTERN, RADIO = "fiction-quay-fire-lantern", "fiction-quay-fire-radio"
CHANGED = "That article was changed or removed since this answer. Ask again for what it says now."
STRANGER = "Only the one who asked can use this. Ask the same yourself and the controls are yours."
OUTDATED = "This control is from another version of the bot. Ask again and the new answer has working ones."
UNDRAWN = (
    "The figures that are loaded now do not count the same thing, so there is nothing to draw side by side."
)


def said(result: InteractionResult) -> Seen:
    """What only the one who clicked was told."""
    assert result.response
    assert result.response.ephemeral
    return Seen(result.response)


async def chooses(world: World, seen: Seen, place: int) -> InteractionResult:
    """The asker picks a sheet from the menu."""
    return await world.asker.select(seen.message, [seen.options[place]["value"]])


def disabled(seen: Seen) -> set[str]:
    """The labels of the buttons that cannot be clicked."""
    return {each["label"] for each in seen.components if each.get("disabled") and "label" in each}


def without(library: Library, article: str) -> Library:
    """The library as it is after an article was removed."""
    kept = [entry for entry in library.current.entries if entry.article.id != article]
    return Library(FactStore.build(kept), library.report)
