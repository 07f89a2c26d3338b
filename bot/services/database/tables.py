"""The tables of the state. A change here needs a migration: a test holds the two against each other."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, LargeBinary, MetaData, Table, Text

from bot.services.database.columns import AnyText, Moment, Whole

VERSION_TABLE = "verbatim_migration"
"""Where it stands which migration was the last. All names have a prefix: a database may be shared with others."""

metadata = MetaData(
    naming_convention={
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

audit = Table(
    "verbatim_audit",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", AnyText, nullable=False),
    Column("server", Whole),
    Column("action", AnyText, nullable=False),
    Column("article", AnyText),
    Column("old", AnyText),
    Column("new", AnyText),
    Column("added", Whole, nullable=False),
    Column("removed", Whole, nullable=False),
    Column("changed", Whole, nullable=False),
    Column("outcome", AnyText, nullable=False),
    Index(None, "server", "id"),
    sqlite_autoincrement=True,
)

bindings = Table(
    "verbatim_bindings",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("scope", Whole, primary_key=True, autoincrement=False),
    Column("server", Whole, nullable=False, index=True),
    Column("articles", JSON, nullable=False),
)

posted = Table(
    "verbatim_posted",
    metadata,
    Column("message", Whole, primary_key=True, autoincrement=False),
    Column("channel", Whole, nullable=False),
    Column("server", Whole, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "server", "message"),
)

posted_refs = Table(
    "verbatim_posted_refs",
    metadata,
    Column("message", ForeignKey(posted.c.message, ondelete="CASCADE"), primary_key=True),
    Column("place", Whole, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("start", Whole, nullable=False),
    Column("end", Whole, nullable=False),
)
"""One row for each passage cited, and not a list in one column: an index finds who cites an article that changed."""

unanswered = Table(
    "verbatim_unanswered",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("server", Whole, nullable=False),
    Column("text", AnyText, nullable=False),
    Index(None, "server", "id"),
    sqlite_autoincrement=True,
)

versions = Table(
    "verbatim_versions",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", AnyText, nullable=False),
    Column("note", AnyText, nullable=False),
    sqlite_autoincrement=True,
)

blobs = Table(
    "verbatim_blobs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""Each content once, however many versions have it."""

version_files = Table(
    "verbatim_version_files",
    metadata,
    Column("version", ForeignKey(versions.c.id, ondelete="CASCADE"), primary_key=True),
    Column("place", Whole, primary_key=True, autoincrement=False),
    Column("name", AnyText, nullable=False),
    Column("sha256", ForeignKey(blobs.c.sha256), nullable=False, index=True),
)
"""By place and not by name: a name may be longer than an index of PostgreSQL takes."""

small_values = Table(
    "verbatim_values",
    metadata,
    Column("name", AnyText, primary_key=True),
    Column("value", AnyText, nullable=False),
)
