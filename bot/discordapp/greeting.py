"""What the bot says in the log and on the terminal when it has connected. Values in, lines out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from urllib.parse import urlencode

from bot.services.visible import one_line

_SERVERS_NAMED = 20
"""So many servers are named, the largest first; nobody reads a longer list in a log."""
_AUTHORISE = "https://discord.com/oauth2/authorize"
PORTAL = "https://discord.com/developers/applications"


class Permission(IntFlag):
    """What the bot needs in a channel, with the bits of Discord's documentation (topics/permissions)."""

    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    SEND_MESSAGES_IN_THREADS = 1 << 38


@dataclass(frozen=True, slots=True)
class Server:
    """A server that the bot is in; `members` is None where Discord did not say."""

    name: str
    members: int | None


def start_up_lines(
    *,
    name: str,
    application: int,
    loaded: str,
    servers: Iterable[Server],
    message_content: bool,
    prefix: str,
) -> list[str]:
    """Return what is connected, what is loaded (`3 articles, …`), the servers, what is missing, and how to invite."""
    missing = missing_intent_line(prefix)
    return [
        f"Connected to Discord as {one_line(name)}.",
        f"Loaded: {loaded}.",
        _servers_line(tuple(servers)),
        *([] if message_content else [missing]),
        f"Invite the bot: {invite_link(application)}",
    ]


def missing_intent_line(prefix: str) -> str:
    """Return what does not work without the Message Content intent, what does, and where to switch it on."""
    return (
        f"The Message Content intent is off, so commands that begin with {prefix} are not heard. Mentions, direct "
        f"messages, slash commands and menus work. To have it, switch it on at {PORTAL} (your application, Bot, "
        "Privileged Gateway Intents) and start again."
    )


def invite_link(application: int) -> str:
    """Return the address that adds the bot to a server, with its slash commands and just the permissions it needs."""
    needed = 0
    for permission in Permission:
        needed |= permission
    query = {"client_id": application, "scope": "bot applications.commands", "permissions": int(needed)}
    return f"{_AUTHORISE}?{urlencode(query)}"


def _servers_line(servers: tuple[Server, ...]) -> str:
    if not servers:
        return "In no server yet."
    largest = sorted(servers, key=lambda server: (-(server.members or 0), server.name))
    named = ", ".join(map(_server, largest[:_SERVERS_NAMED]))
    more = len(servers) - _SERVERS_NAMED
    rest = f", and {more:,} more" if more > 0 else ""
    return f"In {_count(len(servers), 'server')}: {named}{rest}."


def _server(server: Server) -> str:
    name = one_line(server.name)
    return name if server.members is None else f"{name} ({_count(server.members, 'member')})"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
