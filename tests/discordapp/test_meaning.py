"""What a message means that begins with a command's name, or that only replies: a command, a question, or a remark."""

from __future__ import annotations

import pytest

from tests.discordapp.conftest import World

COMMANDS = "I answer from the loaded articles, word for word"
CITED = "At least 45 firefighters"


async def replies(world: World, text: str) -> bool:
    """Whether the asker's mere reply to an answer about firefighters gets an answer of its own."""
    first = await world.asks("!ask how many firefighters fought the quay fire")
    await world.asker.send(world.channel, text, reply_to=first.message)
    return len(world.answers()) > 1


class TestAfterAMention:
    @pytest.mark.parametrize(
        "asked",
        [
            "articles about the fire say what about firefighters?",
            "help me find how many firefighters there were",
            "passage of the firefighters?",
            "sources say how many firefighters fought the quay fire?",
            "figures on how many firefighters fought the fire",
            "quote what the county brigade said about firefighters",
            "a firefighters count?",
            "seeds of doubt about firefighters?",
            "privacy of the firefighters",
        ],
    )
    async def test_a_question_that_begins_with_a_commands_name_is_a_question(
        self, world: World, asked: str
    ) -> None:
        seen = await world.asks(f"@bot {asked}")
        assert "firefighters" in seen.text
        assert "There is no such command." not in seen.text
        assert "BAD_ID" not in seen.text
        assert "characters · " not in seen.text

    @pytest.mark.parametrize(
        ("asked", "words"),
        [
            ("articles", "[fiction-quay-fire-lantern]"),
            ("help", COMMANDS),
            ("help quote", "--speaker – Only what this one said"),
            ("passage fiction-quay-fire-lantern:564-634", "About 40 firefighters from four stations"),
            ("quote crake", "We could not get within thirty metres of it at first"),
            ("quotes --speaker crake", "We could not get within thirty metres of it at first"),
            ("figures arrested", "2,000 people"),
            ("ask how many were arrested", "2,000 people were arrested"),
        ],
    )
    async def test_a_command_with_what_it_takes_is_a_command(
        self, world: World, asked: str, words: str
    ) -> None:
        assert words in (await world.asks(f"@bot {asked}")).text

    async def test_a_prefix_makes_a_command_of_one_letter(self, world: World) -> None:
        assert "2,000 people" in (await world.asks("!f arrested")).text


class TestInADirectMessage:
    @pytest.mark.parametrize(
        ("said", "words"),
        [
            ("help", COMMANDS),
            ("articles", "[fiction-quay-fire-lantern]"),
            ("Articles", "[fiction-quay-fire-lantern]"),
            ("quote crake", "We could not get within thirty metres of it at first"),
            ("passage fiction-quay-fire-lantern:564-634", "About 40 firefighters from four stations"),
        ],
    )
    async def test_a_command_needs_no_prefix(self, world: World, said: str, words: str) -> None:
        assert words in (await world.writes(said)).text

    @pytest.mark.parametrize("said", ["articles about how many firefighters there were?", "!firefighters?"])
    async def test_a_question_stays_a_question(self, world: World, said: str) -> None:
        assert "firefighters" in (await world.writes(said)).text

    async def test_a_command_spelt_wrong_is_told_its_name(self, world: World) -> None:
        seen = await world.writes("!figurs arrested")
        assert seen.text == "There is no command “figurs”. Did you mean !figures?"

    async def test_a_prefix_before_a_question_does_no_harm(self, world: World) -> None:
        assert CITED in (await world.writes("!how many firefighters fought the quay fire")).text

    async def test_a_bare_prefix_shows_the_commands(self, world: World) -> None:
        assert COMMANDS in (await world.writes("!")).text


class TestAMereReply:
    @pytest.mark.parametrize("said", ["firefighters", "the county brigade", "and the harbour master?"])
    async def test_that_looks_something_up_is_answered(self, world: World, said: str) -> None:
        assert await replies(world, said)

    @pytest.mark.parametrize(
        "said",
        [
            "thanks",
            "lol",
            "good bot",
            "zzyzx",
            "the firefighters were so brave that night I cannot believe it",
            "https://example.org/?q=fire",
            "see <https://example.org/fire?x=1>",
        ],
    )
    async def test_that_is_a_remark_gets_silence(self, world: World, said: str) -> None:
        assert not await replies(world, said)
