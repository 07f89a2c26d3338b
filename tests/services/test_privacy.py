"""What members are told about what is stored: all of it, on one screen, and no way to the database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.services.config import Settings
from bot.services.config.models import StateSettings, TerminalSettings
from bot.services.database import (
    Binding,
    Database,
    NoDatabase,
    PostedAnswer,
    Ref,
    ScopeKind,
    open_database,
)
from bot.services.database.tables import metadata
from bot.services.database.unanswered import KEPT
from bot.services.privacy import privacy

HERE, ELSEWHERE = 11, 22
MESSAGE = 2000
"""Characters of one message in Discord."""
QUESTION = "who set the quay on fire"
SAID_OF = {
    "verbatim_audit": "Who changed the seeds",
    "verbatim_bindings": "What is searched where",
    "verbatim_posted": "Where answers stand",
    "verbatim_posted_refs": "the places they cite, not their words",
    "verbatim_unanswered": "Questions for an admin",
    "verbatim_versions": "Versions of the seeds",
    "verbatim_version_files": "the articles themselves",
    "verbatim_blobs": "the articles themselves",
    "verbatim_values": "",  # the program's own, nothing of anybody
}


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite:///{tmp_path}/secret-place/state.sqlite3", {})
    for server in (HERE, ELSEWHERE):
        for _ in range(server // 11):
            await database.unanswered.add(server, QUESTION)
        await database.audit.add(who="discord:777", action="bind", outcome="Bound.", server=server)
        await database.bindings.put(Binding(ScopeKind.SERVER, server, server, ("ferry",)))
        await database.posted.put(
            PostedAnswer(server, 20, server, (Ref("f" * 64, 0, 1),), datetime(2024, 3, 14, tzinfo=UTC)), 9
        )
    yield database
    await database.close()


def settings(**state: object) -> Settings:
    return Settings(state=StateSettings.model_validate(state))


async def test_every_table_is_spoken_of(state: Database) -> None:
    said = await privacy(settings(answers=500), state, HERE)
    assert set(SAID_OF) == set(metadata.tables)
    for words in SAID_OF.values():
        assert words in said


async def test_it_is_one_screen_and_one_message(state: Database) -> None:
    for server in (None, HERE):
        said = await privacy(settings(answers=100_000, versions=1000), state, server)
        assert len(said) <= MESSAGE
        assert len(said.splitlines()) <= 10


async def test_it_counts_what_is_kept_of_this_server_and_of_no_other(state: Database) -> None:
    for server, questions in ((HERE, 1), (ELSEWHERE, 2), (33, 0)):
        said = await privacy(settings(answers=500), state, server)
        assert f"the newest {KEPT} of each server (of this server {questions})." in said
    assert said.count("(of this server 0)") == 4


async def test_at_the_terminal_nothing_is_counted_and_its_history_is_named(state: Database) -> None:
    said = await privacy(settings(), state, None)
    assert "of this server" not in said
    assert "typed in the chat" in said
    assert "all that is stored of a server" in said


async def test_a_history_that_is_not_kept_and_one_of_another_door_are_not_named(state: Database) -> None:
    without = Settings(terminal=TerminalSettings(history="none"))
    assert "typed in the chat" not in await privacy(without, state, None)
    assert "typed in the chat" not in await privacy(settings(), state, HERE)


async def test_the_bounds_are_those_of_the_settings(state: Database) -> None:
    said = await privacy(settings(answers=500, versions=7), state, HERE)
    assert "the newest 500 of each server" in said
    assert "the newest 7: the articles themselves" in said


async def test_answers_that_are_not_remembered_are_said_not_to_be_and_what_is_left_is_counted(
    state: Database,
) -> None:
    said = await privacy(settings(answers=0), state, HERE)
    assert "Where answers stand: nothing new, since this is switched off (of this server 1)." in said


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("auto", "a private SQLite file on the bot's machine:"),
        ("sqlite:///secret-place/x", "a private SQLite file on the bot's machine:"),
        (
            "postgresql://secret-user:secret-word@secret-host/secret-name",
            "a PostgreSQL database of the bot's:",
        ),
        ("postgres://secret-user:secret-word@secret-host/secret-name", "a PostgreSQL database of the bot's:"),
    ],
)
async def test_the_kind_of_database_is_said_and_no_way_to_it(state: Database, url: str, place: str) -> None:
    said = await privacy(settings(url=url), state, HERE)
    assert f"Stored, in {place}" in said
    assert "secret" not in said


async def test_no_word_of_a_question_and_no_id_of_a_user_is_in_it(state: Database) -> None:
    said = await privacy(settings(answers=500), state, HERE)
    assert QUESTION not in said
    assert "777" not in said


async def test_without_a_database_it_says_that_nothing_is_stored_and_not_why(tmp_path: Path) -> None:
    said = await privacy(settings(), NoDatabase(f"The state's file {tmp_path}/secret is damaged."), HERE)
    assert "nothing is being stored" in said
    assert "Not stored: messages" in said
    assert "secret" not in said


async def test_a_database_that_fails_while_it_is_asked_is_told_likewise(
    state: Database, tmp_path: Path
) -> None:
    async with state.access.writing() as connection:
        await connection.exec_driver_sql("DROP TABLE verbatim_unanswered")
    said = await privacy(settings(), state, HERE)
    assert "cannot be used at the moment" in said
    assert str(tmp_path) not in said


async def test_after_forgetting_nothing_of_the_server_is_counted(state: Database) -> None:
    await state.forget(HERE)
    assert (await privacy(settings(answers=500), state, HERE)).count("(of this server 0)") == 4
