"""The bindings: what is searched in a server, forum tag, channel or thread."""

from __future__ import annotations

from sqlalchemy import Select, delete, select

from bot.services.database.access import Access
from bot.services.database.statements import put
from bot.services.database.tables import bindings
from bot.services.database.values import Binding, ScopeKind


class Bindings:
    """At most one for each scope."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def put(self, binding: Binding) -> None:
        """Bind a scope, in place of what it was bound to. Raises StateError."""
        row = binding._asdict() | {"kind": binding.kind.value, "articles": list(binding.articles)}
        async with self._access.writing(binding.server) as connection:
            await put(connection, bindings, row)

    async def remove(self, kind: ScopeKind, scope: int) -> bool:
        """Unbind a scope; return whether it was bound. Raises StateError."""
        query = delete(bindings).where(bindings.c.kind == kind.value, bindings.c.scope == scope)
        async with self._access.writing() as connection:
            return (await connection.execute(query)).rowcount > 0

    async def of(self, server: int) -> tuple[Binding, ...]:
        """Return a server's bindings by kind and scope. Raises StateError."""
        return await self._found(select(bindings).where(bindings.c.server == server))

    async def all(self) -> tuple[Binding, ...]:
        """Return every binding by kind and scope. Raises StateError."""
        return await self._found(select(bindings))

    async def _found(self, query: Select[tuple[object, ...]]) -> tuple[Binding, ...]:
        order = query.order_by(bindings.c.kind, bindings.c.scope)
        async with self._access.reading() as connection:
            rows = (await connection.execute(order)).all()
        return tuple(Binding(ScopeKind(row.kind), row.scope, row.server, tuple(row.articles)) for row in rows)
