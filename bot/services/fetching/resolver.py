"""Names are resolved once, by what also connects: what was checked is what is reached."""

from __future__ import annotations

import socket

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.services.fetching.address import is_public


class NotPublicError(OSError):
    """A name that leads into a private network."""


class PublicResolver(AbstractResolver):
    """Resolves names, and gives none away whose addresses are not all public."""

    def __init__(self, inner: AbstractResolver | None = None) -> None:
        self._inner = inner or aiohttp.ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of a name. Raises NotPublicError where one of them is not public, OSError for none."""
        found = await self._inner.resolve(host, port, family)
        if not all(is_public(each["host"]) for each in found):
            raise NotPublicError(host)
        return found

    async def close(self) -> None:
        """Let go of the inner resolver."""
        await self._inner.close()
