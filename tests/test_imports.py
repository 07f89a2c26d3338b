"""What is imported when: given a fresh interpreter, each layer loads only what it is allowed to stand on."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"click", "discord", "lxml", "prompt_toolkit", "pydantic", "rich", "trafilatura", "yaml"}


def imported_by(module: str) -> set[str]:
    script = f"import json, sys, {module}; print(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(run.stdout))


@pytest.mark.parametrize("module", ["bot.core.extract", "bot.core.store", "bot.services.answers"])
def test_facts_and_answers_need_nothing_heavy(module: str) -> None:
    assert not imported_by(module) & HEAVY


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    assert not imported_by("bot.cli") & {
        "aiohttp",
        "alembic",
        "discord",
        "lxml",
        "prompt_toolkit",
        "sqlalchemy",
        "trafilatura",
        "watchfiles",
    }
