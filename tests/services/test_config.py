"""The configuration: what is read, what is refused, and how a refusal reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.services.config import ConfigError, ConfigFault, Settings, load_settings, read_token
from bot.services.config.check import check
from bot.services.config.tree import read_tree

SHIPPED = Path(__file__).parents[2] / "config.yaml"


def written(folder: Path, text: str | bytes) -> str:
    file = folder / "config.yaml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def faults_of(folder: Path, text: str | bytes, **environ: str) -> tuple[ConfigFault, ...]:
    with pytest.raises(ConfigError) as caught:
        load_settings(written(folder, text), environ)
    return caught.value.faults


def only_fault(folder: Path, text: str | bytes, **environ: str) -> ConfigFault:
    (fault,) = faults_of(folder, text, **environ)
    return fault


class TestTheShippedFile:
    def test_it_parses_to_the_defaults(self) -> None:
        assert load_settings(str(SHIPPED), {}) == Settings()

    def test_it_shows_every_key_with_its_default_and_its_description(self) -> None:
        text = SHIPPED.read_text(encoding="utf-8")
        shown = yaml.safe_load(text)
        defaults: dict[str, dict[str, Any]] = Settings().model_dump(mode="json")
        assert shown == defaults
        for section in Settings.model_fields.values():
            assert section.annotation is not None
            for field in section.annotation.model_fields.values():
                assert f"  # {field.description}\n" in text


class TestWhoMay:
    def test_ids_are_read_as_they_are_written(self, tmp_path: Path) -> None:
        text = """
discord:
  admin_roles: [123456789012345678]
  servers:
    "123456789012345679": {admin_users: [123456789012345670], admin_permissions: [], admin_channel: 123456789012345671}
"""
        found = load_settings(written(tmp_path, text), {}).discord
        own = found.servers["123456789012345679"]
        assert found.admin_roles == ("123456789012345678",)
        assert (own.admin_users, own.admin_permissions) == (("123456789012345670",), ())
        assert own.admin_channel == "123456789012345671"
        assert own.admin_roles is None

    def test_a_name_in_place_of_an_id_is_told_where_ids_are(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "discord: {admin_roles: [editors]}")
        assert fault.expected == "an id of 15 to 20 digits (in Discord: Developer Mode, then Copy ID)"

    def test_a_permission_that_does_not_exist_is_refused(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "discord: {admin_permissions: [admin]}")
        assert fault.expected.startswith("one of administrator, ")


class TestReading:
    def test_without_a_file_the_defaults_hold(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert load_settings(None, {}) == Settings()

    def test_a_file_that_was_named_has_to_be_there(self, tmp_path: Path) -> None:
        with pytest.raises(
            ConfigError, match=r"gone\.yaml: expected a configuration file, got no such file\."
        ):
            load_settings(str(tmp_path / "gone.yaml"), {})

    @pytest.mark.parametrize(
        "text", ["", "# nothing but a comment\n", "seeds:\n", "\ufeffseeds:\n  # folder: x\n"]
    )
    def test_what_is_left_out_has_its_default(self, tmp_path: Path, text: str) -> None:
        assert load_settings(written(tmp_path, text), {}) == Settings()

    @pytest.mark.parametrize("word", ["no", "010", "12:30", "2024-01-02", "1e3", "true", "7", "~x", "Null"])
    def test_a_text_setting_gets_the_characters_that_were_written(self, tmp_path: Path, word: str) -> None:
        settings = load_settings(written(tmp_path, f"seeds:\n  folder: {word}\n"), {})
        assert settings.seeds.folder == word

    @pytest.mark.parametrize("word", ["010", "0x10", "1_000", "12:30", "1e3", "+5", "5.0", "yes", '"5"', "٣"])
    def test_a_number_setting_takes_decimal_digits_only(self, tmp_path: Path, word: str) -> None:
        fault = only_fault(tmp_path, f"answers:\n  max_hits: {word}\n")
        assert (fault.line, fault.column, fault.path) == (2, 13, "answers.max_hits")
        assert fault.expected == "a whole number from 1 to 100"
        assert word.strip('"') in fault.got


class TestEnvironment:
    def test_a_variable_overrides_the_file(self, tmp_path: Path) -> None:
        file = written(tmp_path, "seeds:\n  folder: here\n  max_bytes: 10\n")
        seeds = load_settings(file, {"VERBATIM_SEEDS__FOLDER": "there"}).seeds
        assert (seeds.folder, seeds.max_bytes) == ("there", 10)

    def test_a_number_may_come_from_a_variable(self) -> None:
        assert load_settings(str(SHIPPED), {"VERBATIM_ANSWERS__MAX_HITS": "7"}).answers.max_hits == 7

    def test_an_empty_variable_counts_as_not_set(self) -> None:
        assert load_settings(str(SHIPPED), {"VERBATIM_SEEDS__FOLDER": ""}) == Settings()

    def test_other_programs_variables_are_left_alone(self) -> None:
        assert load_settings(str(SHIPPED), {"SEEDS__FOLDER": "x", "verbatim": "y"}) == Settings()

    def test_a_fault_names_its_variable(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "", VERBATIM_ANSWERS__MAX_HITS="many")
        assert fault.sentence() == (
            "VERBATIM_ANSWERS__MAX_HITS: answers.max_hits: expected a whole number from 1 to 100, got many."
        )

    def test_an_unknown_variable_is_named_in_full_with_what_was_meant(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "", VERBATIM_SEDS__FOLDER="x")
        assert fault.origin == "VERBATIM_SEDS__FOLDER"
        assert fault.advice == "Did you mean seeds?"

    def test_a_variable_for_a_whole_section_does_not_hide_the_others(self, tmp_path: Path) -> None:
        faults = faults_of(
            tmp_path, "", VERBATIM_SEEDS="x", VERBATIM_SEEDS__FOLDER="y", VERBATIM_LOG__LEVEL="loud"
        )
        assert [fault.path for fault in faults] == ["log.level", "seeds"]


class TestFaults:
    def test_all_are_found_in_one_go_in_the_order_of_the_file(self, tmp_path: Path) -> None:
        text = "seeds:\n  max_bytes: -1\n  foldr: x\nterminal:\n  colour: red\nterminal: {}\n"
        faults = faults_of(tmp_path, text, VERBATIM_LOG__LEVEL="loud")
        assert [(fault.line, fault.column, fault.path) for fault in faults] == [
            (2, 14, "seeds.max_bytes"),
            (3, 3, "seeds.foldr"),
            (5, 11, "terminal.colour"),
            (6, 1, "terminal"),
            (0, 0, "log.level"),
        ]

    def test_an_unknown_key_says_what_was_meant(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "seeds:\n  foldr: x\n")
        assert fault.sentence().endswith(
            "config.yaml:2:3: seeds.foldr: expected one of the keys folder, max_bytes, watch, got an unknown key. "
            "Did you mean folder?"
        )

    def test_a_duplicate_key_says_where_the_first_one_stands(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "seeds:\n  folder: a\n  folder: b\n")
        assert (fault.line, fault.path) == (3, "seeds.folder")
        assert "line 2" in fault.advice

    def test_a_token_in_the_file_is_refused_and_never_repeated(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "discord_token: s3cret\n")
        assert "DISCORD_TOKEN_FILE" in fault.advice
        assert "s3cret" not in fault.sentence()

    @pytest.mark.parametrize(
        ("text", "got"),
        [
            ("seeds: [a]\n", "a list"),
            ("seeds: {folder: {}}\n", "a section"),
            ("seeds: {folder: }\n", "nothing"),
            ('seeds: {folder: ""}\n', 'the text ""'),
            ("- a\n- b\n", "a list"),
            ("just words\n", "a single value"),
            ("? [a, b]\n: c\n", "a list"),
            ("seeds: {folder: !!int '3'}\n", "the tag tag:yaml.org,2002:int"),
            ("seeds: &s {folder: x}\nlog: *s\n", "an alias or something nested too deeply"),
            ("a: 1\n---\nb: 2\n", "but found another document"),
            ("seeds: {\n", "expected the node content, but found '<stream end>'"),
            ("seeds: \x07\n", "the control character U+0007"),
            (b"seeds:\n  folder: caf\xe9\n", "the byte 0xE9"),
            ("[" * 20_000, "a file nested far deeper"),
            ("#" * 1_000_001, "1,000,001 bytes"),
        ],
    )
    def test_each_kind_of_damage_is_said(self, tmp_path: Path, text: str | bytes, got: str) -> None:
        assert got in [fault.got for fault in faults_of(tmp_path, text)]

    def test_the_place_of_a_bad_byte_counts_characters(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "a: é\nb: é".encode() + b"\xff")
        assert (fault.line, fault.column) == (2, 5)

    def test_a_folder_in_place_of_the_file_is_said(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="got a folder"):
            load_settings(str(tmp_path), {})

    @given(st.text() | st.text(alphabet="ab:{}[]-'\"\n &*!#", max_size=30))
    def test_any_text_ends_in_faults_of_one_line_each_or_in_none(self, text: str) -> None:
        document = read_tree(text, "x")
        sentences = [fault.sentence() for fault in (*document.faults, *check(document))]
        assert all(sentence.isprintable() for sentence in sentences)
        assert sentences or set(document.tree) <= set(Settings.model_fields)


class TestToken:
    def test_it_comes_from_the_environment(self) -> None:
        token = read_token({"DISCORD_TOKEN": " abc \n"})
        assert token is not None
        assert token.get_secret_value() == "abc"

    def test_it_comes_from_a_secret_file(self, tmp_path: Path) -> None:
        (tmp_path / "token").write_text("abc\n", encoding="utf-8")
        token = read_token({"DISCORD_TOKEN_FILE": str(tmp_path / "token")})
        assert token is not None
        assert token.get_secret_value() == "abc"

    @pytest.mark.parametrize("environ", [{}, {"DISCORD_TOKEN": ""}, {"DISCORD_TOKEN": "  "}])
    def test_there_may_be_none(self, environ: dict[str, str]) -> None:
        assert read_token(environ) is None

    def test_it_never_prints(self) -> None:
        assert "abc" not in repr(read_token({"DISCORD_TOKEN": "abc"}))

    @pytest.mark.parametrize("content", [None, b"", b"\n", b"\xff"])
    def test_a_secret_file_without_a_token_is_a_fault_that_names_the_variable(
        self, tmp_path: Path, content: bytes | None
    ) -> None:
        file = tmp_path / "token"
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(ConfigError, match=r"^DISCORD_TOKEN_FILE: expected a file with the token"):
            read_token({"DISCORD_TOKEN_FILE": str(file)})

    def test_two_places_are_one_too_many(self) -> None:
        with pytest.raises(ConfigError, match="got both"):
            read_token({"DISCORD_TOKEN": "a", "DISCORD_TOKEN_FILE": "b"})


class TestServers:
    SERVERS = 'discord:\n  servers:\n    "123456789012345678": {prefix: "?", plain_text: true}\n'

    def test_a_server_has_its_own_prefix_and_looks(self, tmp_path: Path) -> None:
        settings = load_settings(written(tmp_path, self.SERVERS), {})
        server = settings.discord.servers["123456789012345678"]
        assert (server.prefix, server.plain_text) == ("?", True)

    def test_a_server_is_named_by_its_id(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "discord:\n  servers:\n    my-server: {}\n")
        assert (fault.line, fault.column, fault.got) == (3, 5, "my-server")
        assert fault.expected == "a server's id, 15 to 20 digits"

    def test_each_fault_inside_a_server_has_its_place(self, tmp_path: Path) -> None:
        text = 'discord:\n  servers:\n    "123456789012345678": {plain_text: maybe, prefx: x}\n'
        faults = faults_of(tmp_path, text)
        assert [(fault.path.rpartition(".")[2], fault.got) for fault in faults] == [
            ("plain_text", "maybe"),
            ("prefx", "an unknown key"),
        ]

    def test_a_list_names_the_entry_that_is_wrong(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, 'discord:\n  plain_commands: [articles, ""]\n')
        assert fault.path == "discord.plain_commands.1"

    def test_a_single_value_is_no_list(self, tmp_path: Path) -> None:
        fault = only_fault(tmp_path, "discord:\n  plain_commands: articles\n")
        assert (fault.expected, fault.got) == ("a list", "articles")
