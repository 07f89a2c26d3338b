"""Accounts beside each other in Discord: what is dated in its order, the undated under their own head."""

from __future__ import annotations

from bot.services.cards import UNDATED
from tests.discordapp.conftest import Seen, World


class TestTimeline:
    async def test_dates_stand_in_the_order_of_their_days(self, world: World) -> None:
        seen = await world.asks("!timeline quay fire")
        found = [line.rpartition(" = ")[2] for line in seen.text.splitlines() if " = 20" in line]
        assert found
        assert found == sorted(found)
        assert UNDATED not in seen.text

    async def test_a_slash_command_may_answer_its_asker_alone(self, world: World) -> None:
        result, seen = await world.slash("timeline", words="quay fire", private=True)
        assert result.ephemeral
        assert " = 20" in seen.text

    async def test_the_undated_have_sheets_and_a_head_of_their_own(self, world: World) -> None:
        seen = await world.asks("!timeline quay fire")
        sheets = [seen.text]
        while "Next ▶" in seen.buttons:
            await world.clicks(seen, "Next ▶")
            seen = world.again(seen)
            sheets.append(seen.text)
        apart = [UNDATED in sheet for sheet in sheets]
        assert any(apart)
        assert apart == sorted(apart)
        for sheet in sheets:
            assert not (UNDATED in sheet and " = 20" in sheet)

    async def test_the_head_is_there_after_a_restart(self, world: World) -> None:
        seen = await world.asks("!timeline quay fire")
        await world.restarts()
        while UNDATED not in seen.text:
            await world.clicks(seen, "Next ▶")
            seen = Seen(world.again(seen).message)
        assert "exact" in seen.text

    async def test_a_subject_without_dates_is_refused(self, world: World) -> None:
        seen = await world.asks("!timeline zaphod")
        assert "NO_SUCH_FACT" in seen.text
