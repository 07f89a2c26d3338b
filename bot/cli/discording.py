"""`discord`: the Discord door, which is also what a token without a command opens."""

from __future__ import annotations

import click

from bot.cli.options import shared_options
from bot.cli.session import Session, with_session
from bot.services.config import ConfigError, ConfigFault, read_token

_NO_TOKEN = ConfigFault(
    "DISCORD_TOKEN",
    0,
    0,
    "",
    "the token of your bot",
    "none",
    "Copy it at https://discord.com/developers/applications (your application, Bot) into DISCORD_TOKEN, or into a "
    "file that DISCORD_TOKEN_FILE names.",
)


@click.command("discord")
@shared_options
@with_session
def discord_door(session: Session) -> int:
    """Answer in Discord, with the token in DISCORD_TOKEN."""
    token = read_token(session.runtime.environ)
    if token is None:
        raise ConfigError((_NO_TOKEN,))
    from bot.cli.discord_parts import run  # noqa: PLC0415 – only this door pays for Discord's library

    return run(session, token.get_secret_value())
