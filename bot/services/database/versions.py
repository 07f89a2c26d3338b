"""The versions of the seeds: all their files as they were, to go back to."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.services.database.access import Access
from bot.services.database.clock import Clock
from bot.services.database.faults import StateError
from bot.services.database.statements import amount, batches, older
from bot.services.database.tables import blobs, version_files, versions
from bot.services.database.values import Version

_KEY = 0x7365_6564_73
"""The advisory lock of all that adds and removes contents: "seeds" as a number, far below any server's id."""
_AT_ONCE = 50
"""Contents in one statement: a few megabytes of ordinary articles."""


class _File(NamedTuple):
    name: str
    sha256: str
    content: bytes


class Versions:
    """Versions of the whole folder of seeds; a content that several of them share is kept once."""

    def __init__(self, access: Access, clock: Clock) -> None:
        self._access = access
        self._clock = clock

    async def add(self, who: str, note: str, files: Mapping[str, bytes]) -> Version:
        """Keep the files, by name, as the newest version.

        Raises:
            StateError: and then nothing of it was kept.
        """
        named = await asyncio.to_thread(_hashed, dict(files))
        row = {"at": self._clock(), "who": who, "note": note}
        async with self._access.writing(_KEY) as connection:
            await _keep_contents(connection, {file.sha256: file.content for file in named})
            written = await connection.execute(insert(versions).values(row).returning(versions))
            version = Version(*written.one())
            for some in batches(enumerate(named)):
                rows = [
                    {"version": version.id, "place": place, "name": file.name, "sha256": file.sha256}
                    for place, file in some
                ]
                await connection.execute(insert(version_files), rows)
        return version

    async def newest(self, limit: int) -> tuple[Version, ...]:
        """Return at most `limit` versions, the newest first. Raises StateError."""
        query = select(versions).order_by(versions.c.id.desc()).limit(amount(limit))
        async with self._access.reading() as connection:
            return tuple(Version(*row) for row in await connection.execute(query))

    async def files(self, version: int) -> dict[str, bytes]:
        """Return a version's files by name, in the order in which they were given.

        Raises:
            StateError: if there is no such version (any more), or a content is not what it was.
        """
        query = (
            select(version_files.c.name, version_files.c.sha256, blobs.c.content)
            .select_from(versions)
            .outerjoin(version_files, version_files.c.version == versions.c.id)
            .outerjoin(blobs, blobs.c.sha256 == version_files.c.sha256)
            .where(versions.c.id == version)
            .order_by(version_files.c.place)
        )
        async with self._access.reading() as connection:
            rows = (await connection.execute(query)).all()
        if not rows:
            raise StateError(f"There is no version {version} of the seeds: the oldest are not kept for ever.")
        files = [_File(*row) for row in rows if row.name is not None]
        return await asyncio.to_thread(_checked, version, files)

    async def digests(self, version: int) -> dict[str, str]:
        """Return the SHA-256 of a version's files by name; empty where there is no such version. Raises StateError."""
        query = select(version_files.c.name, version_files.c.sha256).where(version_files.c.version == version)
        async with self._access.reading() as connection:
            return {row.name: row.sha256 for row in await connection.execute(query)}

    async def prune(self, keep: int) -> int:
        """Remove all versions but the newest `keep`, and what only they had; return how many. Raises StateError."""
        still_used = exists().where(version_files.c.sha256 == blobs.c.sha256)
        async with self._access.writing(_KEY) as connection:
            result = await connection.execute(older(versions, versions.c.id, keep))
            await connection.execute(delete(blobs).where(~still_used))
            return result.rowcount


async def _keep_contents(connection: AsyncConnection, contents: Mapping[str, bytes]) -> None:
    known = await _known(connection, contents)
    missing = [{"sha256": key, "content": content} for key, content in contents.items() if key not in known]
    for some in batches(missing, _AT_ONCE):
        await connection.execute(insert(blobs), some)


async def _known(connection: AsyncConnection, sha256s: Collection[str]) -> frozenset[str]:
    known: set[str] = set()
    for some in batches(sha256s):
        known |= set(
            (await connection.execute(select(blobs.c.sha256).where(blobs.c.sha256.in_(some)))).scalars()
        )
    return frozenset(known)


def _hashed(files: Mapping[str, bytes]) -> list[_File]:
    return [_File(name, _hash(content), content) for name, content in files.items()]


def _checked(version: int, files: Collection[_File]) -> dict[str, bytes]:
    for file in files:
        if _hash(file.content) != file.sha256:
            raise StateError(
                f"Version {version} of the seeds is damaged: the content of {file.name} is not what was kept."
            )
    return {file.name: file.content for file in files}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
