"""Whether what an answer cited still stands: by its control, or by a receipt that somebody typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.core.store import FactStore
from bot.discordapp import controls
from bot.discordapp.boundary import UserError
from bot.discordapp.compose import Frame
from bot.discordapp.door import Door, door_of
from bot.discordapp.plainly import made, tell
from bot.discordapp.questions import Context, command
from bot.discordapp.reading import shown_by
from bot.discordapp.refs import Cited, read_cited
from bot.services.cards import Card
from bot.services.cards.recall import recheck_card
from bot.services.database import Ref
from bot.services.recall import Standing, Typed, read_receipts
from bot.services.rechecking import NO_RECEIPT, rechecked

_NO_RECEIPT = f"{NO_RECEIPT} Or use the Recheck button there."


class Rechecker(commands.Cog):
    """Checking an answer again, for everybody."""

    @command()
    @app_commands.describe(receipt="The receipt under an answer, with its hash")
    async def recheck(self, context: Context, *, receipt: str) -> None:
        """Say whether a passage that was cited still stands."""
        found = read_receipts(receipt)
        if found is None:
            raise UserError(_NO_RECEIPT)
        checked = await cards_of(found, door_of(context.bot))
        await tell(context, [shown for _, shown in checked])


async def recheck_answer(control: controls.Recheck, interaction: discord.Interaction[Any]) -> None:
    """Check what an answer cites, for whoever clicks, and tell only them. Raises UserError."""
    door = door_of(interaction.client)
    cited = read_cited(control.refs)
    receipts = read_receipts(shown_by(interaction.message)) or ()
    known = [each for each in (_typed(one, receipts, door.store) for one in cited) if each] or list(receipts)
    if not known:
        raise UserError(_NO_RECEIPT)
    plain = interaction.message is not None and not interaction.message.flags.components_v2
    frame = Frame(interaction.user.id, "recheck", plain, private=True)
    answer = made([shown for _, shown in await cards_of(known, door)], frame)
    await interaction.response.send_message(**answer.sent, ephemeral=True)


def _typed(cited: Cited, receipts: Iterable[Typed], store: FactStore) -> Typed | None:
    """Return a passage that a control holds with the id of its article: from its receipt, or from the store."""
    article = next((each.article for each in receipts if cited.sha256.startswith(each.ref.sha256)), None)
    entry = store.by_digest(cited.sha256)
    article = article or (entry.article.id if entry else None)
    return Typed(article, Ref(*cited)) if article else None


async def cards_of(found: Iterable[Typed], door: Door) -> list[tuple[Standing, Card]]:
    """Check a few passages against all articles, whatever the place searches; return how each stands with its card."""
    return [(each.standing, recheck_card(each)) for each in await rechecked(found, door.store, door.state)]
