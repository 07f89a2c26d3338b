"""An answer that Discord does not take: it arrives once or not at all, and the next one arrives."""

from __future__ import annotations

import pytest

from tests.loopback.faults import Fault, too_many
from tests.loopback.payloads import question, slash
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback, text

ASKED, ANSWERED = "how many passengers were injured", "More than 40 passengers were injured"
OTHER, OTHER_ANSWERED = "which school stays closed", "storm:"


@pytest.mark.parametrize(
    "fault", [too_many(0.2), Fault(500), Fault(502), Fault(cut=True)], ids=["429", "500", "502", "cut"]
)
async def test_what_discord_takes_at_the_second_attempt_arrives_once(
    bot: BotProcess, loopback: Loopback, fault: Fault
) -> None:
    loopback.rest.order("POST /messages", fault)
    await loopback.ask(ASKED, ANSWERED)
    await loopback.ask(OTHER, OTHER_ANSWERED)
    assert text(loopback.world.messages).count(ANSWERED) == 1
    assert bot.lines[-1].startswith("Invite the bot")


@pytest.mark.parametrize(
    "fault",
    [too_many(60, via=False), too_many(600), Fault(503)],
    ids=["429 before Discord", "429 without end", "503"],
)
async def test_what_discord_does_not_take_is_given_up_with_a_word_to_the_asker(
    bot: BotProcess, loopback: Loopback, fault: Fault
) -> None:
    loopback.rest.order("POST /messages", fault)
    await loopback.ask(ASKED, "Something went wrong")
    await loopback.ask(OTHER, OTHER_ANSWERED)
    assert ANSWERED not in text(loopback.world.messages)
    assert bot.lines[-1].startswith("Invite the bot")


async def test_an_answer_whose_receipt_is_lost_is_not_posted_twice(
    bot: BotProcess, loopback: Loopback
) -> None:
    loopback.rest.order("POST /messages", Fault(cut=True, done=True))
    await loopback.gateway.dispatch("MESSAGE_CREATE", question(ASKED))
    await loopback.watch.until(lambda: loopback.rest.count("POST /messages"))
    await loopback.ask(OTHER, OTHER_ANSWERED)
    assert text(loopback.world.messages).count(ANSWERED) == 1
    assert bot.lines[-1].startswith("Invite the bot")


async def test_a_slash_command_is_answered_in_its_first_answer(bot: BotProcess, loopback: Loopback) -> None:
    command = next(one for one in loopback.world.commands if one["name"] == "ask")
    asked = slash("ask", int(command["id"]), question=ASKED)
    await loopback.gateway.dispatch("INTERACTION_CREATE", asked)
    answer = await loopback.watch.until(lambda: loopback.world.answered.get(asked["token"]))
    assert answer["type"] == 4
    assert ANSWERED in text([answer])
    assert bot.lines[-1].startswith("Invite the bot")
