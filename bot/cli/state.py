"""The state for one command: opened late, since its library takes a while to load, and closed again."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.cli.session import Session
    from bot.services.database import Database, NoDatabase


@contextlib.asynccontextmanager
async def opened_state(session: Session, url: str | None = None) -> AsyncIterator[Database | NoDatabase]:
    """Open the database of the settings, or at `url`, or what stands in for it and has the reason."""
    from bot.services.database import open_state  # noqa: PLC0415 – only what keeps something pays for the library

    state = await open_state(url or session.settings.state.url, session.runtime.environ)
    try:
        yield state
    finally:
        await state.close()
