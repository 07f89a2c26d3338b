"""Reading the folder again: what changed is read, what is broken stays as it was, what was kept can come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.services import answers
from bot.services.config import Settings
from bot.services.database import Database, NoDatabase, PostedAnswer, Ref
from bot.services.database.clock import now
from bot.services.library import load_library
from bot.services.recall import Standing
from bot.services.replies import reply_record
from bot.services.seeding import Seeding, SeedingError, changing
from bot.services.seeds.errors import FolderWriteError
from tests.services.seeding.fixture import (
    ADA,
    BRIDGE,
    BROKEN,
    FERRY,
    FILES,
    MORE,
    NEW,
    STORM,
    everything,
    files,
    said,
    texts,
)


class TestReload:
    async def test_what_changed_is_asked_and_shown(self, seeding: Seeding, folder: Path) -> None:
        (folder / "ferry.txt").write_text(MORE)
        (folder / "quay.txt").write_bytes(NEW)
        (folder / "bridge.txt").unlink()
        outcome = await seeding.reload(ADA)
        assert texts(seeding) == {"ferry": MORE, "quay": NEW.decode(), "storm": STORM}
        shown = said(outcome.cards)
        assert "[bridge] removed" in shown
        assert "[ferry] figures 353 → 357" in shown
        assert "[quay] new" in shown

    async def test_only_what_changed_is_read_again(self, seeding: Seeding, folder: Path) -> None:
        (folder / "ferry.txt").write_text(MORE)
        before = seeding.library.current
        prepared = await seeding.library.prepare()
        assert prepared.again == 1
        for article in ("bridge", "storm"):
            was, now_ = before.entry(article), prepared.after.store.entry(article)
            assert was is not None
            assert now_ is not None
            assert now_.article is was.article
            assert now_.facts is was.facts

    async def test_without_a_change_the_store_stays_the_same_object(self, seeding: Seeding) -> None:
        before = seeding.library.current
        outcome = await seeding.reload(ADA)
        assert not outcome.changed
        assert seeding.library.current is before

    async def test_many_changed_files_are_read_as_well(self, seeding: Seeding, folder: Path) -> None:
        for number in range(30):
            (folder / f"more-{number}.txt").write_text(f"More {number}\n\nIt has {number + 2} boats.\n")
        prepared = await seeding.library.prepare()
        assert prepared.again == 30
        assert len(prepared.after.store.entries) == 33

    async def test_a_dry_run_changes_nothing(self, seeding: Seeding, folder: Path, state: Database) -> None:
        (folder / "ferry.txt").write_text(MORE)
        before, there = seeding.library.current, everything(folder)
        outcome = await seeding.reload(ADA, dry_run=True)
        assert outcome.changed
        assert "353 → 357" in said(outcome.cards)
        assert outcome.note == "This was a dry run: nothing was changed."
        assert seeding.library.current is before
        assert everything(folder) == there
        assert await state.audit.newest(9) == ()
        assert await state.versions.newest(9) == ()


class TestBrokenFiles:
    async def test_one_keeps_its_previous_version_while_the_others_load(
        self, seeding: Seeding, folder: Path
    ) -> None:
        (folder / "storm.md").write_bytes(BROKEN)
        (folder / "ferry.txt").write_text(MORE)
        outcome = await seeding.reload(ADA)
        assert texts(seeding) == {"bridge": BRIDGE, "ferry": MORE, "storm": STORM}
        shown = said(outcome.cards)
        assert "[storm] kept its previous version, for storm.md has faults" in shown
        assert "storm.md:3:1: error: expected UTF-8" in shown

    async def test_it_keeps_it_over_further_reloads_until_it_is_mended(
        self, seeding: Seeding, folder: Path
    ) -> None:
        (folder / "storm.md").write_bytes(BROKEN)
        await seeding.reload(ADA)
        (folder / "storm.md").write_bytes(BROKEN + b"\xff")
        await seeding.reload(ADA)
        assert texts(seeding)["storm"] == STORM
        (folder / "storm.md").write_text("Storm\n\nIt blew.\n")
        await seeding.reload(ADA)
        assert texts(seeding)["storm"] == "Storm\n\nIt blew.\n"

    async def test_one_that_was_never_loaded_is_left_out(self, seeding: Seeding, folder: Path) -> None:
        (folder / "new.txt").write_bytes(BROKEN)
        outcome = await seeding.reload(ADA)
        assert not outcome.changed
        assert "new.txt was left out" in said(outcome.cards)

    async def test_one_that_is_gone_is_not_kept(self, seeding: Seeding, folder: Path) -> None:
        (folder / "storm.md").write_bytes(BROKEN)
        await seeding.reload(ADA)
        (folder / "storm.md").unlink()
        await seeding.reload(ADA)
        assert "storm" not in texts(seeding)

    async def test_no_seed_at_all_is_refused(self, seeding: Seeding, folder: Path) -> None:
        for name in FILES:
            (folder / name).unlink()
        with pytest.raises(SeedingError, match="no article left to ask, so the articles of before stay"):
            await seeding.reload(ADA)
        assert len(texts(seeding)) == 3


class TestTheLog:
    async def test_each_change_is_logged_from_hash_to_hash_with_what_became_of_facts(
        self, seeding: Seeding
    ) -> None:
        old = seeding.library.current.entry("ferry")
        await seeding.replace("ferry", MORE.encode(), ADA, 5)
        new = seeding.library.current.entry("ferry")
        (entry,) = await seeding.log()
        assert old is not None
        assert new is not None
        assert (entry.who, entry.action, entry.server, entry.article) == (ADA, "replace", 5, "ferry")
        assert (entry.old, entry.new) == (old.article.sha256, new.article.sha256)
        assert (entry.added, entry.removed, entry.changed) == (0, 0, 1)
        assert entry.outcome == "Done."
        assert await seeding.log(server=6) == ()

    async def test_a_refused_change_is_logged_too(self, seeding: Seeding) -> None:
        with pytest.raises(SeedingError):
            await seeding.add("quay.txt", BROKEN, ADA)
        (entry,) = await seeding.log()
        assert entry.action == "add"
        assert entry.outcome.startswith("Refused: quay.txt was not taken")

    async def test_a_fault_of_the_program_is_logged_and_changes_nothing(
        self, seeding: Seeding, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(changing, "refuse_faulty", fails)
        with pytest.raises(ZeroDivisionError):
            await seeding.add("quay.txt", NEW, ADA)
        (entry,) = await seeding.log()
        assert entry.outcome.startswith("Failed:")
        assert files(folder) == FILES

    @pytest.mark.parametrize("table", ["verbatim_audit", "verbatim_versions"])
    async def test_where_a_part_of_the_state_fails_the_change_is_made_all_the_same(
        self, seeding: Seeding, state: Database, table: str
    ) -> None:
        async with state.access.writing() as connection:
            await connection.exec_driver_sql(f"DROP TABLE {table}")
        outcome = await seeding.replace("ferry", MORE.encode(), ADA)
        assert texts(seeding)["ferry"] == MORE
        assert outcome.note is not None
        assert outcome.note.startswith("It could not be written to the log")

    async def test_a_folder_that_cannot_be_written_can_still_be_read_again(
        self, seeding: Seeding, folder: Path
    ) -> None:
        (folder / ".verbatim").write_bytes(b"in the way")
        with pytest.raises(FolderWriteError):
            await seeding.add("quay.txt", NEW, ADA)
        (folder / "ferry.txt").write_text(MORE)
        assert (await seeding.reload(ADA)).changed
        assert texts(seeding)["ferry"] == MORE

    async def test_without_a_state_the_change_is_made_and_said_not_to_be_logged(
        self, folder: Path, settings: Settings
    ) -> None:
        seeding = Seeding(load_library(str(folder), 10_000), NoDatabase("The disk is full."), settings)
        outcome = await seeding.add("quay.txt", NEW, ADA)
        assert "quay" in texts(seeding)
        assert outcome.note == (
            "It could not be written to the log, and cannot be rolled back: The disk is full."
        )
        for refused in (seeding.log(), seeding.versions(), seeding.diff(), seeding.rollback(1, ADA)):
            with pytest.raises(SeedingError, match=r"The disk is full\."):
                await refused


class TestVersions:
    async def test_the_first_change_keeps_what_was_before_and_what_came(self, seeding: Seeding) -> None:
        await seeding.add("quay.txt", NEW, ADA)
        assert [each.note for each in await seeding.versions()] == ["add quay", "before: add"]

    async def test_a_rollback_gives_byte_equal_files_and_answers(
        self, seeding: Seeding, folder: Path
    ) -> None:
        questions = ["How many people were on the ferry?", "What did Brandt say?", "Is the bridge closed?"]

        def answered() -> list[str]:
            return [str(reply_record(answers.ask(seeding.library.current, each))) for each in questions]

        before = answered()
        await seeding.replace("ferry", MORE.encode(), ADA)
        await seeding.add("quay.txt", NEW, ADA)
        await seeding.remove("bridge", (await seeding.removal("bridge")).token, ADA)
        assert answered() != before
        first = (await seeding.versions())[-1]
        outcome = await seeding.rollback(first.id, ADA)
        assert outcome.changed
        assert files(folder) == FILES
        assert answered() == before

    async def test_a_version_that_is_not_kept_is_refused_and_that_is_logged(self, seeding: Seeding) -> None:
        with pytest.raises(SeedingError, match="There is no version 99"):
            await seeding.rollback(99, ADA)
        (entry,) = await seeding.log()
        assert entry.action == "rollback to 99"

    async def test_the_difference_to_the_version_before_is_shown(self, seeding: Seeding) -> None:
        await seeding.replace("ferry", MORE.encode(), ADA)
        assert "[ferry] figures 353 → 357" in said(await seeding.diff())
        (newest, _) = await seeding.versions()
        assert said(await seeding.diff(newest.id)) == "nothing changed · 3 articles loaded"

    async def test_without_an_earlier_version_there_is_none_to_show(self, seeding: Seeding) -> None:
        with pytest.raises(SeedingError, match="No version of before is kept"):
            await seeding.diff()

    async def test_only_as_many_are_kept_as_the_configuration_says(
        self, folder: Path, state: Database
    ) -> None:
        settings = Settings.model_validate({"state": {"versions": 2}})
        seeding = Seeding(load_library(str(folder), 10_000), state, settings)
        for number in range(4):
            await seeding.replace("bridge", f"Bridge\n\nIt has {number + 3} arches.\n".encode(), ADA)
        assert len(await seeding.versions()) == 2


class TestTheStart:
    async def test_the_first_start_keeps_a_version_and_says_nothing(self, seeding: Seeding) -> None:
        assert await seeding.settle() is None
        assert await seeding.settle() is None
        assert len(await seeding.versions()) == 1

    async def test_what_was_changed_while_the_bot_was_down_is_logged_kept_and_recalled(
        self, seeding: Seeding, folder: Path, state: Database, settings: Settings
    ) -> None:
        await seeding.settle()
        await cite(seeding, state, 7, "ferry", "Police said 353 people were on the ferry.")
        (folder / "ferry.txt").write_text(MORE)
        again = Seeding(load_library(str(folder), 10_000), state, settings)
        outcome = await again.settle()
        assert outcome is not None
        assert [recall.posted.message for recall in outcome.recalls] == [7]
        assert len(await again.versions()) == 2
        assert [entry.action for entry in await again.log()] == ["start"]
        assert await again.settle() is None

    async def test_a_file_with_faults_keeps_its_version_over_a_restart(
        self, seeding: Seeding, folder: Path, state: Database, settings: Settings
    ) -> None:
        await seeding.reload(ADA)
        (folder / "storm.md").write_bytes(BROKEN)
        await seeding.reload(ADA)
        assert texts(seeding)["storm"] == STORM
        again = Seeding(load_library(str(folder), 10_000), state, settings)
        assert "storm" not in texts(again)
        await again.settle()
        assert texts(again) == texts(seeding)
        assert (folder / "storm.md").read_bytes() == BROKEN


async def cite(seeding: Seeding, state: Database, message: int, article: str, words: str) -> None:
    """Remember an answer that cites these words."""
    entry = seeding.library.current.entry(article)
    assert entry is not None
    at = entry.article.text.index(words)
    ref = Ref(entry.article.sha256, at, at + len(words))
    await state.posted.put(PostedAnswer(message, 20, 1, (ref,), now()), 50)


class TestRecall:
    async def test_answers_that_cite_what_changed_or_went_are_told(
        self, seeding: Seeding, state: Database
    ) -> None:
        await cite(seeding, state, 1, "ferry", "Police said 353 people were on the ferry.")
        await cite(seeding, state, 2, "bridge", "The bridge stays closed until May.")
        outcome = await seeding.replace("ferry", MORE.encode(), ADA)
        assert [each.posted.message for each in outcome.recalls] == [1]
        assert [check.standing for check in outcome.recalls[0].told] == [Standing.CHANGED]
        outcome = await seeding.remove("bridge", (await seeding.removal("bridge")).token, ADA)
        assert [check.standing for check in outcome.recalls[0].told] == [Standing.WITHDRAWN]

    async def test_an_answer_whose_passage_moved_cites_it_where_it_stands_now(
        self, seeding: Seeding, state: Database
    ) -> None:
        await cite(seeding, state, 1, "ferry", "Nobody was hurt.")
        moved = FERRY.replace("Police said", "The harbour police said")
        assert (await seeding.replace("ferry", moved.encode(), ADA)).recalls == ()
        entry = seeding.library.current.entry("ferry")
        assert entry is not None
        ((ref,),) = [each.refs for each in await state.posted.of_articles([entry.article.sha256])]
        assert entry.article.text[ref.start : ref.end] == "Nobody was hurt."

    async def test_none_are_told_where_no_posted_answers_are_kept(
        self, folder: Path, state: Database
    ) -> None:
        seeding = Seeding(load_library(str(folder), 10_000), state, Settings())
        await cite(seeding, state, 1, "ferry", "Police said 353 people were on the ferry.")
        assert (await seeding.replace("ferry", MORE.encode(), ADA)).recalls == ()
