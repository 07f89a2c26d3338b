"""Accounts beside each other in Discord: what is dated in its order, the undated under their own head."""

from __future__ import annotations

from bot.services.cards import UNDATED
from bot.services.config import Settings
from tests.discordapp.conftest import Enter, Seen, World


class TestCompare:
    async def test_accounts_stand_side_by_side_by_number(self, world: World) -> None:
        seen = await world.asks("!compare firefighters")
        assert "2 figures side by side" in seen.text
        assert "conflict: 1 with 2" in seen.text
        assert seen.text.index("Figure 1") < seen.text.index("About 40 firefighters")
        assert seen.text.index("Figure 2") < seen.text.index("At least 45 firefighters")

    async def test_each_has_its_chain_and_receipt(self, world: World) -> None:
        seen = await world.asks("!compare firefighters")
        assert "At least 45 firefighters ← the county brigade ← Sallow Coast Radio" in seen.text
        assert seen.text.count("exact") == 2

    async def test_figures_that_can_be_drawn_have_a_chart(self, world: World) -> None:
        seen = await world.asks("!compare firefighters")
        result = await world.clicks(seen, "Show chart")
        assert result.response
        assert [file.filename for file in result.response.attachments] == ["chart.png"]

    async def test_the_numbers_stay_when_sheets_are_turned_after_a_restart(self, enter: Enter) -> None:
        async with enter(Settings.model_validate({"discord": {"results": 1}})) as world:
            seen = await world.asks("!compare firefighters")
            await world.restarts()
            await world.clicks(seen, "Next ▶")
            assert "Figure 2" in world.again(seen).text
            assert "conflict: 1 with 2" in world.again(seen).text

    async def test_plain_text_shows_the_same(self, either: World) -> None:
        seen = await either.asks("!compare firefighters")
        assert "conflict: 1 with 2" in seen.text

    async def test_a_slash_command_may_answer_its_asker_alone(self, world: World) -> None:
        result, seen = await world.slash("compare", words="firefighters", private=True)
        assert result.ephemeral
        assert "2 figures side by side" in seen.text

    async def test_what_nobody_counts_is_refused(self, world: World) -> None:
        assert "NO_SUCH_FACT" in (await world.asks("!compare zeppelins")).text


class TestWho:
    async def test_the_chain_has_a_line_for_each_link(self, world: World) -> None:
        seen = await world.asks("!who 45 firefighters")
        lines = seen.text.splitlines()
        assert "1 · the county brigade · according to" in lines
        assert "2 · on the page: Sallow Coast Radio (fiction), 2024-03-14" in lines

    async def test_a_slash_command_may_answer_its_asker_alone(self, world: World) -> None:
        result, seen = await world.slash("who", words="nobody had counted the houseboats", private=True)
        assert result.ephemeral
        assert "1 · Ruth Pascoe (here: Pascoe) · said" in seen.text

    async def test_another_number_is_only_similar(self, world: World) -> None:
        seen = await world.asks("!who 46 firefighters")
        assert "similar, but a number differs" in seen.text
        assert "VETOED" in seen.text

    async def test_the_chain_stays_when_sheets_are_turned_after_a_restart(self, enter: Enter) -> None:
        async with enter(Settings.model_validate({"discord": {"results": 1}})) as world:
            seen = await world.asks("!who firefighters")
            await world.restarts()
            await world.clicks(seen, "Next ▶")
            assert "1 · the county brigade · according to" in world.again(seen).text


async def test_help_lists_what_lays_accounts_beside_each_other(world: World) -> None:
    seen = await world.asks("!help")
    for name in ("compare", "timeline", "who"):
        assert f"/{name} or !{name}" in seen.text


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
