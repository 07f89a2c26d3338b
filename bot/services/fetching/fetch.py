"""Fetching one page: a few redirects, each checked anew, within a time, a size and the types of a text."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import NamedTuple

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.services.fetching.address import allowed_url, is_public
from bot.services.fetching.errors import FetchError
from bot.services.fetching.resolver import NotPublicError, PublicResolver

MOST_REDIRECTS = 5
_CHUNK = 65_536
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"User-Agent": "Verbatim (reads one page for an admin)", "Accept": ", ".join(_ENDINGS)}


class Page(NamedTuple):
    """A fetched page: its bytes, the ending of a seed's file for them, and the address at the end of the redirects."""

    data: bytes
    ending: str
    url: str


async def fetch_page(
    text: str,
    hosts: Collection[str],
    *,
    max_bytes: int,
    seconds: float,
    resolver: AbstractResolver | None = None,
) -> Page:
    """Fetch the page at an address of one of `hosts`, of at most `max_bytes` after decompression.

    No cookie, proxy or password of this machine is used.

    Raises:
        FetchError: with the reason.
    """
    url = allowed_url(text, hosts)
    connector = aiohttp.TCPConnector(resolver=PublicResolver(resolver), use_dns_cache=False, force_close=True)
    try:
        async with (
            asyncio.timeout(seconds),
            aiohttp.ClientSession(
                connector=connector, headers=_HEADERS, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
            ) as session,
        ):
            for _ in range(MOST_REDIRECTS + 1):
                found = await _step(session, url, max_bytes)
                if isinstance(found, Page):
                    return found
                url = allowed_url(found, hosts)
    except TimeoutError:
        raise FetchError(f"{url.host} did not send the page within {seconds:g} seconds.") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise FetchError(_reason(error, url)) from error
    raise FetchError(f"{url.host} redirects more than {MOST_REDIRECTS} times.")


async def _step(session: aiohttp.ClientSession, url: URL, max_bytes: int) -> Page | str:
    """Return the page, or the address that it redirects to."""
    _refuse_private_literal(url)
    async with session.get(url, allow_redirects=False) as response:
        target = response.headers.get("Location")
        if response.status in _REDIRECTS and target:
            return str(url.join(URL(target)))
        if response.status != 200:
            raise FetchError(f"{url.host} answers with the status {response.status} in place of a page.")
        ending = _ENDINGS.get(response.content_type)
        if ending is None:
            raise FetchError(f"That address has no page or text but {response.content_type}.")
        return Page(await _body(response, max_bytes), ending, str(url))


async def _body(response: aiohttp.ClientResponse, max_bytes: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        data += chunk
        if len(data) > max_bytes:
            raise FetchError(f"That page has more than {max_bytes:,} bytes.")
    return bytes(data)


def _refuse_private_literal(url: URL) -> None:
    """Refuse an address in figures that is not public: no name is resolved for it."""
    host = url.host or ""
    if (host.replace(".", "").isdigit() or ":" in host) and not is_public(host):
        raise FetchError(f"{host} is inside a private network; it is not fetched.")


def _reason(error: Exception, url: URL) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, NotPublicError):
            return f"{url.host} leads into a private network; it is not fetched."
        cause = cause.__cause__ or cause.__context__ or getattr(cause, "os_error", None)
    return f"{url.host} could not be reached. Try again later, or paste the text."
