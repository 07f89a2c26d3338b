"""What it means when the connection to Discord fails: whether waiting helps, and how it is said."""

from __future__ import annotations

import os
from dataclasses import dataclass

import aiohttp
import discord

from bot.discordapp.greeting import PORTAL

_UNAUTHORISED, _TOO_MANY, _BAD_TOKEN = 401, 429, 4004
_LONGEST_ASKED = 3600.0
"""No wait that Discord asks for is kept longer than an hour, in seconds: by then it is worth asking again."""

WRONG_TOKEN = (
    f"Discord does not accept the token. Get a new one at {PORTAL} (your application, Bot, Reset Token) and put it "
    "into DISCORD_TOKEN, or into the file that DISCORD_TOKEN_FILE names."
)
_FINAL_CODES = {
    _BAD_TOKEN: WRONG_TOKEN,
    4010: "Discord does not accept how the bot is divided into shards (4010). Please report it.",
    4011: "The bot is in more servers than Discord lets one connection serve (4011); this version has only one.",
    4012: "Discord no longer speaks this version of its gateway (4012). Install a newer version of discord.py.",
    4013: "Discord does not know the intents that the bot asks for (4013). Install a newer version of discord.py.",
}
"""The close codes after which Discord says not to reconnect; 4014 is `PrivilegedIntentsRequired`."""

_PRIVILEGED = {
    "message_content": "Message Content",
    "members": "Server Members",
    "presences": "Presence",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Waiting does not help: the sentence says what does."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Away:
    """Waiting helps. `why` is the first half of a sentence; `at_least` the seconds that Discord asked to wait."""

    why: str
    at_least: float = 0.0


def verdict(error: BaseException) -> Refused | Away | None:
    """Return what a failed connection means; None where the error is not about the connection."""
    match error:
        case discord.LoginFailure():
            return Refused(WRONG_TOKEN)
        case discord.HTTPException():
            return _answered(error)
        case discord.RateLimited():
            return _asked_to_wait(error.retry_after)
        case discord.ConnectionClosed():
            return _closed(error.code)
        case discord.GatewayNotFound() | aiohttp.ClientError() | ConnectionError() | TimeoutError():
            return Away(f"Discord cannot be reached ({_reason(error)})")
        case _:
            return None


def intents_refused(intents: discord.Intents) -> Refused:
    """Return what to do where Discord refuses (4014) the privileged ones among these intents."""
    asked = [name for flag, name in _PRIVILEGED.items() if getattr(intents, flag)]
    which = f"the intent {' and '.join(asked)}" if asked else "the intents that the bot asks for"
    return Refused(
        f"Discord refuses {which} (4014). Switch it on at {PORTAL} (your application, Bot, Privileged Gateway "
        "Intents), then start again."
    )


def _answered(error: discord.HTTPException) -> Refused | Away:
    if error.status == _UNAUTHORISED:
        return Refused(WRONG_TOKEN)
    if error.status == _TOO_MANY:
        return _asked_to_wait(_retry_after(error))
    return Away(f"Discord answers with an error ({error.status})")


def _closed(code: int) -> Refused | Away:
    sentence = _FINAL_CODES.get(code)
    return Refused(sentence) if sentence else Away(f"Discord closed the connection ({code})")


def _asked_to_wait(seconds: float) -> Away:
    return Away("Discord asks to wait (429, too many requests)", min(seconds, _LONGEST_ASKED))


def _retry_after(error: discord.HTTPException) -> float:
    """Return the seconds of the header `Retry-After`, 0 where there is none that can be read."""
    try:
        return max(0.0, float(error.response.headers.get("Retry-After", "0")))
    except ValueError:
        return 0.0


def _reason(error: BaseException) -> str:
    """Return a few plain words; the messages of sockets hold addresses and brackets."""
    for kinds, words in _REASONS:
        if isinstance(error, kinds):
            return words
    if isinstance(error, aiohttp.ClientResponseError):
        return f"it answers {error.status}"
    number = getattr(error, "errno", None)
    return os.strerror(number).lower() if isinstance(number, int) else type(error).__name__


_REASONS = (
    (discord.GatewayNotFound, "it names no gateway"),
    (aiohttp.ClientConnectorDNSError, "its name is not found; is the network down?"),
    (
        (aiohttp.ClientConnectorCertificateError, aiohttp.ClientConnectorSSLError),
        "its certificate cannot be checked; are the clock and the proxy right?",
    ),
    ((aiohttp.ServerDisconnectedError, ConnectionResetError), "the connection was cut"),
    (TimeoutError, "no answer in time"),
)
