"""Pages by URL: what is fetched, and everything that is not."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.test_utils import TestServer
from hypothesis import given
from hypothesis import strategies as st

from bot.services.fetching import FetchError, Page, fetch_page, resolver
from bot.services.fetching.address import allowed_url, is_public

HOSTS = ("news.example",)
PAGE = "<html><body><p>The ferry sank.</p></body></html>"


class Names(AbstractResolver):
    """Leads every name to one address, and to the port of the server under test."""

    def __init__(self, *addresses: str, port: int = 0) -> None:
        self.addresses, self.port = addresses, port
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        return [
            ResolveResult(hostname=host, host=each, port=self.port or port, family=family, proto=0, flags=0)
            for each in self.addresses
        ]

    async def close(self) -> None:
        return


async def page(_: web.Request) -> web.Response:
    return web.Response(text=PAGE, content_type="text/html")


async def plain(_: web.Request) -> web.Response:
    return web.Response(text="The ferry sank.")


async def picture(_: web.Request) -> web.Response:
    return web.Response(body=b"\x89PNG", content_type="image/png")


async def large(_: web.Request) -> web.Response:
    return web.Response(text="a" * 5000, content_type="text/html")


async def here_and_there(request: web.Request) -> web.Response:
    raise web.HTTPFound(request.query["to"])


async def around(_: web.Request) -> web.Response:
    raise web.HTTPFound("/around")


async def never(_: web.Request) -> web.Response:
    import asyncio

    await asyncio.Event().wait()
    raise AssertionError


Fetch = Callable[..., Awaitable[Page]]


@pytest.fixture
async def fetch(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Fetch]:
    """Fetch from a server that stands on loopback and is taken for a public one."""
    app = web.Application()
    for path, handler in {
        "/page": page, "/plain": plain, "/picture": picture, "/large": large, "/to": here_and_there,
        "/around": around, "/never": never,
    }.items():  # fmt: skip
        app.router.add_get(path, handler)
    server = TestServer(app)
    await server.start_server()
    names = Names("127.0.0.1", port=server.port or 0)
    monkeypatch.setattr(resolver, "is_public", lambda address: address == "127.0.0.1")

    async def fetched(path: str, **given: float) -> Page:
        url = path if path.startswith("http") else f"http://news.example{path}"
        limits = {"max_bytes": 2000, "seconds": 5} | given
        return await fetch_page(
            url, HOSTS, max_bytes=int(limits["max_bytes"]), seconds=limits["seconds"], resolver=names
        )

    yield fetched
    await server.close()


class TestWhatIsFetched:
    async def test_a_page(self, fetch: Fetch) -> None:
        assert await fetch("/page") == Page(PAGE.encode(), ".html", "http://news.example/page")

    async def test_a_text(self, fetch: Fetch) -> None:
        assert (await fetch("/plain")).ending == ".txt"

    async def test_a_page_behind_redirects_with_the_address_at_their_end(self, fetch: Fetch) -> None:
        assert (await fetch("/to?to=/page")).url == "http://news.example/page"

    async def test_a_host_below_an_allowed_one(self, fetch: Fetch) -> None:
        assert (await fetch("http://www.news.example/page")).ending == ".html"


class TestWhatIsNot:
    async def test_something_else_than_text(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match=r"no page or text but image/png\."):
            await fetch("/picture")

    async def test_a_page_that_is_too_large(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match=r"more than 2,000 bytes\."):
            await fetch("/large")

    async def test_one_that_is_not_there(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match=r"answers with the status 404 in place of a page\."):
            await fetch("/gone")

    async def test_one_that_takes_too_long(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match=r"did not send the page within 0.05 seconds\."):
            await fetch("/never", seconds=0.05)

    async def test_redirects_without_end(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            await fetch("/around")

    async def test_a_redirect_to_a_host_that_is_not_allowed(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match=r"evil\.example is none of the hosts that may be fetched"):
            await fetch("/to?to=http://evil.example/page")

    async def test_a_redirect_to_a_file(self, fetch: Fetch) -> None:
        with pytest.raises(FetchError, match="no address of a page"):
            await fetch("/to?to=file:///etc/passwd")

    @pytest.mark.parametrize(
        "addresses", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:192.168.0.1"]]
    )
    async def test_a_name_that_leads_into_a_private_network(self, addresses: list[str]) -> None:
        names = Names(*addresses)
        with pytest.raises(FetchError, match=r"news\.example leads into a private network"):
            await fetch_page("http://news.example/", HOSTS, max_bytes=10, seconds=5, resolver=names)
        assert names.asked == ["news.example"]

    @pytest.mark.parametrize("host", ["127.0.0.1", "169.254.169.254", "[::1]", "[fd00::1]", "2130706433"])
    async def test_a_private_address_although_it_is_allowed_by_mistake(self, host: str) -> None:
        with pytest.raises(FetchError):
            await fetch_page(f"http://{host}/", (host.strip("[]"),), max_bytes=10, seconds=5)

    async def test_anything_while_no_host_is_allowed(self) -> None:
        with pytest.raises(FetchError, match=r"^Fetching pages is off\."):
            await fetch_page("https://news.example/", (), max_bytes=10, seconds=5)


class TestAddresses:
    @pytest.mark.parametrize(
        "text",
        [
            "ftp://news.example/", "//news.example/", "news.example", "javascript:alert(1)", "http://", "",
            "https://news.example:8443/", "https://me@news.example/", "https://news.example@evil.example/",
            "https://news.example.evil.example/", "https://notnews.example/", "https://news.example\\@evil.example/",
            "https://[::1/", "https://" + "a" * 3000,
        ],
    )  # fmt: skip
    def test_one_that_is_refused(self, text: str) -> None:
        with pytest.raises(FetchError):
            allowed_url(text, HOSTS)

    @pytest.mark.parametrize(
        "text", ["https://news.example/a?b=c#d", " https://NEWS.example./ ", "https://www.news.example:443/"]
    )
    def test_one_that_is_not(self, text: str) -> None:
        assert (allowed_url(text, HOSTS).host or "").lower().rstrip(".").endswith("news.example")

    @given(st.ip_addresses())
    def test_nothing_that_python_calls_private_is_public(self, address: object) -> None:
        import ipaddress

        ip = ipaddress.ip_address(str(address))
        assert not (is_public(str(address)) and (ip.is_private or ip.is_loopback or ip.is_link_local))

    @pytest.mark.parametrize(
        "address", ["64:ff9b::a00:1", "2002:a00:1::", "2001:0:4136:e378::1", "224.0.0.1"]
    )
    def test_nor_is_one_that_may_stand_for_a_private_one(self, address: str) -> None:
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
    def test_one_out_in_the_world_is(self, address: str) -> None:
        assert is_public(address)
