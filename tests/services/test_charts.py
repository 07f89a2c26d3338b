"""Charts: which figures count the same thing, how each is drawn, and the words beside the picture."""

from __future__ import annotations

import hashlib
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, Block, BlockKind, Detail
from bot.core.facts import Bound, Figure, Force, Link
from bot.core.span import Span
from bot.services.answers import Answer, Hit, Passage, figures
from bot.services.cards import Card, Cited, Own
from bot.services.charts import Chart, Shape, comparable, describe, drawn_as
from bot.services.charts.describe import LONGEST_ALT
from bot.services.charts.labels import words_of
from bot.services.compare import interval
from bot.services.library import load_library

SEEDS = Path(__file__).parents[2] / "seeds"
STORM = "Storm Agatha tore roofs off in Marrow Bay and flooded the harbour."


def article(
    name: str,
    *sentences: str,
    lead: str = STORM,
    published: str | None = "2024-03-13",
    outlet: str | None = None,
) -> Article:
    lines = (lead, *sentences)
    text = "\n".join(lines)
    ends = itertools.accumulate(len(line) + 1 for line in lines)
    spans = [Span(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    return Article(
        id=name,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        blocks=tuple(Block(span, BlockKind.PROSE, number) for number, span in enumerate(spans, 1)),
        sentences=tuple(spans),
        published=Detail(published) if published else None,
        outlet=Detail(outlet) if outlet else None,
    )


def spot(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def counted(
    page: Article,
    words: str,
    low: float,
    unit: str | None = "people",
    event: str | None = "hurt",
    *,
    by: str | None = None,
    **fields: object,
) -> Hit:
    """A figure at the first `words`; its unit and event stand after them in the same article."""
    number = spot(page.text, words)

    def after(part: str | None) -> Span | None:
        return spot(page.text, part, number.start) if part else None

    spans = {name: spot(page.text, part) if type(part) is str else part for name, part in fields.items()}
    chain = (Link(spot(page.text, by), None, None, Force.SAID),) if by else ()
    figure = Figure(
        number,
        low,
        **{"high": low, "unit": after(unit), "event": after(event), "chain": chain} | spans,  # type: ignore[arg-type]  # spans by the name of their field
    )
    return Hit(Passage(page, page.sentence_at(number.start) or number), 1.0, (), figure)


def one(name: str, sentence: str, low: int, unit: str | None = "people", event: str | None = "hurt") -> Hit:
    """A figure in digits, in an article of its own."""
    return counted(article(name, sentence), f"{low:,}", low, unit, event)


def drawn(chart: Chart | None) -> list[str]:
    assert chart is not None
    return [bar.words.of(bar.article.text) for bar in chart.bars]


SIX = counted(article("a", "Six people were hurt."), "Six", 6)
SEVEN = one("b", "Some 7 people were injured.", 7, event="injured")
FIVE = one("c", "Police say 5 people were wounded.", 5, event="wounded")


class TestWhatCountsTheSame:
    def test_it_is_the_same_thing_to_which_the_same_happened(self) -> None:
        assert drawn(comparable([SIX, SEVEN])) == ["Six people were hurt", "7 people were injured"]

    def test_injured_officers_and_wounded_people_are_two_things(self) -> None:
        officers = one("a", "Some 353 police officers were injured.", 353, "police officers", "injured")
        people = one("b", "There were 1,000 people wounded.", 1000, event="wounded")
        assert comparable([officers, people]) is None

    def test_what_happened_to_them_must_be_the_same(self) -> None:
        arrested = one("b", "In all 7 people were arrested.", 7, event="arrested")
        assert comparable([SIX, arrested]) is None

    def test_a_thing_may_be_told_by_its_unit_alone(self) -> None:
        first = one("a", "It took 40 firefighters.", 40, "firefighters", None)
        second = one("b", "There were 44 firefighters in all.", 44, "firefighters", None)
        assert drawn(comparable([first, second])) == ["40 firefighters", "44 firefighters"]

    def test_people_to_whom_nothing_is_said_to_have_happened_are_nothing_to_compare(self) -> None:
        fled = one("a", "Police moved 353 people.", 353, event=None)
        work = one("b", "The yard has 85 people.", 85, event=None)
        assert comparable([fled, work]) is None

    @pytest.mark.parametrize(
        ("sentence", "fields"),
        [
            ("If so, 9 people would be hurt.", {"hypothetical": True}),
            ("Nearly 9 people hurt.", {"comparison": True}),
            ("It is not so that 9 people were hurt.", {"negated": "not"}),
            ("Of 20, 9 people were hurt.", {"subset_of": "20"}),
            ("In Almaty 9 people were hurt.", {"place": "Almaty"}),
            ("In 1931, 9 people were hurt.", {"when": "1931"}),
            ("Another 9 people were hurt.", {}),
            ("A further 9 people were hurt.", {}),
            ("Then 9 more people were hurt.", {}),
        ],
    )
    def test_what_is_no_statement_of_the_same_count_is_left_out(
        self, sentence: str, fields: dict[str, object]
    ) -> None:
        other = counted(article("d", sentence), "9", 9, **fields)  # type: ignore[arg-type]  # names of fields
        assert drawn(comparable([SIX, SEVEN, other])) == drawn(comparable([SIX, SEVEN]))
        assert comparable([SIX, other]) is None

    @pytest.mark.parametrize(
        "sentence", ["Ada owns 9 stalls.", "At 3 of the 9 stalls it burnt.", "Her 9 stalls burnt."]
    )
    def test_what_is_only_taken_for_granted_or_owned_is_no_count_of_the_same(self, sentence: str) -> None:
        stalls = one("a", "Then 8 stalls were in flames.", 8, "stalls", None)
        assert comparable([stalls, one("b", "Some 9 stalls stood there.", 9, "stalls", None)]) is not None
        assert comparable([stalls, one("b", sentence, 9, "stalls", None)]) is None

    @pytest.mark.parametrize("unit", ["percent", "hours", "dollars", "square miles", "US$", "KZT"])
    def test_a_unit_of_measure_does_not_say_what_was_measured(self, unit: str) -> None:
        hits = [one(name, f"They lost 9 {unit}.", 9, unit, None) for name in "ab"]
        assert comparable(hits) is None

    def test_a_figure_without_a_unit_counts_nothing_known(self) -> None:
        assert comparable([one("a", "9 hurt.", 9, None), one("b", "8 hurt.", 8, None)]) is None

    def test_the_same_place_is_no_hindrance(self) -> None:
        there = [
            counted(article(name, f"In Almaty {count} people were hurt."), str(count), count, place="Almaty")
            for name, count in (("a", 4), ("b", 5))
        ]
        assert len(drawn(comparable(there))) == 2

    def test_a_day_of_the_news_itself_meets_a_figure_without_a_day(self) -> None:
        tuesday = counted(article("d", "On Tuesday 9 people were hurt."), "9", 9, when="Tuesday")
        assert drawn(comparable([SIX, tuesday])) == ["Six people were hurt", "9 people were hurt"]

    def test_two_days_are_two_counts(self) -> None:
        days = [
            counted(article(name, f"On {day} {count} people were hurt."), str(count), count, when=day)
            for name, day, count in (("a", "Monday", 4), ("b", "Tuesday", 5))
        ]
        assert comparable(days) is None

    def test_where_no_day_is_known_the_same_words_are_the_same_time(self) -> None:
        def told(day: str) -> list[Hit]:
            return [
                counted(article(name, f"On {when} {count} people were hurt.", published=None), str(count), count, when=when)
                for name, when, count in (("a", "Monday", 4), ("b", day, 5))
            ]  # fmt: skip

        assert len(drawn(comparable(told("Monday")))) == 2
        assert comparable(told("Tuesday")) is None

    def test_two_matters_are_two_counts(self) -> None:
        fire = article(
            "b", "Some 7 people were hurt.", lead="Fire gutted a theatre in Port Hennock before dawn."
        )
        assert comparable([SIX, counted(fire, "7", 7)]) is None

    def test_within_one_article_no_more_is_asked_of_the_matter(self) -> None:
        page = article(
            "a", "Six people were hurt, police said, but doctors said 7 people were injured.", lead="So."
        )
        hits = [
            counted(page, "Six", 6, by="police"),
            counted(page, "7", 7, event="injured", by="doctors"),
        ]
        assert len(drawn(comparable(hits))) == 2

    def test_a_reporter_at_odds_with_himself_counted_two_things(self) -> None:
        page = article("d", "Police said 9 people were hurt here and 4 people were hurt there.")
        twice = [counted(page, "9", 9, by="Police"), counted(page, "4", 4, by="Police")]
        assert comparable(twice) is None
        assert drawn(comparable([SIX, SEVEN, *twice])) == drawn(comparable([SIX, SEVEN]))

    def test_what_a_reporter_repeats_is_drawn_once(self) -> None:
        page = article("d", "Police said 9 people were hurt. Again 9 people were hurt.")
        again = counted(page, "9 people were hurt.", 9, by="Police")
        chart = comparable([counted(page, "9", 9, by="Police"), again, SIX])
        assert drawn(chart) == ["Six people were hurt", "9 people were hurt"]
        assert chart is not None
        assert chart.apart == 0

    def test_the_largest_group_is_drawn_and_the_rest_is_counted(self) -> None:
        deaths = [one(name, f"It meant {count} deaths.", count, "deaths", None) for name, count in (("a", 3), ("b", 4))]  # fmt: skip
        chart = comparable([*deaths, SIX, SEVEN, FIVE])
        assert drawn(chart) == ["Six people were hurt", "7 people were injured", "5 people were wounded"]
        assert chart is not None
        assert (chart.more, chart.apart) == (0, 2)

    def test_of_two_groups_of_one_size_the_one_with_the_best_hit_is_drawn(self) -> None:
        deaths = [one(name, f"It meant {count} deaths.", count, "deaths", None) for name, count in (("a", 3), ("b", 4))]  # fmt: skip
        assert drawn(comparable([*deaths, SIX, SEVEN])) == ["3 deaths", "4 deaths"]
        assert drawn(comparable([SIX, *deaths, SEVEN])) == drawn(comparable([SIX, SEVEN]))

    def test_twelve_bars_are_drawn_and_the_others_counted(self) -> None:
        hits = [one(f"p{count:02}", f"Then {count} people were hurt.", count) for count in range(20, 35)]
        chart = comparable(hits)
        assert drawn(chart) == [f"{count} people were hurt" for count in range(20, 32)]
        assert chart is not None
        assert (chart.more, chart.apart) == (3, 0)

    def test_a_chart_cut_short_still_says_how_many_there_are(self) -> None:
        chart = comparable([SIX, SEVEN, FIVE])
        assert chart is not None
        assert (len(chart.first(2).bars), chart.first(2).more) == (2, 1)

    @given(st.permutations([SIX, SEVEN, FIVE]))
    def test_bars_stand_by_article_and_offset_whatever_the_order_of_hits(self, hits: list[Hit]) -> None:
        assert comparable(hits) == comparable([SIX, SEVEN, FIVE])

    def test_passages_without_a_figure_are_nothing_to_draw(self) -> None:
        assert comparable([Hit(SIX.passage, 1.0), Hit(SEVEN.passage, 1.0)]) is None
        assert comparable([]) is None


class TestWhoReports:
    def test_it_is_the_first_step_that_the_article_names_and_its_words_are_cited(self) -> None:
        page = article(
            "d", "Police said 9 people were hurt, the Daily Wave wrote.", outlet="The Harbour Post"
        )
        hit = counted(page, "9", 9)
        assert isinstance(hit.fact, Figure)
        wave = Link(spot(page.text, "the Daily Wave"), None, None, Force.WROTE)
        police = Link(spot(page.text, "Police"), None, None, Force.SAID)
        for chain, label in (
            ((police, wave), "Police"),
            ((Link(None, None, None, Force.SAID), wave), "the Daily Wave"),
        ):
            told = counted(page, "9", 9, chain=chain)
            chart = comparable([SIX, told])
            assert chart is not None
            assert isinstance(chart.bars[1].label, Cited)
            assert words_of(chart.bars[1].label) == label

    def test_a_pronoun_names_nobody(self) -> None:
        page = article("d", "She said 9 people were hurt.", outlet="The Harbour Post")
        chart = comparable([SIX, counted(page, "9", 9, by="She")])
        assert chart is not None
        assert words_of(chart.bars[1].label) == "The Harbour Post"

    def test_without_a_reporter_it_is_the_outlet_and_without_one_the_articles_id(self) -> None:
        page = article("d", "There were 9 people hurt.", outlet="The Harbour Post")
        chart = comparable([SIX, counted(page, "9", 9)])
        assert chart is not None
        assert [bar.label for bar in chart.bars] == [Own("a"), Own("The Harbour Post")]


def read(low: float, bound: Bound = Bound.EXACT, high: float | None = None, *, vague: bool = False) -> Figure:
    return Figure(Span(0, 1), low, low if high is None else high, vague=vague, bound=bound)


class TestHowItIsDrawn:
    @pytest.mark.parametrize(
        ("figure", "drawn"),
        [
            (read(353), (353, 353, Shape.POINT)),
            (read(400, high=450), (400, 450, Shape.RANGE)),
            (read(40, Bound.AT_LEAST), (40, None, Shape.AT_LEAST)),
            (read(1000, Bound.MORE_THAN), (1000, None, Shape.MORE_THAN)),
            (read(40, Bound.AT_LEAST, 50), (40, None, Shape.AT_LEAST)),
            (read(40, Bound.AT_MOST), (None, 40, Shape.AT_MOST)),
            (read(40, Bound.AT_MOST, 50), (None, 50, Shape.AT_MOST)),
            (read(40, Bound.LESS_THAN), (None, 40, Shape.LESS_THAN)),
            (read(40, Bound.ABOUT), (36, 44, Shape.ABOUT)),
            (read(25, Bound.ABOUT), (22, 28, Shape.ABOUT)),
            (read(3, Bound.ABOUT, 5), (2, 6, Shape.ABOUT)),
            (read(400, Bound.NEARLY), (360, 400, Shape.NEARLY)),
            (read(10, vague=True), (10, 99, Shape.VAGUE)),
            (read(12, vague=True), (12, 99, Shape.VAGUE)),
            (read(20, vague=True), (20, 99, Shape.VAGUE)),
            (read(100, vague=True), (100, 999, Shape.VAGUE)),
            (read(1000, vague=True), (1000, 9999, Shape.VAGUE)),
            (read(10_000, vague=True), (10_000, 99_999, Shape.VAGUE)),
            (read(100_000, vague=True), (100_000, 999_999, Shape.VAGUE)),
            (read(12_000_000, vague=True), (12_000_000, 99_999_999, Shape.VAGUE)),
            (read(12, Bound.AT_LEAST, vague=True), (12, None, Shape.AT_LEAST)),
            (read(100, Bound.ABOUT, vague=True), (100, 999, Shape.VAGUE)),
            (read(0.5, Bound.NEARLY), (0.45, 0.5, Shape.NEARLY)),
        ],
    )
    def test_a_bound_is_an_interval_with_a_shape(
        self, figure: Figure, drawn: tuple[float | None, float | None, Shape]
    ) -> None:
        assert interval(figure) == drawn

    @given(
        low=st.floats(0, 1e20), more=st.floats(0, 1e20), bound=st.sampled_from(Bound), vague=st.booleans()
    )  # fmt: skip
    def test_an_interval_holds_what_the_article_says_and_is_open_on_one_side_at_most(
        self, low: float, more: float, bound: Bound, *, vague: bool
    ) -> None:
        found = interval(Figure(Span(0, 1), low, low + more, vague=vague, bound=bound))
        assert found.low is None or found.low <= low
        assert found.high is None or found.high >= low + more
        assert found.low is not None or found.high is not None


def lines(card: Card) -> list[str]:
    return ["".join(words_of(piece) for piece in block.pieces) for block in card.blocks]


class TestTheWordsBeside:
    LEAST = counted(
        article("d", "At least 1,200 people were hurt on Tuesday, police said.", outlet="The Harbour Post"),
        "1,200", 1200, by="police", qualifier="At least", bound=Bound.AT_LEAST, when="Tuesday",
    )  # fmt: skip

    def chart(self) -> Chart:
        chart = comparable([SIX, self.LEAST])
        assert chart is not None
        return chart

    def test_each_bar_has_a_line_with_its_words_who_and_how_it_is_drawn(self) -> None:
        assert lines(describe(self.chart()).card) == [
            "people (hurt), by source",
            "Six people were hurt ← the article, 2024-03-13 · drawn as a dot at 6",
            "At least 1,200 people were hurt ← police ← The Harbour Post, 2024-03-13 · when: Tuesday · drawn as "
            + drawn_as(self.chart().bars[1]),
        ]

    def test_the_articles_words_are_cited_and_never_the_bots(self) -> None:
        own = [
            piece.text
            for block in describe(self.chart()).card.blocks
            for piece in block.pieces
            if isinstance(piece, Own)
        ]
        assert not any(word in text for text in own for word in ("people", "hurt", "police", "1,200 people"))

    def test_what_is_not_drawn_and_what_the_bot_read_is_said(self) -> None:
        about = counted(
            article("e", "About 9 people were hurt."), "9", 9, bound=Bound.ABOUT, qualifier="About"
        )
        death = one("f", "It meant 3 deaths.", 3, "deaths", None)
        chart = comparable([SIX, SEVEN, about, death])
        assert chart is not None
        assert lines(describe(chart.first(1)).card)[2:] == [
            "And 2 more that count the same, not drawn.",
            "Not drawn, because they may not count the same: 1.",
        ]
        assert (
            "Where “about”, “nearly” and vague words end is the bot's reading, not the article's."
            in lines(describe(chart).card)
        )

    @pytest.mark.parametrize(
        ("figure", "words"),
        [
            (read(6), "a dot at 6"),
            (read(400, high=450), "a bar from 400 to 450"),
            (read(1000, Bound.MORE_THAN), "a ring at 1,000 and an arrow to the right"),
            (read(40, Bound.AT_MOST), "a dot at 40 and an arrow to the left"),
            (read(40, Bound.LESS_THAN), "a ring at 40 and an arrow to the left"),
            (read(40, Bound.ABOUT), "a band from 36 to 44 that fades to both ends"),
            (read(400, Bound.NEARLY), "a band that fades from 400 down to 360"),
            (read(12, vague=True), "a hatched bar from 12 to 99"),
            (read(0.25), "a dot at 0.25"),
        ],
    )
    def test_every_shape_has_its_words(self, figure: Figure, words: str) -> None:
        bar = self.chart().bars[0]
        low, high, shape = interval(figure)
        assert drawn_as(type(bar)(bar.hit, figure, bar.label, bar.page, low, high, shape, bar.words)) == words

    def test_the_alt_text_says_the_same_in_plain_words(self) -> None:
        assert describe(self.chart()).alt == (
            "A chart of figures, by source: people (hurt). Six people were hurt, a: a dot at 6. At least 1,200 people"
            " were hurt, police: a dot at 1,200 and an arrow to the right."
        )

    @given(st.integers(1, 3000), st.integers(1, 3000))
    def test_the_alt_text_has_whole_lines_only_and_never_too_many(self, thing: int, outlet: int) -> None:
        unit = "x" * thing + "s"
        hits = [
            counted(
                article(name, f"There were {count} {unit}.", outlet="o" * outlet),
                str(count),
                count,
                unit,
                None,
            )
            for name, count in (("a", 3), ("b", 4))
        ]
        chart = comparable(hits)
        assert chart is not None
        alt = describe(chart).alt
        assert len(alt) <= LONGEST_ALT
        assert alt.count("a dot at") + (2 if "And 2 more." in alt else "And 1 more." in alt) == 2


class TestTheShippedArticles:
    STORE = load_library(str(SEEDS), 10_000_000).current

    def chart(self, query: str) -> Chart | None:
        reply = figures(self.STORE, query)
        assert isinstance(reply, Answer)
        return comparable(reply.hits)

    def test_the_two_counts_of_firefighters_are_drawn_side_by_side(self) -> None:
        chart = self.chart("firefighters")
        assert drawn(chart) == ["About 40 firefighters", "At least 45 firefighters"]
        assert chart is not None
        assert [(bar.low, bar.high) for bar in chart.bars] == [(36, 44), (45, None)]

    @pytest.mark.parametrize("query", ["killed", "arrested", "police", "wounded"])
    def test_counts_of_different_things_are_not(self, query: str) -> None:
        assert self.chart(query) is None

    def test_those_who_were_hurt_are_told_from_those_who_fled_or_work_there(self) -> None:
        assert drawn(self.chart("people")) == ["Six people were hurt", "Seven people were injured"]
