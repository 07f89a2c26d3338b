"""What the simulated Discord knows, shared by its gateway and its REST interface."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.loopback.payloads import Json
from tests.loopback.watch import Watch

TOKEN = "loopback.token.of-nobody"  # noqa: S105 – an invented one


@dataclass
class World:
    """Settings that a test may change at any time, and what has happened."""

    watch: Watch
    token: str = TOKEN
    content_granted: bool = True
    """Whether the application's flags say that the Message Content intent is on."""
    content_accepted: bool = True
    """Whether the gateway accepts a connection that asks for it."""
    in_server: bool = True
    """Whether the bot is in the one server there is."""
    messages: list[Json] = field(default_factory=list)
    """What the bot has posted and not deleted, oldest first."""
    answered: dict[str, Json] = field(default_factory=dict)
    """The first answers to interactions, by the interaction's token."""
    commands: list[Json] = field(default_factory=list)
    """The slash commands and menus that are registered."""
