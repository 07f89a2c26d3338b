"""Amounts with their bound, thing counted, event, place, time and reporter."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article, Block, BlockKind, Post
from bot.core.facts import Bound, Figure, Force, Link, Quote, QuoteKind, Report
from bot.core.figures import find_figures
from bot.core.names import Mention, NameKind
from bot.core.span import Span


def article(text: str, *posts: Post) -> Article:
    whole = Span(0, len(text))
    sentences = (whole,) if text else ()
    return Article("a", text, "", (Block(whole, BlockKind.PROSE, 1),), sentences, posts)


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(article(text))


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None


def at(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Some 300 police officers came.", "300", "police officers"),
        ("The three remaining lake steamers were sold.", "three", "lake steamers"),
        ("They hit 34 home runs.", "34", "home runs"),
        ("It hired 2,000 more nurses in May.", "2,000", "nurses"),
        ("The boat had 330 crew on board.", "330", "crew"),
        ("One travel expert warned them.", "One", "travel expert"),
        ("It saw dozens of small boats leave.", "dozens", "boats"),
        ("Three of the bridges fell.", "Three", "bridges"),
        ("They asked 1709 schoolchildren about it.", "1709", "schoolchildren"),
        ("It left 7 US soldiers dead.", "7", "US soldiers"),
        ("It took one or more pages.", "one", "pages"),
        ("It grew in two very important towns.", "two", "towns"),
        ("They paid 50 creative or performing artists.", "50", "artists"),
        ("She came on one sunny morning in spring.", "one", "morning"),
        ("Of this, 34 year-old trees died.", "34", "year"),
    ],
)
def test_the_thing_counted_is_the_noun_phrase_after_the_number(text: str, number: str, unit: str) -> None:
    (figure,) = figures(text)

    assert figure.span.of(text) == number
    assert (words(text, figure.unit) or "").endswith(unit)


@pytest.mark.parametrize(
    ("text", "unit", "short"),
    [
        ("Shares lost 3.5 per cent.", "per cent", "%"),
        ("It cost $3bn.", "$", "$"),
        ("It cost NZ$26 million.", "NZ$", "NZ$"),
        ("It cost 500 euros.", "euros", "€"),
        ("They were fixed in 48hrs.", "hrs", "hours"),
        ("It was 20C at noon.", "C", "°C"),
        ("A 46-year-old was hurt.", "year", "years"),
        ("The 131-page document was lost.", "page", "page"),
        ("A park of 240,000 square metres.", "square metres", "square metres"),
        ("Rates rose by 2 percentage points.", "percentage points", "percentage points"),
        ("A magnitude 6.1 quake struck.", "magnitude", "magnitude"),
        ("The girl, aged 11, was found.", "aged", "years old"),
        ("The death toll rose to 31.", "death toll", "toll"),
    ],
)
def test_units_of_measure_keep_their_words_and_get_their_short_form(text: str, unit: str, short: str) -> None:
    (figure,) = figures(text)

    assert (words(text, figure.unit), figure.unit_name) == (unit, short)


@pytest.mark.parametrize(
    ("text", "bound", "qualifier"),
    [
        ("They saw 50 boats.", Bound.EXACT, None),
        ("They saw about 50 boats.", Bound.ABOUT, "about"),
        ("It cost an estimated $15,000.", Bound.ABOUT, "an estimated"),
        ("They saw some 50 boats.", Bound.ABOUT, "some"),
        ("They saw maybe fifty boats.", Bound.ABOUT, "maybe"),
        ("They saw perhaps 50 boats.", Bound.ABOUT, "perhaps"),
        ("They saw 50 boats or so.", Bound.ABOUT, "or so"),
        ("They saw nearly 50 boats.", Bound.NEARLY, "nearly"),
        ("They saw more than 50 boats.", Bound.MORE_THAN, "more than"),
        ("They saw over 50 boats.", Bound.MORE_THAN, "over"),
        ("They saw at least 50 boats.", Bound.AT_LEAST, "at least"),
        ("They saw 50 or more boats.", Bound.AT_LEAST, "or more"),
        ("They saw fewer than 50 boats.", Bound.LESS_THAN, "fewer than"),
        ("They saw up to 50 boats.", Bound.AT_MOST, "up to"),
        ("They saw as many as 50 boats.", Bound.AT_MOST, "as many as"),
        ("The fair ran over two days.", Bound.EXACT, None),
        ("The trip took over two hours.", Bound.MORE_THAN, "over"),
    ],
)
def test_a_bound_is_said_by_the_words_beside_the_number(
    text: str, bound: Bound, qualifier: str | None
) -> None:
    (figure,) = figures(text)

    assert (figure.bound, words(text, figure.qualifier)) == (bound, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019.",
        "They met on 6 January 2022.",
        "They met on January 6.",
        "The 2014 protests were large.",
        "It happened in the 1990s.",
        "Section 427 was repealed.",
        "Flight 370 was late.",
        "Her Apple Watch 5 broke.",
        "The winner ranked No. 10 before.",
        "On day five it rained.",
        "The 2018 day five was wet.",
        "Count 3 of the charge was dropped.",
        "In the end all three deny it.",
        "It meets ISO 22000 now.",
        "They quoted reference 4471 to us.",
        "It was lower at 0915 GMT.",
        "Posts 542 and 543 were empty.",
        "He lives at 10 Downing Street.",
        "No one came, and one must ask why.",
        "One of the doors was open.",
        "He is one of the available men.",
        "The second half of the year was dry.",
        "One day it will end.",
        "This is crisis 2.0 and nothing else.",
        "It was a one-off in a two-way street.",
        "She wrote @anna77 at 11:30.",
        "The second half ended 0 – 0.",
    ],
)
def test_dates_names_and_pronouns_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_count_without_its_noun_counts_what_was_counted_before() -> None:
    text = "They said 353 fire officers had been injured and 12 killed."

    first, second = figures(text)

    assert words(text, first.event) == "injured"
    assert second.unit == first.unit == at(text, "fire officers")
    assert words(text, second.event) == "killed"


def test_people_hurt_are_not_counted_as_the_cars_before_them() -> None:
    text = "In all 2 lorries burned and 5 were hurt."

    _, hurt = figures(text)

    assert hurt.unit is None
    assert words(text, hurt.event) == "hurt"


def test_a_noun_said_once_is_lent_to_the_number_before() -> None:
    text = "Four Kenyan and two Ugandan runners finished."

    first, second = figures(text)

    assert (first.unit_name, second.unit_name) == ("runners", "Ugandan runners")


def test_a_bare_number_set_against_another_counts_the_same() -> None:
    text = "She won by 1,204 votes to 987."

    won, lost = figures(text)

    assert (won.unit, lost.unit) == (at(text, "votes"), at(text, "votes"))


def test_a_denied_more_than_is_at_most() -> None:
    (figure,) = figures("He never earned more than £9,000 there.")

    assert figure.bound is Bound.AT_MOST


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("They lost 12 goats, one of which was found.", "one", "12"),
        ("They saved 300 migrants, including 40 children.", "40", "300"),
        ("Some four in 10 adults agreed.", "four", "10"),
        ("Of this, 6 of the 9 rowers survived.", "6", "9"),
        ("Only one in eight of the 2,400 complaints was upheld.", "one", "eight"),
        ("Only one in eight of the 2,400 complaints was upheld.", "eight", "2,400"),
    ],
)
def test_a_part_points_to_its_whole(text: str, part: str, whole: str) -> None:
    found = {figure.span.of(text): figure for figure in figures(text)}

    assert words(text, found[part].subset_of) == whole


@pytest.mark.parametrize(
    ("text", "hypothetical"),
    [
        ("About 40 people could have drowned in the flood.", True),
        ("Up to 12 children might have died.", True),
        ("In May the storm killed 12 people.", False),
        ("The 30 guests could not leave the hall.", False),
        ("If it takes more than 100 000 nurses, who pays?", True),
        ("The town would need 20 buses.", True),
        ("The toll could reach 300 people.", True),
        ("The town has 20 buses.", False),
    ],
)
def test_what_is_only_supposed_is_hypothetical(text: str, hypothetical: bool) -> None:  # noqa: FBT001 (table)
    (figure,) = figures(text)

    assert figure.hypothetical is hypothetical


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("It is more than four times the size of Malta.", True),
        ("It grew 18-fold.", True),
        ("It is 10% higher than before.", True),
        ("She married three times.", False),
        ("It lost 10%.", False),
    ],
)
def test_a_ratio_to_something_else_is_a_comparison(text: str, comparison: bool) -> None:  # noqa: FBT001 (table)
    (figure,) = figures(text)

    assert figure.comparison is comparison


def test_the_ambiguous_dot_is_settled_by_what_is_counted() -> None:
    text = "It is 2.000 kilometres away and 2.000 people live there."

    far, people = figures(text)

    assert (far.low, people.low) == (2, 2000)


def test_place_and_time_are_taken_from_the_figures_own_clause() -> None:
    text = "Police held 40 people in Lindau on Monday, and 9 others."
    place = Mention(at(text, "Lindau"), at(text, "Lindau"), NameKind.PLACE)

    first, *_ = find_figures(article(text), [place])

    assert (words(text, first.place), words(text, first.when)) == ("Lindau", "Monday")


def test_the_chain_leads_from_the_utterer_to_the_page() -> None:
    text = "According to the Courier, citing aides, officials said 62 people were hurt."
    inner = Report(at(text, "62 people were hurt"), at(text, "officials"), at(text, "said"), Force.SAID)
    whole = at(text, "officials said 62 people were hurt")
    relay = Report(whole, at(text, "the Courier"), at(text, "According to"), Force.SAID)
    cited = Report(whole, at(text, "aides"), at(text, "citing"), Force.CITED)

    (figure,) = find_figures(article(text), (), [relay, cited, inner])

    assert [words(text, link.source) for link in figure.chain] == ["officials", "aides", "the Courier"]


def test_a_report_without_a_source_leaves_the_link_unnamed() -> None:
    text = "Dozens of deaths are being reported."
    report = Report(at(text, "Dozens of deaths"), None, at(text, "are being reported"), Force.SAID)

    (figure,) = find_figures(article(text), (), [report])

    assert [link.source for link in figure.chain] == [None]


def test_a_reporter_is_named_in_full_where_the_article_does_so_elsewhere() -> None:
    text = "Ana Lopes came. Lopes said 62 people were hurt."
    short = Span(16, 21)
    report = Report(at(text, "62 people were hurt"), short, at(text, "said"), Force.SAID)
    mention = Mention(short, Span(0, 9), NameKind.PERSON)

    (figure,) = find_figures(article(text), [mention], [report])

    assert words(text, figure.chain[0].name) == "Ana Lopes"


def test_a_figure_in_a_quotation_is_the_speakers() -> None:
    text = "“It was late. We lost 12 goats,” Ana Lopes said."
    marked, words_ = at(text, "“It was late. We lost 12 goats,”"), at(text, "It was late. We lost 12 goats,")
    chain = (Link(at(text, "Ana Lopes"), None, at(text, "said"), Force.SAID),)

    (figure,) = find_figures(article(text), (), (), [Quote(words_, marked, QuoteKind.DIRECT, chain=chain)])

    assert figure.chain == chain


def test_words_held_at_a_distance_have_no_speaker() -> None:
    text = "The “12 goats” were sheep."
    chain = (Link(at(text, "The"), None, None, Force.SAID),)
    scare = Quote(at(text, "12 goats"), at(text, "“12 goats”"), QuoteKind.SCARE, chain=chain)

    (figure,) = find_figures(article(text), (), (), [scare])

    assert figure.chain == ()


def test_a_figure_in_a_post_is_its_authors() -> None:
    text = "At least 2 boats\n— Ana (@ana) January 5, 2022"
    post = Post(Span(0, 16), Span(17, len(text)), at(text, "Ana"), at(text, "ana"), dt.date(2022, 1, 5), None)

    (figure,) = find_figures(article(text, post))

    assert [(words(text, link.source), link.cue, link.force) for link in figure.chain] == [
        ("Ana", None, Force.WROTE)
    ]


def test_a_heap_of_digits_is_no_prose() -> None:
    assert figures("1 2 3 people " * 400) == ()


PIECES = (
    "at least",
    "two",
    "2,000",
    "of whom",
    "12 killed",
    "$",
    "%",
    "one",
    "and",
    "people",
    "in 2019",
    ",",
    "-",
)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60))
def test_no_text_raises_and_every_span_lies_inside_it(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        for span in (figure.unit, figure.qualifier, figure.event, figure.subset_of, figure.when):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert figure.low <= figure.high
        end = figure.span.end


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Police denied that 40 people had died.", "denied"),
        ("Since not one sailor was hurt, the court closed the case.", "not"),
        ("“We never said 90 boats were lost,” Ida Strom said.", "never"),
        ("The owner did not expect 300 tonnes of oil to leak.", "not"),
        ("They didn't lose 12 boats.", "didn't"),
        ("Some 40 people had died, which Strom denied.", None),
        ("Not only 40 boats but 12 houses burned.", None),
        ("No fewer than 40 boats burned.", None),
        ("The court did not name the 12 suspects.", None),
        ("The harbour was not open for 3 days.", None),
        ("Strom did not stop, and 40 boats burned.", None),
    ],
)
def test_an_amount_that_the_article_denies_carries_the_word_that_does(text: str, word: str | None) -> None:
    figure = figures(text)[0]
    assert (figure.negated.of(text) if figure.negated else None) == word


def test_that_an_amount_is_reported_is_nothing_that_happened_to_it() -> None:
    assert figures("Thousands of arrests are being reported in Ulm.")[0].event is None
