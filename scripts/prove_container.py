"""Prove the Dockerfile without a container engine: `python scripts/prove_container.py [--keep]`.

It reads the Dockerfile and runs its commands in an empty folder: there each stage has a root of its own, and the paths
of the image are mapped below it. Started as root it becomes the user of the last stage, who can write only what the
image lets him; otherwise it stays who it is. At the end it starts the bot and the health check as the image does.

It needs the package index that this machine's pip is set up with, and proves most with the Python that the Dockerfile
names. The exit code is 1 if a step fails.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

PROJECT = Path(__file__).parent.parent
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"

WAYS_TO_THE_INDEX = re.compile(r"PIP_\w+|\w+_PROXY|SSL_CERT_\w+", re.IGNORECASE)
"""Variables by which this machine's pip finds its index; a real build has its own network."""
ONLY_NOTED = {"USER", "VOLUME", "STOPSIGNAL", "HEALTHCHECK", "CMD"}
"""Instructions that change no file."""
WRITE_A_HEARTBEAT = (
    "import os, datetime as d; from bot.services.health import beat, health_file; "
    "beat(health_file(os.environ), d.datetime.now(d.UTC), True)"
)
LOAD_WHAT_IS_COMPILED = "import aiohttp, discord, greenlet, lxml.etree, matplotlib.pyplot, pydantic, rapidfuzz, tantivy, watchfiles, yaml"
NOT_PROVED = (
    "that the base image can be fetched and is as assumed: `python` with pip, `/bin/sh`, `awk`",
    "how an engine carries out VOLUME, STOPSIGNAL and the times of HEALTHCHECK, and all of compose.yaml",
    "other processors than this machine's",
    "a connection to Discord: no token is used here",
)


class Instruction(NamedTuple):
    """One instruction: the line where it begins, its word in capitals, its options and what follows them."""

    line: int
    word: str
    options: dict[str, str]
    rest: str

    @property
    def exec_form(self) -> list[str] | None:
        """The words of its JSON list, None where a shell would read the words."""
        try:
            words = json.loads(self.rest.removeprefix("CMD "))
        except ValueError:
            return None
        return words if isinstance(words, list) and all(isinstance(word, str) for word in words) else None


class Stage(NamedTuple):
    """What stands between one FROM and the next."""

    base: str
    name: str
    instructions: tuple[Instruction, ...]

    def last(self, word: str) -> Instruction:
        """Return the instruction of that word that holds. Raises ValueError if there is none."""
        for found in reversed(self.instructions):
            if found.word == word:
                return found
        raise ValueError(f"the stage has no {word}")


def read_dockerfile(text: str) -> tuple[Stage, ...]:
    """Read the stages. Raises ValueError for what is not read here: here-documents, and ARG before the first FROM."""
    stages: list[tuple[str, str, list[Instruction]]] = []
    for instruction in _instructions(text):
        if instruction.word == "FROM":
            base, *name = re.split(r"\s+AS\s+", instruction.rest, flags=re.IGNORECASE)
            stages.append((base, "".join(name), []))
        elif not stages or "<<" in instruction.rest:
            raise ValueError(f"line {instruction.line}: this {instruction.word} cannot be read here")
        else:
            stages[-1][2].append(instruction)
    return tuple(Stage(base, name, tuple(found)) for base, name, found in stages)


def _instructions(text: str) -> Iterator[Instruction]:
    begun, parts = 0, list[str]()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        begun = begun if parts else number
        parts.append(line.strip().removesuffix("\\").strip())
        if not line.rstrip().endswith("\\"):
            word, _, words = " ".join(parts).partition(" ")
            given = re.match(r"(?:--\S+\s+)*", words)
            options = given[0] if given else ""
            pairs = dict(option.removeprefix("--").partition("=")[::2] for option in options.split())
            yield Instruction(begun, word.upper(), pairs, words.removeprefix(options).strip())
            parts = []


def is_ignored(path: str, patterns: str) -> bool:
    """Whether a `.dockerignore` with these `patterns` keeps `path`, relative and with `/`, out of a build."""
    ignored = False
    lineage = [path, *map(str, PurePosixPath(path).parents)]
    for pattern in (line.strip() for line in patterns.splitlines() if line.strip() and line[0] != "#"):
        if any(_as_regex(pattern.removeprefix("!").strip("/")).fullmatch(one) for one in lineage):
            ignored = not pattern.startswith("!")
    return ignored


def _as_regex(pattern: str) -> re.Pattern[str]:
    meanings = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    return re.compile("".join(meanings.get(part, re.escape(part)) for part in parts))


class StepError(Exception):
    """A step that did not end as it has to."""


class Proof:
    """One run: the folder it happens in, whom the commands run as, and the stage it is in."""

    def __init__(self, folder: Path, stages: tuple[Stage, ...]) -> None:
        """Work in `folder`, which is empty and which the user of the last stage can enter."""
        self.folder, self.stages = folder, stages
        self.root = folder / "root"  # at one place for every stage, as in an image
        self.final = False
        self.workdir = PurePosixPath("/")
        self.env: dict[str, str] = {}
        uid, _, gid = stages[-1].last("USER").rest.partition(":")
        self.user = (int(uid), int(gid)) if os.geteuid() == 0 else None
        self.tops = {top for stage in stages for top in _tops(stage)}

    def prove(self) -> None:
        """Build every stage and start the last. Raises StepError."""
        self._lay_context()
        for number, stage in enumerate(self.stages):
            self.final = stage is self.stages[-1]
            self._begin(stage)
            for instruction in stage.instructions:
                say(f"line {instruction.line}", _shown(instruction), self._carry_out(instruction))
            if not self.final:
                self.root.rename(self.folder / "stages" / (stage.name or str(number)))
        self._start(self.stages[-1])

    def _lay_context(self) -> None:
        """Lay out what a build would get, all else of the project kept away."""
        patterns = (PROJECT / ".dockerignore").read_text(encoding="utf-8")
        kept_away = {".git", ".venv", "data"}  # big; they are ignored, and that is tested
        for file in (file for top in PROJECT.iterdir() if top.name not in kept_away for file in _files(top)):
            inside = file.relative_to(PROJECT)
            if not is_ignored(inside.as_posix(), patterns):
                _copy(file, self.folder / "context" / inside)
        for name in ("stages", "tmp"):
            (self.folder / name).mkdir()
        self._own(self.folder / "tmp")

    def _begin(self, stage: Stage) -> None:
        self.root.mkdir()
        self._belongs_to_builder(self.root)
        self.workdir = PurePosixPath("/")
        path = f"{self.root}/usr/local/bin:/usr/bin:/bin"
        self.env = {"PATH": path, "HOME": "/", "TMPDIR": str(self.folder / "tmp"), "LANG": "C.UTF-8"}
        if not self.final:
            self.env |= {name: said for name, said in os.environ.items() if WAYS_TO_THE_INDEX.fullmatch(name)}
        self._lay_python()
        say(
            f"stage {stage.name}",
            f"FROM {stage.base}",
            f"this machine's Python {sys.version.split()[0]} instead",
        )

    def _lay_python(self) -> None:
        """Put this Python where the base image has its own: a link, or a copy where the user cannot reach it."""
        prefix, local, name = Path(sys.base_prefix), self.root / "usr" / "local", f"python{VERSION}"
        link = local / "bin" / "python"
        link.parent.mkdir(parents=True)
        try:
            self._call([str(prefix / "bin" / name), "-c", "import pip, venv"], Path("/"))
            link.symlink_to(prefix / "bin" / name)
        except (StepError, PermissionError):
            link.symlink_to(name)
            _copy(prefix / "bin" / name, local / "bin" / name)
            shutil.copytree(
                prefix / "lib" / name, local / "lib" / name, symlinks=True, ignore=_not_in_an_image
            )
            for shared in (prefix / "lib").glob("libpython*.so*"):
                _copy(shared, local / "lib" / shared.name)
            self.env["LD_LIBRARY_PATH"] = str(local / "lib")

    def _carry_out(self, instruction: Instruction) -> str:
        """Do what an instruction says and return what came of it."""
        if instruction.word == "ENV":
            return self._set_variables(instruction.rest)
        if instruction.word == "WORKDIR":
            self.workdir /= instruction.rest
            self._here.mkdir(parents=True, exist_ok=True)
            self._belongs_to_builder(self._here)
            return "made"
        if instruction.word == "COPY":
            return self._copy_in(instruction)
        if instruction.word == "RUN":
            said = self._call(["/bin/sh", "-c", self._mapped(instruction.rest)], self._here)
            return said.splitlines()[-1][:100] if said else "done"
        if instruction.word in ONLY_NOTED:
            return "noted"
        raise StepError(f"line {instruction.line}: this script does not know {instruction.word}.")

    def _set_variables(self, pairs: str) -> str:
        for name, _, value in (pair.partition("=") for pair in shlex.split(pairs)):
            self.env[name] = re.sub(r"\$(\w+)", lambda found: self.env.get(found[1], ""), self._mapped(value))
        return "set"

    def _copy_in(self, instruction: Instruction) -> str:
        stage = instruction.options.get("from")
        base = self.folder / "stages" / stage if stage else self.folder / "context"
        *sources, target = instruction.rest.split()
        place = self._below_root(self.workdir / target)
        written: list[Path] = []
        for source in sources:
            origin = base / source.lstrip("/")
            into = place if origin.is_dir() or not place.is_dir() else place / origin.name
            written += _copy(origin, into)
        for path in written:
            if "chown" in instruction.options:
                self._own(path)
            else:
                self._belongs_to_builder(path)
        return f"{len(written)} files and folders"

    @property
    def _here(self) -> Path:
        return self._below_root(self.workdir)

    def _below_root(self, path: PurePosixPath) -> Path:
        return self.root / str(path).lstrip("/")

    def _mapped(self, text: str) -> str:
        """Map the image's own paths in a command or a value; those of its system are this machine's."""
        return re.sub(rf"(?<![\w.$/-])/(?=(?:{'|'.join(sorted(self.tops))})(?![\w-]))", f"{self.root}/", text)

    def _own(self, path: Path) -> None:
        if self.user:
            os.chown(path, *self.user, follow_symlinks=False)

    def _belongs_to_builder(self, path: Path) -> None:
        """Give the user what root makes in an early stage, since he runs its commands here; in the last it is root's."""
        if not self.final:
            self._own(path)

    def _call(self, args: list[str], where: Path, *, expected: int = 0) -> str:
        """Run a command as the user and return what it said. Raises StepError unless it ends as expected."""
        who: dict[str, Any] = {}
        if self.user:
            who = {"user": self.user[0], "group": self.user[1], "extra_groups": []}
        done = subprocess.run(  # noqa: S603 – the Dockerfile's own commands are what is to be proved
            args, cwd=where, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", check=False, umask=0o022, **who,
        )  # fmt: skip
        if done.returncode != expected or "Traceback" in done.stdout:
            raise StepError(
                f"{shlex.join(args)}\ngave {done.returncode}, not {expected}:\n{done.stdout[-3000:]}"
            )
        return done.stdout.strip()

    def _start(self, stage: Stage) -> None:
        """Start what the image starts, and look at what it leaves behind."""
        command, check = stage.last("CMD").exec_form, stage.last("HEALTHCHECK").exec_form
        if not command or not check:
            raise StepError("CMD and HEALTHCHECK have to be in exec form.")
        volume, config = self._here / "data", self._here / "config.yaml"
        shipped = _outside(self.root, volume)
        self._try([*command, "--help"], 0, "Usage")
        self._try([command[0], "--version"], 0, "verbatim")
        self._try([command[0], "articles"], 0, *(seed.stem for seed in (PROJECT / "seeds").glob("[!.]*")))
        self._try(["python", "-c", LOAD_WHAT_IS_COMPILED], 0)
        self._try(command, 78, "DISCORD_TOKEN")
        self._try(check, 1, "The bot is not running")
        self._try(["python", "-c", WRITE_A_HEARTBEAT], 0)
        self._try(check, 0, "The bot is connected")
        written = _outside(self.root, volume) - shipped
        if written:
            raise StepError(f"The bot wrote outside data/: {', '.join(sorted(written))}")
        say("after", "everything that was written", ", ".join(sorted(path.name for path in _files(volume))))
        config.write_text("nonsense: 1\n", encoding="utf-8")
        self._try([command[0], "articles"], 78, "nonsense")

    def _try(self, args: list[str], expected: int, *said: str) -> None:
        output = self._call(args, self._here, expected=expected)
        missing = [word for word in said if word not in output]
        if missing:
            raise StepError(f"{shlex.join(args)}\ndid not say {', '.join(missing)}:\n{output}")
        say(f"exit {expected}", shlex.join(args), output.partition("\n")[0])


def say(place: str, what: str, outcome: str) -> None:
    """Print one step."""
    print(f"{place:<11} {what}", f"{'':<11} → {outcome or 'done'}", sep="\n", flush=True)


def _shown(instruction: Instruction) -> str:
    options = "".join(f"--{name}={value} " for name, value in instruction.options.items())
    return f"{instruction.word} {options}{instruction.rest}"


def _tops(stage: Stage) -> Iterator[str]:
    """Yield the first folders of the image's own paths."""
    for instruction in stage.instructions:
        if instruction.word in {"WORKDIR", "COPY", "ENV", "VOLUME"}:
            yield from re.findall(r"(?<![\w.$/-])/(\w+)", instruction.rest)


def _files(path: Path) -> Iterator[Path]:
    yield from (found for found in [path, *path.rglob("*")] if found.is_file())


def _outside(root: Path, volume: Path) -> set[str]:
    return {str(path) for path in root.rglob("*") if not path.is_relative_to(volume)}


def _copy(origin: Path, into: Path) -> list[Path]:
    """Copy a file or all that is in a folder, links as links; return what was written."""
    into.parent.mkdir(parents=True, exist_ok=True)
    if origin.is_dir():
        shutil.copytree(origin, into, symlinks=True, dirs_exist_ok=True)
        return [into, *(into / found.relative_to(origin) for found in origin.rglob("*"))]
    shutil.copy2(origin, into, follow_symlinks=False)
    return [into]


def _not_in_an_image(folder: str, names: list[str]) -> set[str]:
    """Say what of a Python's library is left out: its tests, its byte code, and all packages but pip."""
    if folder.endswith("site-packages"):
        return {name for name in names if not name.startswith("pip")}
    return {"test", "__pycache__"} & set(names)


def main() -> int:
    """Prove, print what was run and what was not, and return the exit code."""
    parser = argparse.ArgumentParser(description="Prove the Dockerfile without a container engine.")
    parser.add_argument("--keep", action="store_true", help="keep the folder it worked in")
    keep = parser.parse_args().keep
    folder = Path(tempfile.mkdtemp(prefix="verbatim-container-")).resolve()
    folder.chmod(0o755)
    proof = Proof(folder, read_dockerfile((PROJECT / "Dockerfile").read_text(encoding="utf-8")))
    try:
        proof.prove()
    except StepError as failed:
        print(f"FAILED: {failed}", file=sys.stderr)
        return 1
    finally:
        if keep:
            print(f"The folder is {folder}")
        else:
            shutil.rmtree(folder)
    print("Proved. What this machine could not prove:")
    as_myself = (
        () if proof.user else ("that the image's user can write nothing else: it was not started as root",)
    )
    for thing in NOT_PROVED + as_myself:
        print(f"- {thing}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
