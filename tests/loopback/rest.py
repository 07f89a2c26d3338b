"""The simulated REST interface: as much of Discord's as the bot uses."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.loopback.faults import Fault, as_json
from tests.loopback.payloads import (
    APPLICATION,
    BOT,
    CHANNEL,
    GUILD,
    Json,
    application,
    message,
    snowflake,
    user,
)
from tests.loopback.world import World

Answer = Json | list[Json] | None
"""None is "204 No Content"."""
Handler = Callable[..., Answer]


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    body: Any
    status: int
    """What it was answered with; 0 where the connection was cut."""


class MissingError(Exception):
    """There is no such thing; `code` is Discord's."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(code)
        self.code = code


class Rest:
    """Answers requests from the world, unless a fault was ordered for them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.asked: list[Asked] = []
        self._faults: dict[str, deque[Fault]] = {}
        message_path = r"/channels/(\d+)/messages"
        hook, commands = rf"/webhooks/{APPLICATION}/([\w-]+)", rf"/applications/{APPLICATION}/commands"
        self._routes: tuple[tuple[str, str, Handler], ...] = (
            ("GET", "/users/@me", lambda _: user(BOT)),
            ("GET", "(?:/oauth2)?/applications/@me", lambda _: application(content=world.content_granted)),
            ("GET", commands, lambda _: world.commands),
            ("PUT", commands, self._register),
            ("POST", message_path, self._post),
            ("GET", rf"{message_path}/(\d+)", lambda _, __, number: self._find(number)),
            ("PATCH", rf"{message_path}/(\d+)", lambda body, _, number: self._edit(body, number)),
            ("DELETE", rf"{message_path}/(\d+)", lambda _, __, number: self._delete(number)),
            ("POST", r"/channels/\d+/typing", lambda _: None),
            ("POST", r"/interactions/(\d+)/([\w-]+)/callback", self._call_back),
            ("POST", hook, lambda body, _: self._post(body, str(CHANNEL))),
            ("GET", rf"{hook}/messages/@original", lambda _, token: self._original(token)),
            ("PATCH", rf"{hook}/messages/@original", self._edit_original),
            ("DELETE", rf"{hook}/messages/(\d+)", lambda _, __, number: self._delete(number)),
        )

    def order(self, asked: str, *faults: Fault) -> None:
        """Let the next requests fail; `asked` is a method and the end of a path: `POST messages`."""
        self._faults.setdefault(asked, deque()).extend(faults)

    def count(self, asked: str) -> int:
        """How many requests there were of a method and the end of a path, failed ones included."""
        method, end = asked.split()
        return sum(one.method == method and one.path.endswith(end) for one in self.asked)

    async def serve(self, request: web.Request) -> web.Response:
        """Answer one request."""
        path = "/" + request.match_info["path"]
        body = await _body(request)
        fault = self._next_fault(request.method, path)
        status = 0
        try:
            if fault is None:
                response = self._answer(request, path, body)
            else:
                if fault.done:
                    self._answer(request, path, body)
                response = fault.answer(request)
            status = response.status
        finally:
            self.asked.append(Asked(request.method, path, body, status))
            self._world.watch.changed()
        return response

    def _next_fault(self, method: str, path: str) -> Fault | None:
        for asked, faults in self._faults.items():
            wanted, end = asked.split()
            if faults and method == wanted and path.endswith(end):
                return faults.popleft()
        return None

    def _answer(self, request: web.Request, path: str, body: Any) -> web.Response:
        by_token = path.startswith(("/interactions/", "/webhooks/"))
        if not by_token and request.headers.get("Authorization") != f"Bot {self._world.token}":
            return as_json({"message": "401: Unauthorized", "code": 0}, 401)
        for method, pattern, handler in self._routes:
            found = re.fullmatch(pattern, path)
            if method == request.method and found:
                try:
                    answer = handler(body, *found.groups())
                except MissingError as error:
                    return as_json({"message": "Unknown", "code": error.code}, 404)
                return web.Response(status=204) if answer is None else as_json(answer)
        return as_json({"message": "404: Not Found", "code": 0}, 404)

    def _register(self, body: list[Json]) -> list[Json]:
        fixed = {"application_id": str(APPLICATION), "version": "1", "default_member_permissions": None}
        self._world.commands = [
            {"description": ""} | one | fixed | {"id": str(snowflake()), "type": one.get("type", 1)}
            for one in body
        ]
        return self._world.commands

    def _post(self, body: Json, channel: str) -> Json:
        """Post a message; one with the nonce of an earlier one is that one, where the bot asks for it."""
        if body.get("enforce_nonce"):
            for earlier in self._world.messages:
                if earlier.get("nonce") == body["nonce"]:
                    return earlier
        return self._posted(body, channel)

    def _posted(self, body: Json, channel: str) -> Json:
        kept = {name: value for name, value in body.items() if name in _KEPT and value is not None}
        reference = body.get("message_reference")
        more = {"message_reference": {"channel_id": channel} | reference} if reference else {}
        posted = message(BOT, "") | kept | more | {"channel_id": channel, "guild_id": str(GUILD)}
        self._world.messages.append(posted)
        return posted

    def _find(self, number: str) -> Json:
        for one in self._world.messages:
            if one["id"] == number:
                return one
        raise MissingError(10008)

    def _edit(self, body: Json, number: str) -> Json:
        found = self._find(number)
        found.update({name: value for name, value in body.items() if name in _KEPT})
        return found

    def _delete(self, number: str) -> None:
        self._world.messages.remove(self._find(number))

    def _call_back(self, body: Json, number: str, token: str) -> Json:
        if token in self._world.answered:
            raise MissingError(40060)
        self._world.answered[token] = body
        interaction = {"id": number, "type": 2, "response_message_loading": False}
        if body["type"] != _MESSAGE:
            return {"interaction": interaction}
        posted = self._posted(body.get("data") or {}, str(CHANNEL))
        self._world.answered[token] = body | {"posted": posted}
        resource = {"type": body["type"], "message": posted}
        return {"interaction": interaction | {"response_message_id": posted["id"]}, "resource": resource}

    def _original(self, token: str) -> Json:
        found: Json | None = self._world.answered.get(token, {}).get("posted")
        if found is None:
            raise MissingError(10008)
        return found

    def _edit_original(self, body: Json, token: str) -> Json:
        found = self._original(token)
        found.update({name: value for name, value in body.items() if name in _KEPT})
        return found


_MESSAGE = 4
_KEPT = frozenset({"content", "embeds", "components", "flags", "nonce"})


async def _body(request: web.Request) -> Any:
    """Return the JSON of a request, which stands in a part of its own where files come with it."""
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        return json.loads(str(form["payload_json"]))
    text = await request.text()
    return json.loads(text) if text else None
