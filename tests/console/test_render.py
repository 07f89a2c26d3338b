"""Cards in a terminal: what is shown as the article's is the article's."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console.render import print_cards
from bot.console.style import Look
from bot.core.article import Article
from bot.core.span import Span
from bot.services.cards import Card, Cited, Role, block
from bot.services.visible import one_line, visible


def article(text: str) -> Article:
    return Article(id="x", text=text, sha256="0" * 64, blocks=(), sentences=())


def passage(text: str, *strong: Span) -> Card:
    return Card((block(Role.PASSAGE, Cited(article(text), Span(0, len(text)), strong)),))


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def shown(
    card: Card,
    *,
    terminal: bool = False,
    colour: str = "auto",
    width: int = 0,
    environ: Mapping[str, str] = MappingProxyType({}),
) -> str:
    screen = Screen(terminal=terminal)
    look = Look.of(screen, colour, width, {"TERM": "xterm", "COLUMNS": "60", **environ})
    print_cards(look.console, (card,), look.width)
    return screen.getvalue()


class TestTheArticlesWords:
    def test_stand_on_one_line_when_piped(self) -> None:
        assert shown(passage("word " * 40 + "end.")) == "│ " + "word " * 40 + "end.\n"

    @given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))))
    def test_are_unchanged(self, text: str) -> None:
        assert shown(passage(text)) == f"│ {text}\n"

    @given(st.text(), st.booleans())
    def test_never_act_on_the_terminal(self, text: str, terminal: bool) -> None:  # noqa: FBT001 – a drawn argument
        output = shown(passage(text), terminal=terminal, environ={"NO_COLOR": "1"})
        acting = {char for char in output if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}}
        assert acting <= {"\n", "\t"}

    @pytest.mark.parametrize(
        ("words", "seen"),
        [
            ("a\x1b[31mred", "a␛[31mred"),
            ("a\x07b\x7f", "a␇b␡"),
            ("a\u202egnp.exe", "a⟨U+202E⟩gnp.exe"),
            ("a\x9b31m", "a⟨U+009B⟩31m"),
            ("a\rb", "a␍b"),
            ("[bold]not markup[/bold] :smile:", "[bold]not markup[/bold] :smile:"),
            ("[link=x]y[/link]", "[link=x]y[/link]"),
        ],
    )
    def test_show_what_a_terminal_would_obey(self, words: str, seen: str) -> None:
        assert shown(passage(words), terminal=True, environ={"NO_COLOR": "1"}) == f"│ {seen}\n"

    def test_keep_their_line_ends_with_the_margin_before_each_line(self) -> None:
        assert shown(passage("one\r\ntwo\n\nthree")) == "│ one\n│ two\n│ \n│ three\n"

    def test_wrap_at_the_terminals_width_and_lose_no_word(self) -> None:
        words = [f"word{number}" for number in range(60)]
        output = shown(passage(" ".join(words)), terminal=True, environ={"NO_COLOR": "1"})
        assert max(map(len, output.splitlines())) <= 60
        assert output.replace("│", "").split() == words

    def test_wrap_at_the_configured_width_when_piped_too(self) -> None:
        assert max(map(len, shown(passage("word " * 40), width=30).splitlines())) <= 30

    def test_wide_characters_count_two_columns(self) -> None:
        lines = shown(passage("漢字" * 40), terminal=True, environ={"NO_COLOR": "1"}).splitlines()
        assert max(map(len, lines)) <= 2 + 29


class TestColours:
    def test_are_on_in_a_terminal(self) -> None:
        assert "\x1b[" in shown(passage("a"), terminal=True)

    def test_mark_what_answers_without_changing_a_character(self) -> None:
        card = passage("about 40 boats", Span(6, 8))
        assert "\x1b[1;4m40\x1b[0m" in shown(card, terminal=True)
        assert shown(card) == "│ about 40 boats\n"

    @pytest.mark.parametrize(
        ("colour", "terminal", "environ"),
        [
            ("auto", False, {}),
            ("auto", False, {"FORCE_COLOR": "1"}),
            ("auto", True, {"NO_COLOR": "1"}),
            ("auto", True, {"TERM": "dumb"}),
            ("never", True, {}),
        ],
    )
    def test_are_off(self, colour: str, terminal: bool, environ: dict[str, str]) -> None:  # noqa: FBT001 – a table
        assert "\x1b" not in shown(passage("a"), terminal=terminal, colour=colour, environ=environ)

    def test_are_on_when_asked_for_always(self) -> None:
        assert "\x1b[" in shown(passage("a"), colour="always")


def test_a_link_is_never_wrapped() -> None:
    address = "https://example.org/" + "a" * 200
    assert (
        shown(Card((block(Role.LINK, address),)), terminal=True, environ={"NO_COLOR": "1"}) == address + "\n"
    )


@given(st.text())
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
