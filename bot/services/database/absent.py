"""What stands in for a database that cannot be opened: reading finds nothing, changing says why.

So answering goes on, and no admin is told that something was kept that was not.
"""
# ruff: noqa: ARG002 – the signatures are those of what this stands in for, as a test holds

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NoReturn

from bot.services.database.faults import StateError
from bot.services.database.unanswered import KEPT
from bot.services.database.values import (
    AuditEntry,
    Binding,
    Counts,
    PostedAnswer,
    ScopeKind,
    UnansweredQuestion,
    Version,
)


class _Nothing:
    def __init__(self, reason: str) -> None:
        self._reason = reason

    def _refuse(self) -> NoReturn:
        raise StateError(self._reason)


class NoAuditLog(_Nothing):
    """An audit log that is empty."""

    async def add(
        self,
        *,
        who: str,
        action: str,
        outcome: str,
        server: int | None = None,
        article: str | None = None,
        old: str | None = None,
        new: str | None = None,
        added: int = 0,
        removed: int = 0,
        changed: int = 0,
    ) -> AuditEntry:
        """Raise StateError."""
        self._refuse()

    async def newest(self, limit: int, server: int | None = None) -> tuple[AuditEntry, ...]:
        """Return none."""
        return ()


class NoBindings(_Nothing):
    """No scope is bound."""

    async def put(self, binding: Binding) -> None:
        """Raise StateError."""
        self._refuse()

    async def remove(self, kind: ScopeKind, scope: int) -> bool:
        """Raise StateError."""
        self._refuse()

    async def of(self, server: int) -> tuple[Binding, ...]:
        """Return none."""
        return ()

    async def all(self) -> tuple[Binding, ...]:
        """Return none."""
        return ()


class NoPostedAnswers(_Nothing):
    """No answer is remembered."""

    async def put(self, answer: PostedAnswer, keep: int) -> None:
        """Raise StateError."""
        self._refuse()

    async def of_articles(self, sha256s: Collection[str]) -> tuple[PostedAnswer, ...]:
        """Return none."""
        return ()

    async def forget(self, message: int) -> bool:
        """Raise StateError."""
        self._refuse()

    async def count(self, server: int | None = None) -> int:
        """Return 0."""
        return 0


class NoUnansweredQuestions(_Nothing):
    """No question is kept."""

    async def add(self, server: int, text: str, keep: int = KEPT) -> UnansweredQuestion:
        """Raise StateError."""
        self._refuse()

    async def list(self, server: int) -> tuple[UnansweredQuestion, ...]:
        """Return none."""
        return ()

    async def remove(self, server: int, question: int) -> bool:
        """Raise StateError."""
        self._refuse()


class NoVersions(_Nothing):
    """No version is kept."""

    async def add(self, who: str, note: str, files: Mapping[str, bytes]) -> Version:
        """Raise StateError."""
        self._refuse()

    async def newest(self, limit: int) -> tuple[Version, ...]:
        """Return none."""
        return ()

    async def files(self, version: int) -> dict[str, bytes]:
        """Raise StateError, as for every version that is not there."""
        self._refuse()

    async def digests(self, version: int) -> dict[str, str]:
        """Return none."""
        return {}

    async def prune(self, keep: int) -> int:
        """Raise StateError."""
        self._refuse()


class NoSmallValues(_Nothing):
    """No value is kept."""

    async def get(self, name: str) -> str | None:
        """Return None."""
        return None

    async def put(self, name: str, value: str) -> None:
        """Raise StateError."""
        self._refuse()


class NoDatabase:
    """In place of a `Database`; `reason` is the sentence that says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.audit = NoAuditLog(reason)
        self.bindings = NoBindings(reason)
        self.posted = NoPostedAnswers(reason)
        self.unanswered = NoUnansweredQuestions(reason)
        self.versions = NoVersions(reason)
        self.values = NoSmallValues(reason)

    async def forget(self, server: int) -> Counts:
        """Raise StateError: what is in the database could not be removed."""
        raise StateError(self.reason)

    async def close(self) -> None:
        """Do nothing."""
