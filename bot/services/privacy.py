"""What the bot keeps, said on one screen to whoever asks: from the settings and from the state as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.services.config import Settings
from bot.services.database import Database, NoDatabase, StateError
from bot.services.database.unanswered import KEPT

_MOST_COUNTED = 1_000
"""Entries of the audit log that are counted; more are "1000 or more"."""


class _Now(NamedTuple):
    """How many of each are kept of one server."""

    audit: int
    bindings: int
    posted: int
    unanswered: int


async def privacy(settings: Settings, state: Database | NoDatabase, server: int | None) -> str:
    """Return what is stored, where, for how long, what is not stored, and how to remove it; a line for each.

    It is about one server, with how much is kept of it; None is the terminal, where it is about all of them. Where the
    database is and how to get into it is never said, nor why it cannot be used, which may name both.
    """
    try:
        now = await _counted(state, server) if server is not None else None
    except StateError:
        return "\n".join((*_unusable(), *_not_stored()))
    if isinstance(state, NoDatabase):
        return "\n".join((*_unusable(), *_not_stored()))
    return "\n".join(
        (*_stored(settings, now), *_of_the_terminal(settings, server), *_not_stored(), *_forgetting(now))
    )


async def _counted(state: Database | NoDatabase, server: int) -> _Now:
    return _Now(
        len(await state.audit.newest(_MOST_COUNTED, server)),
        len(await state.bindings.of(server)),
        await state.posted.count(server),
        len(await state.unanswered.list(server)),
    )


def _unusable() -> Iterator[str]:
    yield (
        "The bot's database cannot be used at the moment, so nothing is being stored and nothing can be removed. Its"
        " keeper can see why."
    )


def _stored(settings: Settings, now: _Now | None) -> Iterator[str]:
    remote = settings.state.url.startswith("postgres")
    place = "a PostgreSQL database of the bot's" if remote else "a private SQLite file on the bot's machine"
    yield f"Stored, in {place}:"
    yield (
        "- Who changed the seeds or what is searched: user id, or at the terminal login name, time, what was done and how it ended; until it is"
        f" forgotten{_here(now and now.audit)}."
    )
    yield (
        "- What is searched where: ids of servers, channels, threads and forum tags; until it is unbound or"
        f" forgotten{_here(now and now.bindings)}."
    )
    if settings.state.answers:
        yield (
            "- Where answers stand: ids of message and channel, time, and the places they cite, not their words; the"
            f" newest {settings.state.answers} of each server{_here(now and now.posted)}."
        )
    else:
        yield f"- Where answers stand: nothing new, since this is switched off{_here(now and now.posted)}."
    yield (
        "- Questions for an admin: text and time, only if somebody clicked to send it, and not who; the newest"
        f" {KEPT} of each server{_here(now and now.unanswered)}."
    )
    yield (
        f"- Versions of the seeds, the newest {settings.state.versions}: the articles themselves, when and by whom"
        " they were changed; they belong to no server."
    )


def _here(count: int | None) -> str:
    """Return how much is kept of this server."""
    if count is None:
        return ""
    return f" (of this server {count}{' or more' if count == _MOST_COUNTED else ''})"


def _of_the_terminal(settings: Settings, server: int | None) -> Iterator[str]:
    if server is None and settings.terminal.history != "none":
        yield "- What is typed in the chat here: a private file of the user's, for the arrow keys; terminal.history: none ends it."


def _not_stored() -> Iterator[str]:
    yield "Not stored: messages, questions beside those sent to an admin, who asked what, names of members."


def _forgetting(now: _Now | None) -> Iterator[str]:
    whose = "a server" if now is None else "this server"
    yield f"An admin's forget removes all that is stored of {whose}, at once and for good; the versions of the seeds stay."
