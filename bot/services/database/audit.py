"""The audit log: who changed what, when, and how it ended."""

from __future__ import annotations

from sqlalchemy import insert, select

from bot.services.database.access import Access
from bot.services.database.clock import Clock
from bot.services.database.statements import amount
from bot.services.database.tables import audit
from bot.services.database.values import AuditEntry


class AuditLog:
    """Entries are added and read, never changed; only `forget` removes those of a server."""

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access = access
        self._clock = clock

    async def add(
        self,
        *,
        who: str,
        action: str,
        outcome: str,
        server: int | None = None,
        article: str | None = None,
        old: str | None = None,
        new: str | None = None,
        added: int = 0,
        removed: int = 0,
        changed: int = 0,
    ) -> AuditEntry:
        """Write an entry, now; `AuditEntry` has what each field means. Raises StateError."""
        row = {
            "at": self._clock(),
            "who": who,
            "server": server,
            "action": action,
            "article": article,
            "old": old,
            "new": new,
            "added": added,
            "removed": removed,
            "changed": changed,
            "outcome": outcome,
        }
        async with self._access.writing() as connection:
            written = await connection.execute(insert(audit).values(row).returning(audit))
            return AuditEntry(*written.one())

    async def newest(self, limit: int, server: int | None = None) -> tuple[AuditEntry, ...]:
        """Return at most `limit` entries, the newest first: of one server, or of all. Raises StateError."""
        query = select(audit).order_by(audit.c.id.desc()).limit(amount(limit))
        if server is not None:
            query = query.where(audit.c.server == server)
        async with self._access.reading() as connection:
            return tuple(AuditEntry(*row) for row in await connection.execute(query))
