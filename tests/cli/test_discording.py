"""Which door is opened, and the Discord door where it cannot be. Where it can: tests/loopback."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Program

UNSENDABLE = "no token has spaces"
"""It is refused before anything is sent."""


def test_without_a_command_and_without_a_token_it_is_the_chat(program: Program) -> None:
    done = program(given="!articles\n")
    assert done.returncode == 0
    assert "[storm]" in done.stdout


def test_without_a_command_and_with_a_token_it_is_discord(program: Program) -> None:
    done = program(given="!articles\n", DISCORD_TOKEN=UNSENDABLE)
    assert done.returncode == 78
    assert done.stderr.startswith("Discord does not accept the token.")
    assert done.stdout == ""


def test_the_token_may_stand_in_a_secret_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(UNSENDABLE, encoding="utf-8")
    done = program("discord", DISCORD_TOKEN_FILE=str(tmp_path / "token"))
    assert done.returncode == 78
    assert done.stderr.startswith("Discord does not accept the token.")


def test_no_token_is_said_in_one_line_with_where_to_get_one(program: Program) -> None:
    done = program("discord")
    assert done.returncode == 78
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        "DISCORD_TOKEN: expected the token of your bot, got none. Copy it at https://discord.com/"
    )
    assert "DISCORD_TOKEN_FILE" in line


def test_the_token_is_never_shown(program: Program) -> None:
    for args in ((), ("discord",)):
        done = program(*args, DISCORD_TOKEN=UNSENDABLE)
        assert UNSENDABLE not in done.stdout + done.stderr


def test_a_token_does_not_change_the_other_commands(program: Program) -> None:
    assert "[storm]" in program("chat", given="!articles\n", DISCORD_TOKEN=UNSENDABLE).stdout
    assert "[storm]" in program("articles", DISCORD_TOKEN=UNSENDABLE).stdout
