"""The picture of a chart: a PNG of the promised size, whatever the articles hold, drawn while others are served."""

from __future__ import annotations

import asyncio
import struct
import subprocess
import sys
import zlib
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, Detail
from bot.core.facts import Bound, Figure, Force, Link
from bot.core.span import Span
from bot.discordapp.chart import HEIGHT, ROW, WIDTH, Drawer, can_draw
from bot.discordapp.chart.lettering import CUT, NO_GLYPH, lines, printable
from bot.discordapp.chart.scale import Scale, scale_of, written
from bot.services.answers import Hit, Passage
from bot.services.charts import Bar, Chart, Shape
from bot.services.charts.labels import page, reporter
from bot.services.compare import interval

HOSTILE = [
    "$x^2$ and $\\frac{1}{0}$",
    "$\\nonsense$",  # as a formula it would be a fault
    "$unclosed",
    "x" * 10_000,
    "word " * 2_000,
    "وزارة الداخلية في كازاخستان",
    "שר הפנים אמר 12",
    "😀 👨‍👩‍👧🏽 🇰🇿 漢字",
    "a" + "\u0301" * 500,
    "\u202eturned\u2066 round\x00\x1b[31m\ud800",
    "line\nbreak\ttab\u2028",
    "﷽" * 40,
]


def bar(words: str, who: str, low: float = 12, bound: Bound = Bound.EXACT, *, vague: bool = False) -> Bar:
    """A bar whose article is its own words and who reports them."""
    text = words + who
    article = Article("x", text, "0" * 64, (), (), outlet=Detail(who), published=Detail("2024-03-02"))
    told = Link(Span(len(words), len(text)), None, None, Force.SAID)
    whole = Span(0, len(words))
    figure = Figure(whole, low, low, vague=vague, bound=bound, unit=whole, chain=(told,))
    hit = Hit(Passage(article, whole), 1.0, (), figure)
    return Bar(hit, figure, reporter(article, figure), page(article), *interval(figure), whole)


TWO = Chart((bar("353 officers", "police"), bar("about 400 officers", "the union", 400, Bound.ABOUT)))
EVERY_SHAPE = Chart(
    (
        bar("353", "a", 353),
        replace(bar("300 to 350", "b"), low=300, high=350, shape=Shape.RANGE),
        *(bar(bound.value, "c", 400, bound) for bound in Bound),
        bar("hundreds", "d", 100, vague=True),
        bar("none", "e", 0),
    )
)


@pytest.fixture
async def drawer() -> AsyncIterator[Drawer]:
    made = Drawer()
    yield made
    made.close()


def chunks(png: bytes) -> dict[bytes, bytes]:
    """The parts of a PNG by their type; fails where one is damaged."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length) == (zlib.crc32(kind + body),)
        found[kind] = body
        at += 12 + length
    return found


def size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", chunks(png)[b"IHDR"])
    return width, height


class TestThePicture:
    @pytest.mark.parametrize("chart", [TWO, EVERY_SHAPE])
    async def test_it_is_a_png_that_grows_with_its_bars(self, drawer: Drawer, chart: Chart) -> None:
        assert size(await drawer.draw(chart)) == (WIDTH, HEIGHT + ROW * len(chart.bars))

    @pytest.mark.parametrize("words", HOSTILE)
    async def test_any_words_keep_to_their_room_and_raise_no_warning(
        self, drawer: Drawer, words: str
    ) -> None:
        chart = Chart((bar(words, "police"), bar("12 officers", words)))
        assert size(await drawer.draw(chart)) == (WIDTH, HEIGHT + 2 * ROW)

    async def test_the_same_chart_gives_the_same_bytes(self, drawer: Drawer) -> None:
        again = Drawer()
        first, second = await drawer.draw(EVERY_SHAPE), await again.draw(EVERY_SHAPE)
        again.close()
        assert first == second

    async def test_no_program_and_no_date_is_written_into_it(self, drawer: Drawer) -> None:
        assert set(chunks(await drawer.draw(TWO))) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}

    async def test_every_shape_looks_different(self, drawer: Drawer) -> None:
        shown = bar("400", "a", 400)
        ends = {
            shape: {"low": None} if shape in {Shape.AT_MOST, Shape.LESS_THAN}
            else {"high": None} if shape in {Shape.AT_LEAST, Shape.MORE_THAN}
            else {"low": 300.0}
            for shape in Shape
        }  # fmt: skip
        pictures = [
            await drawer.draw(Chart((replace(shown, shape=shape, **ends[shape]),))) for shape in Shape
        ]
        assert len(set(pictures)) == len(Shape)


class TestOffTheLoop:
    async def test_others_are_served_while_it_is_drawn(self, drawer: Drawer) -> None:
        drawing = asyncio.ensure_future(drawer.draw(EVERY_SHAPE))
        turns = 0
        while not drawing.done():
            await asyncio.sleep(0)
            turns += 1
        assert size(drawing.result())[0] == WIDTH
        assert turns > 10

    async def test_many_at_once_come_out_as_one_after_the_other(self, drawer: Drawer) -> None:
        alone = [await drawer.draw(TWO), await drawer.draw(EVERY_SHAPE)]
        assert await asyncio.gather(*map(drawer.draw, [TWO, EVERY_SHAPE] * 3)) == alone * 3

    async def test_who_no_longer_waits_does_not_disturb_the_next(self, drawer: Drawer) -> None:
        given_up = asyncio.ensure_future(drawer.draw(EVERY_SHAPE))
        await asyncio.sleep(0)
        given_up.cancel()
        assert size(await drawer.draw(TWO)) == (WIDTH, HEIGHT + 2 * ROW)

    async def test_a_closed_drawer_draws_nothing(self, drawer: Drawer) -> None:
        drawer.close()
        with pytest.raises(RuntimeError):
            await drawer.draw(TWO)


class TestTheOptionalLibrary:
    def test_it_is_only_loaded_to_draw(self) -> None:
        program = "import sys, bot.discordapp.chart as c; c.can_draw(); c.Drawer(); sys.exit('matplotlib' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

    def test_without_it_nothing_can_be_drawn(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert can_draw()
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "matplotlib" else name)
        assert not can_draw()


def everything(char: str) -> bool:
    return bool(char)


def ascii_only(char: str) -> bool:
    return char.isascii()


class TestLettering:
    @pytest.mark.parametrize(
        ("words", "has_glyph", "shown"),
        [
            ("  two\n\twords ", everything, "two words"),
            ("漢字", ascii_only, NO_GLYPH * 2),
            ("a\u202eb\u200dc\x00d\ud800e", everything, "abcde"),
            ("q" + "\u0323" * 9, everything, "q\u0323\u0323"),
            ("q\u0323", ascii_only, "q"),
            ("e\u0301", everything, "é"),
        ],
    )
    def test_only_what_has_looks_is_shown(
        self, words: str, has_glyph: Callable[[str], bool], shown: str
    ) -> None:
        assert printable(words, has_glyph) == shown

    def test_what_nobody_could_read_is_cut_and_shown_to_be(self) -> None:
        assert printable("x" * 10_000, everything) == "x" * 200 + CUT

    def test_lines_part_between_words_and_the_last_one_shows_what_is_left_out(self) -> None:
        assert lines("one two three four", 9, 3, len) == ["one two", "three", "four"]
        assert lines("one two three four", 9, 2, len) == ["one two", f"three{CUT}"]
        assert lines("abcdefgh", 3, 9, len) == ["abc", "def", "gh"]
        assert lines("", 3, 2, len) == []

    @given(st.text(max_size=300), st.integers(8, 60), st.integers(1, 3))
    def test_no_line_leaves_its_room(self, words: str, room: int, most: int) -> None:
        found = lines(printable(words, everything), room, most, len)
        assert len(found) <= most
        assert all(len(line) <= room for line in found)
        if not any(CUT in line for line in found):
            assert "".join(found).replace(" ", "") == printable(words, everything).replace(" ", "")


class TestTheScale:
    def test_it_begins_at_zero_so_that_little_does_not_look_like_much(self) -> None:
        scale = scale_of([bar("353", "a", 353), bar("357", "b", 357)], 100, 500)
        assert scale.at(0) == 100
        assert scale.at(357) - scale.at(353) < 5

    def test_below_zero_it_begins_lower(self) -> None:
        scale = scale_of([bar("-5", "a", -5), bar("5", "b", 5)], 0, 100)
        assert scale.at(0) == pytest.approx(50)

    def test_nothing_but_zeros_has_a_scale_too(self) -> None:
        assert scale_of([bar("0", "a", 0)], 0, 100).at(0) == 0

    @given(st.floats(0, 1e20, allow_subnormal=False), st.floats(0, 1e20, allow_subnormal=False))
    def test_all_values_and_a_few_round_ticks_lie_within_it(self, first: float, second: float) -> None:
        scale = scale_of([bar("x", "a", first), bar("y", "b", second)], 100, 500)
        ticks = scale.ticks()
        assert 0 in ticks
        assert 2 <= len(ticks) <= 6
        assert all(100 <= scale.at(value) <= 500 + 1e-6 for value in (first, second, *ticks))

    def test_ticks_are_round(self) -> None:
        assert Scale(0, 53, 0, 1).ticks() == (0, 20, 40)

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (0, "0"),
            (1500, "1,500"),
            (0.5, "0.5"),
            (2_500_000, "2.5 million"),
            (3e9, "3 billion"),
            (1e12, "1 trillion"),
        ],
    )
    def test_large_values_are_written_short(self, value: float, text: str) -> None:
        assert written(value) == text
