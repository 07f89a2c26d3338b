"""A connection that breaks in each way it can: the bot comes back, and answers what it is asked."""

from __future__ import annotations

from pathlib import Path

from tests.loopback.gateway import Op
from tests.loopback.payloads import question
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback, text

ASKED, ANSWERED = "how many passengers were injured", "More than 40 passengers were injured"


async def test_a_question_missed_while_the_socket_was_cut_is_answered_once(
    bot: BotProcess, loopback: Loopback
) -> None:
    loopback.gateway.cut()
    await loopback.gateway.dispatch("MESSAGE_CREATE", question(ASKED))
    await loopback.watch.until(lambda: loopback.world.messages)
    assert loopback.gateway.connection.heard_ops()[0] is Op.RESUME
    await loopback.ask("which school stays closed", "storm:")
    assert text(loopback.world.messages).count(ANSWERED) == 1
    assert bot.lines[-1].startswith("Invite the bot")


async def test_asked_to_reconnect_it_resumes(bot: BotProcess, loopback: Loopback) -> None:
    await loopback.gateway.connection.say(Op.RECONNECT)
    await loopback.watch.until(lambda: len(loopback.gateway.connections) > 1)
    await loopback.ask(ASKED, ANSWERED)
    assert loopback.gateway.connection.heard_ops() == [Op.RESUME]
    assert len(loopback.gateway.sessions) == 1
    assert bot.lines[-1].startswith("Invite the bot")


async def test_a_session_that_is_invalid_is_begun_anew(bot: BotProcess, loopback: Loopback) -> None:
    await loopback.gateway.connection.say(Op.INVALID_SESSION, data=False)
    await loopback.watch.until(lambda: len(loopback.gateway.sessions) > 1)
    assert loopback.gateway.connection.heard_ops() == [Op.IDENTIFY]
    await loopback.ask(ASKED, ANSWERED)
    assert bot.lines[-1].startswith("Invite the bot")


async def test_a_session_that_cannot_be_resumed_is_begun_anew(bot: BotProcess, loopback: Loopback) -> None:
    loopback.gateway.cut()
    loopback.gateway.forget()
    await loopback.watch.until(lambda: loopback.gateway.sessions)
    await loopback.ask(ASKED, ANSWERED)
    assert loopback.gateway.connections[1].heard_ops() == [Op.RESUME]
    assert loopback.gateway.connections[2].heard_ops() == [Op.IDENTIFY]
    assert bot.lines[-1].startswith("Invite the bot")


async def test_an_outage_is_waited_for_and_leaves_one_line_in_the_log_each_time(
    bot: BotProcess, loopback: Loopback, tmp_path: Path
) -> None:
    loopback.gateway.refusals.append(503)
    loopback.gateway.cut()
    await loopback.watch.until(lambda: len(loopback.gateway.connections) > 1)
    await loopback.ask(ASKED, ANSWERED)
    (line,) = (tmp_path / "state" / "verbatim" / "verbatim.log").read_text(encoding="utf-8").splitlines()
    assert "Discord cannot be reached (it answers 503): Attempting a reconnect" in line
    assert bot.lines[-1].startswith("Invite the bot")


async def test_an_event_that_cannot_be_read_costs_a_connection_and_not_the_bot(
    bot: BotProcess, loopback: Loopback, tmp_path: Path
) -> None:
    await loopback.gateway.dispatch("GUILD_CREATE", {"id": "no number"})
    await bot.says("Connected to Discord again.")
    await loopback.ask(ASKED, ANSWERED)
    said, waiting = bot.lines[4:6]
    assert said.startswith("Something went wrong inside the program (fault ")
    assert waiting.startswith("The connection to Discord broke; trying again in")
    assert "Traceback" in (tmp_path / "state" / "verbatim" / "verbatim.log").read_text(encoding="utf-8")
