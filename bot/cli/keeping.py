"""The commands about what was said and what is kept: `recheck` and `privacy`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import click

from bot.cli.guard import EXIT_NOTHING, EXIT_OK
from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.cli.state import opened_state
from bot.services.visible import one_line

if TYPE_CHECKING:
    from bot.services.recall import Recheck, Typed


@click.command()
@click.argument("receipt", nargs=-1, required=True)
@shared_options
@with_session
def recheck(session: Session, receipt: tuple[str, ...]) -> int:
    """Say whether a passage that was cited still stands.

    The receipt is the last line under an answer, with its hash.
    """
    # These stand on the state's library, which no other command waits for.
    from bot.services.cards.recall import recheck_card  # noqa: PLC0415 – see above
    from bot.services.recall import Standing, read_receipts  # noqa: PLC0415 – see above
    from bot.services.recall.record import recheck_record  # noqa: PLC0415 – see above
    from bot.services.rechecking import NO_RECEIPT  # noqa: PLC0415 – see above

    found = read_receipts(" ".join(receipt))
    if found is None:
        raise click.UsageError(NO_RECEIPT)
    checks = asyncio.run(_rechecked(session, found))
    session.show(
        lambda: map(recheck_card, checks), lambda: {"rechecks": [recheck_record(each) for each in checks]}
    )
    stands = all(each.standing in {Standing.UNCHANGED, Standing.MOVED} for each in checks)
    return EXIT_OK if stands else EXIT_NOTHING


async def _rechecked(session: Session, found: tuple[Typed, ...]) -> tuple[Recheck, ...]:
    from bot.services.rechecking import rechecked  # noqa: PLC0415 – likewise

    async with opened_state(session) as state:
        return await rechecked(found, session.library.current, state)


@click.command()
@shared_options
@with_session
def privacy(session: Session) -> int:
    """Say what is stored, and how it is removed."""
    lines = asyncio.run(_privacy(session)).split("\n")
    if session.options.json:
        session.write({"lines": lines})
    else:
        click.echo("\n".join(map(one_line, lines)))
    return EXIT_OK


async def _privacy(session: Session) -> str:
    from bot.services.privacy import privacy as said  # noqa: PLC0415 – likewise

    async with opened_state(session) as state:
        return await said(session.settings, state, None)
