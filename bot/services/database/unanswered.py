"""The questions that somebody wanted an admin to see."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from bot.services.database.access import Access
from bot.services.database.clock import Clock
from bot.services.database.statements import older
from bot.services.database.tables import unanswered
from bot.services.database.values import UnansweredQuestion

KEPT = 100
"""Questions of one server that are kept: an admin answers them with seeds, or never will."""


class UnansweredQuestions:
    """The newest of each server: the text, and never whose it is."""

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access = access
        self._clock = clock

    async def add(self, server: int, text: str, keep: int = KEPT) -> UnansweredQuestion:
        """Keep a question, and the server's newest `keep` in all; with 0 not even this one. Raises StateError."""
        row = {"at": self._clock(), "server": server, "text": text}
        async with self._access.writing(server) as connection:
            written = await connection.execute(insert(unanswered).values(row).returning(unanswered))
            question = UnansweredQuestion(*written.one())
            await connection.execute(older(unanswered, unanswered.c.id, keep, unanswered.c.server == server))
        return question

    async def list(self, server: int) -> tuple[UnansweredQuestion, ...]:
        """Return a server's questions, the newest first. Raises StateError."""
        query = select(unanswered).where(unanswered.c.server == server).order_by(unanswered.c.id.desc())
        async with self._access.reading() as connection:
            return tuple(UnansweredQuestion(*row) for row in await connection.execute(query))

    async def remove(self, server: int, question: int) -> bool:
        """Remove one question of a server by its id; return whether it was there. Raises StateError."""
        query = delete(unanswered).where(unanswered.c.server == server, unanswered.c.id == question)
        async with self._access.writing() as connection:
            return (await connection.execute(query)).rowcount > 0
