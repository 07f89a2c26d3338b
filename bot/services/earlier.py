"""What files once were, out of the versions of the seeds that are kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Mapping

from bot.core.article import Article
from bot.services.database import Database, NoDatabase, StateError
from bot.services.seeds.read import read_seed, slug


async def earlier_article(
    state: Database | NoDatabase, article: str, sha256: str, most: int = 100
) -> Article | None:
    """Return the article with this id and a text whose hexadecimal SHA-256 begins so; None if no version has it.

    At most `most` versions are looked through, the newest first.

    Raises:
        StateError: the versions cannot be read.
    """
    async for files in _fresh(state, lambda name: slug(name) == article, most):
        articles = await asyncio.to_thread(_articles, files)
        found = next((each for each in articles.values() if each.sha256.startswith(sha256)), None)
        if found is not None:
            return found
    return None


async def last_good(state: Database | NoDatabase, names: Collection[str], most: int = 20) -> dict[str, bytes]:
    """Return for each file the newest kept bytes that give an article; a file without any is left out.

    Of versions that cannot be read there are none.
    """
    good: dict[str, bytes] = {}
    try:
        async for files in _fresh(state, lambda name: name in names, most):
            readable = await asyncio.to_thread(_articles, files)
            good = {name: files[name] for name in readable} | good
            if len(good) == len(names):
                break
    except StateError:
        return good
    return good


async def _fresh(
    state: Database | NoDatabase, wanted: Callable[[str], bool], most: int
) -> AsyncIterator[dict[str, bytes]]:
    """Yield version by version the wanted files, each content once: no version is read that has nothing new."""
    seen: set[tuple[str, str]] = set()
    for version in await state.versions.newest(most):
        here = {each for each in (await state.versions.digests(version.id)).items() if wanted(each[0])} - seen
        if here:
            seen |= here
            names = {name for name, _ in here}
            files = await state.versions.files(version.id)
            yield {name: data for name, data in files.items() if name in names}


def _articles(files: Mapping[str, bytes]) -> dict[str, Article]:
    """Return by file name the articles of those that give one."""
    read = {name: read_seed(name, data)[0] for name, data in files.items()}
    return {name: article for name, article in read.items() if article is not None}
