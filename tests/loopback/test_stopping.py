"""SIGTERM and SIGINT: the answers in flight arrive, the connection is closed, and the exit code is 0."""

from __future__ import annotations

import signal
import sys
from datetime import UTC, datetime

import pytest

from bot.services.health import HealthState, health_file, read_health
from tests.loopback.conftest import Start
from tests.loopback.faults import too_many
from tests.loopback.payloads import question, slash
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback, text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals of this kind")

ASKED, ANSWERED = "how many passengers were injured", "More than 40 passengers were injured"
BOTH = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])


async def in_flight(loopback: Loopback, seconds: float) -> None:
    """Bring the bot to wait for so many seconds with an answer that Discord did not take yet."""
    before = loopback.rest.count("POST /messages")
    loopback.rest.order("POST /messages", too_many(seconds))
    await loopback.gateway.dispatch("MESSAGE_CREATE", question(ASKED))
    await loopback.watch.until(lambda: loopback.rest.count("POST /messages") > before)


@BOTH
async def test_idle_it_says_goodbye_to_discord_and_ends(
    bot: BotProcess, loopback: Loopback, number: signal.Signals
) -> None:
    bot.send(number)
    assert await bot.ends() == 0
    assert loopback.gateway.connection.socket.close_code == 1000
    assert bot.lines[-1] == "Stopping."


async def test_it_is_healthy_from_the_moment_it_is_connected_until_it_is_stopped(
    bot: BotProcess, environ: dict[str, str]
) -> None:
    file = health_file(environ)
    assert read_health(file, datetime.now(UTC)).healthy
    bot.send(signal.SIGTERM)
    await bot.ends()
    assert read_health(file, datetime.now(UTC)).state is HealthState.ABSENT


@BOTH
async def test_an_answer_in_flight_arrives(
    bot: BotProcess, loopback: Loopback, number: signal.Signals
) -> None:
    await in_flight(loopback, 1.0)
    bot.send(number)
    assert await bot.ends() == 0
    assert ANSWERED in text(loopback.world.messages)
    assert loopback.gateway.connection.socket.close_code == 1000


async def test_an_answer_to_a_slash_command_arrives_too(bot: BotProcess, loopback: Loopback) -> None:
    loopback.rest.order("POST /callback", too_many(1.0))
    command = next(one for one in loopback.world.commands if one["name"] == "ask")
    asked = slash("ask", int(command["id"]), question=ASKED)
    await loopback.gateway.dispatch("INTERACTION_CREATE", asked)
    await loopback.watch.until(lambda: loopback.rest.count("POST /callback"))
    bot.send(signal.SIGTERM)
    assert await bot.ends() == 0
    assert ANSWERED in text(loopback.world.messages)


async def test_a_question_that_comes_after_the_signal_is_not_begun(
    bot: BotProcess, loopback: Loopback
) -> None:
    await loopback.ask("which school stays closed", "storm:")
    begun = text(loopback.world.messages).count("storm:")
    await in_flight(loopback, 1.0)
    bot.send(signal.SIGTERM)
    await bot.says("Stopping.")
    assert not loopback.gateway.connection.socket.closed
    await loopback.gateway.dispatch("MESSAGE_CREATE", question("which school stays closed"))
    assert await bot.ends() == 0
    assert ANSWERED in text(loopback.world.messages)
    assert text(loopback.world.messages).count("storm:") == begun


async def test_an_answer_that_takes_too_long_is_cut_off_and_the_end_is_still_clean(
    bot: BotProcess, loopback: Loopback
) -> None:
    await in_flight(loopback, 29.0)
    bot.send(signal.SIGTERM)
    assert await bot.ends() == 0
    assert bot.lines[-1] == "Answers cut off because they took too long: 1."
    assert ANSWERED not in text(loopback.world.messages)
    assert loopback.gateway.connection.socket.close_code == 1000


async def test_the_same_signal_twice_at_once_is_one_wish(bot: BotProcess, loopback: Loopback) -> None:
    await in_flight(loopback, 0.5)
    bot.send(signal.SIGTERM)
    await bot.says("Stopping.")
    bot.send(signal.SIGTERM)
    assert await bot.ends() == 0
    assert ANSWERED in text(loopback.world.messages)


async def test_a_second_signal_ends_it_at_once(bot: BotProcess, loopback: Loopback) -> None:
    await in_flight(loopback, 29.0)
    bot.send(signal.SIGTERM)
    bot.send(signal.SIGINT)
    assert await bot.ends() in {128 + signal.SIGINT, 128 + signal.SIGTERM}


async def test_a_gateway_that_does_not_say_goodbye_is_not_waited_for(
    bot: BotProcess, loopback: Loopback
) -> None:
    loopback.gateway.connection.transport.pause_reading()
    bot.send(signal.SIGTERM)
    assert await bot.ends() == 0
    assert bot.lines[-1] == "Stopping."


async def test_it_ends_while_it_waits_for_discord(closed_discord: Loopback, start: Start) -> None:
    bot = await start("discord")
    await bot.says("Discord cannot be reached")
    bot.send(signal.SIGTERM)
    assert await bot.ends() == 0
    assert bot.lines[-1] == "Stopping."
    assert not closed_discord.gateway.connections
