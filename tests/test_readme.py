"""The README opens with a session: each command is run here and prints exactly what the README says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def opening_session() -> list[tuple[str, str]]:
    """Return `(command line, output)` pairs of the README's first block."""
    block = re.search(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    commands = re.split(r"^\$ ", block.group(1), flags=re.MULTILINE)[1:]
    return [(line, output.strip()) for line, _, output in (command.partition("\n") for command in commands)]


def test_the_opening_session_is_real() -> None:
    session = opening_session()
    assert session
    for line, output in session:
        program, *arguments = shlex.split(line)
        assert program == "verbatim"
        run = subprocess.run(
            [sys.executable, "-m", "bot", "--no-color", *arguments],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.stdout.strip() == output
