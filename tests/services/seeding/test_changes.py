"""Adding, replacing, removing: as a whole, seen at once, and refused with what to do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.services.database import Binding, Database, PostedAnswer, Ref, ScopeKind
from bot.services.database.clock import now
from bot.services.seeding import FaultySeedError, Seeding, SeedingError
from bot.services.seeds.errors import (
    AtWorkError,
    SeedExistsError,
    SeedFolderError,
    SeedMissingError,
    SeedNameError,
)
from bot.services.seeds.folder import SeedFolder
from tests.services.seeding.fixture import ADA, BROKEN, FERRY, FILES, MORE, NEW, STORM, files, said, texts

Change = Callable[[Seeding], Coroutine[Any, Any, object]]


class TestAdd:
    async def test_a_new_text_is_written_asked_and_shown(self, seeding: Seeding, folder: Path) -> None:
        outcome = await seeding.add("Quay Fire.TXT", NEW, ADA)
        assert files(folder) == FILES | {"quay-fire.txt": NEW}
        assert texts(seeding)["quay-fire"] == NEW.decode()
        assert outcome.changed
        assert outcome.note is None
        assert said(outcome.cards).startswith("[quay-fire] new: Quay burns")

    @pytest.mark.parametrize("name", ["ferry.txt", "Ferry.md", "ferry.html", "storm"])
    async def test_a_second_file_of_one_id_is_refused(
        self, seeding: Seeding, folder: Path, name: str
    ) -> None:
        with pytest.raises(SeedExistsError, match=r"There is an article `\w+` already, in .*Use `replace`"):
            await seeding.add(name, NEW, ADA)
        assert files(folder) == FILES

    async def test_another_kind_of_file_is_refused(self, seeding: Seeding) -> None:
        with pytest.raises(SeedNameError, match="Paste the article's text instead"):
            await seeding.add("quay.pdf", NEW, ADA)


class TestReplace:
    async def test_the_new_text_is_asked_and_the_change_is_shown(
        self, seeding: Seeding, folder: Path
    ) -> None:
        outcome = await seeding.replace("ferry", MORE.encode(), ADA)
        assert files(folder) == FILES | {"ferry.txt": MORE.encode()}
        assert texts(seeding)["ferry"] == MORE
        assert "[ferry] figures 353 → 357" in said(outcome.cards)

    async def test_an_article_keeps_its_id_in_a_file_of_another_kind(
        self, seeding: Seeding, folder: Path
    ) -> None:
        await seeding.replace("ferry", MORE.encode(), ADA, ending=".md")
        assert set(files(folder)) == {"bridge.txt", "ferry.md", "storm.md"}
        assert texts(seeding)["ferry"] == MORE

    async def test_an_ending_that_is_no_seeds_is_refused(self, seeding: Seeding, folder: Path) -> None:
        with pytest.raises(SeedingError, match=r"\.pdf is none of them"):
            await seeding.replace("ferry", MORE.encode(), ADA, ending="pdf")
        assert files(folder) == FILES

    async def test_an_article_that_is_not_there_is_named_with_the_one_that_may_be_meant(
        self, seeding: Seeding
    ) -> None:
        with pytest.raises(SeedMissingError, match=r"no article `fery`\. Did you mean `ferry`\?"):
            await seeding.replace("fery", NEW, ADA)

    async def test_the_same_text_changes_nothing_and_says_so(self, seeding: Seeding) -> None:
        outcome = await seeding.replace("ferry", FERRY.encode(), ADA)
        assert not outcome.changed
        assert said(outcome.cards) == "nothing changed · 3 articles loaded"


class TestFaultyTexts:
    @pytest.mark.parametrize(
        "change",
        [lambda s: s.add("quay.txt", BROKEN, ADA), lambda s: s.replace("storm", BROKEN, ADA)],
        ids=["add", "replace"],
    )
    async def test_they_are_refused_with_line_column_and_what_to_do_and_nothing_is_written(
        self, seeding: Seeding, folder: Path, change: Change
    ) -> None:
        before = seeding.library.current
        with pytest.raises(FaultySeedError, match=r":3:1: error: expected UTF-8.*Save it as UTF-8") as caught:
            await change(seeding)
        (fault,) = caught.value.faults
        assert (fault.line, fault.column) == (3, 1)
        assert files(folder) == FILES
        assert seeding.library.current is before

    async def test_a_text_beyond_the_limit_is_refused(self, seeding: Seeding, folder: Path) -> None:
        with pytest.raises(FaultySeedError, match="at most 10,000 bytes"):
            await seeding.add("long.txt", NEW * 1000, ADA)
        assert files(folder) == FILES

    @pytest.mark.parametrize("name", ["a.txt", "z.txt"])
    async def test_the_text_of_another_article_is_refused_wherever_its_name_stands(
        self, seeding: Seeding, folder: Path, name: str
    ) -> None:
        with pytest.raises(FaultySeedError, match=r"the text of (.*/)?ferry\.txt"):
            await seeding.add(name, FERRY.encode(), ADA)
        assert files(folder) == FILES

    async def test_what_is_wrong_is_told_before_it_is_added(self, seeding: Seeding) -> None:
        assert await seeding.validate("quay.txt", NEW) == ()
        (fault,) = await seeding.validate("quay.txt", BROKEN)
        assert (fault.path, fault.line) == ("quay.txt", 3)
        assert await seeding.validate() == ()

    async def test_all_files_of_the_folder_are_told_of(self, seeding: Seeding, folder: Path) -> None:
        (folder / "broken.txt").write_bytes(BROKEN)
        (fault,) = await seeding.validate()
        assert fault.path == str(folder / "broken.txt")


class TestRemove:
    async def test_what_would_go_is_named_first(self, seeding: Seeding, state: Database) -> None:
        entry = seeding.library.current.entry("ferry")
        assert entry is not None
        await state.bindings.put(Binding(ScopeKind.CHANNEL, 5, 1, ("ferry", "storm")))
        await state.posted.put(PostedAnswer(7, 5, 1, (Ref(entry.article.sha256, 0, 5),), now()), 9)
        removal = await seeding.removal("ferry")
        assert removal.token == entry.article.sha256[:16]
        assert "figures: 1" in said(removal.cards)
        assert "bindings that name it: 1" in said(removal.cards)
        assert "posted answers that cite it: 1" in said(removal.cards)

    async def test_with_its_token_it_goes(self, seeding: Seeding, folder: Path) -> None:
        removal = await seeding.removal("storm")
        outcome = await seeding.remove("storm", removal.token, ADA)
        assert "storm.md" not in files(folder)
        assert "storm" not in texts(seeding)
        assert said(outcome.cards).startswith("[storm] removed: Storm hits the bay")

    async def test_a_text_that_was_changed_meanwhile_stays(self, seeding: Seeding, folder: Path) -> None:
        removal = await seeding.removal("storm")
        (folder / "storm.md").write_text(STORM + "More.\n")
        with pytest.raises(SeedingError, match="was changed since you were asked"):
            await seeding.remove("storm", removal.token, ADA)
        assert "storm.md" in files(folder)

    async def test_the_last_article_stays(self, seeding: Seeding, folder: Path) -> None:
        for article in ("storm", "bridge"):
            await seeding.remove(article, (await seeding.removal(article)).token, ADA)
        token = (await seeding.removal("ferry")).token
        with pytest.raises(SeedingError, match="no article left to ask"):
            await seeding.remove("ferry", token, ADA)
        assert set(files(folder)) == {"ferry.txt"}
        assert set(texts(seeding)) == {"ferry"}

    async def test_a_file_that_never_loaded_can_be_removed(self, seeding: Seeding, folder: Path) -> None:
        (folder / "broken.txt").write_bytes(BROKEN)
        removal = await seeding.removal("broken")
        await seeding.remove("broken", removal.token, ADA)
        assert files(folder) == FILES


class TestTwoAdmins:
    async def test_the_second_is_told_who_is_at_it_in_another_process(
        self, seeding: Seeding, folder: Path
    ) -> None:
        with SeedFolder(folder).hold("terminal:rosa"), pytest.raises(AtWorkError, match="by terminal:rosa"):
            await seeding.add("quay.txt", NEW, ADA)
        assert files(folder) == FILES

    async def test_the_second_is_told_who_is_at_it_in_this_process(
        self, seeding: Seeding, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun, go_on = asyncio.Event(), asyncio.Event()
        prepare = seeding.library.prepare

        async def slowly(*given: Any) -> Any:
            begun.set()
            await go_on.wait()
            return await prepare(*given)

        monkeypatch.setattr(seeding.library, "prepare", slowly)
        first = asyncio.create_task(seeding.add("quay.txt", NEW, "terminal:rosa"))
        await begun.wait()
        with pytest.raises(AtWorkError, match="by terminal:rosa") as caught:
            await seeding.reload(ADA)
        assert caught.value.name == "terminal:rosa"
        go_on.set()
        await first
        assert "quay.txt" in files(folder)

    async def test_a_change_is_made_to_its_end_when_nobody_waits_for_it_any_more(
        self, seeding: Seeding, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun, go_on, done = asyncio.Event(), asyncio.Event(), asyncio.Event()
        prepare, take = seeding.library.prepare, seeding.library.take

        async def slowly(*given: Any) -> Any:
            begun.set()
            await go_on.wait()
            return await prepare(*given)

        def taken(shelf: Any) -> None:
            take(shelf)
            done.set()

        monkeypatch.setattr(seeding.library, "prepare", slowly)
        monkeypatch.setattr(seeding.library, "take", taken)
        asked = asyncio.create_task(seeding.add("quay.txt", NEW, ADA))
        await begun.wait()
        asked.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asked
        go_on.set()
        await done.wait()
        assert "quay" in texts(seeding)
        assert "quay.txt" in files(folder)
        assert (await seeding.reload(ADA)).changed is False


class TestShowing:
    async def test_all_articles_are_listed(self, seeding: Seeding) -> None:
        assert [said([card]).split("\n")[0] for card in await seeding.listed()] == [
            "Bridge closed (inferred) [bridge]",
            "Ferry runs aground (inferred) [ferry]",
            "Storm hits the bay (inferred) [storm]",
        ]

    async def test_one_is_shown_with_its_file(self, seeding: Seeding) -> None:
        shown = said(await seeding.show("storm"))
        assert "file: storm.md" in shown

    async def test_one_that_is_not_there_is_refused(self, seeding: Seeding) -> None:
        with pytest.raises(SeedFolderError, match="Did you mean `storm`"):
            await seeding.show("strom")
