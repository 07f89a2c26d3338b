"""Admins change what the bot knows: added, replaced, removed, read again, taken back, while members ask."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.discordapp.helping import ADMINS
from bot.services.config import Settings
from bot.services.database import open_database
from bot.services.library import load_library
from tests.discordapp.conftest import Enter, Seen, World
from tests.discordapp.test_admins import COMMANDS, member

FERRY = (
    "The ferry sank on Tuesday night off Port Hennock.\n\nTwelve people drowned, the harbour master said.\n"
)
STORM = "The storm broke four masts in Gull Bay.\n\n“Nobody saw it come,” the pilot Ada Brandt said.\n"
TEN = FERRY.replace("Twelve", "Ten")


@pytest.fixture
async def shelf(enter: Enter, tmp_path: Path) -> AsyncIterator[World]:
    """A world whose bot has a folder of its own."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    state = await open_database(f"sqlite:///{tmp_path}/state.sqlite3", {})
    settings = Settings.model_validate({"seeds": {"folder": str(folder)}, "state": {"answers": 10}})
    async with enter(settings, load_library(str(folder), 300_000), state=state) as world:
        yield world
    await state.close()


def folder(world: World) -> Path:
    return Path(world.bot.door.settings.seeds.folder)


async def says(world: World, text: str, **given: Any) -> Seen:
    before = len(world.answers())
    await world.owner.send(world.channel, text, **given)
    found = world.answers()
    assert len(found) == before + 1, world.env.transcript()
    return found[-1]


async def confirms(world: World, asked: Seen, label: str) -> str:
    await world.owner.click(world.again(asked).message, custom_id=asked.buttons[label])
    return world.again(asked).text


class TestAdding:
    async def test_a_pasted_text_can_be_asked_at_once(self, shelf: World) -> None:
        await says(shelf, f"!seeds add Storm {STORM}")
        assert "four masts" in (await shelf.asks("!ask how many masts did the storm break")).text
        assert (folder(shelf) / "storm.txt").read_text(encoding="utf-8").strip() == STORM.strip()

    async def test_by_slash_a_form_takes_the_text(self, shelf: World) -> None:
        result = await shelf.owner.slash(shelf.channel, "seeds add", name="storm")
        assert result.modal
        await shelf.owner.submit_modal(result, {"first": STORM})
        assert "four masts" in (await shelf.asks("!ask how many masts did the storm break")).text

    async def test_a_name_that_is_taken_is_refused_and_nothing_is_lost(self, shelf: World) -> None:
        seen = await says(shelf, f"!seeds add ferry {STORM}")
        assert "There is an article `ferry` already" in seen.text
        assert (folder(shelf) / "ferry.txt").read_text(encoding="utf-8") == FERRY

    async def test_a_name_that_is_a_path_stays_in_the_folder(self, shelf: World) -> None:
        await says(shelf, f"!seeds add ../../etc/passwd {STORM}")
        assert {each.parent for each in folder(shelf).parent.rglob("*.txt")} == {folder(shelf)}

    async def test_nothing_to_add_is_told_what_to_do(self, shelf: World) -> None:
        assert (await says(shelf, "!seeds add storm")).text.startswith("Give the article: attach a file")

    async def test_an_address_is_refused_while_no_host_is_allowed(self, shelf: World) -> None:
        assert (await says(shelf, "!seeds add storm https://example.org/a")).text.startswith(
            "Fetching pages is off."
        )


class TestReplacing:
    async def test_the_difference_is_shown_and_answers_change(self, shelf: World) -> None:
        seen = await says(shelf, f"!seeds replace ferry {TEN}")
        assert "Ten people drowned" in seen.text
        assert "Ten people" in (await shelf.asks("!ask how many people drowned")).text

    async def test_of_an_article_that_is_not_there_is_refused(self, shelf: World) -> None:
        seen = await says(shelf, f"!seeds replace fery {TEN}")
        assert "fery" in seen.text
        assert (folder(shelf) / "ferry.txt").read_text(encoding="utf-8") == FERRY


class TestRemoving:
    async def test_asks_first_and_names_what_goes(self, shelf: World) -> None:
        await says(shelf, f"!seeds add storm {STORM}")
        asked = await says(shelf, "!seeds remove storm")
        assert "quotes: 1, figures: 1" in asked.text
        assert (folder(shelf) / "storm.txt").exists()
        await confirms(shelf, asked, "Remove it")
        assert not (folder(shelf) / "storm.txt").exists()
        assert "four masts" not in (await shelf.asks("!ask how many masts did the storm break")).text

    async def test_what_changed_since_the_question_is_not_removed(self, shelf: World) -> None:
        await says(shelf, f"!seeds add storm {STORM}")
        asked = await says(shelf, "!seeds remove storm")
        await says(shelf, f"!seeds replace storm {STORM.replace('four', 'five')}")
        await confirms(shelf, asked, "Remove it")
        assert (folder(shelf) / "storm.txt").exists()

    async def test_the_last_article_is_kept(self, shelf: World) -> None:
        asked = await says(shelf, "!seeds remove ferry")
        if "Remove it" in asked.buttons:
            await confirms(shelf, asked, "Remove it")
        assert (folder(shelf) / "ferry.txt").exists()
        assert "Twelve" in (await shelf.asks("!ask how many people drowned")).text


class TestReloading:
    async def test_reads_what_was_changed_by_hand(self, shelf: World) -> None:
        (folder(shelf) / "ferry.txt").write_text(TEN, encoding="utf-8")
        assert "Twelve" in (await shelf.asks("!ask how many people drowned")).text
        await says(shelf, "!seeds reload")
        assert "Ten people" in (await shelf.asks("!ask how many people drowned")).text

    async def test_a_dry_run_changes_nothing(self, shelf: World) -> None:
        (folder(shelf) / "ferry.txt").write_text(TEN, encoding="utf-8")
        assert "Ten people drowned" in (await says(shelf, "!seeds reload true")).text
        assert "Twelve" in (await shelf.asks("!ask how many people drowned")).text

    async def test_a_bad_file_keeps_its_version_while_the_rest_loads(self, shelf: World) -> None:
        (folder(shelf) / "ferry.txt").write_bytes(b"\xff\xfe\xff")
        (folder(shelf) / "storm.txt").write_text(STORM, encoding="utf-8")
        assert "ferry.txt" in (await says(shelf, "!seeds reload")).text
        assert "Twelve" in (await shelf.asks("!ask how many people drowned")).text
        assert "four masts" in (await shelf.asks("!ask how many masts did the storm break")).text

    async def test_an_empty_folder_is_refused(self, shelf: World) -> None:
        (folder(shelf) / "ferry.txt").unlink()
        await says(shelf, "!seeds reload")
        assert "Twelve" in (await shelf.asks("!ask how many people drowned")).text


class TestGoingBack:
    async def test_a_rollback_gives_the_same_answers_to_the_byte(self, shelf: World) -> None:
        await says(shelf, "!seeds reload")
        before = (await shelf.asks("!ask how many people drowned")).markdown
        await says(shelf, f"!seeds replace ferry {TEN}")
        assert (await shelf.asks("!ask how many people drowned")).markdown != before
        versions = await shelf.bot.door.state.versions.newest(10)
        asked = await says(shelf, f"!seeds rollback {versions[-1].id}")
        await confirms(shelf, asked, "Go back")
        assert (await shelf.asks("!ask how many people drowned")).markdown == before

    async def test_a_version_that_is_not_there_is_refused(self, shelf: World) -> None:
        assert "99" in (await says(shelf, "!seeds rollback 99")).text

    async def test_the_log_says_who_did_what(self, shelf: World) -> None:
        await says(shelf, f"!seeds add storm {STORM}")
        text = (await says(shelf, "!seeds log")).text
        assert "add" in text
        assert f"discord:{shelf.owner.id}" in text


class TestSeeing:
    @pytest.mark.parametrize(
        "line", ["!seeds", "!seeds list", "!seeds show ferry", "!seeds validate", "!seeds diff"]
    )
    async def test_is_answered(self, shelf: World, line: str) -> None:
        assert (await says(shelf, line)).text

    async def test_what_is_loaded_is_listed(self, shelf: World) -> None:
        assert "ferry" in (await says(shelf, "!seeds list")).text


class TestRecall:
    async def test_answers_that_no_longer_stand_are_told_and_can_be_corrected(self, shelf: World) -> None:
        admins = shelf.guild.create_text_channel("admins")
        given = shelf.bot.door.settings.model_dump()
        given["discord"]["servers"] = {str(shelf.guild.id): {"admin_channel": str(admins.id)}}
        await shelf.restarts(settings=Settings.model_validate(given))
        answer = await shelf.asks("!ask how many people drowned")
        await says(shelf, "!seeds reload")
        await says(shelf, f"!seeds replace ferry {TEN}")
        (summary,) = shelf.answers(admins)
        assert summary.text.startswith("1 posted answer cites what changed or was withdrawn")
        await shelf.owner.click(summary.message, custom_id=summary.buttons["Correct 1"])
        correction = shelf.answers()[-1]
        assert correction.text.startswith("Correction: what this answer cites has changed since.")
        assert "Ten people drowned" in correction.text
        assert shelf.again(answer).text == answer.text
        posted = len(shelf.answers())
        again = await shelf.owner.click(summary.message, custom_id=summary.buttons["Correct 1"])
        assert len(shelf.answers()) == posted
        assert again.response
        assert Seen(again.response).text == "That correction stands under the answer already."

    async def test_a_stranger_cannot_correct(self, shelf: World) -> None:
        admins = shelf.guild.create_text_channel("admins")
        given = shelf.bot.door.settings.model_dump()
        given["discord"]["servers"] = {str(shelf.guild.id): {"admin_channel": str(admins.id)}}
        await shelf.restarts(settings=Settings.model_validate(given))
        await shelf.asks("!ask how many people drowned")
        await says(shelf, f"!seeds replace ferry {TEN}")
        (summary,) = shelf.answers(admins)
        before = len(shelf.answers())
        await shelf.other.click(summary.message, custom_id=summary.buttons["Correct 1"])
        assert len(shelf.answers()) == before

    async def test_nothing_is_remembered_unless_it_is_asked_for(self, kept: World) -> None:
        await kept.asks("!ask how many firefighters fought the fire")
        assert await kept.bot.door.state.posted.count() == 0


STRANGERS = [
    "",
    " list",
    " show ferry",
    " add x y",
    " replace ferry y",
    " remove ferry",
    " reload",
    " diff",
    " rollback 1",
    " log",
    " validate",
]


@pytest.mark.parametrize("rest", STRANGERS)
async def test_a_stranger_is_refused(shelf: World, rest: str) -> None:
    seen = await shelf.asks(f"!seeds{rest}")
    assert seen.text.startswith("Only admins of this server may do that")
    assert [each.name for each in folder(shelf).glob("*.txt")] == ["ferry.txt"]


@pytest.mark.parametrize("rest", STRANGERS)
async def test_nobody_may_in_direct_messages(shelf: World, rest: str) -> None:
    assert (await shelf.writes(f"!seeds{rest}")).text == "That is done in a server, where I can see who may."


async def test_every_command_for_admins_is_walked_by_a_stranger(shelf: World) -> None:
    walked = {f"seeds{rest}".split(" x")[0] for rest in STRANGERS}
    walked = {" ".join(each.split()[:2]) for each in walked} | {name for name, _ in COMMANDS}
    found = {
        each.qualified_name
        for each in shelf.bot.walk_commands()
        if (each.root_parent or each).qualified_name in ADMINS
    }
    assert found == walked


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("seeds list", {}),
        ("seeds show", {"article": "ferry"}),
        ("seeds add", {"name": "storm"}),
        ("seeds replace", {"article": "ferry"}),
        ("seeds remove", {"article": "ferry"}),
        ("seeds reload", {}),
        ("seeds diff", {}),
        ("seeds rollback", {"version": 1}),
        ("seeds log", {}),
        ("seeds validate", {}),
    ],
)
async def test_a_stranger_with_manage_server_is_refused_by_slash(
    shelf: World, name: str, options: dict[str, Any]
) -> None:
    result = await member(shelf, manage_guild=True).slash(shelf.channel, name, **options)
    assert result.response
    assert result.ephemeral
    assert Seen(result.response).text.startswith("Only admins of this server may do that")


class TestLongLists:
    async def test_a_long_log_has_pages(self, shelf: World) -> None:
        for number in range(40):
            await shelf.bot.door.state.audit.add(
                who="terminal:ada", action=f"replace number {number}", outcome="Done. " * 8, server=None
            )
        first = (await says(shelf, "!seeds log")).text
        assert "the option “page” shows another" in first
        assert (await says(shelf, "!seeds log 2")).text != first

    async def test_what_was_done_elsewhere_is_in_the_log_and_what_other_servers_did_is_not(
        self, shelf: World
    ) -> None:
        audit = shelf.bot.door.state.audit
        await audit.add(who="terminal:ada", action="replace", outcome="Done.", server=None)
        await audit.add(who="discord:1", action="bind", outcome="done", server=1)
        text = (await says(shelf, "!seeds log")).text
        assert "terminal:ada" in text
        assert "discord:1 " not in text

    async def test_a_refused_text_is_not_kept_in_the_log(self, shelf: World) -> None:
        await says(shelf, "!seeds add new ---\npublished: my private sentence\n---\nA text.")
        (entry,) = await shelf.bot.door.state.audit.newest(1)
        assert "private" not in entry.outcome
        assert entry.outcome.startswith("Refused: ")


async def test_a_rollback_does_not_take_back_what_the_admin_has_not_seen(shelf: World) -> None:
    await says(shelf, "!seeds reload")
    await says(shelf, f"!seeds replace ferry {TEN}")
    versions = await shelf.bot.door.state.versions.newest(10)
    asked = await says(shelf, f"!seeds rollback {versions[-1].id}")
    await says(shelf, f"!seeds add storm {STORM}")
    await confirms(shelf, asked, "Go back")
    assert (folder(shelf) / "storm.txt").exists()
    assert "Ten people" in (await shelf.asks("!ask how many people drowned")).text


async def test_what_was_confirmed_once_is_not_done_again(kept: World) -> None:
    await kept.owner.send(kept.channel, "!forget")
    (asked,) = kept.answers()
    await kept.owner.click(asked.message, custom_id=asked.buttons["Remove it all"])
    assert kept.again(asked).text.startswith("Removed: ")
    assert kept.again(asked).buttons == {}


async def test_an_answer_is_checked_against_all_articles_wherever_it_stands(shelf: World) -> None:
    await says(shelf, f"!seeds add storm {STORM}")
    answer = await shelf.asks("!ask how many people drowned")
    await says(shelf, "!bind storm")
    result = await shelf.clicks(shelf.again(answer), "Recheck")
    assert result.response
    assert Seen(result.response).text.startswith("unchanged")


@pytest.mark.parametrize("name", ["storm.txt", "storm"])
async def test_a_name_may_have_its_ending(shelf: World, name: str) -> None:
    await says(shelf, f"!seeds add {name} {STORM}")
    assert sorted(each.name for each in folder(shelf).glob("*.txt")) == ["ferry.txt", "storm.txt"]
