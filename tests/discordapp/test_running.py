"""How the Discord door stays up and stops, against clients whose fate is written down.

The same over real sockets, on the process as it ships: tests/loopback.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest
from aiohttp.client_reqrep import ConnectionKey
from hypothesis import given
from hypothesis import strategies as st

from bot.discordapp.running import InFlight, Kept, Pace, keep_running, take_logs
from bot.discordapp.running.faults import WRONG_TOKEN, Away, Refused, verdict
from bot.services.incidents import log

TOKEN = "t0ken.of.nobody"  # noqa: S105 – an invented one
QUICK = Pace(first=0.0, longest=0.0)


def closed(code: int) -> discord.ConnectionClosed:
    return discord.ConnectionClosed(cast("aiohttp.ClientWebSocketResponse", None), shard_id=None, code=code)


def answered(status: int, **headers: str) -> discord.HTTPException:
    response = SimpleNamespace(status=status, reason="", headers=headers)
    return discord.HTTPException(cast("aiohttp.ClientResponse", response), "")


def unreachable(error: OSError) -> aiohttp.ClientConnectorError:
    return aiohttp.ClientConnectorError(cast("ConnectionKey", SimpleNamespace(host="", port=0)), error)


class Scripted(discord.Client):
    """A client that logs in or not, and connects or not, as it is told."""

    def __init__(self, *, content: bool, login: BaseException | None, connect: BaseException | None) -> None:
        super().__init__(intents=discord.Intents(guilds=True, message_content=content))
        self.fate = login, connect
        self.closed = False
        self.lost = asyncio.Event()

    async def login(self, token: str) -> None:
        assert token == TOKEN
        await self._async_setup_hook()
        if self.fate[0]:
            raise self.fate[0]

    async def connect(self, *, reconnect: bool = True) -> None:
        assert reconnect
        if self.fate[1]:
            raise self.fate[1]
        self._ready.set()
        await self.lost.wait()
        raise closed(1006)

    async def close(self) -> None:
        self.closed = True


@dataclass
class Stage:
    """A bot whose clients meet these fates one after the other; after the last one they stay connected."""

    logins: list[BaseException | None] = field(default_factory=list)
    connects: list[BaseException | None] = field(default_factory=list)
    granted: bool = True
    said: list[str] = field(default_factory=list)
    built: list[Scripted] = field(default_factory=list)
    in_flight: InFlight = field(default_factory=InFlight)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    ready: list[bool] = field(default_factory=list)

    def build(self, content: bool) -> discord.Client:  # noqa: FBT001 – the shape of `build`
        self.built.append(
            Scripted(
                content=content,
                login=self.logins.pop(0) if self.logins else None,
                connect=self.connects.pop(0) if self.connects else None,
            )
        )
        return self.built[-1]

    def arrived(self, _client: discord.Client, content: bool) -> None:  # noqa: FBT001 – the shape of `ready`
        self.ready.append(content)
        self.stop.set()

    async def may(self, _token: str) -> bool:
        return self.granted

    async def run(self, *, token: str = TOKEN, grace: float = 0.5, pace: Pace = QUICK) -> int:
        kept = Kept(
            self.build, self.arrived, self.said.append, lambda _: "Something went wrong.", self.in_flight
        )
        async with asyncio.timeout(30):
            return await keep_running(token, kept, self.stop, grace=grace, pace=pace, granted=self.may)


class TestStayingUp:
    @pytest.mark.parametrize(
        ("error", "why"),
        [
            (unreachable(ConnectionRefusedError(111, "x")), "Discord cannot be reached (connection refused)"),
            (aiohttp.ServerDisconnectedError(), "Discord cannot be reached (the connection was cut)"),
            (TimeoutError(), "Discord cannot be reached (no answer in time)"),
            (discord.GatewayNotFound(), "Discord cannot be reached (it names no gateway)"),  # type: ignore[no-untyped-call]
            (answered(503), "Discord answers with an error (503)"),
            (answered(429), "Discord asks to wait (429, too many requests)"),
            (closed(1012), "Discord closed the connection (1012)"),
        ],
    )
    async def test_a_fault_that_passes_is_said_and_tried_again_with_a_fresh_client(
        self, error: Exception, why: str
    ) -> None:
        stage = Stage(logins=[error, error])
        assert await stage.run() == 0
        assert stage.said == [f"{why}; trying again in 0 s."] * 2 + ["Stopping."]
        assert [client.closed for client in stage.built] == [True] * 3
        assert stage.ready == [True]

    async def test_the_first_connection_that_fails_is_told_by_its_cause(self) -> None:
        fate = AttributeError("'NoneType' object has no attribute 'sequence'")
        fate.__context__ = unreachable(ConnectionRefusedError(111, "x"))
        stage = Stage(connects=[fate])
        assert await stage.run() == 0
        assert stage.said[0] == "Discord cannot be reached (connection refused); trying again in 0 s."

    async def test_an_event_that_cannot_be_read_is_a_fault_of_the_program_and_not_the_end(self) -> None:
        stage = Stage(connects=[KeyError("guild")])
        assert await stage.run() == 0
        assert stage.said == [
            "Something went wrong.",
            "The connection to Discord broke; trying again in 0 s.",
            "Stopping.",
        ]

    async def test_a_fault_while_the_bot_is_set_up_is_raised(self) -> None:
        stage = Stage(logins=[KeyError("of our own")])
        with pytest.raises(KeyError):
            await stage.run()
        assert stage.built[0].closed

    async def test_it_can_be_stopped_while_it_waits(self) -> None:
        stage = Stage(logins=[answered(503)])
        asyncio.get_running_loop().call_later(0.05, stage.stop.set)
        assert await stage.run(pace=Pace(first=3600, longest=3600)) == 0
        assert len(stage.built) == 1
        assert stage.said[-1] == "Stopping."


class TestRefusals:
    @pytest.mark.parametrize("error", [discord.LoginFailure(), answered(401)])
    async def test_a_wrong_token_ends_with_78_and_where_to_get_a_new_one(self, error: Exception) -> None:
        stage = Stage(logins=[error])
        assert await stage.run() == 78
        assert stage.said == [WRONG_TOKEN]
        assert "DISCORD_TOKEN" in WRONG_TOKEN

    async def test_a_token_refused_by_the_gateway_is_the_same(self) -> None:
        stage = Stage(connects=[closed(4004)])
        assert await stage.run() == 78
        assert stage.said == [WRONG_TOKEN]

    @pytest.mark.parametrize("token", ["two words", "line\nend", "töken"])
    async def test_a_token_that_no_header_can_hold_is_wrong_without_asking(self, token: str) -> None:
        stage = Stage()
        assert await stage.run(token=token) == 78
        assert stage.said == [WRONG_TOKEN]
        assert not stage.built

    @pytest.mark.parametrize("code", [4010, 4011, 4012, 4013])
    async def test_close_codes_that_forbid_to_come_back_end_with_78(self, code: int) -> None:
        stage = Stage(connects=[closed(code)])
        assert await stage.run() == 78
        assert f"({code})" in stage.said[0]


class TestMessageContent:
    async def test_where_it_is_granted_it_is_asked_for(self) -> None:
        stage = Stage()
        await stage.run()
        assert stage.ready == [True]

    async def test_where_it_is_off_the_bot_does_without(self) -> None:
        stage = Stage(granted=False)
        await stage.run()
        assert stage.ready == [False]

    async def test_where_it_is_refused_all_the_same_the_bot_comes_back_without(self) -> None:
        stage = Stage(connects=[discord.PrivilegedIntentsRequired(None)])
        assert await stage.run() == 0
        assert [client.intents.message_content for client in stage.built] == [True, False]
        assert stage.said == ["Stopping."]

    async def test_refused_even_then_it_ends_with_78_and_where_to_switch_it_on(self) -> None:
        stage = Stage(connects=[discord.PrivilegedIntentsRequired(None)] * 2)
        assert await stage.run() == 78
        assert "Privileged Gateway Intents" in stage.said[0]


class TestStopping:
    async def test_an_answer_in_flight_finishes_before_the_client_closes(self) -> None:
        stage, open_at_the_end = Stage(), []

        async def answer() -> None:
            with stage.in_flight:
                await stage.stop.wait()
                await asyncio.sleep(0.05)
                open_at_the_end.append(not stage.built[0].closed)

        task = asyncio.create_task(answer())
        assert await stage.run() == 0
        await task
        assert open_at_the_end == [True]
        assert stage.said == ["Stopping."]

    async def test_an_answer_that_takes_too_long_is_cut_off_and_that_is_said(self) -> None:
        stage = Stage()
        with stage.in_flight:
            assert await stage.run(grace=0.1) == 0
        assert stage.said == ["Stopping.", "Answers cut off because they took too long: 1."]
        assert stage.built[0].closed

    async def test_an_answer_that_fails_counts_as_ended(self) -> None:
        in_flight = InFlight()
        with contextlib.suppress(ValueError), in_flight:
            raise ValueError
        assert await in_flight.settled(0.0)

    async def test_a_client_that_closes_itself_ends_the_bot(self) -> None:
        class Leaving(Scripted):
            async def connect(self, *, reconnect: bool = True) -> None:
                assert reconnect

        kept = Kept(
            lambda content: Leaving(content=content, login=None, connect=None),
            lambda *_: None, pytest.fail, str,
        )  # fmt: skip
        assert await keep_running(TOKEN, kept, asyncio.Event(), granted=Stage().may) == 0


class TestPace:
    @given(st.integers(1, 10_000), st.floats(0, 1))
    def test_no_wait_is_longer_than_the_longest_nor_shorter_than_half(
        self, failures: int, chance: float
    ) -> None:
        pace = Pace(2.0, 300.0, lambda: chance)
        whole = min(300.0, 2.0**failures) if failures < 20 else 300.0
        assert whole / 2 <= pace.wait(failures) <= whole

    def test_the_waits_double(self) -> None:
        pace = Pace(2.0, 300.0, lambda: 1.0)
        assert [pace.wait(failures) for failures in range(1, 10)] == [2, 4, 8, 16, 32, 64, 128, 256, 300]

    def test_what_discord_asks_for_is_kept(self) -> None:
        assert Pace().wait(1, 900.0) == 900.0

    def test_what_discord_asks_for_is_read_and_bounded(self) -> None:
        assert verdict(answered(429, **{"Retry-After": "12.5"})) == Away(
            "Discord asks to wait (429, too many requests)", 12.5
        )
        for header, seconds in (("soon", 0.0), ("1e9", 3600.0), ("-5", 0.0)):
            found = verdict(answered(429, **{"Retry-After": header}))
            assert isinstance(found, Away)
            assert found.at_least == seconds

    async def test_after_a_connection_that_held_the_waits_begin_anew(self) -> None:
        asked: list[int] = []
        stage = Stage(logins=[answered(503), answered(503)])

        class Noting(Pace):
            def wait(self, failures: int, at_least: float = 0.0) -> float:
                asked.append(failures)
                if len(asked) > 2:
                    stage.stop.set()
                return at_least

        kept = Kept(stage.build, lambda *_: stage.built[-1].lost.set(), stage.said.append, str)
        assert await keep_running(TOKEN, kept, stage.stop, pace=Noting(longest=0.0), granted=stage.may) == 0
        assert asked == [1, 2, 1]


class TestVerdict:
    @given(st.integers(1000, 4999))
    def test_every_close_code_is_either_waited_for_or_final(self, code: int) -> None:
        found = verdict(closed(code))
        assert isinstance(found, Refused) == (code in {4004, 4010, 4011, 4012, 4013})

    def test_what_is_not_about_the_connection_has_none(self) -> None:
        assert verdict(LookupError()) is None
        assert verdict(OSError(28, "No space left on device")) is None


class TestLogs:
    @pytest.fixture
    def lines(self) -> Iterator[list[str]]:
        written: list[str] = []

        class Keeping(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                written.append(self.format(record))

        before = list(log.handlers), log.level
        log.handlers, log.level = [Keeping()], logging.DEBUG
        yield written
        log.handlers, log.level = before
        for name in ("discord", "aiohttp", "asyncio"):
            logging.getLogger(name).handlers = []
            logging.getLogger(name).propagate = True

    def test_the_library_writes_into_the_bots_log(self, lines: list[str]) -> None:
        take_logs(TOKEN)
        logging.getLogger("discord.gateway").warning("a %s", "word")
        assert lines == ["a word"]

    def test_never_at_debug_where_it_would_log_messages(self, lines: list[str]) -> None:
        take_logs(TOKEN)
        logging.getLogger("discord.http").debug("POST with a message")
        assert lines == []

    def test_the_token_is_taken_out_of_sentences_and_traces(self, lines: list[str]) -> None:
        take_logs(TOKEN)
        logging.getLogger("discord.http").error("with %s", TOKEN, exc_info=ValueError(TOKEN))
        assert TOKEN not in lines[0]
        assert lines[0].count("[token]") == 2

    def test_a_fault_keeps_its_trace(self, lines: list[str]) -> None:
        take_logs(TOKEN)
        logging.getLogger("discord.client").error("Ignoring exception", exc_info=answered(503))
        assert lines[0].splitlines()[-1].startswith("discord.errors.HTTPException: 503")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind cannot be sent on Windows")
class TestSignals:
    PROGRAM = """
import asyncio, sys, time
from bot.discordapp.running import StopSignals
async def main(event_or_none):
    stop = signals.asked()
    print("up", flush=True)
    await stop.wait()
    print("asked", flush=True)
    time.sleep({block})
with StopSignals({limit}, {echo}) as signals:
    if {early}:
        print("up", flush=True)
        time.sleep(30)
    asyncio.run(main(signals))
"""

    def start(
        self, *, block: float = 0, limit: float = 30, early: bool = False, echo: float = 0
    ) -> subprocess.Popen[str]:
        program = self.PROGRAM.format(block=block, limit=limit, early=early, echo=echo)
        process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
        assert process.stdout
        assert process.stdout.readline() == "up\n"
        return process

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
    def test_the_first_one_asks(self, number: signal.Signals) -> None:
        with self.start() as process:
            process.send_signal(number)
            assert process.wait(20) == 0

    def test_the_second_one_ends_at_once(self) -> None:
        with self.start(block=30) as process:
            process.send_signal(signal.SIGTERM)
            assert process.stdout
            assert process.stdout.readline() == "asked\n"
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 128 + signal.SIGTERM

    def test_the_same_one_again_at_once_is_no_second_one(self) -> None:
        with self.start(block=0.2, echo=30) as process:
            process.send_signal(signal.SIGTERM)
            assert process.stdout
            assert process.stdout.readline() == "asked\n"
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0

    def test_the_other_one_at_once_is_a_second_one(self) -> None:
        with self.start(block=30, echo=30) as process:
            process.send_signal(signal.SIGTERM)
            assert process.stdout
            assert process.stdout.readline() == "asked\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 128 + signal.SIGINT

    def test_while_nothing_is_connected_the_first_one_ends_it(self) -> None:
        with self.start(early=True) as process:
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0

    def test_closing_that_hangs_is_cut_short(self) -> None:
        with self.start(block=30, limit=0.1) as process:
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 128 + signal.SIGTERM
