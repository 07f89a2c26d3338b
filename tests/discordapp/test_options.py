"""Options of commands written as a message: alone for a yes, by their values, and each fault by its name."""

from __future__ import annotations

import pytest

from tests.discordapp.conftest import World

RECEIPT = " · exact"
SPOKEN = "We could not get within thirty metres of it at first"


class TestAnOptionAlone:
    @pytest.mark.parametrize(
        "line",
        [
            "!quote peaceful --all",
            "!quote --all peaceful",
            "!quote peaceful --all yes",
            "!quote peaceful --all --article kazakhstan-unrest",
            "!QUOTE peaceful --ALL",
        ],
    )
    async def test_is_a_yes(self, world: World, line: str) -> None:
        assert (await world.asks(line)).text.count(RECEIPT) == 2

    @pytest.mark.parametrize("line", ["!quote peaceful", "!quote peaceful --all no"])
    async def test_that_is_not_there_or_says_no_changes_nothing(self, world: World, line: str) -> None:
        assert (await world.asks(line)).text.count(RECEIPT) == 1

    @pytest.mark.parametrize("line", ["!figures --all", "!sources --all"])
    async def test_lists_what_is_left_out_otherwise(self, world: World, line: str) -> None:
        few, all_of_them = await world.asks(line.partition(" ")[0]), await world.asks(line)
        assert all_of_them.options[-1] != few.options[-1]

    async def test_works_as_a_slash_command(self, world: World) -> None:
        _, seen = await world.slash("quote", words="peaceful", all=True)
        assert seen.text.count(RECEIPT) == 2


class TestAFault:
    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            (
                "!ask who was hurt --private maybe",
                "--private takes yes or no, or nothing, which means yes.",
            ),
            ("!ask who was hurt --article a --article b", "Give --article once only."),
            (
                "!ask who was hurt --article",
                "--article takes a value. Only in this article: its title or its id.",
            ),
            ("!quote --spekaer crake", "There is no option --spekaer. Did you mean --speaker?"),
            (
                "!ask who was hurt --private",
                "Only /ask can answer you alone. A message is answered for everybody here.",
            ),
        ],
    )
    async def test_is_told_by_the_options_name(self, world: World, line: str, sentence: str) -> None:
        assert (await world.asks(line)).text == sentence


class TestPrivate:
    async def test_is_what_a_direct_message_is_anyway(self, world: World) -> None:
        assert SPOKEN in (await world.writes("!quote crake --private")).text

    async def test_is_in_the_help_of_each_command_that_takes_it(self, world: World) -> None:
        assert (
            "--private – Show the answer to you alone; it can be shared afterwards (with /ask only)"
            in (await world.asks("!help ask")).text
        )


async def test_dashes_in_a_question_are_its_words(world: World) -> None:
    seen = await world.asks("!ask how many firefighters -- and --zzyzx -- fought the quay fire")
    assert "firefighters" in seen.text
    assert "option" not in seen.text


async def test_an_article_can_be_named_by_its_title(world: World) -> None:
    title = "Tollgate Quay: seven hurt, and two accounts of how it began"
    seen = await world.asks(f"!figures firefighters --article {title.upper()}")
    assert "fiction-quay-fire-radio:" in seen.text
    assert "fiction-quay-fire-lantern:" not in seen.text
