"""The simulated gateway: one WebSocket for each connection of the bot, sessions that outlive connections."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

import aiohttp
from aiohttp import web

from tests.loopback.compression import Compress, compressor
from tests.loopback.payloads import (
    APPLICATION,
    BOT,
    CONTENT_GRANTED,
    CONTENT_INTENT,
    GUILD,
    Json,
    guild,
    snowflake,
    user,
)
from tests.loopback.world import World


class Op(IntEnum):
    """Discord's opcodes."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


BAD_TOKEN, BAD_INTENTS = 4004, 4014


@dataclass
class Session:
    """What survives a connection: all events, so that those missed can be sent again."""

    id: str
    intents: int
    events: list[Json] = field(default_factory=list)
    connection: Connection | None = None


@dataclass
class Connection:
    """One WebSocket."""

    socket: web.WebSocketResponse
    transport: Any
    compress: Compress | None
    heard: list[Json] = field(default_factory=list)
    """All that the bot said on it."""

    async def say(self, op: Op, data: Any = None, **more: Any) -> None:
        """Send one message, if the bot is still there."""
        text = json.dumps({"op": op, "d": data, "s": None, "t": None} | more)
        if self.socket.closed:
            return
        if self.compress is None:
            await self.socket.send_str(text)
        else:
            await self.socket.send_bytes(self.compress(text.encode()))

    def heard_ops(self) -> list[Op]:
        """What kinds of messages the bot sent, without its heartbeats."""
        return [Op(said["op"]) for said in self.heard if said["op"] != Op.HEARTBEAT and said["op"] in set(Op)]


class Gateway:
    """Answers every connection, and sends events to the session that is alive."""

    def __init__(self, world: World, address: str) -> None:
        self._world, self._address = world, address
        self.connections: list[Connection] = []
        self.sessions: dict[str, Session] = {}
        self.refusals: deque[int] = deque()
        """HTTP statuses for the next connections; 0 cuts the connection before the first word."""
        self.closing: deque[int] = deque()
        """Close codes for the next sessions asked for."""

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection of the bot until it ends."""
        status = self.refusals.popleft() if self.refusals else 200
        if status not in {0, 200}:
            return web.Response(status=status)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        connection = Connection(socket, request.transport, compressor(request.query.get("compress")))
        self.connections.append(connection)
        if status == 0:
            connection.transport.abort()
            return socket
        await connection.say(Op.HELLO, {"heartbeat_interval": 45_000})
        async for received in socket:
            if received.type is aiohttp.WSMsgType.TEXT:
                said = json.loads(received.data)
                connection.heard.append(said)
                await self._answer(connection, said)
                self._world.watch.changed()
        self._world.watch.changed()
        return socket

    async def _answer(self, connection: Connection, said: Json) -> None:
        match said["op"]:
            case Op.HEARTBEAT:
                await connection.say(Op.HEARTBEAT_ACK)
            case Op.IDENTIFY:
                await self._identify(connection, said["d"])
            case Op.RESUME:
                await self._resume(connection, said["d"])

    async def _identify(self, connection: Connection, asked: Json) -> None:
        wants_content = bool(asked["intents"] & CONTENT_INTENT)
        if asked["token"] != self._world.token:
            await connection.socket.close(code=BAD_TOKEN)
        elif wants_content and not self._world.content_accepted:
            await connection.socket.close(code=BAD_INTENTS)
        elif self.closing:
            await connection.socket.close(code=self.closing.popleft())
        else:
            session = Session(f"session-{snowflake()}", asked["intents"], connection=connection)
            self.sessions[session.id] = session
            await self._send(session, "READY", self._ready(session))
            if self._world.in_server:
                await self._send(session, "GUILD_CREATE", guild())

    async def _resume(self, connection: Connection, asked: Json) -> None:
        session = self.sessions.get(asked["session_id"])
        if session is None:
            await connection.say(Op.INVALID_SESSION, data=False)
            return
        session.connection = connection
        for event in session.events[asked["seq"] :]:
            await connection.say(Op.DISPATCH, **event)
        await self._send(session, "RESUMED", {})

    def _ready(self, session: Session) -> Json:
        return {
            "v": 10,
            "user": user(BOT),
            "guilds": [{"id": str(GUILD), "unavailable": True}] if self._world.in_server else [],
            "session_id": session.id,
            "resume_gateway_url": self._address,
            "application": {"id": str(APPLICATION), "flags": CONTENT_GRANTED},
        }

    async def _send(self, session: Session, name: str, data: Json) -> None:
        session.events.append({"t": name, "s": len(session.events) + 1, "d": data})
        if session.connection is not None:
            await session.connection.say(Op.DISPATCH, **session.events[-1])

    @property
    def session(self) -> Session:
        """The newest session."""
        return next(reversed(self.sessions.values()))

    @property
    def connection(self) -> Connection:
        """The newest connection."""
        return self.connections[-1]

    async def dispatch(self, name: str, data: Json) -> None:
        """Send an event to the bot, or keep it for when it resumes."""
        await self._send(self.session, name, data)

    def cut(self) -> None:
        """Cut the newest connection without a goodbye, as a network does."""
        self.session.connection = None
        self.connection.transport.abort()

    def cut_all(self) -> None:
        """Cut every connection that is still open."""
        for connection in self.connections:
            if not connection.socket.closed:
                connection.transport.abort()

    def forget(self) -> None:
        """Forget all sessions, so that none can be resumed."""
        self.sessions.clear()
