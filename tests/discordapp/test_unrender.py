"""Markdown read back as Discord shows it: what is not plain text after all never leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.discordapp.markdown import Run, link, small, to_markdown
from bot.discordapp.unrender import Unfaithful, unrender

ACTED_UPON = (
    ("a *b* c", "emphasis or underline", 2),
    ("a _b_ c", "emphasis or underline", 2),
    ("@a_b and @c_d", "emphasis or underline", 2),
    ("a __b__ c", "emphasis or underline", 2),
    ("***a***", "emphasis or underline", 2),
    ("a ~~b~~ c", "struck out text", 2),
    ("a ||b|| c", "a spoiler", 2),
    ("a `b` c", "code", 2),
    ("```\na\n```", "code", 0),
    ("a <@1>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a <@&1>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a <#1>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a <t:1:R>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a <:b:1>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a </b:1>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a <id:home>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a <https://b>", "a mention, a time, an emoji, a command or an address between angle brackets", 2),
    ("a @everyone", "a mention of everyone or of all who are here", 2),
    ("a @here", "a mention of everyone or of all who are here", 2),
    ("@silent a", "a mark for silent messages", 0),
    ("a https://t.co/b", "a bare address", 7),
    ("a HTTP://b", "a bare address", 6),
    ("a discord.gg/b", "an invite or another of Discord's own addresses", 2),
    ("a www.discordapp.com/invite/b", "an invite or another of Discord's own addresses", 6),
    ("a :smile:", "an emoji by its name", 2),
    ("a :+1:", "an emoji by its name", 2),
    ("a :100:", "an emoji by its name", 2),
    ("# a", "a heading", 0),
    ("a\n### b", "a heading", 2),
    ("a\n#\nb", "a heading", 2),
    ("**# a**", "a heading", 2),
    ("- a", "a list", 0),
    ("a\n  + b", "a list", 4),
    ("* a", "a list", 0),
    ("> - a", "a list", 2),
    ("-# - a", "a list", 3),
    ("1. a", "a numbered list", 0),
    ("**2022. a**", "a numbered list", 2),
    ("\u206812) שלום\u2069", "a numbered list", 1),
    (">>> a", "a block quote", 0),
    (" > a", "a block quote", 1),
    ("> > a", "a block quote", 2),
    (">", "a block quote", 0),
    ("-# ", "small print", 0),
    (" -# a", "small print", 1),
    ("-# -# a", "small print", 3),
    ("-# > a", "a block quote", 3),
    ("a [b](https://c)", "a masked link", 2),
    ("a [b]", "a masked link", 2),
    ("a](b)", "the end of a masked link", 1),
    (r"a \b", "a backslash before what cannot be escaped", 2),
    ("a \\\u201cb", "a backslash before what cannot be escaped", 2),
    ("a\\\nb", "a backslash before what cannot be escaped", 1),
    ("a **b", "bold without an end", 2),
    ("**a\nb**", "bold without an end", 0),
    ("****", "bold around nothing", 2),
    ("a ** ** b", "bold around nothing", 5),
    ("\u2068a", "isolate without an end", 0),
    ("a\u2069", "isolate without its other half", 1),
    ("\u2068\u2068a\u2069\u2069", "isolate without its other half", 1),
    ("a\u202eb", "a character that a screen obeys or that cannot be sent", 1),
    ("a\x1bb", "a character that a screen obeys or that cannot be sent", 1),
    ("a\rb", "a character that a screen obeys or that cannot be sent", 1),
    ("a\ud800", "a character that a screen obeys or that cannot be sent", 1),
)
LINKS = (
    "[a](<ftp://b>)",
    "[a](<https://>)",
    "[a](<https://b c>)",
    "[a](<https://b%2e>)",
    "[a](<https://ü.de>)",
    "[a](<https://b/(c)>)",
    "[a](<https://b/\\>)",
    "[a](<https://b/é>)",
    "[](<https://b>)",
    "[a](https://b)",
    "[a [b]](<https://c>)",
    "[a\\_b](<https://c>)",
)
LABELS = ("[ ](<https://b>)", "[a\u200b](<https://b>)", "[a\u00a0b](<https://b>)", "[😀](<https://b>)")


class TestWhatIsSeen:
    @pytest.mark.parametrize(
        ("markdown", "plain"),
        [
            ("", ""),
            ("about 2,000 troops (CSTO)", "about 2,000 troops (CSTO)"),
            (r"\@a\_b\_ \*c\* \# \\ \> \.", r"@a_b_ *c* # \ > ."),
            ("**353** police", "353 police"),
            ("a **b** c **d**", "a b c d"),
            ("> a\n> \n> b", "a\n\nb"),
            ("-# a\n-#  b", "a\n b"),
            ("> -# a", "a"),
            ("[open](<https://a.org/b?c#:~:text=d,-e>) · §3", "open · §3"),
            ("-# [open](<https://a.org>)", "open"),
            ("\u2068שלום **12** שלום\u2069", "שלום 12 שלום"),
            (
                "12:30:45 a:b c: #tag -5 2.0 =x 4/ — a] (b) &amp;",
                "12:30:45 a:b c: #tag -5 2.0 =x 4/ — a] (b) &amp;",
            ),
            ("a # b - c + d > e 1. f", "a # b - c + d > e 1. f"),
            (
                r"https\://t.co/a discord\.gg/b \:smile: \@everyone",
                "https://t.co/a discord.gg/b :smile: @everyone",
            ),
            ("trained armsfrom abroad", "trained armsfrom abroad"),
            ("\n\n", "\n\n"),
        ],
    )
    def test_is_the_plain_text(self, markdown: str, plain: str) -> None:
        assert unrender(markdown) == plain


class TestWhatDiscordWouldActUpon:
    @pytest.mark.parametrize(("markdown", "what", "place"), ACTED_UPON)
    def test_is_refused_by_its_name_and_place(self, markdown: str, what: str, place: int) -> None:
        with pytest.raises(Unfaithful) as caught:
            unrender(markdown)
        assert str(caught.value) == f"Discord would not show this as text: {what} at character {place}"

    @pytest.mark.parametrize(("markdown", "what", "place"), ACTED_UPON)
    def test_is_found_behind_other_lines(self, markdown: str, what: str, place: int) -> None:
        before = "> **a** \\*\n\n"
        with pytest.raises(Unfaithful, match=rf"{re.escape(what)} at character {place + len(before)}$"):
            unrender(before + markdown)

    @pytest.mark.parametrize(("text", "what", "place"), ACTED_UPON)
    def test_passes_once_it_is_written_as_text(self, text: str, what: str, place: int) -> None:  # noqa: ARG002 – one table
        assert unrender(to_markdown([Run(text)])) == unrender(to_markdown([Run(text, bold=True)]))

    @pytest.mark.parametrize("markdown", LINKS)
    def test_a_link_that_discord_would_not_make_is_refused(self, markdown: str) -> None:
        with pytest.raises(Unfaithful, match=r"a masked link at character 2$"):
            unrender(f"a {markdown}")

    @pytest.mark.parametrize("markdown", LABELS)
    def test_a_label_that_discord_would_change_is_refused(self, markdown: str) -> None:
        with pytest.raises(Unfaithful, match=r"a label that Discord would change at character 2$"):
            unrender(f"a {markdown}")

    @pytest.mark.parametrize(
        ("label", "what"),
        [("1. a", "a numbered list"), ("a_b", "emphasis"), (":smile:", "an emoji by its name")],
    )
    def test_a_label_is_read_like_text(self, label: str, what: str) -> None:
        with pytest.raises(Unfaithful, match=rf"{what}.* at character \d$"):
            unrender(f"[{label}](<https://b>)")


texts = st.text("\\*_~`|<>[]()@:/.#-+1ab \nא") | st.lists(
    st.sampled_from(
        [
            "@everyone",
            "https://a",
            "discord.gg/a",
            ":smile:",
            "# a",
            "\n- a",
            "\n1. a",
            "> a",
            "[a](b)",
            "a ",
            "-# ",
        ]
    )
).map("".join)
runs_of_text = st.lists(st.builds(Run, texts, st.booleans()), max_size=4)
MAY_BE_IDLE = re.compile(
    r"\\(?:[&=]|-[-#])"  # what only the preview would act upon
    r"|\\:[\w+-]*\\"  # of two in one name of an emoji either would do
)


def without_one(markdown: str, mark: str) -> Iterator[str]:
    """Yield the markdown without one of its marks each time; an escaped character is no mark."""
    for match in re.finditer(r"\\.|[^\\]", markdown, re.DOTALL):
        if markdown.startswith(mark, match.start()):
            yield markdown[: match.start()] + markdown[match.start() + len(mark) :]


def seen(markdown: str) -> str | None:
    """Return what a member sees, None where the gate refuses."""
    try:
        return unrender(markdown)
    except Unfaithful:
        return None


class TestTheGate:
    @given(texts)
    def test_no_backslash_is_idle(self, text: str) -> None:
        markdown = to_markdown([Run(text.replace("א", ""))])
        assume(not MAY_BE_IDLE.search(markdown))
        words = unrender(markdown)
        assert words not in [seen(damaged) for damaged in without_one(markdown, "\\")]

    @given(runs_of_text)
    def test_no_half_of_a_pair_may_be_missing(self, runs: list[Run]) -> None:
        markdown = to_markdown(runs)
        for mark in ("**", "\u2068", "\u2069"):
            for damaged in without_one(markdown, mark):
                with pytest.raises(Unfaithful):
                    unrender(damaged)

    @given(st.text(st.characters()))
    def test_any_text_is_read_or_refused(self, text: str) -> None:
        assert len(seen(text) or "") <= len(text)

    @pytest.mark.parametrize(
        "text",
        [
            "[",
            "[a](<https://b",
            "[a](<https://b>)",
            "**",
            "**a**",
            "\\",
            "\\*",
            "<",
            ":a",
            "1",
            "#",
            "> ",
            "-# ",
            " ",
            "\u2068",
            "\u2068a\u2069",
            "discord.",
            "@",
            "- ",
            "[a",
            "a]",
            "*a",
            "** ",
        ],
    )
    def test_ten_thousand_hostile_characters_are_read_or_refused(self, text: str) -> None:
        assert len(seen(text * (10_000 // len(text))) or "") <= 10_000

    def test_a_link_as_written_is_seen_by_its_label(self) -> None:
        address = "https://a.org/b_(c)*d*~e|f`?g=<h>&é=\\i#:~:text=j%2Dk,-l"
        assert unrender(small(f"{link('open at the passage', address)} · §3")) == "open at the passage · §3"
