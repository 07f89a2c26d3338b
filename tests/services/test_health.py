"""The heartbeat: what is written, how it is read at any later time, and what stops with the bot."""

from __future__ import annotations

import asyncio
import os
import stat
import tempfile
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.health import (
    BEAT_SECONDS,
    STALE_SECONDS,
    HealthState,
    beat,
    health_file,
    keep_beating,
    read_health,
)
from bot.services.incidents import log

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
STALE = timedelta(seconds=STALE_SECONDS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A heartbeat in a state folder that is not there yet."""
    return tmp_path / "state" / "verbatim" / "heartbeat"


class TestReading:
    def test_a_connected_bot_that_reported_lately_is_healthy(self, file: Path) -> None:
        beat(file, NOON, ready=True)
        found = read_health(file, NOON + 12 * SECOND)
        assert (found.healthy, found.state, found.reported) == (True, HealthState.READY, NOON)
        assert found.sentence == "The bot is connected to Discord: it reported 12 s ago."

    def test_a_bot_that_runs_without_a_connection_is_not(self, file: Path) -> None:
        beat(file, NOON, ready=False)
        found = read_health(file, NOON)
        assert (found.healthy, found.state) == (False, HealthState.WAITING)
        assert found.sentence == "The bot runs but is not connected to Discord: it reported 0 s ago."

    @pytest.mark.parametrize("ready", [True, False])
    def test_a_report_holds_until_the_documented_age_and_not_a_moment_longer(
        self, file: Path, *, ready: bool
    ) -> None:
        beat(file, NOON, ready=ready)
        lively = read_health(file, NOON + STALE - timedelta(microseconds=1))
        stale = read_health(file, NOON + STALE)
        assert lively.state is not HealthState.STALE
        assert (stale.healthy, stale.state) == (False, HealthState.STALE)
        assert stale.sentence == (
            "The bot has stopped or hangs: it last reported at 2026-03-04 12:00:00 UTC, 90 s ago or longer."
        )

    def test_two_reports_may_be_missed(self) -> None:
        assert 2 * BEAT_SECONDS < STALE_SECONDS <= 3 * BEAT_SECONDS

    def test_a_clock_set_back_a_little_is_forgiven(self, file: Path) -> None:
        beat(file, NOON, ready=True)
        found = read_health(file, NOON - 5 * SECOND)
        assert found.healthy
        assert found.sentence.endswith("it reported 0 s ago.")

    def test_a_report_from_far_ahead_does_not_keep_a_dead_bot_alive(self, file: Path) -> None:
        beat(file, NOON, ready=True)
        found = read_health(file, NOON - STALE)
        assert (found.healthy, found.state) == (False, HealthState.STALE)
        assert "was the clock set back?" in found.sentence

    def test_without_a_report_the_bot_is_not_running(self, file: Path) -> None:
        found = read_health(file, NOON)
        assert (found.healthy, found.state, found.reported) == (False, HealthState.ABSENT, None)
        assert found.sentence == f"The bot is not running: there is no {file}."

    def test_without_a_folder_for_state_the_sentence_says_which_variable_to_set(self) -> None:
        found = read_health(health_file({}), NOON)
        assert (found.healthy, found.state) == (False, HealthState.ABSENT)
        assert "XDG_STATE_HOME" in found.sentence

    def test_a_folder_in_its_place_is_said(self, file: Path) -> None:
        file.mkdir(parents=True)
        found = read_health(file, NOON)
        assert (found.healthy, found.state) == (False, HealthState.DAMAGED)
        assert str(file) in found.sentence

    @pytest.mark.parametrize(
        "damaged",
        [
            b"",
            b"2026-03-04T12:00:00+00:00",
            b"2026-03-04T12:00:00+00:00 well\n",
            b"2026-03-04T12:00:00 ready\n",
            b"2026-03-04T12:00:00+01:00 ready\n",
            b"2026-03-04T12:00:00+00:00 ready\n" * 9,
            b"\xff ready\n",
        ],
    )
    def test_half_a_report_is_no_report(self, file: Path, damaged: bytes) -> None:
        file.parent.mkdir(parents=True)
        file.write_bytes(damaged)
        found = read_health(file, NOON)
        assert (found.healthy, found.state, found.reported) == (False, HealthState.DAMAGED, None)

    @given(
        st.binary(max_size=200)
        | st.builds(lambda at, word: f"{at.isoformat()} {word}".encode(), st.datetimes(), st.text())
    )
    def test_whatever_stands_there_gives_one_sentence(self, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "heartbeat")
            file.write_bytes(data)
            assert read_health(file, NOON).sentence.count("\n") == 0

    @given(reported=st.datetimes(), now=st.datetimes(), ready=st.booleans())
    def test_a_bot_is_healthy_only_if_it_is_connected_and_reported_near_the_time_of_reading(
        self, reported: datetime, now: datetime, *, ready: bool
    ) -> None:
        reported, now = reported.replace(microsecond=0, tzinfo=UTC), now.replace(tzinfo=UTC)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "heartbeat")
            beat(file, reported, ready=ready)
            found = read_health(file, now)
        assert found.reported == reported
        assert found.healthy == (ready and abs(now - reported) < STALE)


class TestWriting:
    def test_the_state_folder_is_made(self, tmp_path: Path) -> None:
        file = health_file({"XDG_STATE_HOME": str(tmp_path)})
        assert file == tmp_path / "verbatim" / "heartbeat"
        beat(file, NOON, ready=True)
        assert file.exists()

    def test_only_the_newest_report_is_left_and_nothing_beside_it(self, file: Path) -> None:
        beat(file, NOON, ready=False)
        beat(file, NOON + SECOND, ready=True)
        assert [found.name for found in file.parent.iterdir()] == ["heartbeat"]
        assert file.read_bytes() == b"2026-03-04T12:00:01+00:00 ready\n"

    def test_a_report_is_replaced_whole_so_that_no_reader_sees_half_of_one(self, file: Path) -> None:
        beat(file, NOON, ready=True)
        with file.open("rb") as reader:
            beat(file, NOON + SECOND, ready=True)
            assert reader.read() == b"2026-03-04T12:00:00+00:00 ready\n"

    def test_any_time_zone_will_do(self, file: Path) -> None:
        beat(file, NOON.astimezone(timezone(timedelta(hours=5))), ready=True)
        assert read_health(file, NOON).reported == NOON

    def test_a_time_without_a_zone_is_refused(self, file: Path) -> None:
        with pytest.raises(ValueError, match="zone"):
            beat(file, NOON.replace(tzinfo=None), ready=True)

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mode")
    def test_it_is_private(self, file: Path) -> None:
        beat(file, NOON, ready=True)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


class Enough(Exception):  # noqa: N818 – it ends a loop and is no error
    """Raised by a bot that was asked often enough."""


class Bot:
    """A bot that is asked whether it is ready; it tells what the reports said before each time it was asked."""

    def __init__(self, file: Path, answers: list[bool]) -> None:
        self.seen: list[HealthState] = []
        self._file, self._answers = file, iter(answers)

    def is_ready(self) -> bool:
        self.seen.append(read_health(self._file, datetime.now(UTC)).state)
        for answer in self._answers:
            return answer
        raise Enough


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> pytest.LogCaptureFixture:
    """The warnings of the bot, whose log goes to its file alone once it was opened."""
    monkeypatch.setattr(log, "propagate", True)
    caplog.set_level("WARNING", logger=log.name)
    return caplog


class TestBeating:
    async def test_each_beat_says_how_the_bot_is_then(self, file: Path) -> None:
        bot = Bot(file, [False, True, False])
        with pytest.raises(Enough):
            await keep_beating(file, bot.is_ready, every=0)
        assert bot.seen == [
            HealthState.ABSENT,
            HealthState.WAITING,
            HealthState.READY,
            HealthState.WAITING,
        ]

    async def test_a_report_left_by_a_bot_that_was_killed_is_replaced_at_once(self, file: Path) -> None:
        beat(file, datetime.now(UTC), ready=True)
        bot = Bot(file, [False])
        with pytest.raises(Enough):
            await keep_beating(file, bot.is_ready, every=0)
        assert bot.seen == [HealthState.READY, HealthState.WAITING]

    async def test_a_bot_that_was_stopped_leaves_no_report(self, file: Path) -> None:
        asked = asyncio.Event()

        def is_ready() -> bool:
            asked.set()
            return True

        beating = asyncio.create_task(keep_beating(file, is_ready))
        await asked.wait()
        assert read_health(file, datetime.now(UTC)).healthy
        beating.cancel()
        with pytest.raises(asyncio.CancelledError):
            await beating
        assert read_health(file, datetime.now(UTC)).state is HealthState.ABSENT

    async def test_a_report_that_cannot_be_written_is_logged_once_and_ends_nothing(
        self, tmp_path: Path, logged: pytest.LogCaptureFixture
    ) -> None:
        (tmp_path / "file").touch()
        file, asked = tmp_path / "file" / "heartbeat", count()

        def is_ready() -> bool:
            if next(asked) == 3:
                raise Enough
            return True

        with pytest.raises(Enough):
            await keep_beating(file, is_ready, every=0)
        assert [record.message.partition(":")[0] for record in logged.records] == [
            f"the heartbeat {file} cannot be written"
        ]

    async def test_one_that_fails_again_after_a_success_is_logged_again(
        self, file: Path, logged: pytest.LogCaptureFixture
    ) -> None:
        steps = iter(["break", "break", "mend", "break", "stop"])

        def is_ready() -> bool:
            step = next(steps)
            if step == "stop":
                raise Enough
            if step == "break":
                file.unlink(missing_ok=True)
                file.mkdir(parents=True, exist_ok=True)
            elif file.is_dir():
                file.rmdir()
            return True

        with pytest.raises(Enough):
            await keep_beating(file, is_ready, every=0)
        assert len(logged.records) == 2
