"""The first tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0001"
down_revision = None

_WHOLE = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade(operations: Operations) -> None:
    """Make the tables."""
    _make_logs(operations)
    _make_posted(operations)
    _make_versions(operations)


def _column(name: str, kind: Any, *, key: bool = False, null: bool = False) -> sa.Column[Any]:
    counted = key and name == "id"
    return sa.Column(name, kind, primary_key=key, nullable=null, autoincrement="auto" if counted else False)


def _reference(table: str, column: str, to: str, on_delete: str | None = None) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], f"fk_{table}_{column}", ondelete=on_delete)


def _make_logs(operations: Operations) -> None:
    operations.create_table(
        "verbatim_audit",
        _column("id", _WHOLE, key=True),
        _column("at", _MOMENT),
        _column("who", sa.Text),
        _column("server", _WHOLE, null=True),
        _column("action", sa.Text),
        _column("article", sa.Text, null=True),
        _column("old", sa.Text, null=True),
        _column("new", sa.Text, null=True),
        _column("added", _WHOLE),
        _column("removed", _WHOLE),
        _column("changed", _WHOLE),
        _column("outcome", sa.Text),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_verbatim_audit_server", "verbatim_audit", ["server", "id"])
    operations.create_table(
        "verbatim_unanswered",
        _column("id", _WHOLE, key=True),
        _column("at", _MOMENT),
        _column("server", _WHOLE),
        _column("text", sa.Text),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_verbatim_unanswered_server", "verbatim_unanswered", ["server", "id"])
    operations.create_table(
        "verbatim_values",
        _column("name", sa.Text, key=True),
        _column("value", sa.Text),
    )
    operations.create_table(
        "verbatim_bindings",
        _column("kind", sa.Text, key=True),
        _column("scope", _WHOLE, key=True),
        _column("server", _WHOLE),
        _column("articles", sa.JSON),
    )
    operations.create_index("ix_verbatim_bindings_server", "verbatim_bindings", ["server"])


def _make_posted(operations: Operations) -> None:
    operations.create_table(
        "verbatim_posted",
        _column("message", _WHOLE, key=True),
        _column("channel", _WHOLE),
        _column("server", _WHOLE),
        _column("at", _MOMENT),
    )
    operations.create_index("ix_verbatim_posted_server", "verbatim_posted", ["server", "message"])
    operations.create_table(
        "verbatim_posted_refs",
        _column("message", _WHOLE, key=True),
        _column("place", _WHOLE, key=True),
        _column("sha256", sa.Text),
        _column("start", _WHOLE),
        _column("end", _WHOLE),
        _reference("verbatim_posted_refs", "message", "verbatim_posted.message", on_delete="CASCADE"),
    )
    operations.create_index("ix_verbatim_posted_refs_sha256", "verbatim_posted_refs", ["sha256"])


def _make_versions(operations: Operations) -> None:
    operations.create_table(
        "verbatim_versions",
        _column("id", _WHOLE, key=True),
        _column("at", _MOMENT),
        _column("who", sa.Text),
        _column("note", sa.Text),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "verbatim_blobs",
        _column("sha256", sa.Text, key=True),
        _column("content", sa.LargeBinary),
    )
    operations.create_table(
        "verbatim_version_files",
        _column("version", _WHOLE, key=True),
        _column("place", _WHOLE, key=True),
        _column("name", sa.Text),
        _column("sha256", sa.Text),
        _reference("verbatim_version_files", "version", "verbatim_versions.id", on_delete="CASCADE"),
        _reference("verbatim_version_files", "sha256", "verbatim_blobs.sha256"),
    )
    operations.create_index("ix_verbatim_version_files_sha256", "verbatim_version_files", ["sha256"])
