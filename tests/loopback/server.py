"""A Discord of its own on a port of this machine."""

from __future__ import annotations

import json
import socket

from aiohttp import web

from tests.loopback.gateway import Gateway
from tests.loopback.payloads import Json, question
from tests.loopback.rest import Rest
from tests.loopback.watch import Watch
from tests.loopback.world import World

HOST = "127.0.0.1"


class Loopback:
    """The gateway and the REST interface on one port, which is known before anything listens there."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.watch = Watch()
        self.world = World(self.watch)
        self.gateway = Gateway(self.world, f"ws://{HOST}:{port}/gateway/")
        self.rest = Rest(self.world)
        self._runner: web.AppRunner | None = None

    @property
    def address(self) -> str:
        """Where the bot finds it."""
        return f"http://{HOST}:{self.port}"

    async def open(self) -> None:
        """Begin to listen."""
        app = web.Application()
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_route("*", "/api/v10/{path:.*}", self.rest.serve)
        # Whatever is still open at the end of a test belongs to a bot that has ended.
        self._runner = web.AppRunner(app, shutdown_timeout=0.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, self.port, reuse_address=True).start()

    async def ask(self, words: str, answer: str) -> None:
        """Let a member ask the bot by a mention, and wait until a message with the words of the answer comes."""
        before = len(self.world.messages)
        await self.gateway.dispatch("MESSAGE_CREATE", question(words))
        await self.watch.until(lambda: answer in text(self.world.messages[before:]))

    async def close(self) -> None:
        """Stop to listen, and end all connections."""
        if self._runner is not None:
            self.gateway.cut_all()
            await self._runner.cleanup()
            self._runner = None


def text(messages: list[Json]) -> str:
    """Return all that is written in these messages."""
    return json.dumps(messages, ensure_ascii=False)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
