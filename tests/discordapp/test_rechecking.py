"""Answers checked again: by anybody, after a restart, against the articles of now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.discordapp.conftest import PLAIN, Enter, Seen, World, shelf

FERRY = (
    "The ferry sank on Tuesday night off Port Hennock.\n\nTwelve people drowned, the harbour master said.\n"
)


async def pressed(world: World, seen: Seen) -> str:
    """What another member gets who presses Recheck."""
    result = await world.clicks(world.again(seen), "Recheck", world.other)
    assert result.response
    assert result.ephemeral
    return Seen(result.response).text


@pytest.fixture(params=["layout", "plain"])
async def asked(request: pytest.FixtureRequest, enter: Enter, tmp_path: Path) -> object:
    folder = tmp_path / "first"
    folder.mkdir()
    async with enter(PLAIN if request.param == "plain" else None, shelf(folder, ferry=FERRY)) as world:
        yield world, await world.asks("!ask how many people drowned")


async def swapped(world: World, tmp_path: Path, **texts: str) -> None:
    folder = tmp_path / "second"
    folder.mkdir()
    await world.restarts(shelf(folder, **texts))


async def test_an_answer_of_the_same_article_is_unchanged(asked: tuple[World, Seen]) -> None:
    assert (await pressed(*asked)).startswith("unchanged: the article is still the one that was cited")


async def test_it_works_after_a_restart(asked: tuple[World, Seen]) -> None:
    await asked[0].restarts()
    assert (await pressed(*asked)).startswith("unchanged")


async def test_an_article_that_is_gone_was_withdrawn(asked: tuple[World, Seen], tmp_path: Path) -> None:
    await swapped(asked[0], tmp_path, storm="The storm broke four masts.")
    assert (await pressed(*asked)).startswith("withdrawn: the article is not loaded any more")


async def test_of_one_that_was_changed_without_a_version_kept_it_says_that_it_does_not_know(
    asked: tuple[World, Seen], tmp_path: Path
) -> None:
    await swapped(asked[0], tmp_path, ferry=FERRY.replace("Twelve", "Ten"))
    assert (await pressed(*asked)).startswith("not known: the article was changed")


async def test_with_its_version_kept_it_shows_what_changed(kept: World, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    await kept.restarts(shelf(folder, ferry=FERRY))
    seen = await kept.asks("!ask how many people drowned")
    await kept.bot.door.state.versions.add("terminal:ada", "first", {"ferry.txt": FERRY.encode()})
    await swapped(kept, tmp_path, ferry="Corrected.\n\n" + FERRY.replace("Twelve", "Ten"))
    text = await pressed(kept, seen)
    assert text.startswith("changed: the article does not say this in these words any more")
    assert "Twelve people drowned, the harbour master said." in text
    assert "Ten people drowned, the harbour master said." in text


async def test_with_its_version_kept_words_that_only_moved_are_found(kept: World, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    await kept.restarts(shelf(folder, ferry=FERRY))
    seen = await kept.asks("!ask how many people drowned")
    await kept.bot.door.state.versions.add("terminal:ada", "first", {"ferry.txt": FERRY.encode()})
    await swapped(kept, tmp_path, ferry="It rained all day long.\n\n" + FERRY)
    assert (await pressed(kept, seen)).startswith("moved: the same words stand elsewhere")


class TestTyped:
    async def test_a_receipt_is_checked(self, world: World) -> None:
        seen = await world.asks("!recheck fiction-quay-fire-radio:942-1043 · d4206496")
        assert seen.text.startswith("unchanged")
        assert "At least 45 firefighters" in seen.text

    async def test_what_is_no_receipt_is_told_what_one_is(self, world: World) -> None:
        seen = await world.asks("!recheck the fire")
        assert seen.text.startswith("Give the receipt under an answer, with its hash")
