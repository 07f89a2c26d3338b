"""Text as markdown: Discord shows the article's words to the letter, and a phone copies few backslashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simcord.preview._markdown import markdown_tokens

from bot.core.structure import read_article
from bot.discordapp.markdown import Run, link, quoted, small, to_markdown
from bot.discordapp.unrender import unrender
from bot.services.visible import visible

ROOT = Path(__file__).parents[2]
ARTICLES = sorted([*(ROOT / "tests" / "corpus").glob("*.txt"), *(ROOT / "seeds").glob("[!.]*")])
KNOWN_TO_THE_PREVIEW = (
    "**bold** *italic* _italic_ __under__ ~~struck~~ ||spoiler|| ***both***",
    "`code` ``more code`` ```\nfence\n```",
    "<@80351110224678912> <@!80351110224678912> <@&165511591545143296> <#103735883630395392>",
    "</airhorn:816437322781949972> <id:customize> <:mmLol:216154654256398347> <a:b1nzy:392938283556143104>",
    "<t:1618953630> <t:1618953630:R> <https://example.org> <mail@example.org> <+1 (555) 123 4567>",
    "[masked](https://example.org) [masked](<https://example.org>) ![image](https://example.org)",
    "[reference][1]\n[1]: https://example.org",
    "@everyone @here @Everyone a@hereford.example @silent",
    "https://t.co/YwQwxyz HTTP://example.org steam://run ftp://example.org mailto:mail@example.org //example.org",
    "# one\n## two\n### three\n#### four\n  # five\n#\nsix",
    "- one\n  - two\n* three\n+ four\n1. five\n  12. six\n1) seven",
    "> quote\n>>> the rest\n> > nested\n>none",
    "-# small print\n-# \n-#",
    "underlined\n===\nunderlined\n---\n***\n___\n- - -",
    "¯\\_(ツ)_/¯ \\* \\\\ \\a \\",
    "foo](bar) baz](<https://example.org>)",
    "&amp; &#35; &lt;b&gt; <b>html</b> <!-- comment -->",
)
CONSTRUCTS = (
    *KNOWN_TO_THE_PREVIEW,
    "discord.gg/abc discord.com/invite/abc discordapp.com/invite/abc www.discord.new/abc discord.gift/a",
    ":smile: :+1: :100: :ok_hand::skin-tone-1: a:b:c:d",
    "a|b\n-|-\nc|d",
    "@handle_one_ and @handle_two_ said so",
    "\x1b[31mred\x07 a\u202egnp.exe \ud800 \u2066isolated\u2069 \ufffa \U000e0041",
    "שלום **עולם** :smile: 12 ١٢٣",
)
fragments = st.sampled_from([word for text in CONSTRUCTS for word in (text, *text.split(" "), *text.split())])
letters = st.text(st.characters(), max_size=8)
marks = st.text("\\*_~`|<>[]()@:/.#-+=&;!1 \r\n\t", max_size=8)
texts = st.lists(fragments | letters | marks, max_size=8).map("".join)
runs_of_text = st.lists(st.builds(Run, texts, st.booleans()), max_size=6)


def escaped(text: str) -> str:
    return to_markdown((Run(text),))


def words_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def sentences(file: Path) -> Iterator[str]:
    article = read_article(file.read_text(encoding="utf-8"), id=file.stem)
    yield from (sentence.of(article.text) for sentence in article.sentences)


class TestWhatNeedsNoBackslash:
    @pytest.mark.parametrize(
        "text",
        [
            "about 2,000 troops of the Collective Security Treaty Organisation (CSTO)",
            "“trained armsfrom abroad” — state“, said @MarkSleboda1: “Ukraine crisis 2.0”",
            "— Mark Sleboda (@MarkSleboda1) January 6, 2022",
            "4/ At 12:30:45 or 10:30 on 01/06/2022, 50% of £3.5m (US$4.7m) & more; R&D",
            "#Kazakhstan\n-5 °C\n2.0\n1.5 million\n3.Next\n-Yes\n+44 20\n=x",
            "mail@example.org, example.org/a, pic.twitter.com/abc, discord.gg, the discord.",
            "Does it end? Yes! It's \"over\"; {a} ^b^ a]b (c) d' 5 > 4",
            "漢字、かな。😀 👩‍👩‍👧 é ﬁ Cᴀʟɪʙʀᴇ",
        ],
    )
    def test_stays_as_it_is(self, text: str) -> None:
        assert escaped(text) == text


class TestWhatDiscordActsUpon:
    @pytest.mark.parametrize(
        ("text", "markdown"),
        [
            ("@a_b_ and @c_d_", r"@a\_b\_ and @c\_d\_"),
            ("2 * 3 ~ 6 | 7 `x` \\", r"2 \* 3 \~ 6 \| 7 \`x\` \\"),
            ("<@1> <t:1:R> [sic](x)", r"\<@1> \<t:1:R> \[sic]\(x)"),
            ("@everyone @HERE @hereford @silent", r"\@everyone \@HERE \@hereford \@silent"),
            ("https://t.co/a HTTP://b", r"https\://t.co/a HTTP\://b"),
            (
                "discord.gg/a canary.Discord.com/channels/1",
                r"discord\.gg/a canary.Discord\.com/channels/1",
            ),
            (":smile: :a:b: :+1: :100: :piñata:", r"\:smile: \:a\:b: \:+1: \:100: \:piñata:"),
            ("¯\\_(ツ)_/¯", r"¯\\\_(ツ)\_/¯"),
            ("foo](bar)", r"foo]\(bar)"),
        ],
    )
    def test_is_escaped_anywhere(self, text: str, markdown: str) -> None:
        assert escaped(text) == markdown

    @pytest.mark.parametrize(
        ("line", "markdown"),
        [
            ("# heading", r"\# heading"),
            ("### heading", r"\### heading"),
            ("#", r"\#"),
            ("- item", r"\- item"),
            ("+ item", r"\+ item"),
            ("* item", r"\* item"),
            ("> quote", r"\> quote"),
            (">>> quote", r"\>>> quote"),
            ("-# small", r"\-# small"),
            ("1. first", r"1\. first"),
            ("2022. Then", r"2022\. Then"),
            ("12) twelfth", r"12\) twelfth"),
            ("---", r"\---"),
        ],
    )
    @pytest.mark.parametrize("before", ["", "words\n", "words\n\n", "  ", "words\n\u00a0\t"])
    def test_is_escaped_at_the_start_of_a_line(self, before: str, line: str, markdown: str) -> None:
        assert escaped(before + line) == before + markdown

    @pytest.mark.parametrize("line", ["# a", "- item", "+ item", "> quote", "1. first", "1) first"])
    def test_is_left_alone_within_a_line(self, line: str) -> None:
        assert escaped(f"words {line}") == f"words {line}"

    @pytest.mark.parametrize("bold", [False, True])
    @pytest.mark.parametrize(
        "text", ["1. first", "-# small", "https://a", "discord.gg/a", ":smile:", "@here"]
    )
    def test_is_seen_across_runs(self, text: str, bold: bool) -> None:  # noqa: FBT001 – a table
        whole = escaped(text)
        cut = to_markdown([Run(char, bold and at % 2 == 0) for at, char in enumerate(text)])
        assert cut.replace("**", "") == whole


class TestBold:
    @pytest.mark.parametrize(
        ("runs", "markdown"),
        [
            ([Run("about "), Run("353", bold=True), Run(" police")], "about **353** police"),
            ([Run("35", bold=True), Run("3", bold=True)], "**353**"),
            ([Run("one\n\ntwo", bold=True)], "**one**\n\n**two**"),
            ([Run("a"), Run(" b ", bold=True), Run("c")], "a **b** c"),
            ([Run("a"), Run("", bold=True), Run(" ", bold=True), Run("\n", bold=True)], "a \n"),
            ([Run("a", bold=True), Run(""), Run("b", bold=True)], "**ab**"),
            ([Run("*a*", bold=True), Run("*")], r"**\*a\***\*"),
            ([Run("- a", bold=True)], r"**\- a**"),
        ],
    )
    def test_is_marked_around_words_only(self, runs: list[Run], markdown: str) -> None:
        assert to_markdown(runs) == markdown


class TestRightToLeft:
    @pytest.mark.parametrize(
        ("runs", "markdown"),
        [
            ([Run("said "), Run("שלום"), Run(" (12)")], "said \u2068שלום\u2069 (12)"),
            ([Run("مرحبا\nمرحبا", bold=True)], "**\u2068مرحبا\u2069**\n**\u2068مرحبا\u2069**"),
            ([Run("שלום "), Run("353", bold=True), Run(" שלום")], "\u2068שלום **353** שלום\u2069"),
            ([Run("שלום"), Run(" and "), Run("שלום")], "\u2068שלום\u2069 and \u2068שלום\u2069"),
            ([Run("the שלום of")], "\u2068the שלום of\u2069"),
            ([Run("part "), Run("١٢"), Run(" of 3")], "part \u2068١٢\u2069 of 3"),
        ],
    )
    def test_stands_between_isolates(self, runs: list[Run], markdown: str) -> None:
        assert to_markdown(runs) == markdown

    @given(runs_of_text)
    def test_only_isolates_are_added_beside_backslashes_and_bold(self, runs: list[Run]) -> None:
        added = to_markdown(runs)
        for mark in ("\u2068", "\u2069", "\\", "*"):
            added = added.replace(mark, "")
        assert added == visible(words_of(runs)).replace("\\", "").replace("*", "")


class TestShown:
    def test_a_line_end_cut_in_two_is_one(self) -> None:
        assert to_markdown([Run("a\r", bold=True), Run(""), Run("\nb\r")]) == "**a**\nb␍"


class TestLineForms:
    def test_a_quote_has_its_mark_on_each_line(self) -> None:
        assert quoted("a\n\nb") == "> a\n> \n> b"

    def test_small_print_has_its_mark_on_each_line_with_words(self) -> None:
        assert small("a\n\n b") == "-# a\n\n-#  b"

    @pytest.mark.parametrize(
        ("address", "linked"),
        [
            ("https://example.org", "https://example.org"),
            ("http://example.org:80/a?b=c&d#e", "http://example.org:80/a?b=c&d#e"),
            ("https://a.org/#:~:text=one%2C%20two,-three", "https://a.org/#:~:text=one%2C%20two,-three"),
            ("https://a.org/a b_(c)*<d>\\é\n\x00", "https://a.org/a%20b_%28c%29*%3Cd%3E%5C%C3%A9%0A%00"),
            ("https://münchen.example/ü", "https://xn--mnchen-3ya.example/%C3%BC"),
            ("HTTPS://[::1]:8000/", "HTTPS://[::1]:8000/"),
        ],
    )
    def test_a_link_has_an_address_that_nothing_ends_early(self, address: str, linked: str) -> None:
        assert link("open the article", address) == f"[open the article](<{linked}>)"

    def test_a_right_to_left_label_is_isolated_outside_the_link(self) -> None:
        assert link("שלום", "https://a.org") == "\u2068[שלום](<https://a.org>)\u2069"

    @pytest.mark.parametrize(
        "address",
        [
            "",
            "example.org",
            "//example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "ht\ntp://example.org",
            " https://example.org",
            "https://",
            "https:///a",
            "https://a%2eb/",
            "https://user@example.org/",
            "https://a b/",
            "https://a..b/",
            "https://a.org:port/",
            "https://a.org/\ud800",
        ],
    )
    def test_what_is_no_address_of_the_web_is_refused(self, address: str) -> None:
        with pytest.raises(ValueError, match=r"^not an address of the web: "):
            link("open", address)

    @pytest.mark.parametrize(
        "label",
        [
            "",
            " ",
            " a",
            "a ",
            "a\nb",
            "[a",
            "a]",
            "a_b",
            "1. a",
            "https://a",
            ":smile:",
            "a\u200bb",
            "a\u00a0b",
            "😀",
        ],
    )
    def test_a_label_that_discord_would_change_is_refused(self, label: str) -> None:
        with pytest.raises(ValueError, match=r"^not a label for a link: "):
            link(label, "https://example.org")


class TestReadBack:
    @given(runs_of_text)
    def test_a_member_sees_the_words(self, runs: list[Run]) -> None:
        markdown, words = to_markdown(runs), visible(words_of(runs))
        assert unrender(markdown) == words
        assert unrender(quoted(markdown)) == words
        assert unrender(small(markdown)) == words
        assert unrender(quoted(small(markdown))) == words

    @pytest.mark.parametrize("text", CONSTRUCTS)
    def test_of_every_construct(self, text: str) -> None:
        assert unrender(escaped(text)) == visible(text)

    @pytest.mark.parametrize(
        "text", [*CONSTRUCTS, *"\\*_~`|<[](:-#@1.\n ", "](", ":a", "> ", "-# ", "://", "א"]
    )
    def test_of_ten_thousand_hostile_characters(self, text: str) -> None:
        much = (text * (10_000 // len(text) + 1))[:10_000]
        assert unrender(escaped(much)) == visible(much)
        assert unrender(to_markdown([Run(char, at % 2 == 0) for at, char in enumerate(much)])) == visible(
            much
        )

    @pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
    def test_of_every_sentence_of_every_article(self, file: Path) -> None:
        for sentence in sentences(file):
            assert unrender(escaped(sentence)) == sentence
            assert unrender(quoted(escaped(sentence))) == sentence

    @pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
    def test_of_every_article_as_one_text(self, file: Path) -> None:
        text = file.read_text(encoding="utf-8")
        assert unrender(escaped(text)) == text


class Reader:
    """The reader of the local preview, which knows nothing of ours. It is a CommonMark reader with Discord's additions.

    Known to differ from Discord, so that the tests keep clear of it:
    - white space at the edges of a line is dropped, four spaces or a tab before a line make it code, and lines of white
      space alone only part paragraphs: texts here have single spaces within lines, and no empty lines;
    - a line is small print if it starts with `-# ` after its backslashes are resolved: no line starts so;
    - `**` beside punctuation within a word marks nothing: bold runs here are whole words of letters;
    - there are tables, which need a line of dashes and colons below a line with a bar: no line is one.
    """

    CONTEXT: Mapping[str, Any] = {
        "everyone": True,
        "users": {"80351110224678912": "user"},
        "roles": {"165511591545143296": "role"},
        "channels": {"103735883630395392": "channel"},
        "commands": {"816437322781949972": "airhorn"},
        "emojis": {
            "216154654256398347": {"name": "mmLol", "animated": False},
            "392938283556143104": {"name": "b1nzy", "animated": True},
        },
    }

    def __init__(self, markdown: str) -> None:
        self.kinds: set[str] = set()
        seen = "".join(self._seen(markdown_tokens(markdown, "message", context=self.CONTEXT)))
        self.lines = one_spaced(seen.replace("\u2068", "").replace("\u2069", ""))

    def _seen(self, tokens: Iterable[Mapping[str, Any]]) -> Iterator[str]:
        for token in tokens:
            self.kinds.add(token["type"])
            yield "\n" if token["type"] == "break" else token.get("content", "")
            yield from self._seen(token.get("children", ()))
            yield "\n" if token["type"] == "paragraph" else ""


def one_spaced(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def clear_of_differences(text: str) -> bool:
    return not any(line.startswith("-# ") or not line.strip("|:- ") for line in text.split("\n"))


PLAIN = {"paragraph", "inline", "text", "break"}
readable = texts.map(visible).map(one_spaced).filter(clear_of_differences)


class TestAnotherReader:
    @given(readable)
    def test_sees_the_same_words_and_nothing_but_text(self, text: str) -> None:
        reader = Reader(escaped(text))
        assert reader.lines == text
        assert reader.kinds <= PLAIN

    @given(readable)
    def test_sees_them_in_a_quote(self, text: str) -> None:
        reader = Reader(quoted(escaped(text)))
        assert reader.lines == text
        assert reader.kinds <= PLAIN | {"blockquote"}

    @pytest.mark.parametrize("text", KNOWN_TO_THE_PREVIEW)
    def test_would_act_without_the_backslashes(self, text: str) -> None:
        reader = Reader(text)
        assert not reader.kinds <= PLAIN or reader.lines != one_spaced(text)

    @given(st.lists(st.builds(Run, st.text("abcé", min_size=1), st.booleans()), min_size=1))
    def test_sees_bold_words(self, words: list[Run]) -> None:
        runs = [part for word in words for part in (word, Run(" "))]
        reader = Reader(to_markdown(runs))
        assert reader.lines == one_spaced(words_of(runs))
        assert ("strong_open" in reader.kinds) is any(run.bold for run in runs)

    @pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
    def test_sees_every_sentence_of_every_article(self, file: Path) -> None:
        for sentence in map(one_spaced, sentences(file)):
            reader = Reader(escaped(sentence))
            assert reader.lines == sentence
            assert reader.kinds <= PLAIN
