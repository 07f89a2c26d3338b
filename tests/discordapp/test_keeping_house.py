"""What is kept of a server: said to everybody, removed by admins, and questions only after a click."""

from __future__ import annotations

from bot.services.database import Binding, ScopeKind
from tests.discordapp.conftest import Seen, World

UNANSWERED = "!ask how many people died in the riot of Port Hennock"


async def owner_says(world: World, text: str) -> Seen:
    before = len(world.answers())
    await world.owner.send(world.channel, text)
    found = world.answers()
    assert len(found) == before + 1, world.env.transcript()
    return found[-1]


class TestPrivacy:
    async def test_is_said_to_everybody_on_one_screen(self, kept: World) -> None:
        result, seen = await kept.slash("privacy")
        assert result.ephemeral
        assert len(seen.text.split("\n")) <= 12
        assert "forget" in seen.text

    async def test_is_said_without_a_state_too(self, world: World) -> None:
        assert (await world.asks("!privacy")).text


class TestForget:
    async def test_asks_first(self, kept: World) -> None:
        await kept.bot.door.state.bindings.put(
            Binding(ScopeKind.SERVER, kept.guild.id, kept.guild.id, ("a",))
        )
        await owner_says(kept, "!forget")
        assert len(await kept.bot.door.state.bindings.all()) == 1

    async def test_removes_what_is_kept_of_the_server_and_nothing_else(self, kept: World) -> None:
        state = kept.bot.door.state
        await state.bindings.put(Binding(ScopeKind.SERVER, kept.guild.id, kept.guild.id, ("a",)))
        other = Binding(ScopeKind.SERVER, 1, 1, ("b",))
        await state.bindings.put(other)
        asked = await owner_says(kept, "!forget")
        result = await kept.clicks(asked, "Remove it all", kept.owner)
        assert result.response
        assert kept.again(asked).text.startswith("Removed: 0 entries of the log, 1 bindings")
        assert await state.bindings.all() == (other,)


class TestUnanswered:
    async def test_nothing_is_kept_without_a_click(self, kept: World) -> None:
        await kept.asks(UNANSWERED)
        assert await kept.bot.door.state.unanswered.list(kept.guild.id) == ()

    async def test_the_asker_sees_and_sends_what_is_kept(self, kept: World) -> None:
        seen = await kept.asks(UNANSWERED)
        result = await kept.clicks(seen, "Tell an admin")
        assert result.modal
        await kept.asker.submit_modal(result, {"question": "How many died in the riot?"})
        (found,) = await kept.bot.door.state.unanswered.list(kept.guild.id)
        assert found.text == "How many died in the riot?"
        listed = (await owner_says(kept, "!unanswered")).text
        assert "How many died in the riot?" in listed
        assert str(kept.asker.id) not in listed

    async def test_an_admin_takes_it_off_the_list(self, kept: World) -> None:
        question = await kept.bot.door.state.unanswered.add(kept.guild.id, "Who?")
        assert (
            await owner_says(kept, f"!unanswered {question.id}")
        ).text == f"Question {question.id} is off the list."
        assert (await owner_says(kept, "!unanswered")).text == "No question waits."
        assert (await owner_says(kept, "!unanswered 99")).text == "There is no question 99."

    async def test_it_is_offered_only_where_something_can_be_kept(self, world: World) -> None:
        assert "Tell an admin" not in (await world.asks(UNANSWERED)).buttons

    async def test_it_is_not_offered_under_an_answer(self, kept: World) -> None:
        assert "Tell an admin" not in (await kept.asks("!ask how many firefighters fought the fire")).buttons
