"""What Discord grants to this bot, asked before it connects."""

from __future__ import annotations

import discord


async def message_content_granted(token: str) -> bool:
    """Return whether the Message Content intent is switched on in the Developer Portal.

    The application's flags say so: `GATEWAY_MESSAGE_CONTENT` of a verified bot, `…_LIMITED` of all others. To ask
    first costs two requests and keeps the gateway from closing with 4014, and nothing of the bot is built yet.

    Raises:
        discord.LoginFailure: the token is wrong.
        discord.HTTPException, aiohttp.ClientError, TimeoutError: Discord cannot be asked.
    """
    client = discord.Client(intents=discord.Intents(guilds=True))
    try:
        await client.login(token)
        flags = client.application_flags
    finally:
        await client.close()
    return flags.gateway_message_content or flags.gateway_message_content_limited
