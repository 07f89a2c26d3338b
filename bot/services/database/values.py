"""What goes into the state and comes out of it: ids, hashes, offsets and sentences, never an article's words."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class ScopeKind(StrEnum):
    """What a binding is for, from wide to narrow."""

    SERVER = "server"
    FORUM_TAG = "forum_tag"
    CHANNEL = "channel"
    THREAD = "thread"


class AuditEntry(NamedTuple):
    """One change, or one that was refused. `at` is in UTC.

    `who` is `discord:<user id>` or `terminal:<name>`; `server` None where no server is concerned, `article` None where
    the change is of no single article; `old` and `new` are SHA-256 in hexadecimal, None where there was or is nothing.
    `added`, `removed` and `changed` count facts.
    """

    id: int
    at: datetime
    who: str
    server: int | None
    action: str
    article: str | None
    old: str | None
    new: str | None
    added: int
    removed: int
    changed: int
    outcome: str


class Binding(NamedTuple):
    """What is searched in one place: `scope` is the id of the server, forum tag, channel or thread."""

    kind: ScopeKind
    scope: int
    server: int
    articles: tuple[str, ...]


class Ref(NamedTuple):
    """A cited passage: code points `start` to `end` of the article whose text has this SHA-256."""

    sha256: str
    start: int
    end: int


class PostedAnswer(NamedTuple):
    """Where an answer stands and what it cites. `at` has a time zone."""

    message: int
    channel: int
    server: int
    refs: tuple[Ref, ...]
    at: datetime


class UnansweredQuestion(NamedTuple):
    """What somebody wanted an admin to see; who it was is not kept."""

    id: int
    at: datetime
    server: int
    text: str


class Version(NamedTuple):
    """The seeds as they once were. Ids grow and are never used again."""

    id: int
    at: datetime
    who: str
    note: str


class Counts(NamedTuple):
    """How many of each were removed."""

    audit: int
    bindings: int
    posted: int
    unanswered: int
