"""The prompt: what is typed arrives, history is private, leaving is polite."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.console.complete import Vocabulary
from bot.console.prompt import ChatCompleter, typed_lines
from bot.services.places import private_file, state_folder

VOCABULARY = Vocabulary({"quote": ("--speaker",)}, {"--speaker": ("Ada Brandt",)}, {"quote": ("Ada Brandt",)})


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield pipe


def typed(keys: PipeInput, text: str, history: Path | None = None) -> list[str]:
    keys.send_text(text)
    return list(typed_lines(VOCABULARY, history, source=keys, screen=DummyOutput()))


class TestTyping:
    @pytest.mark.parametrize("leave", ["\x04", "\x03"])
    def test_lines_arrive_until_control_d_or_control_c(self, keys: PipeInput, leave: str) -> None:
        assert typed(keys, f"who said it?\r!quote\r{leave}") == ["who said it?", "!quote"]

    def test_control_c_throws_away_the_line_begun_and_not_the_chat(self, keys: PipeInput) -> None:
        assert typed(keys, "half a quest\x03a whole one\r\x04") == ["a whole one"]

    def test_what_fits_is_offered(self) -> None:
        typed_so_far = Document("!quote --speaker ada")
        (offer,) = ChatCompleter(VOCABULARY).get_completions(typed_so_far, CompleteEvent())
        assert (offer.text, offer.start_position) == ('"Ada Brandt"', -3)

    def test_history_is_kept_for_the_next_time(self, keys: PipeInput, tmp_path: Path) -> None:
        file = private_file(str(tmp_path / "state" / "history"), "history", {})
        assert file
        assert typed(keys, "first\rsecond\r\x04", file) == ["first", "second"]
        assert list(FileHistory(file).load_history_strings()) == ["second", "first"]

    def test_without_a_file_nothing_is_kept(self, keys: PipeInput) -> None:
        assert typed(keys, "first\r\x04", None) == ["first"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
class TestPrivateFiles:
    def test_a_file_is_made_for_its_owner_only(self, tmp_path: Path) -> None:
        file = private_file("auto", "history", {"XDG_STATE_HOME": str(tmp_path)})
        assert file == tmp_path / "verbatim" / "history"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700

    def test_a_file_that_others_could_read_is_closed_to_them(self, tmp_path: Path) -> None:
        (tmp_path / "history").touch(0o644)
        file = private_file(str(tmp_path / "history"), "history", {})
        assert file
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

    @pytest.mark.parametrize("setting", ["none", "/dev/null/history", "a\x00b"])
    def test_where_nothing_can_be_written_there_is_none(self, setting: str) -> None:
        assert private_file(setting, "history", {}) is None

    def test_without_a_home_there_is_no_state(self) -> None:
        assert state_folder({}) is None
        assert private_file("auto", "history", {}) is None

    def test_a_relative_state_home_is_ignored(self) -> None:
        assert state_folder({"XDG_STATE_HOME": "here", "HOME": "/home/ada"}) == Path(
            "/home/ada/.local/state/verbatim"
        )
