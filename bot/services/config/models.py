"""The settings. Each field's description and default is what `config.yaml` shows beside it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.services.config.scalars import AsText, AsTuple, Text, Texts, Truth, Whole, is_nothing


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_section(cls, value: object) -> object:
        """Read a section whose keys are all commented out as its defaults."""
        return {} if is_nothing(value) else value


class SeedSettings(_Section):
    """Where the articles are."""

    folder: Text = Field(
        default="seeds",
        min_length=1,
        description="The folder of articles (.txt, .md, .html), relative to the folder the bot is started in.",
    )
    max_bytes: Whole = Field(
        default=300_000,
        ge=1,
        le=1_000_000_000,
        description="The size in bytes above which a file is refused; most news articles have less than 50000.",
    )
    watch: Truth = Field(
        default=False,
        description="Whether the Discord bot reads the folder again when its files change; else `reload` does.",
    )


class FetchSettings(_Section):
    """Which pages an admin may let the bot read as a seed."""

    hosts: Texts = Field(
        default=(),
        description="Hosts whose pages may be fetched by URL, for example [example.org]; an empty list is none.",
    )
    max_bytes: Whole = Field(
        default=2_000_000,
        ge=1,
        le=100_000_000,
        description="The size in bytes above which a page is refused.",
    )
    seconds: Whole = Field(
        default=10,
        ge=1,
        le=60,
        description="How many seconds a page may take, redirects included.",
    )


class AnswerSettings(_Section):
    """How questions are answered."""

    max_hits: Whole = Field(
        default=5,
        ge=1,
        le=100,
        description="How many results the terminal shows at most; --all and --json give every one.",
    )


class TerminalSettings(_Section):
    """How the terminal looks."""

    colour: Annotated[Literal["auto", "always", "never"], AsText] = Field(
        default="auto",
        description="Colours: auto (in a terminal, unless NO_COLOR is set), always, or never.",
    )
    width: Whole = Field(
        default=0,
        ge=0,
        le=1000,
        description="The width in columns to wrap at; 0 is the terminal's own, and no wrapping when piped.",
    )
    history: Text = Field(
        default="auto",
        min_length=1,
        description="The chat's history: auto (a private file in your state folder), none, or a file's name.",
    )


Permission = Literal[
    "administrator",
    "manage_guild",
    "manage_channels",
    "manage_threads",
    "manage_messages",
    "manage_roles",
    "manage_webhooks",
    "moderate_members",
    "kick_members",
    "ban_members",
]
"""Discord's names of permissions that somebody who looks after a server may have."""
Id = Annotated[str, Field(pattern=r"^[0-9]{15,20}$"), AsText]
"""An id of Discord's: in its client, Developer Mode, then Copy ID."""
Ids = Annotated[tuple[Id, ...], AsTuple]
Permissions = Annotated[tuple[Annotated[Permission, AsText], ...], AsTuple]


class ServerSettings(_Section):
    """What one Discord server has otherwise."""

    prefix: Text | None = Field(
        default=None,
        min_length=1,
        max_length=10,
        description="What a command begins with there, in place of discord.prefix.",
    )
    plain_text: Truth | None = Field(
        default=None,
        description="Plain text there, in place of discord.plain_text.",
    )
    admin_roles: Ids | None = Field(
        default=None,
        description="Roles that may change the seeds there, in place of discord.admin_roles.",
    )
    admin_users: Ids | None = Field(
        default=None,
        description="Members who may change the seeds there, in place of discord.admin_users.",
    )
    admin_permissions: Permissions | None = Field(
        default=None,
        description="Permissions with which a member may change the seeds there, in place of discord.admin_permissions.",
    )
    admin_channel: Id | None = Field(
        default=None,
        description="The channel there that is told of answers that no longer stand, and of unanswered questions.",
    )


class DiscordSettings(_Section):
    """How the bot behaves in Discord."""

    prefix: Text = Field(
        default="!",
        min_length=1,
        max_length=10,
        description="What a command begins with; needs the Message Content intent. Mentions and slash commands do not.",
    )
    plain_text: Truth = Field(
        default=False,
        description="Answers as plain text: true, or false for layouts.",
    )
    plain_commands: Texts = Field(
        default=(),
        description="Commands answered as plain text in any case, for example [articles, sources].",
    )
    results: Whole = Field(
        default=3,
        ge=1,
        le=5,
        description="How many results stand on one page at most; the others are a click away.",
    )
    admin_roles: Ids = Field(
        default=(),
        description="Ids of roles that may change the seeds, beside each server's owner.",
    )
    admin_users: Ids = Field(
        default=(),
        description="Ids of members who may change the seeds, in every server.",
    )
    admin_permissions: Permissions = Field(
        default=("administrator",),
        description="Permissions with which a member may change the seeds; an empty list is nobody.",
    )
    servers: dict[Id, ServerSettings] = Field(
        default={},
        description='By server id what is different there, for example {"123456789012345678": {prefix: "?", plain_text: true}}.',
    )


class LogSettings(_Section):
    """What is written down for whoever looks after the bot."""

    level: Annotated[Literal["debug", "info", "warning", "error"], AsText] = Field(
        default="warning",
        description="What is logged: debug, info, warning or error. At debug it is shown on standard error, too.",
    )
    file: Text = Field(
        default="auto",
        min_length=1,
        description="The log: auto (a private file in your state folder), none, or a file's name.",
    )


class StateSettings(_Section):
    """What outlives a restart: who changed what, what is bound, what was posted, and earlier versions of the seeds."""

    url: Text = Field(
        default="auto",
        min_length=1,
        repr=False,
        description="The database: auto (a private file in your state folder), sqlite:///FILE or postgresql://USER@HOST/NAME.",
    )
    answers: Whole = Field(
        default=0,
        ge=0,
        le=100_000,
        description="How many posted answers are remembered by server, as ids and offsets only, to be recalled; 0 is none.",
    )
    versions: Whole = Field(
        default=20,
        ge=1,
        le=1000,
        description="How many versions of the seeds are kept to go back to.",
    )


class Settings(_Section):
    """All settings, one section each."""

    seeds: SeedSettings = Field(default=SeedSettings(), description="The articles.")
    fetch: FetchSettings = Field(default=FetchSettings(), description="Pages by URL.")
    answers: AnswerSettings = Field(default=AnswerSettings(), description="The answers.")
    terminal: TerminalSettings = Field(default=TerminalSettings(), description="The terminal.")
    discord: DiscordSettings = Field(default=DiscordSettings(), description="Discord.")
    log: LogSettings = Field(default=LogSettings(), description="The log.")
    state: StateSettings = Field(default=StateSettings(), description="What outlives a restart.")
