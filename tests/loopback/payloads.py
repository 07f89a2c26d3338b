"""What Discord sends, as its documentation describes it, with nothing in it that the bot has no use for."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]

BOT, OWNER, MEMBER = 100000000000001001, 100000000000001002, 100000000000001003
APPLICATION = BOT
GUILD, CHANNEL = 100000000000002001, 100000000000003001
GUILD_NAME, GUILD_MEMBERS = "Harbour Watch", 17

CONTENT_GRANTED = 1 << 19
"""The application's flag GATEWAY_MESSAGE_CONTENT_LIMITED: the intent is switched on in the Developer Portal."""
CONTENT_INTENT = 1 << 15

_DISCORD_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
_EVERYBODY = str((1 << 50) - 1)
_counter = itertools.count()


def snowflake() -> int:
    """A fresh id, made of the time as Discord's are."""
    milliseconds = (datetime.now(UTC) - _DISCORD_EPOCH).total_seconds() * 1000
    return (int(milliseconds) << 22) + next(_counter)


def user(number: int) -> Json:
    """A user; the bot is one."""
    names = {BOT: "Verbatim", OWNER: "olga", MEMBER: "mika"}
    return {
        "id": str(number),
        "username": names[number],
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": number == BOT,
    }


def member(number: int) -> Json:
    """A member of the server."""
    return {
        "user": user(number),
        "roles": [],
        "joined_at": "2024-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
        "permissions": _EVERYBODY,
    }


def application(*, content: bool) -> Json:
    """The bot's application, with the Message Content intent switched on or off."""
    return {
        "id": str(APPLICATION),
        "name": "Verbatim",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(OWNER),
        "verify_key": "0" * 64,
        "team": None,
        "flags": CONTENT_GRANTED if content else 0,
    }


def channel() -> Json:
    """The server's only channel."""
    return {
        "id": str(CHANNEL),
        "guild_id": str(GUILD),
        "type": 0,
        "name": "general",
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "parent_id": None,
    }


def guild() -> Json:
    """The server, as GUILD_CREATE brings it."""
    everyone = {
        "id": str(GUILD),
        "name": "@everyone",
        "permissions": _EVERYBODY,
        "position": 0,
        "color": 0,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": str(GUILD),
        "name": GUILD_NAME,
        "owner_id": str(OWNER),
        "member_count": GUILD_MEMBERS,
        "joined_at": "2024-01-01T00:00:00+00:00",
        "large": False,
        "unavailable": False,
        "roles": [everyone],
        "channels": [channel()],
        "members": [member(BOT), member(OWNER)],
        "emojis": [],
        "stickers": [],
        "threads": [],
        "features": [],
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-GB",
        "afk_timeout": 300,
        "system_channel_flags": 0,
    }


def message(author: int, content: str, **more: Any) -> Json:
    """A message in the channel."""
    return {
        "id": str(snowflake()),
        "channel_id": str(CHANNEL),
        "author": user(author),
        "content": content,
        "timestamp": datetime.now(UTC).isoformat(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
    } | more


def question(words: str) -> Json:
    """A message of a member that mentions the bot, as MESSAGE_CREATE brings it."""
    asker = {name: value for name, value in member(MEMBER).items() if name != "user"}
    return message(MEMBER, f"<@{BOT}> {words}", mentions=[user(BOT)], guild_id=str(GUILD), member=asker)


def slash(name: str, command: int, **options: str) -> Json:
    """A slash command of a member, as INTERACTION_CREATE brings it."""
    return {
        "id": str(snowflake()),
        "application_id": str(APPLICATION),
        "type": 2,
        "token": f"interaction-{snowflake()}",
        "version": 1,
        "guild_id": str(GUILD),
        "channel_id": str(CHANNEL),
        "channel": channel(),
        "member": member(MEMBER),
        "locale": "en-GB",
        "guild_locale": "en-GB",
        "app_permissions": _EVERYBODY,
        "entitlements": [],
        "authorizing_integration_owners": {},
        "attachment_size_limit": 10_000_000,
        "data": {
            "id": str(command),
            "name": name,
            "type": 1,
            "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()],
        },
    }
