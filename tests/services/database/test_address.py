"""From the setting `state.url` to an address."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.services.database import StateError
from bot.services.database.address import FILE, file_of, read_address, seconds_of
from bot.services.database.faults import place_of


def test_auto_is_a_file_in_the_folder_for_state(tmp_path: Path) -> None:
    found = file_of(read_address("auto", {"XDG_STATE_HOME": str(tmp_path)}))
    assert found == tmp_path / "verbatim" / FILE


def test_auto_without_any_folder_says_what_to_set() -> None:
    with pytest.raises(StateError, match=r"set XDG_STATE_HOME, HOME or state\.url\.$"):
        read_address("auto", {})


@pytest.mark.parametrize("file", ["state.db", "./state.db", "a b/ä.db"])
def test_a_file_is_where_the_bot_was_started(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert file_of(read_address(f"sqlite:///{file}", {})) == tmp_path / file


def test_an_address_may_write_a_space_as_addresses_do(tmp_path: Path) -> None:
    assert file_of(read_address(f"sqlite:///{tmp_path}/a%20b.db", {})) == tmp_path / "a b.db"


def test_a_tilde_is_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert file_of(read_address("sqlite:///~/state.db", {})) == Path("/home/ada/state.db")


@pytest.mark.parametrize("kind", ["postgresql", "postgres", "postgresql+asyncpg"])
def test_postgres_is_spoken_to_without_waiting_on_the_loop(kind: str) -> None:
    url = read_address(f"{kind}://ada:secret@db.example:5433/news?sslmode=require", {})
    assert url.drivername == "postgresql+asyncpg"
    assert (url.host, url.port, url.database, url.query["ssl"]) == ("db.example", 5433, "news", "require")
    assert file_of(url) is None


def test_waiting_has_an_end_which_the_address_can_move() -> None:
    assert seconds_of(read_address("postgresql://db/news", {})) == {"timeout": 10, "command_timeout": 60}
    assert seconds_of(read_address("sqlite:///x?timeout=0.5", {})) == {"timeout": 0.5}


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("", "no database's address: give auto, sqlite:///FILE or postgresql://"),
        ("state.db", "no database's address"),
        ("postgresql://ada:secret@db:port/news", "no database's address"),
        ("mysql://ada:secret@db/news", "a kind of database that is not known: give auto"),
        ("postgresql+psycopg2://ada:secret@db/news", "a kind of database that is not known"),
        ("sqlite://", "names no file, so nothing would outlive a restart"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///x?secret=1", "an option that is not known: SQLite takes timeout only"),
        (
            "sqlite:///x?timeout=secret",
            "timeout in state.url is no number of seconds: write it like timeout=5",
        ),
        ("sqlite:///x?timeout=-1", "no number of seconds"),
        ("sqlite:///~nobody-has-this-name/x", "a home folder that is not known"),
        ("postgresql://db/news?secret=1", "not known: PostgreSQL takes timeout, command_timeout, host,"),
        ("postgresql://db/news?command_timeout=secret", "command_timeout in state.url is no number"),
    ],
)
def test_what_means_no_database_gets_one_sentence_without_what_was_given(setting: str, words: str) -> None:
    with pytest.raises(StateError) as raised:
        read_address(setting, {})
    said = str(raised.value)
    assert words in said
    assert "secret" not in said
    assert (said.count("\n"), said[-1]) == (0, ".")


def test_a_database_is_named_without_its_password_and_options() -> None:
    url = read_address("postgresql://ada:secret@db/news?passfile=secret", {})
    assert place_of(url) == "The state's database postgresql://ada:***@db/news"
