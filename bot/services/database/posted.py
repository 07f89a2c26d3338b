"""The posted answers: ids and offsets, so that a change of what they cite can recall them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import Row, delete, func, insert, select

from bot.services.database.access import Access
from bot.services.database.statements import batches, older, put
from bot.services.database.tables import posted, posted_refs
from bot.services.database.values import PostedAnswer, Ref


class PostedAnswers:
    """The newest of each server by message id, which in Discord grows with time."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def put(self, answer: PostedAnswer, keep: int) -> None:
        """Remember an answer, in place of what its message said before, and the server's newest `keep` in all.

        Raises:
            StateError: and then nothing was changed.
        """
        row = {name: value for name, value in answer._asdict().items() if name != "refs"}
        refs = [
            {"message": answer.message, "place": place, **ref._asdict()}
            for place, ref in enumerate(answer.refs)
        ]
        async with self._access.writing(answer.server) as connection:
            await put(connection, posted, row)
            await connection.execute(delete(posted_refs).where(posted_refs.c.message == answer.message))
            if refs:
                await connection.execute(insert(posted_refs), refs)
            await connection.execute(older(posted, posted.c.message, keep, posted.c.server == answer.server))

    async def of_articles(self, sha256s: Collection[str]) -> tuple[PostedAnswer, ...]:
        """Return the answers that cite any of these articles, by message id, with all that they cite.

        Raises:
            StateError: if the state cannot be read.
        """
        found: dict[int, PostedAnswer] = {}
        async with self._access.reading() as connection:
            for some in batches(sha256s):
                citing = select(posted_refs.c.message).where(posted_refs.c.sha256.in_(some))
                query = (
                    select(posted, posted_refs.c.sha256, posted_refs.c.start, posted_refs.c.end)
                    .join(posted_refs)
                    .where(posted.c.message.in_(citing))
                    .order_by(posted.c.message, posted_refs.c.place)
                )
                found |= {answer.message: answer for answer in _answers(await connection.execute(query))}
        return tuple(found[message] for message in sorted(found))

    async def forget(self, message: int) -> bool:
        """Forget the answer in a message; return whether it was remembered. Raises StateError."""
        async with self._access.writing() as connection:
            result = await connection.execute(delete(posted).where(posted.c.message == message))
            return result.rowcount > 0

    async def count(self, server: int | None = None) -> int:
        """Return how many answers are remembered, of one server or of all. Raises StateError."""
        query = select(func.count()).select_from(posted)
        if server is not None:
            query = query.where(posted.c.server == server)
        async with self._access.reading() as connection:
            return (await connection.execute(query)).scalar_one()


def _answers(rows: Iterable[Row[Any]]) -> Iterable[PostedAnswer]:
    """Gather the rows of each message, which stand together, into its answer."""
    for message, group in groupby(rows, lambda row: row.message):
        same = list(group)
        refs = tuple(Ref(row.sha256, row.start, row.end) for row in same)
        yield PostedAnswer(message, same[0].channel, same[0].server, refs, same[0].at)
