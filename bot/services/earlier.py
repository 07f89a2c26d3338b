"""An article as it once was, out of the versions of the seeds that are kept."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from bot.core.article import Article
from bot.services.database import Database, NoDatabase
from bot.services.seeds.read import read_seed, slug


async def earlier_article(
    state: Database | NoDatabase, article: str, sha256: str, most: int = 100
) -> Article | None:
    """Return the article with this id and a text whose hexadecimal SHA-256 begins so; None if no version has it.

    At most `most` versions are looked through, the newest first.

    Raises:
        StateError: the versions cannot be read.
    """
    looked_at: set[bytes] = set()
    for version in await state.versions.newest(most):
        files = await state.versions.files(version.id)
        fresh = {
            name: data for name, data in files.items() if slug(name) == article and data not in looked_at
        }
        looked_at.update(fresh.values())
        found = await asyncio.to_thread(_read, fresh, sha256)
        if found is not None:
            return found
    return None


def _read(files: Mapping[str, bytes], sha256: str) -> Article | None:
    articles = (read_seed(name, data)[0] for name, data in files.items())
    return next((each for each in articles if each is not None and each.sha256.startswith(sha256)), None)
