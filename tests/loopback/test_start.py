"""The bot as it ships, started against a Discord on this machine: what it says, and with which code it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loopback.conftest import Start
from tests.loopback.faults import Fault
from tests.loopback.payloads import APPLICATION, CONTENT_INTENT
from tests.loopback.process import BotProcess
from tests.loopback.server import Loopback
from tests.loopback.world import TOKEN

INVITATION = (
    f"Invite the bot: https://discord.com/oauth2/authorize?client_id={APPLICATION}"
    "&scope=bot+applications.commands&permissions=274878024704"
)
WRONG = "wrong.token.of-nobody"


def log_of(folder: Path) -> str:
    return (folder / "state" / "verbatim" / "verbatim.log").read_text(encoding="utf-8")


class TestSaying:
    async def test_it_says_what_is_loaded_where_it_is_and_how_to_invite_it(self, bot: BotProcess) -> None:
        assert bot.lines == [
            "Connected to Discord as Verbatim.",
            "Loaded: 2 articles, 1 quote, 2 figures.",
            "In 1 server: Harbour Watch (17 members).",
            INVITATION,
        ]

    async def test_in_no_server_it_says_so(self, loopback: Loopback, start: Start) -> None:
        loopback.world.in_server = False
        bot = await start("discord")
        assert await bot.says("In no server yet.")

    async def test_a_token_without_a_command_opens_this_door(self, loopback: Loopback, start: Start) -> None:
        bot = await start()
        assert await bot.says("Connected to Discord")
        assert loopback.gateway.connections

    @pytest.mark.usefixtures("bot")
    async def test_the_gateway_is_asked_for_a_compressed_stream(self, loopback: Loopback) -> None:
        assert loopback.gateway.connection.compress is not None

    async def test_the_token_is_written_nowhere(
        self, loopback: Loopback, start: Start, tmp_path: Path
    ) -> None:
        bot = await start("discord", VERBATIM_LOG__LEVEL="debug")
        await bot.says("Invite the bot")
        await loopback.ask("how many passengers were injured", "More than 40")
        files = [file for file in (tmp_path / "state").rglob("*") if file.is_file()]
        assert files
        assert not any(TOKEN.encode() in file.read_bytes() for file in files)
        assert not any(TOKEN in line for line in bot.lines)


class TestMessageContent:
    async def test_where_it_is_on_it_is_asked_for(self, bot: BotProcess, loopback: Loopback) -> None:
        assert loopback.gateway.session.intents & CONTENT_INTENT
        assert not any("Message Content" in line for line in bot.lines)

    async def test_where_it_is_off_it_is_not_and_that_is_said_once_and_logged_once(
        self, loopback: Loopback, start: Start, tmp_path: Path
    ) -> None:
        loopback.world.content_granted = False
        bot = await start("discord")
        await bot.says("Invite the bot")
        assert not loopback.gateway.session.intents & CONTENT_INTENT
        await loopback.gateway.dispatch("GUILD_CREATE", UNREADABLE)
        await bot.says("Connected to Discord again.")
        assert sum("The Message Content intent is off" in line for line in bot.lines) == 1
        assert log_of(tmp_path).count("The Message Content intent is off") == 1
        await loopback.ask("how many passengers were injured", "More than 40")

    async def test_refused_all_the_same_the_bot_comes_back_without_it(
        self, loopback: Loopback, start: Start
    ) -> None:
        loopback.world.content_accepted = False
        bot = await start("discord")
        assert await bot.says("The Message Content intent is off")
        assert len(loopback.gateway.connections) == 2
        assert not loopback.gateway.session.intents & CONTENT_INTENT

    async def test_refused_again_it_ends_with_78_and_where_to_switch_it_on(
        self, loopback: Loopback, start: Start
    ) -> None:
        loopback.world.content_accepted = False
        loopback.gateway.closing.append(4014)
        bot = await start("discord")
        assert await bot.ends() == 78
        (line,) = bot.lines
        assert "(4014)" in line
        assert "Privileged Gateway Intents" in line


class TestConfiguration:
    async def test_without_a_token_it_ends_with_78_and_one_sentence(self, start: Start) -> None:
        bot = await start("discord", DISCORD_TOKEN="")
        assert await bot.ends() == 78
        assert bot.lines[0].startswith("DISCORD_TOKEN: expected the token of your bot, got none.")
        assert len(bot.lines) == 1

    async def test_a_wrong_token_ends_with_78_after_a_single_request(
        self, loopback: Loopback, start: Start
    ) -> None:
        bot = await start("discord", DISCORD_TOKEN=WRONG)
        assert await bot.ends() == 78
        (line,) = bot.lines
        assert line.startswith("Discord does not accept the token.")
        assert WRONG not in line
        assert [(one.path, one.status) for one in loopback.rest.asked] == [("/users/@me", 401)]

    @pytest.mark.parametrize(
        ("code", "beginning"),
        [(4004, "Discord does not accept the token."), (4013, "Discord does not know the intents")],
    )
    async def test_a_gateway_that_forbids_to_come_back_ends_it_with_78(
        self, loopback: Loopback, start: Start, code: int, beginning: str
    ) -> None:
        loopback.gateway.closing.append(code)
        bot = await start("discord")
        assert await bot.ends() == 78
        assert bot.lines[0].startswith(beginning)
        assert len(loopback.gateway.connections) == 1

    async def test_a_fault_of_the_configuration_ends_it_with_78_before_discord_is_asked(
        self, loopback: Loopback, start: Start
    ) -> None:
        bot = await start("discord", VERBATIM_DISCORD__RESULTS="many")
        assert await bot.ends() == 78
        assert "discord.results" in bot.lines[0]
        assert not loopback.rest.asked


class TestReaching:
    async def test_while_discord_cannot_be_reached_it_says_so_and_tries_again(
        self, closed_discord: Loopback, start: Start
    ) -> None:
        bot = await start("discord")
        assert await bot.says("Discord cannot be reached (connection refused); trying again in")
        await closed_discord.open()
        assert await bot.says("Connected to Discord as Verbatim.")

    async def test_while_discord_answers_with_errors_too(self, loopback: Loopback, start: Start) -> None:
        loopback.rest.order("GET /users/@me", Fault(503))
        bot = await start("discord")
        assert await bot.says("Discord answers with an error (503); trying again in")
        assert await bot.says("Connected to Discord as Verbatim.")

    async def test_while_something_else_answers_in_its_place_too(
        self, loopback: Loopback, start: Start
    ) -> None:
        loopback.rest.order("GET /users/@me", Fault(200, headers={"Content-Type": "text/html"}))
        bot = await start("discord")
        assert await bot.says("Connected to Discord as Verbatim.")

    @pytest.mark.parametrize(("refusal", "reason"), [(503, "it answers 503"), (0, "the connection was cut")])
    async def test_a_first_gateway_connection_that_fails_is_tried_again(
        self, loopback: Loopback, start: Start, refusal: int, reason: str
    ) -> None:
        loopback.gateway.refusals.append(refusal)
        bot = await start("discord")
        assert await bot.says(f"Discord cannot be reached ({reason}); trying again in")
        assert await bot.says("Connected to Discord as Verbatim.")


class TestCommands:
    async def test_slash_commands_are_sent_at_the_first_start_and_not_again(
        self, bot: BotProcess, loopback: Loopback, start: Start
    ) -> None:
        await bot.kill()
        again = await start("discord")
        await again.says("Invite the bot")
        assert loopback.rest.count("PUT /commands") == 1
        assert {"ask", "quote", "figures"} <= {one["name"] for one in loopback.world.commands}

    async def test_they_are_sent_again_where_it_failed(self, loopback: Loopback, start: Start) -> None:
        loopback.rest.order("PUT /commands", Fault(400, {"message": "Invalid", "code": 50035}))
        for _ in range(2):
            bot = await start("discord")
            await bot.says("Invite the bot")
            await bot.kill()
        assert [one.status for one in loopback.rest.asked if one.method == "PUT"] == [400, 200]


UNREADABLE = {"id": "no number"}
"""A server that discord.py cannot read, which ends its connection."""
