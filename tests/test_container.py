"""The container's promises, held against the files as they stand; `scripts/prove_container.py` runs them."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

from bot.cli.commands import verbatim
from bot.services.places import state_folder
from scripts.prove_container import Instruction, Stage, is_ignored, read_dockerfile

ROOT = Path(__file__).parent.parent
STAGES = read_dockerfile((ROOT / "Dockerfile").read_text(encoding="utf-8"))
BUILD, FINAL = STAGES[0], STAGES[-1]
SHIPPED = [
    "config.yaml",
    "seeds/kazakhstan-unrest.txt",
    "bot/__init__.py",
    "bot/cli/health.py",
    "pyproject.toml",
]
KEPT_AWAY = [
    ".git/config", ".venv/bin/python", "tests/test_container.py", "data/verbatim/discord.json", ".env", "discord_token",
    "bot/__pycache__/__init__.cpython-313.pyc", "bot/cli/__pycache__/x.pyc", "notes.txt", "scripts/prove_container.py",
]  # fmt: skip


def every(word: str, *stages: Stage) -> list[Instruction]:
    return [found for stage in stages or STAGES for found in stage.instructions if found.word == word]


def installations() -> list[str]:
    """Every single command that installs something."""
    commands = [part.strip() for run in every("RUN") for part in run.rest.split("&&")]
    return [command for command in commands if re.search(r"\bpip\b.* (install|wheel|download)\b", command)]


def variables(stage: Stage) -> dict[str, str]:
    return dict(pair.split("=", 1) for found in every("ENV", stage) for pair in found.rest.split())


class TestDockerfile:
    def test_it_has_two_stages_of_one_image_whose_tag_names_a_version(self) -> None:
        assert [bool(stage.name) for stage in STAGES] == [True, False]
        assert BUILD.base == FINAL.base
        assert re.fullmatch(r"python:3\.\d+(\.\d+)?-slim-\w+", FINAL.base)

    def test_its_python_is_one_that_the_project_takes(self) -> None:
        minor = re.match(r"python:3\.(\d+)", FINAL.base)
        assert minor
        assert int(minor[1]) >= 11

    def test_the_last_stage_installs_nothing(self) -> None:
        assert every("RUN", FINAL) == []
        assert all(found.options.get("from") == BUILD.name for found in every("COPY", FINAL))

    def test_it_does_not_run_as_root(self) -> None:
        user = FINAL.last("USER")
        assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user.rest)
        commands = every("RUN", FINAL) + every("CMD", FINAL) + every("HEALTHCHECK", FINAL)
        assert all(user.line < found.line for found in commands)

    def test_only_the_state_belongs_to_its_user(self) -> None:
        given = [found for found in every("COPY", FINAL) if "chown" in found.options]
        assert [(found.options["chown"], found.rest.split()[-1]) for found in given] == [
            (FINAL.last("USER").rest, "data")
        ]

    @pytest.mark.parametrize("word", ["CMD", "HEALTHCHECK"])
    def test_what_it_runs_needs_no_shell_and_is_a_command_of_the_program(self, word: str) -> None:
        words = FINAL.last(word).exec_form
        assert words
        assert words[0] == "verbatim"
        assert words[1] in verbatim.commands

    def test_everything_from_an_index_is_hashed_and_built_by_others(self) -> None:
        fetched = [command for command in installations() if "--no-index" not in command]
        assert [command.rsplit(maxsplit=1)[-1] for command in fetched] == ["requirements.lock", "tools.lock"]
        assert all("--require-hashes" in found and "--only-binary :all:" in found for found in fetched)

    def test_the_project_itself_is_built_and_installed_without_an_index(self) -> None:
        build, install = (command for command in installations() if "--no-index" in command)
        assert "--no-deps" in build
        assert "--no-build-isolation" in build
        assert "--no-deps" in install

    def test_the_whole_build_backend_is_taken_from_the_lock(self) -> None:
        taken = re.search(r"/\^\(([\w|-]+)\)==/", " ".join(found.rest for found in every("RUN", BUILD)))
        assert taken
        needed, waiting = set[str](), ["hatchling"]
        while waiting:
            name = waiting.pop()
            needed.add(name)
            requirements = map(Requirement, importlib.metadata.requires(name) or ())
            kept = [found.name for found in requirements if not found.marker or found.marker.evaluate()]
            waiting += [found for found in kept if found not in needed]
        assert set(taken[1].split("|")) == needed

    def test_the_locks_name_no_registry_and_hash_every_package(self) -> None:
        for lock in ("requirements.lock", "requirements-dev.lock"):
            text = (ROOT / lock).read_text(encoding="utf-8")
            assert "://" not in text
            assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=\S)", text))

    def test_nothing_is_fetched_by_the_dockerfile_itself(self) -> None:
        assert every("ADD") == []
        assert "://" not in " ".join(found.rest for stage in STAGES for found in stage.instructions)

    def test_no_secret_is_baked_in(self) -> None:
        assert every("ARG") == []
        text = " ".join(found.rest for stage in STAGES for found in stage.instructions)
        assert not re.search(r"token|secret|password", text, re.IGNORECASE)

    def test_seeds_and_state_are_volumes_and_the_state_is_written_to_one(self) -> None:
        volumes = FINAL.last("VOLUME").exec_form
        assert volumes == ["/app/seeds", "/app/data"]
        state = state_folder(variables(FINAL))
        assert state is not None
        assert state.as_posix() == "/app/data/verbatim"

    def test_its_output_is_seen_at_once_and_it_stops_by_the_signal_that_the_bot_knows(self) -> None:
        assert variables(FINAL)["PYTHONUNBUFFERED"] == "1"
        assert FINAL.last("STOPSIGNAL").rest == "SIGTERM"


class TestDockerignore:
    PATTERNS = (ROOT / ".dockerignore").read_text(encoding="utf-8")

    @pytest.mark.parametrize("path", SHIPPED)
    def test_what_a_build_needs_is_let_in(self, path: str) -> None:
        assert not is_ignored(path, self.PATTERNS)

    @pytest.mark.parametrize("path", KEPT_AWAY)
    def test_all_else_is_kept_away(self, path: str) -> None:
        assert is_ignored(path, self.PATTERNS)

    def test_everything_that_the_first_stage_copies_is_there_and_let_in(self) -> None:
        for source in (name for found in every("COPY", BUILD) for name in found.rest.split()[:-1]):
            assert (ROOT / source).exists()
            assert not is_ignored(source, self.PATTERNS)


class TestCompose:
    COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    BOT: dict[str, Any] = COMPOSE["services"]["verbatim"]

    def test_the_token_is_a_secret_that_the_bot_reads_from_its_file(self) -> None:
        (name,) = self.BOT["secrets"]
        assert self.BOT["environment"] == {"DISCORD_TOKEN_FILE": f"/run/secrets/{name}"}
        assert "file" in self.COMPOSE["secrets"][name]

    def test_a_faulty_configuration_is_not_tried_for_ever(self) -> None:
        tries = re.fullmatch(r"on-failure:(\d+)", self.BOT["restart"])
        assert tries
        assert 1 <= int(tries[1]) <= 5

    def test_it_can_write_and_become_nothing_but_what_it_needs(self) -> None:
        assert self.BOT["read_only"] is True
        assert self.BOT["cap_drop"] == ["ALL"]
        assert self.BOT["security_opt"] == ["no-new-privileges:true"]
        assert [entry.partition(":")[0] for entry in self.BOT["tmpfs"]] == ["/tmp"]  # noqa: S108 – the container's

    def test_only_the_seeds_and_the_state_are_mounted_to_be_written(self) -> None:
        mounts = {entry.split(":")[1]: entry.split(":")[2:] for entry in self.BOT["volumes"]}
        assert mounts == {"/app/config.yaml": ["ro"], "/app/seeds": [], "/app/data": []}

    def test_it_has_longer_to_close_than_the_five_seconds_it_takes(self) -> None:
        assert self.BOT["init"] is True
        assert self.BOT["stop_signal"] == FINAL.last("STOPSIGNAL").rest
        assert int(self.BOT["stop_grace_period"].removesuffix("s")) > 5


class TestReader:
    def test_a_command_over_several_lines_is_one(self) -> None:
        (stage,) = read_dockerfile("# a\nFROM x:1 as y\n\nRUN a && \\\n    # why\n    b\nCMD c\n")
        assert (stage.base, stage.name) == ("x:1", "y")
        assert stage.instructions == (Instruction(4, "RUN", {}, "a && b"), Instruction(7, "CMD", {}, "c"))
        assert stage.last("CMD").exec_form is None

    def test_options_stand_apart(self) -> None:
        (stage,) = read_dockerfile('FROM x\nHEALTHCHECK --interval=1s --retries=2 CMD ["a", "b"]\n')
        check = stage.last("HEALTHCHECK")
        assert check.options == {"interval": "1s", "retries": "2"}
        assert check.exec_form == ["a", "b"]

    @pytest.mark.parametrize("text", ["ARG A=1\nFROM x\n", "FROM x\nRUN <<END\na\nEND\n"])
    def test_what_it_cannot_read_it_refuses(self, text: str) -> None:
        with pytest.raises(ValueError, match="cannot be read here"):
            read_dockerfile(text)

    @pytest.mark.parametrize(
        ("patterns", "path", "ignored"),
        [
            ("a", "a/b", True),
            ("a", "b/a", False),
            ("**/a", "b/c/a/d", True),
            ("**/a", "a", True),
            ("*", "a/b", True),
            ("a/*.py", "a/b/c.py", False),
            ("*\n!a", "a/b", False),
            ("*\n!a\n**/b", "a/b", True),
            ("# a\n\n", "a", False),
        ],
    )
    def test_patterns_mean_what_a_builder_takes_them_for(
        self, patterns: str, path: str, *, ignored: bool
    ) -> None:
        assert is_ignored(path, patterns) is ignored
