"""What goes wrong is told in one sentence that Discord takes, however much was typed."""

from __future__ import annotations

import pytest

from bot.discordapp.boundary import UserError, tell
from bot.discordapp.looks import units
from tests.discordapp.conftest import World


@pytest.mark.parametrize("typed", ["*" * 1900, "ש" * 1900, "<@1>" * 400])
async def test_a_word_that_is_none_of_those_known_is_repeated_in_part(world: World, typed: str) -> None:
    seen = await world.asks(f"!quote --kind {typed}")
    assert seen.text.startswith(f"“{typed[:59]}…” is none of: direct, partial")


@pytest.mark.parametrize("said", ["*" * 5000, "\U0001f600" * 5000, "א a " * 1500, "\n" * 5000, "\x1b" * 5000])
async def test_a_sentence_is_never_longer_than_a_message(said: str) -> None:
    told: list[str] = []

    async def say(sentence: str) -> None:
        told.append(sentence)

    await tell(say, UserError(said))
    (sentence,) = told
    assert units(sentence) <= 2000


async def test_a_sentence_of_usual_length_is_told_in_full() -> None:
    told: list[str] = []

    async def say(sentence: str) -> None:
        told.append(sentence)

    await tell(say, UserError("word " * 90 + "end"))
    assert told == ["word " * 90 + "end"]
