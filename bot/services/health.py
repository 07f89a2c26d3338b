"""Whether the bot lives: a heartbeat that its loop leaves in the state folder, and how another process reads it.

One process writes one file: where the bot runs in several, each has its own.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from bot.services.incidents import log
from bot.services.places import state_folder

BEAT_SECONDS = 30.0
"""How often the bot reports: twice a minute costs nothing, and nobody looks more often."""
STALE_SECONDS = 3 * BEAT_SECONDS
"""The age from which a report proves nothing: one beat may be late on a busy machine and one be lost, not three."""

_FILE = "heartbeat"
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700
_READY, _WAITING = "ready", "waiting"
_MOST_BYTES = 100
"""A report has about forty."""


class HealthState(StrEnum):
    """What a heartbeat shows."""

    READY = "ready"
    """The bot reported lately and is connected: the only healthy one."""
    WAITING = "waiting"
    """It reported lately, and is not connected."""
    STALE = "stale"
    """It has not reported for `STALE_SECONDS`, or its report bears a time as far ahead."""
    ABSENT = "absent"
    """There is no report: the bot was never started, or was stopped."""
    DAMAGED = "damaged"
    """What stands there is no report, or may not be read."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found, in one sentence; `reported` is the time of the last report, None without a readable one."""

    state: HealthState
    sentence: str
    reported: datetime | None = None

    @property
    def healthy(self) -> bool:
        """Whether a supervisor has nothing to do."""
        return self.state is HealthState.READY


def health_file(environ: Mapping[str, str]) -> Path | None:
    """Return where the heartbeat stands, None where there is no folder for state."""
    folder = state_folder(environ)
    return folder and folder / _FILE


def beat(file: Path, now: datetime, ready: bool) -> None:  # noqa: FBT001 – the report is the pair of the two
    """Report that the bot lives at `now` and whether it is connected; a reader sees the old report or the new one.

    Raises OSError if the file cannot be written and ValueError if `now` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a report needs a time with its zone")
    file.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.new")
    new.touch(mode=_PRIVATE_FILE)
    stamp = now.astimezone(UTC).isoformat(timespec="seconds")
    new.write_text(f"{stamp} {_READY if ready else _WAITING}\n", encoding="ascii")
    new.replace(file)


async def keep_beating(file: Path, is_ready: Callable[[], bool], *, every: float = BEAT_SECONDS) -> None:
    """Report every `every` seconds until cancelled, then take the report away: a bot that was stopped is not healthy.

    It has to run in the bot's own loop, so that a loop that hangs is found out. A report that cannot be written is
    logged once until one succeeds, and never ends the bot.
    """
    failing = False
    try:
        while True:
            try:
                beat(file, datetime.now(UTC), is_ready())
                failing = False
            except OSError as error:
                if not failing:
                    log.warning("the heartbeat %s cannot be written: %s", file, error.strerror or error)
                failing = True
            await asyncio.sleep(every)
    finally:
        _take_away(file)


def _take_away(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)


def read_health(file: Path | None, now: datetime) -> Health:
    """Read the heartbeat as it stands at `now`, which has a time zone; whatever stands there, nothing is raised."""
    if file is None:
        sentence = "There is no folder for the bot's state: set XDG_STATE_HOME or HOME."
        return Health(HealthState.ABSENT, sentence)
    try:
        with file.open("rb") as report:
            reported, ready = _parsed(report.read(_MOST_BYTES + 1))
    except FileNotFoundError:
        return Health(HealthState.ABSENT, f"The bot is not running: there is no {file}.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no report"
        return Health(HealthState.DAMAGED, f"The bot's report {file} cannot be read: {reason}.")
    return _judged(reported, now - reported, ready=ready)


def _parsed(data: bytes) -> tuple[datetime, bool]:
    """Read what `beat` wrote. Raises ValueError."""
    if len(data) > _MOST_BYTES:
        raise ValueError("too long")
    stamp, _, word = data.decode("ascii").rstrip("\n").partition(" ")
    reported = datetime.fromisoformat(stamp)
    if reported.utcoffset() != timedelta() or word not in {_READY, _WAITING}:
        raise ValueError("not as it is written")
    return reported, word == _READY


def _judged(reported: datetime, age: timedelta, *, ready: bool) -> Health:
    stale = timedelta(seconds=STALE_SECONDS)
    if age >= stale:
        at = f"{reported:%Y-%m-%d %H:%M:%S} UTC"
        sentence = (
            f"The bot has stopped or hangs: it last reported at {at}, {STALE_SECONDS:.0f} s ago or longer."
        )
        return Health(HealthState.STALE, sentence, reported)
    if age <= -stale:
        at = f"{reported:%Y-%m-%d %H:%M:%S} UTC"
        sentence = f"The bot last reported at {at}, which is yet to come: was the clock set back?"
        return Health(HealthState.STALE, sentence, reported)
    ago = f"it reported {max(0, int(age.total_seconds()))} s ago"
    if ready:
        return Health(HealthState.READY, f"The bot is connected to Discord: {ago}.", reported)
    return Health(HealthState.WAITING, f"The bot runs but is not connected to Discord: {ago}.", reported)
