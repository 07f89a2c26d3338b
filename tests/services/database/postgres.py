"""A real PostgreSQL for the tests: one that the environment names, or one of our own on the loopback address."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VARIABLE = "TEST_POSTGRES"
"""Not with the prefix of the bot's own variables, where it would be an unknown key of the configuration."""
NONE, REQUIRED = "none", "required"
ADVICE = (
    "The state is tested against a real PostgreSQL, and none is here: install it (Debian, Ubuntu: apt-get install"
    f" postgresql), or set {VARIABLE} to the URL of one whose user may create databases."
)
_USER = "postgres"
"""The server refuses to run as root; this is the user that the packages make."""


class NoPostgresError(Exception):
    """There is no server on this machine; the text says what to do."""


class BrokenPostgresError(Exception):
    """There is one, and it does not start; the text has what it said."""


@contextmanager
def running(environ: Mapping[str, str]) -> Iterator[str]:
    """Give the URL of a server's own database for as long as the server is needed.

    Raises:
        NoPostgresError: if there is none.
        BrokenPostgresError: if there is one that does not start.
    """
    given = environ.get(VARIABLE, REQUIRED)
    if given == NONE:
        raise NoPostgresError(f"{VARIABLE} is {NONE}.")
    if given != REQUIRED:
        yield given
        return
    tools = _tools()
    folder = Path(tempfile.mkdtemp(prefix="verbatim-postgres-"))
    user: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, _USER, _USER)
        user = {"user": _USER, "group": _USER, "extra_groups": []}
    try:
        with _started(tools, folder, user) as port:
            yield f"postgresql://verbatim@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder)


def _tools() -> Path:
    """Return the folder of the server's programs; Debian keeps them out of the path, a folder for each version."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve()] if on_path else list(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    folders = sorted((each.parent for each in found), key=_number)
    if not folders:
        raise NoPostgresError(ADVICE)
    return folders[-1]


def _number(folder: Path) -> float:
    version = folder.parent.name
    return float(version) if version.replace(".", "", 1).isdecimal() else 0


@contextmanager
def _started(tools: Path, folder: Path, user: Mapping[str, Any]) -> Iterator[int]:
    data, log = folder / "data", folder / "log"
    control: list[str | Path] = [tools / "pg_ctl", "--pgdata", data, "--silent", "--wait", "--log", log]
    where = ["--auth=trust", "--username=verbatim", "--encoding=UTF8", "--locale=C"]
    _run([tools / "initdb", "--pgdata", data, *where, "--no-sync", "--no-instructions"], folder, user)
    port = _free_port()
    options = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": "",
        "port": port,
        "fsync": "off",
        "max_connections": 40,
    }
    words = " ".join(f"-c {name}={value}" for name, value in options.items())
    _run([*control, "--options", words, "start"], folder, user)
    try:
        yield port
    finally:
        _run([*control, "--mode", "immediate", "stop"], folder, user)


def _run(command: list[str | Path], folder: Path, user: Mapping[str, Any]) -> None:
    """Run to the end. What it says goes to a file: the server would hold a pipe open for as long as it lives."""
    said = folder / "said"
    with said.open("w", encoding="utf-8") as out:
        run = subprocess.run(command, cwd=folder, stdout=out, stderr=out, check=False, **user)
    if run.returncode != 0:
        raise BrokenPostgresError(f"{command[0]} failed: {said.read_text(encoding='utf-8')}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
