"""Checking a message against the articles: by menu, by command, and as a reply."""

from __future__ import annotations

import pytest
from simcord.results import ResponseMessage

from tests.discordapp.conftest import Seen, World

CHECK = "Check against article"
RIGHT = "“Paint burns hot, and there was a lot of paint.”"
WRONG = "“Paint burns hot, and there was no paint.”"


async def on(world: World, text: str) -> Seen:
    """What the asker alone sees after picking the menu on what another member has written."""
    message = await world.other.send(world.channel, text)
    result = await world.asker.context_menu(world.channel, CHECK, message)
    assert isinstance(result.response, ResponseMessage), world.env.transcript()
    assert result.response.ephemeral
    return Seen(result.response)


class TestTheMenu:
    async def test_says_that_the_article_has_these_very_words(self, either: World) -> None:
        seen = await on(either, RIGHT)
        assert seen.text.startswith("EXACT: the article has these very words")

    async def test_tells_the_difference_in_words(self, either: World) -> None:
        seen = await on(either, WRONG)
        assert seen.text.startswith("ALTERED: the article has it otherwise")
        assert "the message has “no”" in seen.text
        assert "Paint burns hot, and there was a lot of paint." in seen.text

    async def test_is_shared_as_it_stands(self, either: World) -> None:
        seen = await on(either, WRONG)
        shared = await either.clicks(seen, "Share")
        assert shared.response
        assert not shared.response.ephemeral
        assert Seen(shared.response).text == f"{seen.text}\nshared by asker"

    async def test_is_shared_after_a_restart_too(self, world: World) -> None:
        seen = await on(world, RIGHT)
        await world.restarts()
        assert (await world.clicks(seen, "Share")).response

    @pytest.mark.parametrize("hidden", [f"||{RIGHT}||", f"`{RIGHT}`", f"```\n{RIGHT}\n```"])
    async def test_skips_code_and_spoilers(self, world: World, hidden: str) -> None:
        assert (await on(world, f"see {hidden}")).text.startswith("There is nothing to check")

    async def test_reads_formatted_words_like_plain_ones(self, world: World) -> None:
        assert (await on(world, f"**{RIGHT}**")).text.startswith("EXACT")

    async def test_of_an_image_says_that_there_is_no_text(self, world: World) -> None:
        image = await world.other.send(world.channel, "", attachments=[("quay.png", b"png")])
        result = await world.asker.context_menu(world.channel, CHECK, image)
        assert result.response
        assert Seen(result.response).text == "There is no text in that message to check."

    async def test_says_that_an_attachment_was_not_read(self, world: World) -> None:
        message = await world.other.send(world.channel, RIGHT, attachments=[("quay.png", b"png")])
        result = await world.asker.context_menu(world.channel, CHECK, message)
        assert result.response
        assert "1 attachment was not read." in Seen(result.response).text

    async def test_checks_an_answer_of_the_bots_own(self, either: World) -> None:
        answer = await either.asks("!passage fiction-quay-fire-lantern:564-634")
        result = await either.asker.context_menu(either.channel, CHECK, answer.message)
        assert result.response
        assert Seen(result.response).text.startswith("EXACT")

    async def test_of_many_items_sends_several_messages(self, world: World) -> None:
        seen = await on(world, "\n".join([WRONG, RIGHT] * 6))
        assert "option" not in seen.text


class TestTheCommand:
    async def test_checks_its_text(self, either: World) -> None:
        assert (await either.asks(f"!check {RIGHT}")).text.startswith("EXACT")

    async def test_checks_the_message_it_replies_to(self, either: World) -> None:
        message = await either.other.send(either.channel, WRONG)
        assert (await either.asks("!check", reply_to=message)).text.startswith("ALTERED")

    async def test_without_either_says_what_to_do(self, world: World) -> None:
        seen = await world.asks("!check")
        assert seen.text.startswith("Write what to check behind the command, or reply")

    async def test_is_a_slash_command_too_and_private_if_wished(self, world: World) -> None:
        result, seen = await world.slash("check", text=RIGHT, private=True)
        assert seen.text.startswith("EXACT")
        assert result.response
        assert result.response.ephemeral
