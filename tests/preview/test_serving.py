"""The page of the preview: for this machine only, and only for who has its address."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.discordapp.door import Door
from bot.preview.quoting import apart
from bot.preview.serving import PortError, serve, served
from tests.preview.conftest import NOW

WITHIN = 30.0
"""Seconds after which a test fails instead of waiting for ever."""


class Browser:
    """A browser with the address: it opens the page, as a certain viewer if need be, and does one thing there."""

    def __init__(self, address: str, http: aiohttp.ClientSession) -> None:
        self.root, self.capability = address.split("#")
        self._http = http
        self._state: dict[str, Any] = {}

    async def opens(self, viewer: int | None = None) -> None:
        self._state = await self._posts("api/pages", {"viewer_id": str(viewer)} if viewer else {})

    async def does(self, kind: str, **given: Any) -> dict[str, Any]:
        context = self._state["context"]
        body = {
            "protocol_version": 3,
            "sequence": 1,
            "request_id": "r1",
            "generation": context["generation"],
            "bot_generation": self._state["botGeneration"],
            "published_revision": self._state["publishedRevision"],
            "kind": kind,
            **given,
        }
        return await self._posts("api/action", body, context["id"])

    async def _posts(self, path: str, body: dict[str, Any], context: str | None = None) -> dict[str, Any]:
        headers = {"X-Simcord-Capability": self.capability} | (
            {"X-Simcord-Context": context} if context else {}
        )
        async with self._http.post(self.root + path, json=body, headers=headers) as response:
            response.raise_for_status()
            found: dict[str, Any] = await response.json()
            return found


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


async def test_it_listens_on_this_machine_only(quiet: Door) -> None:
    async with served(quiet, NOW) as (page, _):
        assert page.url.startswith("http://127.0.0.1:")
        listening = page._server.site._server.sockets
        assert {each.getsockname()[0] for each in listening} == {"127.0.0.1"}


@pytest.mark.parametrize("capability", [{}, {"X-Simcord-Capability": "guessed"}])
async def test_without_what_the_address_holds_nothing_is_shown(
    quiet: Door, http: aiohttp.ClientSession, capability: dict[str, str]
) -> None:
    async with served(quiet, NOW) as (page, world):
        root = page.url.split("#")[0]
        body = {"viewer_id": str(world.admin.id)}
        async with http.post(f"{root}api/pages", json=body, headers=capability) as response:
            assert response.status == 401


async def test_another_site_that_points_its_name_here_is_refused(
    quiet: Door, http: aiohttp.ClientSession
) -> None:
    async with (
        served(quiet, NOW) as (page, _),
        http.get(page.url.split("#")[0], headers={"Host": "evil.example"}) as response,
    ):
        assert response.status == 403


async def test_what_is_typed_in_the_browser_is_answered(door: Door, http: aiohttp.ClientSession) -> None:
    async with served(door, NOW) as (page, world):
        browser = Browser(page.url, http)
        await browser.opens(world.members[1].id)
        done = await browser.does("send_message", content=f"{world.mention} who is Anselm Roe?")
        assert done["settlement"] == "settled"
        question, answer = world.channel.history()[-2:]
        assert question.author.id == world.members[1].id
        assert answer.author == world.bot.user
        assert "deputy chief" in str((await page.snapshot())["messages"][str(answer.id)])


async def test_the_talk_is_over_and_it_is_now(door: Door) -> None:
    async with served(door, NOW) as (_, world):
        assert world.env.now() == NOW
        assert max(each.created_at for each in world.channel.history()) < NOW


async def test_a_receipt_stands_outside_the_quotation(door: Door) -> None:
    async with served(door, NOW) as (page, _):
        shown = await page.snapshot()
    tokens = [
        token
        for message in shown["messages"].values()
        for component in message["components"]
        for inner in component.get("components", [])
        for token in inner.get("markdown_tokens", [])
    ]
    quotations = [str(token) for token in tokens if token["type"] == "blockquote"]
    assert quotations
    assert not any("exact" in quotation for quotation in quotations)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("> a\n-# b", "> a\n\n-# b"),
        ("> a\n> b\nc", "> a\n> b\n\nc"),
        ("> a\n\nb", "> a\n\nb"),
        ("> a\n", "> a\n"),
        ("a > b\nc", "a > b\nc"),
        ("```\n> a\nb\n```", "```\n> a\nb\n```"),
    ],
)
def test_a_quotation_ends_with_its_line(written: str, read: str) -> None:
    assert apart(written) == read


async def test_it_ends_when_it_is_told_to(quiet: Door) -> None:
    said: list[str] = []
    stop = asyncio.Event()

    def opened(address: str, lines: list[str]) -> None:
        said.extend([address, *lines])
        stop.set()

    await asyncio.wait_for(serve(quiet, 0, stop, opened), WITHIN)
    address, *lines = said
    assert lines[0] == f"Open {address}"
    assert any("!ask" in line for line in lines)


async def test_it_ends_when_the_session_is_ended_in_the_browser(
    quiet: Door, http: aiohttp.ClientSession
) -> None:
    address: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(
        serve(quiet, 0, asyncio.Event(), lambda found, _: address.set_result(found))
    )
    browser = Browser(await asyncio.wait_for(address, WITHIN), http)
    await browser.opens()
    await browser.does("close")
    await asyncio.wait_for(serving, WITHIN)


async def test_a_port_that_is_taken_is_said_so(quiet: Door) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(PortError):
        async with served(quiet, NOW, taken.getsockname()[1]):
            pass
