"""`seeds`: what each command does to the folder, what it prints, and with which exit code it ends."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import pytest

from bot.services import fetching
from bot.services.database import PostedAnswer, Ref, open_database
from bot.services.fetching import Page
from bot.services.seeds.folder import SeedFolder
from tests.cli.conftest import FERRY, STORM, Program

ROOT = Path(__file__).parents[2]
STORM_NOW = STORM.replace("about 12 windows", "about 19 windows")
BRIDGE = """\
The bridge reopens

The bridge in Nordby carries 30 buses a day again, the mayor said.
"""
PAGE = f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1><p>{'The bridge in Nordby carries 30 buses a day again, the mayor said. ' * 8}</p></article></body></html>"


@pytest.fixture(autouse=True)
def ada(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ada sits at the terminal."""
    monkeypatch.setenv("LOGNAME", "ada")


@pytest.fixture
def broken(folder: Path) -> dict[str, str]:
    """Settings with a database that is none."""
    (folder / "broken.db").write_bytes(b"no database at all " * 100)
    return {"VERBATIM_STATE__URL": "sqlite:///broken.db"}


def files(folder: Path) -> dict[str, bytes]:
    """The seeds as they stand."""
    return {path.name: path.read_bytes() for path in sorted((folder / "seeds").glob("[!.]*"))}


def loaded(text: str) -> Any:
    return json.loads(text)


def keys(value: Any) -> Iterator[str]:
    """Every key of a JSON value, however deep."""
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from keys(inner)


class TestListAndShow:
    def test_the_list_is_that_of_articles(self, program: Program) -> None:
        assert program("seeds", "list").stdout == program("articles").stdout
        assert program("seeds", "list", "--json").stdout == program("articles", "--json").stdout

    def test_one_article_is_shown_with_its_file(self, program: Program) -> None:
        done = program("seeds", "show", "storm")
        assert done.returncode == 0
        assert "Storm closes the school" in done.stdout
        assert "file: storm.md" in done.stdout

    def test_one_that_is_not_there_is_told_what_may_be_meant(self, program: Program) -> None:
        done = program("seeds", "show", "strom")
        assert done.returncode == 1
        assert "storm" in done.stderr

    def test_json_has_the_article_and_its_file(self, program: Program) -> None:
        shown = loaded(program("seeds", "show", "storm", "--json").stdout)
        assert [each["id"] for each in shown["articles"]] == ["storm"]
        assert (Path(shown["file"]).name, shown["faults"]) == ("storm.md", [])


class TestAdd:
    @pytest.mark.parametrize("source", [["-"], []], ids=["a hyphen", "nothing"])
    def test_standard_input_is_taken(self, program: Program, folder: Path, source: list[str]) -> None:
        done = program("seeds", "add", "Bridge", *source, given=BRIDGE)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("[bridge] new: The bridge reopens")
        assert files(folder)["bridge.txt"] == BRIDGE.encode()

    def test_what_was_added_is_asked_from_the_next_command_on(self, program: Program) -> None:
        program("seeds", "add", "bridge", given=BRIDGE)
        assert "30 buses" in program("ask", "how many buses does the bridge carry").stdout

    def test_in_a_terminal_one_is_told_how_to_end_what_is_pasted(
        self, program: Program, folder: Path
    ) -> None:
        done = program("seeds", "add", "bridge", typed=BRIDGE)
        assert "Ctrl-D" in done.stderr
        assert files(folder)["bridge.txt"] == BRIDGE.encode()

    def test_a_file_keeps_its_kind(self, program: Program, folder: Path) -> None:
        (folder / "given.md").write_text(BRIDGE, encoding="utf-8")
        assert program("seeds", "add", "bridge", "given.md").returncode == 0
        assert files(folder)["bridge.md"] == BRIDGE.encode()

    def test_a_name_with_an_ending_is_not_given_another(self, program: Program, folder: Path) -> None:
        (folder / "given.md").write_text(BRIDGE, encoding="utf-8")
        assert program("seeds", "add", "bridge.txt", "given.md").returncode == 0
        assert "bridge.txt" in files(folder)

    @pytest.mark.parametrize("name", ["../../bridge", "/etc/bridge", "..\\bridge", "./bridge.txt"])
    def test_a_name_that_is_a_path_leads_nowhere(self, program: Program, folder: Path, name: str) -> None:
        before = set(folder.parent.rglob("bridge*"))
        done = program("seeds", "add", name, given=BRIDGE)
        assert done.returncode == 0
        assert files(folder)["bridge.txt"] == BRIDGE.encode()
        assert {path.parent for path in set(folder.parent.rglob("bridge*")) - before} == {folder / "seeds"}

    def test_what_is_there_is_not_overwritten(self, program: Program, folder: Path) -> None:
        before = files(folder)
        done = program("seeds", "add", "storm", given=BRIDGE)
        assert done.returncode == 1
        assert "`replace`" in done.stderr
        assert files(folder) == before

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (b"caf\xe9", "UTF-8"),
            (b"", "bridge.txt was not taken"),
            (b"---\ntitle: [\n---\nWords of it.\n", "bridge.txt was not taken"),
            (b"x" * 2_001, "2,000 bytes"),
            (STORM.encode(), "storm.md"),
        ],
        ids=["no UTF-8", "nothing", "bad front matter", "too much", "a text that is there"],
    )
    def test_a_faulty_text_is_refused_with_the_reason_and_leaves_nothing(
        self, program: Program, folder: Path, given: bytes, said: str
    ) -> None:
        before = files(folder)
        done = program("seeds", "add", "bridge", given=given, VERBATIM_SEEDS__MAX_BYTES="2000")
        assert (done.returncode, done.stdout) == (1, "")
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert files(folder) == before

    @pytest.mark.parametrize(
        ("source", "said"),
        [("gone.txt", "gone.txt cannot be read"), ("seeds", "cannot be read"), ("given.pdf", ".pdf is none")],
    )
    def test_what_is_no_text_is_said(self, program: Program, folder: Path, source: str, said: str) -> None:
        (folder / "given.pdf").write_text(BRIDGE, encoding="utf-8")
        done = program("seeds", "add", "bridge", source)
        assert done.returncode == 1
        assert said in done.stderr

    def test_json_says_what_changed(self, program: Program) -> None:
        said = loaded(program("seeds", "add", "bridge", "--json", given=BRIDGE).stdout)
        assert (said["version"], said["changed"], said["note"], said["recalls"]) == (1, True, None, [])
        cited = [
            piece
            for change in said["changes"]
            for each in change
            for piece in each["pieces"]
            if "article" in piece
        ]
        assert cited
        assert all(BRIDGE[piece["start"] : piece["end"]] == piece["text"] for piece in cited)

    def test_a_faulty_file_beside_it_is_no_hindrance(self, program: Program, folder: Path) -> None:
        (folder / "seeds" / "broken.txt").write_bytes(b"\xff")
        assert program("seeds", "add", "bridge", given=BRIDGE).returncode == 0


class TestAddresses:
    URL = "https://example.org/bridge"

    @pytest.fixture
    def allowed(self, folder: Path) -> None:
        """A configuration with one host."""
        fetch = "fetch:\n  hosts: [example.org]\n  max_bytes: 5000\n  seconds: 3\n"
        (folder / "config.yaml").write_text(fetch, encoding="utf-8")

    def test_fetching_is_off_unless_hosts_are_allowed(self, program: Program, folder: Path) -> None:
        before = files(folder)
        done = program("seeds", "add", "bridge", self.URL)
        assert done.returncode == 1
        assert "fetch.hosts" in done.stderr
        assert files(folder) == before

    @pytest.mark.usefixtures("allowed")
    @pytest.mark.parametrize(
        ("url", "said"),
        [
            ("https://elsewhere.org/", "none of the hosts"),
            ("http://127.0.0.1/", "none of the hosts"),
            ("https://a:b@example.org/", "password"),
            ("HTTPS://example.org:8443/", "a port of its own"),
            ("https:", "no address"),
        ],
    )
    def test_what_is_not_allowed_is_not_fetched(self, program: Program, url: str, said: str) -> None:
        done = program("seeds", "add", "bridge", url)
        assert done.returncode == 1
        assert said in done.stderr

    @pytest.mark.usefixtures("allowed")
    def test_a_page_is_kept_as_a_page(
        self, program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fetch_page(text: str, hosts: tuple[str, ...], *, max_bytes: int, seconds: float) -> Page:
            assert (text, hosts, max_bytes, seconds) == (self.URL, ("example.org",), 5000, 3)
            return Page(PAGE.encode(), ".html", text)

        monkeypatch.setattr(fetching, "fetch_page", fetch_page)
        done = program("seeds", "add", "bridge", self.URL)
        assert done.returncode == 0
        assert files(folder)["bridge.html"] == PAGE.encode()


class TestReplace:
    def test_the_article_says_something_else_from_then_on(self, program: Program, folder: Path) -> None:
        done = program("seeds", "replace", "storm", given=STORM_NOW)
        assert done.returncode == 0
        assert "about 12 → about 19" in done.stdout.splitlines()[0]
        assert files(folder)["storm.md"] == STORM_NOW.encode()

    def test_the_same_text_changes_nothing(self, program: Program) -> None:
        done = program("seeds", "replace", "storm", given=STORM)
        assert done.returncode == 0
        assert done.stdout.startswith("nothing changed")

    def test_a_file_of_another_kind_takes_the_place_of_the_old(self, program: Program, folder: Path) -> None:
        (folder / "page.htm").write_text(PAGE, encoding="utf-8")
        assert program("seeds", "replace", "storm", "page.htm").returncode == 0
        assert list(files(folder)) == ["ferry.txt", "storm.html"]

    @pytest.mark.parametrize(
        ("article", "given", "said"),
        [
            ("strom", STORM_NOW.encode(), "`storm`"),
            ("storm", b"\xff", "UTF-8"),
            ("storm", FERRY.encode(), "ferry.txt"),
        ],
        ids=["not there", "no UTF-8", "a text that is there"],
    )
    def test_what_cannot_be_is_refused_and_the_old_one_stays(
        self, program: Program, folder: Path, article: str, given: bytes, said: str
    ) -> None:
        before = files(folder)
        done = program("seeds", "replace", article, given=given)
        assert done.returncode == 1
        assert said in done.stderr
        assert files(folder) == before


class TestRemove:
    def test_it_names_what_goes_and_removes_it_when_told_so(self, program: Program, folder: Path) -> None:
        done = program("seeds", "remove", "storm", typed="y\n")
        assert done.returncode == 0
        assert "this would remove [storm]" in done.stdout
        assert "bindings that name it: 0" in done.stdout
        assert "Remove storm?" in done.stderr
        assert list(files(folder)) == ["ferry.txt"]

    @pytest.mark.parametrize(("typed", "code"), [("n\n", 1), ("\n", 1), ("", 130)])
    def test_anything_else_keeps_it(self, program: Program, folder: Path, typed: str, code: int) -> None:
        done = program("seeds", "remove", "storm", typed=typed)
        assert done.returncode == code
        assert list(files(folder)) == ["ferry.txt", "storm.md"]

    def test_yes_skips_the_question(self, program: Program, folder: Path) -> None:
        done = program("seeds", "remove", "storm", "--yes")
        assert done.returncode == 0
        assert done.stdout.startswith("[storm] removed: ")
        assert list(files(folder)) == ["ferry.txt"]

    @pytest.mark.parametrize(
        "command", [["remove", "storm"], ["rollback", "1"]], ids=lambda command: command[0]
    )
    def test_where_nobody_can_be_asked_it_is_refused(
        self, program: Program, folder: Path, command: list[str]
    ) -> None:
        for done in (program("seeds", *command), program("seeds", *command, "--json", typed="y\n")):
            assert (done.returncode, done.stdout) == (2, "")
            assert "--yes" in done.stderr
        assert list(files(folder)) == ["ferry.txt", "storm.md"]

    def test_the_last_article_stays(self, program: Program, folder: Path) -> None:
        program("seeds", "remove", "storm", "--yes")
        done = program("seeds", "remove", "ferry", "--yes")
        assert done.returncode == 1
        assert "no article left" in done.stderr
        assert list(files(folder)) == ["ferry.txt"]

    def test_what_is_not_there_cannot_be_removed(self, program: Program) -> None:
        assert program("seeds", "remove", "bridge", "--yes").returncode == 1


class TestReload:
    def test_of_an_untouched_folder_there_is_nothing_to_tell(self, program: Program) -> None:
        done = program("seeds", "reload")
        assert done.returncode == 0
        assert done.stdout == "nothing changed · 2 articles loaded\n"

    def test_what_changed_since_the_last_version_is_told(self, program: Program, folder: Path) -> None:
        program("seeds", "reload")
        (folder / "seeds" / "storm.md").write_text(STORM_NOW, encoding="utf-8")
        assert "about 12 → about 19" in program("seeds", "reload").stdout
        assert program("seeds", "reload").stdout.startswith("nothing changed")

    def test_a_dry_run_tells_the_same_and_keeps_nothing(self, program: Program, folder: Path) -> None:
        program("seeds", "reload")
        (folder / "seeds" / "storm.md").write_text(STORM_NOW, encoding="utf-8")
        for _ in range(2):
            done = program("seeds", "reload", "--dry-run")
            assert "about 12 → about 19" in done.stdout
            assert "dry run" in done.stderr
        assert len(loaded(program("seeds", "log", "--json").stdout)["log"]) == 1

    def test_a_faulty_file_is_told_and_the_rest_is_loaded(self, program: Program, folder: Path) -> None:
        (folder / "seeds" / "broken.txt").write_bytes(b"\xff")
        done = program("seeds", "reload")
        assert done.returncode == 0
        assert "broken.txt was left out" in done.stdout

    def test_an_empty_folder_is_refused(self, program: Program, folder: Path) -> None:
        for path in (folder / "seeds").iterdir():
            path.unlink()
        done = program("seeds", "reload")
        assert (done.returncode, done.stdout) == (1, "")
        assert "no article left" in done.stderr


class TestDiffAndRollback:
    @pytest.fixture
    def changed(self, program: Program) -> None:
        """Version 1 is the folder as it was, version 2 has another storm."""
        program("seeds", "replace", "storm", given=STORM_NOW)

    @pytest.mark.usefixtures("changed")
    @pytest.mark.parametrize("version", [[], ["1"]], ids=["the last", "by number"])
    def test_what_changed_since_a_version_is_shown(self, program: Program, version: list[str]) -> None:
        done = program("seeds", "diff", *version)
        assert done.returncode == 0
        assert "about 12 → about 19" in done.stdout.splitlines()[0]

    @pytest.mark.usefixtures("changed")
    def test_from_the_version_of_now_nothing_changed(self, program: Program) -> None:
        assert program("seeds", "diff", "2").stdout.startswith("nothing changed")

    @pytest.mark.usefixtures("changed")
    def test_going_back_restores_every_byte_and_every_answer(self, program: Program, folder: Path) -> None:
        done = program("seeds", "rollback", "1", typed="y\n")
        assert done.returncode == 0
        assert "would be taken back:" in done.stdout
        assert "Go back to version 1?" in done.stderr
        assert files(folder) == {"ferry.txt": FERRY.encode(), "storm.md": STORM.encode()}
        assert "about 12 windows" in program("ask", "how many windows broke").stdout

    @pytest.mark.usefixtures("changed")
    def test_going_back_can_be_taken_back(self, program: Program, folder: Path) -> None:
        program("seeds", "rollback", "1", "--yes")
        assert program("seeds", "rollback", "2", "--yes").returncode == 0
        assert files(folder)["storm.md"] == STORM_NOW.encode()

    @pytest.mark.usefixtures("changed")
    def test_a_no_keeps_what_is(self, program: Program, folder: Path) -> None:
        assert program("seeds", "rollback", "1", typed="n\n").returncode == 1
        assert files(folder)["storm.md"] == STORM_NOW.encode()

    @pytest.mark.parametrize("command", [["diff"], ["diff", "7"], ["rollback", "7", "--yes"]], ids=" ".join)
    def test_a_version_that_is_not_kept_is_said(self, program: Program, command: list[str]) -> None:
        done = program("seeds", *command)
        assert (done.returncode, done.stdout) == (1, "")
        assert "version" in done.stderr

    @pytest.mark.parametrize("version", ["0", "-1", "last"])
    def test_a_version_is_a_number(self, program: Program, version: str) -> None:
        assert program("seeds", "diff", "--", version).returncode == 2

    @pytest.mark.usefixtures("changed")
    def test_a_cited_passage_is_told_to_have_changed(self, program: Program) -> None:
        program("seeds", "rollback", "1", "--yes")
        lines = program("ask", "how many windows broke").stdout.splitlines()
        program("seeds", "rollback", "2", "--yes")
        done = program("recheck", next(line for line in lines if line.endswith(" · exact")))
        assert done.returncode == 1
        assert done.stdout.startswith("changed: ")
        assert "about 19 windows" in done.stdout


class TestLog:
    def test_it_says_who_did_what_and_the_versions_to_go_back_to(self, program: Program) -> None:
        program("seeds", "replace", "storm", given=STORM_NOW)
        said = program("seeds", "log").stdout
        assert re.search(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC · replace storm$", said, re.MULTILINE)
        assert "\nterminal:ada\n" in said
        assert re.search(r"^2 · .* · terminal:ada · replace storm$", said, re.MULTILINE)

    def test_what_was_refused_is_in_it(self, program: Program) -> None:
        program("seeds", "add", "storm", given=BRIDGE)
        (entry,) = loaded(program("seeds", "log", "--json").stdout)["log"]
        assert (entry["who"], entry["action"], entry["article"]) == ("terminal:ada", "add", "storm")
        assert entry["outcome"].startswith("Refused: ")

    def test_of_nothing_it_says_so(self, program: Program) -> None:
        done = program("seeds", "log")
        assert (done.returncode, done.stdout) == (0, "Nothing was changed yet.\n")

    def test_its_length_can_be_said(self, program: Program) -> None:
        for text in (STORM_NOW, STORM):
            program("seeds", "replace", "storm", given=text)
        said = loaded(program("seeds", "log", "--limit", "1", "--json").stdout)
        assert (len(said["log"]), len(said["versions"])) == (1, 1)


class TestPostedAnswers:
    REMEMBER: ClassVar = {"VERBATIM_STATE__ANSWERS": "10"}

    @pytest.fixture(autouse=True)
    def posted(self, program: Program, environ: dict[str, str]) -> None:
        """An answer in Discord cites how many windows broke."""
        (hit, *_) = loaded(program("ask", "how many windows broke", "--json").stdout)["answers"]
        (storm,) = (
            each for each in loaded(program("articles", "--json").stdout)["articles"] if each["id"] == "storm"
        )
        ref = Ref(storm["sha256"], hit["start"], hit["end"])

        async def put() -> None:
            state = await open_database("auto", environ)
            await state.posted.put(PostedAnswer(30, 20, 10, (ref,), datetime.now(UTC)), 10)
            await state.close()

        asyncio.run(put())

    def test_a_change_says_which_no_longer_stand(self, program: Program) -> None:
        done = program("seeds", "replace", "storm", given=STORM_NOW, **self.REMEMBER)
        assert done.stdout.splitlines()[-3:] == [
            "1 posted answer cites what changed or was withdrawn", "", "1 changed · storm",
        ]  # fmt: skip

    def test_json_has_their_place_and_what_became_of_the_passage(self, program: Program) -> None:
        done = program("seeds", "replace", "storm", "--json", given=STORM_NOW, **self.REMEMBER)
        (recall,) = loaded(done.stdout)["recalls"]
        assert (recall["server"], recall["channel"], recall["message"]) == ("10", "20", "30")
        (check,) = recall["rechecks"]
        assert check["standing"] == "CHANGED"
        assert check["before"]["text"] in STORM
        assert check["now"]["text"] in STORM_NOW
        words = set(re.findall(r"\w+", (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
        assert {*recall, *check} <= words

    def test_one_whose_article_would_go_is_counted_before(self, program: Program) -> None:
        done = program("seeds", "remove", "storm", typed="n\n", **self.REMEMBER)
        assert "posted answers that cite it: 1" in done.stdout


class TestWithoutAState:
    def test_the_change_happens_and_says_that_it_is_not_logged(
        self, program: Program, folder: Path, broken: dict[str, str]
    ) -> None:
        done = program("seeds", "add", "bridge", given=BRIDGE, **broken)
        assert done.returncode == 0
        assert files(folder)["bridge.txt"] == BRIDGE.encode()
        assert "not a database" in done.stderr
        assert "cannot be rolled back" in done.stderr

    @pytest.mark.parametrize(
        "command", [["log"], ["diff"], ["rollback", "1", "--yes"]], ids=lambda each: each[0]
    )
    def test_what_needs_it_says_why_it_cannot(
        self, program: Program, broken: dict[str, str], command: list[str]
    ) -> None:
        done = program("seeds", *command, **broken)
        assert (done.returncode, done.stdout) == (1, "")
        assert "not a database" in done.stderr

    def test_reading_again_works(self, program: Program, broken: dict[str, str]) -> None:
        done = program("seeds", "reload", **broken)
        assert done.returncode == 0
        assert done.stdout.startswith("nothing changed")


class TestGroup:
    COMMANDS = (
        ["list"], ["show", "storm"], ["reload"], ["reload", "--dry-run"], ["diff", "1"], ["log"], ["validate"],
        ["replace", "storm"], ["rollback", "1", "--yes"], ["remove", "ferry", "--yes"],
    )  # fmt: skip

    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    def test_every_command_prints_one_versioned_object_of_documented_keys(
        self, program: Program, command: list[str]
    ) -> None:
        program("seeds", "replace", "storm", given=STORM_NOW)
        said = loaded(program("seeds", *command, "--json", given=STORM).stdout)
        words = set(re.findall(r"\w+", (ROOT / "docs" / "json.md").read_text(encoding="utf-8")))
        assert said["version"] == 1
        assert set(keys(said)) <= words

    def test_options_stand_wherever_they_like(self, program: Program, folder: Path) -> None:
        (folder / "other").mkdir()
        (folder / "other" / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
        options = ["--seeds", "other", "--json"]
        said = {
            program(*line).stdout
            for line in (
                ["seeds", "list", *options], ["seeds", *options, "list"], [*options, "seeds", "list"],
            )
        }  # fmt: skip
        assert len(said) == 1
        assert loaded(said.pop())["articles"][0]["id"] == "bridge"

    def test_faults_are_those_of_validate(self, program: Program, folder: Path) -> None:
        (folder / "seeds" / "broken.txt").write_bytes(b"\xff")
        assert program("seeds", "validate").returncode == 1
        assert program("seeds", "validate").stdout == program("validate").stdout

    @pytest.mark.parametrize(
        "args", [["seeds", "ad"], ["seeds", "show"], ["seeds", "add"], ["seeds"]], ids=" ".join
    )
    def test_wrong_use_exits_with_2_and_a_sentence(self, program: Program, args: list[str]) -> None:
        done = program(*args)
        assert done.returncode == 2
        assert done.stderr
        assert done.stdout == ""

    def test_a_folder_that_is_not_there_is_refused_as_the_system_does(
        self, program: Program, folder: Path
    ) -> None:
        done = program("seeds", "add", "bridge", "--seeds", "nowhere", given=BRIDGE)
        assert done.returncode == 74
        assert "nowhere" in done.stderr
        assert not (folder / "nowhere").exists()

    def test_whoever_comes_second_is_told_who_is_at_it(self, program: Program, folder: Path) -> None:
        before = files(folder)
        with SeedFolder(folder / "seeds").hold("discord:1"):
            done = program("seeds", "add", "bridge", given=BRIDGE)
        assert done.returncode == 1
        assert "being changed by discord:1 since" in done.stderr
        assert files(folder) == before

    def test_where_the_system_refuses_to_write_the_seeds_stay(self, program: Program, folder: Path) -> None:
        before = files(folder)
        (folder / "seeds" / ".verbatim").write_text("in the way", encoding="utf-8")
        done = program("seeds", "replace", "storm", given=STORM_NOW)
        assert (done.returncode, done.stdout) == (74, "")
        assert "Traceback" not in done.stderr
        assert files(folder) == before

    def test_as_a_process_a_change_lasts(self, process: Program, folder: Path) -> None:
        assert process("seeds", "add", "bridge", given=BRIDGE).returncode == 0
        assert process("seeds", "remove", "storm").returncode == 2
        assert process("seeds", "remove", "storm", "--yes").returncode == 0
        assert list(files(folder)) == ["bridge.txt", "ferry.txt"]
        assert len(loaded(process("seeds", "log", "--json").stdout)["log"]) == 2
