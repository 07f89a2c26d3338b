"""Where the log of discord.py goes: to the bot's own, never with the token in it."""

from __future__ import annotations

import copy
import logging

import discord

from bot.discordapp.running.faults import Away, verdict
from bot.services.incidents import log

_LOGGERS = ("discord", "aiohttp", "asyncio")
"""Who writes something that would go to standard error, traces included, if nobody took it."""


def take_logs(token: str) -> None:
    """Send what discord.py and the libraries below it log to where the bot logs now, and keep `token` out of all.

    Never at debug: at that level discord.py logs every event and every message.
    """
    for handler in log.handlers:
        handler.setFormatter(_Plain(handler.formatter or logging.Formatter(), token))
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [_ToTheBots()]
        logger.propagate = False
        logger.setLevel(max(logging.INFO, log.level))
    # The bot has no voice; that the libraries for it are missing is worth no warning.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class _ToTheBots(logging.Handler):
    """Hands every record to the handlers that the bot's log has by then, and keeps none of them open itself."""

    def emit(self, record: logging.LogRecord) -> None:
        log.handle(record)


class _Plain(logging.Formatter):
    """Writes what another formatter does, without the token and without the traces of a network that is down."""

    def __init__(self, inner: logging.Formatter, token: str) -> None:
        super().__init__()
        self._inner, self._token = inner, token

    def format(self, record: logging.LogRecord) -> str:
        text = self._inner.format(_without_trace_of_outage(record))
        return text.replace(self._token, "[token]") if self._token else text


def _without_trace_of_outage(record: logging.LogRecord) -> logging.LogRecord:
    """Return the record of a reconnection with a few words in place of its trace; every other one as it is."""
    error = record.exc_info[1] if record.exc_info else None
    if error is None or (record.name, record.funcName) != ("discord.client", "connect"):
        return record
    found = verdict(error)
    if not isinstance(found, Away):
        return record
    short = copy.copy(record)
    short.msg, short.args = f"{found.why}: {record.getMessage()}", ()
    short.exc_info, short.exc_text = None, None
    return short
