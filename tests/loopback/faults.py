"""What may happen to a request in place of an answer."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.loopback.payloads import Json


def as_json(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Answer with JSON; without a character set in its type, by which discord.py would not know it."""
    kind = {"Content-Type": "application/json"}
    return web.Response(body=json.dumps(data).encode(), status=status, headers=kind | (headers or {}))


@dataclass(frozen=True)
class Fault:
    """The answer to one request: a status with a body; or with `cut`, none at all.

    `done` says whether Discord did what was asked all the same.
    """

    status: int = 500
    body: Json = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    done: bool = False

    def answer(self, request: web.Request) -> web.Response:
        """Answer a request so; a connection that is cut raises."""
        if self.cut:
            if request.transport is not None:
                request.transport.abort()
            raise asyncio.CancelledError
        return as_json(self.body, self.status, self.headers)


def too_many(seconds: float, *, via: bool = True) -> Fault:
    """A 429 of Discord itself, or without the header `Via` one of whatever stands before it."""
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    return Fault(429, body, {"Via": "1.1 loopback"} if via else {"Retry-After": str(seconds)})
