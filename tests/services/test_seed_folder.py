"""The folder of seeds: a change happens as a whole or not at all, and only where it should."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.seeds.errors import (
    AtWorkError,
    FolderWriteError,
    SeedExistsError,
    SeedFolderError,
    SeedMissingError,
    SeedNameError,
    UnfinishedError,
)
from bot.services.seeds.folder import SeedFolder
from bot.services.seeds.names import is_seed_name, safe_name
from bot.services.seeds.workroom import ROOM, FolderChange
from tests.services.kill_at_each_step import AFTER, CHANGES, FILES, written

KILLER = Path(__file__).with_name("kill_at_each_step.py")
EVERY_CHANGE = pytest.mark.parametrize("change", sorted(CHANGES))


def files(folder: Path) -> dict[str, bytes]:
    """All files that anybody sees."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if not each.name.startswith(".")}


def room(folder: Path) -> set[str]:
    """What is left in the hidden folder, without what stays there for good, and the note that counts with a lock."""
    return {each.name for each in (folder / ROOM).iterdir()} - {"lock", "last", "at-work"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "seeds")


class TestChanges:
    @EVERY_CHANGE
    def test_each_change_does_what_it_says_and_leaves_nothing_behind(self, folder: Path, change: str) -> None:
        CHANGES[change](SeedFolder(folder))
        assert files(folder) == AFTER[change]
        assert room(folder) == set()

    def test_to_add_never_overwrites_and_says_what_to_do(self, folder: Path) -> None:
        with pytest.raises(SeedExistsError, match=r"There is a seed ferry\.txt already\. Use `replace`"):
            SeedFolder(folder).add("ferry", b"x")
        assert files(folder) == FILES

    @pytest.mark.parametrize(
        "change", [FolderChange({"x.txt": b""}), FolderChange(removes=frozenset({"x.txt"}))]
    )
    def test_what_is_not_there_cannot_be_changed(self, folder: Path, change: FolderChange) -> None:
        with pytest.raises(SeedMissingError, match=r"There is no seed x\.txt"):
            SeedFolder(folder).change(change)

    def test_to_restore_leaves_other_files_alone(self, folder: Path) -> None:
        (folder / "notes.pdf").write_bytes(b"%PDF")
        (folder / ".hidden.txt").write_bytes(b"x")
        (folder / "sub.txt").mkdir()
        (folder / "sub.txt" / "inner").write_bytes(b"x")
        SeedFolder(folder).restore({"a.txt": b"a"})
        assert {each.name for each in folder.iterdir()} == {
            "a.txt",
            "notes.pdf",
            ".hidden.txt",
            "sub.txt",
            ROOM,
        }

    def test_a_replaced_file_keeps_its_permissions(self, folder: Path) -> None:
        (folder / "ferry.txt").chmod(0o640)
        SeedFolder(folder).replace("ferry.txt", b"x")
        assert (folder / "ferry.txt").stat().st_mode & 0o777 == 0o640


class TestKilled:
    @pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that are copies of each other")
    @EVERY_CHANGE
    def test_whenever_the_process_dies_either_the_old_or_the_new_files_are_there(
        self, tmp_path: Path, change: str
    ) -> None:
        done = subprocess.run(
            [sys.executable, str(KILLER), str(tmp_path), change],
            env=os.environ | {"PYTHONPATH": str(KILLER.parents[2])}, capture_output=True, check=True,
        )  # fmt: skip
        steps = int(done.stdout)
        assert steps > 5
        seen = []
        for step in range(1, steps + 1):
            for left in [*sorted(tmp_path.glob(f"{step}-*")), tmp_path / str(step)]:
                SeedFolder(left).recover()
                assert files(left) in (FILES, AFTER[change]), left.name
                assert room(left) == set()
            seen.append(files(tmp_path / str(step)) == AFTER[change])
        assert seen == sorted(seen), "once it is committed it stays"
        assert set(seen) == {False, True}

    def test_what_somebody_wrote_meanwhile_is_never_lost(self, folder: Path) -> None:
        def die(step: str) -> None:
            if step == "journal.part to journal":
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            SeedFolder(folder, die).replace("ferry.txt", b"new")
        (folder / "ferry.txt").write_bytes(b"somebody's")
        SeedFolder(folder).recover()
        assert files(folder)["ferry.txt"] == b"new"
        (aside,) = (folder / ROOM).glob("*.aside")
        assert aside.read_bytes() == b"somebody's"

    def test_a_damaged_journal_stops_changes_and_says_where_it_is(self, folder: Path) -> None:
        (folder / ROOM).mkdir()
        (folder / ROOM / "journal").write_bytes(b'{"version": 1')
        with pytest.raises(UnfinishedError, match=r"\.verbatim.journal, is damaged"):
            SeedFolder(folder).remove("ferry.txt")
        assert files(folder) == FILES

    def test_a_journal_cannot_lead_out_of_the_folder(self, folder: Path) -> None:
        outside = folder.parent / "outside.txt"
        outside.write_bytes(b"mine")
        (folder / ROOM).mkdir()
        entry = '["../outside.txt", null, null]'
        (folder / ROOM / "journal").write_text(f'{{"version": 1, "id": "x", "entries": [{entry}]}}')
        with pytest.raises(UnfinishedError):
            SeedFolder(folder).recover()
        assert outside.read_bytes() == b"mine"

    def test_where_nothing_was_left_nothing_is_written(self, folder: Path) -> None:
        SeedFolder(folder).recover()
        assert not (folder / ROOM).exists()


class Failing:
    """A disk that refuses after a number of steps: once, or from then on."""

    def __init__(self, at: int, *, always: bool) -> None:
        self.left, self.always = at, always

    def __call__(self, _: str) -> None:
        self.left -= 1
        if self.left == 0 or (self.always and self.left < 0):
            raise OSError(errno.ENOSPC, "No space left on device")


def refusal(change: Callable[[SeedFolder], object], folder: SeedFolder) -> SeedFolderError | None:
    """Why a change was refused, None if it was made."""
    try:
        change(folder)
    except SeedFolderError as error:
        return error
    return None


class TestRefusals:
    @pytest.mark.parametrize("times", ["once", "always"])
    @EVERY_CHANGE
    def test_whatever_step_fails_nothing_is_half_done(self, tmp_path: Path, change: str, times: str) -> None:
        told = []
        for at in range(1, 40):
            folder = written(tmp_path / str(at))
            refused = refusal(CHANGES[change], SeedFolder(folder, Failing(at, always=times == "always")))
            told.append(type(refused).__name__)
            if isinstance(refused, FolderWriteError):
                assert files(folder) == FILES
                assert str(refused) == "The seeds were not changed: the disk is full."
            SeedFolder(folder).recover()
            expected = {"NoneType": [AFTER[change]], "FolderWriteError": [FILES]}
            assert files(folder) in expected.get(told[-1], [FILES, AFTER[change]])
            assert room(folder) == set()
        assert told[0] == "FolderWriteError"
        assert told[-1] == "NoneType"
        assert set(told) <= {"FolderWriteError", "UnfinishedError", "NoneType"}

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_cannot_be_written_is_named(self, folder: Path) -> None:
        folder.chmod(0o500)
        with pytest.raises(FolderWriteError, match="cannot be written to"):
            SeedFolder(folder).remove("ferry.txt")

    def test_a_read_only_file_system_is_named(self, folder: Path) -> None:
        def refuse(_: str) -> None:
            raise OSError(errno.EROFS, "Read-only file system")

        with pytest.raises(FolderWriteError, match=r"seeds cannot be written to \(Read-only file system\)"):
            SeedFolder(folder, refuse).remove("ferry.txt")

    def test_a_folder_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(FolderWriteError, match=r"there is no folder .*gone"):
            SeedFolder(tmp_path / "gone").add("a", b"a")


class TestLinks:
    @pytest.fixture
    def outside(self, folder: Path) -> Path:
        outside = folder.parent / "outside.txt"
        outside.write_bytes(b"mine")
        (folder / "link.txt").symlink_to(outside)
        return outside

    @pytest.mark.parametrize(
        "change",
        [
            FolderChange({"link.txt": b"x"}),
            FolderChange({"link.txt": b"x"}, frozenset({"link.txt"})),
            FolderChange(removes=frozenset({"link.txt"})),
        ],
    )
    def test_a_link_is_refused_and_what_it_leads_to_untouched(
        self, folder: Path, outside: Path, change: FolderChange
    ) -> None:
        with pytest.raises(SeedNameError, match=r"link\.txt is a link"):
            SeedFolder(folder).change(change)
        assert outside.read_bytes() == b"mine"
        assert (folder / "link.txt").is_symlink()

    def test_nothing_is_restored_over_a_link(self, folder: Path, outside: Path) -> None:
        with pytest.raises(SeedFolderError):
            SeedFolder(folder).restore({"link.txt": b"x"})
        assert outside.read_bytes() == b"mine"
        assert (folder / "ferry.txt").exists()

    def test_a_hidden_folder_that_leads_elsewhere_is_refused(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (folder / ROOM).symlink_to(tmp_path / "elsewhere")
        with pytest.raises(FolderWriteError, match="is a link"):
            SeedFolder(folder).remove("ferry.txt")
        assert list((tmp_path / "elsewhere").iterdir()) == []


class TestOneAtATime:
    def test_the_second_is_told_who_is_at_it_and_since_when(self, folder: Path) -> None:
        with SeedFolder(folder).hold("Ada"), pytest.raises(AtWorkError) as caught:
            SeedFolder(folder).remove("ferry.txt", "Rosa")
        assert caught.value.name == "Ada"
        assert caught.value.since is not None
        since = f"{caught.value.since:%Y-%m-%d %H:%M:%S}"
        assert str(caught.value) == (
            f"The seeds are being changed by Ada since {since} UTC. Try again when that is done."
        )

    def test_afterwards_it_is_the_seconds_turn(self, folder: Path) -> None:
        shared = SeedFolder(folder)
        with shared.hold("Ada"):
            pass
        shared.remove("ferry.txt", "Rosa")
        assert "ferry.txt" not in files(folder)
        assert room(folder) == set()

    def test_another_process_is_told_too(self, folder: Path) -> None:
        script = "import sys; from bot.services.seeds.folder import SeedFolder; SeedFolder(sys.argv[1]).remove('ferry.txt')"
        with SeedFolder(folder).hold("Ada"):
            done = subprocess.run(
                [sys.executable, "-c", script, str(folder)],
                env=os.environ | {"PYTHONPATH": str(KILLER.parents[2])}, capture_output=True, check=False, text=True,
            )  # fmt: skip
        assert "AtWorkError: The seeds are being changed by Ada" in done.stderr
        assert files(folder) == FILES

    def test_each_change_is_another_moment(self, folder: Path) -> None:
        seeds = SeedFolder(folder)
        moments = [seeds.moment()]
        for change in ("remove", "add"):
            CHANGES[change](seeds)
            moments.append(seeds.moment())
        assert len(set(moments)) == 3
        assert not any(busy for _, busy in moments)


class TestNames:
    @pytest.mark.parametrize(
        ("given", "file"),
        [
            ("ferry.txt", "ferry.txt"),
            ("My Ferry (2).MD", "my-ferry-2.md"),
            ("page.HTM", "page.html"),
            ("ferry", "ferry.txt"),
            ("version 1.2", "version-1-2.txt"),
            ("../../etc/passwd", "passwd.txt"),
            ("C:\\seeds\\ferry.txt", "ferry.txt"),
            ("..", "article.txt"),
            (".txt", "article.txt"),
            ("", "article.txt"),
            ("CON.txt", "con-article.txt"),
            ("com¹.md", "com1-article.md"),
            ("a\0b\x1b[31m\u202e.txt", "a-b-31m.txt"),
            ("çağ.txt", "çağ.txt"),
            ("ﬁle.txt", "file.txt"),
            ("x" * 300 + ".txt", "x" * 80 + ".txt"),
            ("船" * 300 + ".txt", "船" * 50 + ".txt"),
        ],
    )
    def test_a_name_becomes_that_of_a_seed(self, given: str, file: str) -> None:
        assert safe_name(given) == file

    @pytest.mark.parametrize("given", ["a.pdf", "a.exe", "a.txt.docx"])
    def test_another_kind_of_file_is_refused_with_what_to_do(self, given: str) -> None:
        with pytest.raises(SeedNameError, match=r"Paste the article's text instead\."):
            safe_name(given)

    @given(st.text(max_size=400))
    def test_no_name_leads_anywhere_else(self, given: str) -> None:
        try:
            file = safe_name(given)
        except SeedNameError:
            return
        assert is_seed_name(file)
        assert file.isprintable()
        assert Path("seeds", file).parent == Path("seeds")
        assert len(file.encode("utf-8", "surrogatepass")) < 200
        assert safe_name(file) == file
