"""The state that outlives a restart: the audit log, bindings, posted answers, unanswered questions, seeds' versions.

`open_database` opens it, or says in one sentence why not; `open_state` then goes on with one that keeps nothing.
"""

from bot.services.database.absent import NoDatabase
from bot.services.database.faults import StateError
from bot.services.database.migrating import migrate
from bot.services.database.opening import Database, open_database, open_state
from bot.services.database.values import (
    AuditEntry,
    Binding,
    Counts,
    PostedAnswer,
    Ref,
    ScopeKind,
    UnansweredQuestion,
    Version,
)

__all__ = [
    "AuditEntry",
    "Binding",
    "Counts",
    "Database",
    "NoDatabase",
    "PostedAnswer",
    "Ref",
    "ScopeKind",
    "StateError",
    "UnansweredQuestion",
    "Version",
    "migrate",
    "open_database",
    "open_state",
]
