"""What happens to a fault of the program itself: one sentence for the user, the trace for the log."""

from __future__ import annotations

import hashlib
import logging
import logging.handlers
import sys
import traceback
from collections.abc import Mapping

from bot.services.config import Settings
from bot.services.places import private_file

_LOG_BYTES, _OLD_LOGS = 1_000_000, 2
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger("bot")


def open_log(settings: Settings, environ: Mapping[str, str]) -> str | None:
    """Send the log to its file, at level debug to standard error too; return the file's name, None without one."""
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.propagate = False
    log.setLevel(settings.log.level.upper())
    file = private_file(settings.log.file, "verbatim.log", environ)
    if file is not None:
        _add(logging.handlers.RotatingFileHandler(file, "a", _LOG_BYTES, _OLD_LOGS, "utf-8", delay=True))
    if settings.log.level == "debug":
        _add(logging.StreamHandler(sys.stderr))
    if not log.handlers:
        _add(logging.NullHandler())
    return None if file is None else str(file)


def note(error: BaseException) -> str:
    """Log the trace of `error` under a short id and return the id.

    It is made of the error's type and place, so that the same fault has the same id on every machine.
    """
    places = [(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    short = hashlib.sha256(repr((type(error).__name__, places)).encode()).hexdigest()[:8]
    log.error("fault %s", short, exc_info=error)
    return short


def report(error: Exception, log_file: str | None) -> str:
    """Log the trace of `error` under a short id and return the sentence that names it."""
    short = note(error)
    where = f"The details are in {log_file} under that id." if log_file else _WITHOUT_FILE
    return f"Something went wrong inside the program (fault {short}). {where} Please report it."


_WITHOUT_FILE = "Run it again with VERBATIM_LOG__LEVEL=debug to see the details."


def _add(handler: logging.Handler) -> None:
    handler.setFormatter(logging.Formatter(_FORMAT))
    log.addHandler(handler)
