"""How a message stands to the articles: one verdict for each thing it says, never whether it is true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.extract import extract
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.checking import Checked, Kind, Verdict, Why, check

FERRY = """The ferry that did not sail

By Ada Holm

The ferry Lunda stayed in the harbour on Monday. “We will not sail before the engine is mended, whatever the owners say,” said captain Ilse Dorn. At least 40 passengers were stranded and 3 injured, the coast guard said.

“The engine is sound,” said Peter Quist, the director. About 200 people signed a petition in Norwegian.
"""
RADIO = """Harbour news

The mayor, Vera Lind, told the radio that 7 boats had sunk. “Nobody has to be afraid,” she said.
"""


SMALL = FactStore.build((article, extract(article)) for article in [read_article(RADIO, id="radio")])


@pytest.fixture(scope="module")
def store() -> FactStore:
    articles = [read_article(FERRY, id="ferry"), read_article(RADIO, id="radio")]
    return FactStore.build((article, extract(article)) for article in articles)


def verdict_of(checked: Checked) -> Verdict:
    (item,) = checked.items
    return item.verdict


def whys(checked: Checked) -> list[Why]:
    (item,) = checked.items
    return [reason.why for reason in item.reasons]


@pytest.mark.parametrize(
    "marked",
    ["“The engine is sound,”", '"The engine is sound"', "«The engine is sound»", "> The engine is sound"],
)
def test_the_same_characters_are_exact_in_whatever_marks(store: FactStore, marked: str) -> None:
    assert verdict_of(check(store, marked)) is Verdict.EXACT


def test_other_case_or_spaces_are_typography(store: FactStore) -> None:
    assert verdict_of(check(store, "“the Engine  is sound”")) is Verdict.TYPOGRAPHY


def test_words_cut_at_an_end_are_trimmed_and_what_was_cut_is_shown(store: FactStore) -> None:
    checked = check(store, "“We will not sail before the engine is mended”")
    assert verdict_of(checked) is Verdict.TRIMMED
    (reason,) = checked.items[0].reasons
    assert reason.passage is not None
    assert reason.passage.of(FERRY) == "whatever the owners say"


def test_a_bound_cut_off_before_a_number_is_no_mere_trimming(store: FactStore) -> None:
    checked = check(store, "“40 passengers were stranded and 3 injured”")
    assert verdict_of(checked) is Verdict.ALTERED


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("“We will sail before the engine is mended, whatever the owners say”", Why.NEGATION),
        ("“At least 41 passengers were stranded and 3 injured”", Why.NUMBER),
        ("“At least 3 passengers were stranded and 40 injured”", Why.PAIRING),
        ("“The ferry Varg stayed in the harbour on Monday.”", Why.NAME),
        ("“We will not sail after the engine is mended, whatever the owners say”", Why.DIRECTION),
    ],
)
def test_a_hard_token_that_differs_is_named(store: FactStore, words: str, why: Why) -> None:
    checked = check(store, words)
    assert verdict_of(checked) is Verdict.ALTERED
    assert why in whys(checked)


def test_pieces_of_two_quotations_are_spliced(store: FactStore) -> None:
    checked = check(store, "“We will not sail before the engine is sound”")
    assert verdict_of(checked) in {Verdict.SPLICED, Verdict.ALTERED}
    joined = check(store, "“whatever the owners say, the engine is sound”")
    assert verdict_of(joined) is Verdict.SPLICED


def test_an_ellipsis_over_a_negator_is_spliced(store: FactStore) -> None:
    checked = check(store, "“We will … sail before the engine is mended”")
    assert verdict_of(checked) is Verdict.SPLICED
    assert Why.NEGATION in whys(checked)


def test_an_ellipsis_over_nothing_hard_is_trimmed(store: FactStore) -> None:
    assert verdict_of(check(store, "“stayed in … harbour on Monday”")) is Verdict.TRIMMED


def test_words_of_somebody_else_have_a_wrong_speaker(store: FactStore) -> None:
    checked = check(
        store, "Peter Quist said: “We will not sail before the engine is mended, whatever the owners say”"
    )
    assert verdict_of(checked) is Verdict.WRONG_SPEAKER
    (reason,) = checked.items[0].reasons
    assert reason.why is Why.SPEAKER
    assert reason.passage is not None
    assert reason.passage.of(FERRY) == "Ilse Dorn"


def test_words_that_stand_twice_are_given_to_whoever_says_them_anywhere() -> None:
    text = """Dam opens

    The council calls it “a flood made by careless hands”.

    “We take this for a flood made by careless hands and by nobody else,” engineer Vera Holt said in a statement.
    """.replace("    ", "")
    article = read_article(text, id="dam")
    store = FactStore.build([(article, extract(article))])
    checked = check(store, "Holt said it was “a flood made by careless hands”")
    assert verdict_of(checked) is Verdict.TRIMMED
    assert (
        verdict_of(check(store, "Adam Brandt said it was “a flood made by careless hands”"))
        is Verdict.WRONG_SPEAKER
    )


@pytest.mark.parametrize("named", ["Captain Dorn", "Ilse Dorn", "The captain", "The article"])
def test_a_speaker_may_be_named_in_any_way_that_fits(store: FactStore, named: str) -> None:
    checked = check(
        store, f"{named} said: “We will not sail before the engine is mended, whatever the owners say”"
    )
    assert verdict_of(checked) is Verdict.EXACT


def test_what_no_article_has_is_not_found(store: FactStore) -> None:
    checked = check(store, "“Seventeen bagpipes were auctioned beneath the velodrome”")
    assert verdict_of(checked) is Verdict.NOT_FOUND
    assert checked.items[0].article is None


@pytest.mark.parametrize(
    ("message", "verdict", "why"),
    [
        ("At least 40 passengers were stranded.", Verdict.EXACT, None),
        ("The storm left at least 40 passengers stranded all night.", Verdict.EXACT, None),
        ("40 passengers were stranded.", Verdict.ALTERED, Why.HEDGE),
        ("At most 40 passengers were stranded.", Verdict.ALTERED, Why.DIRECTION),
        ("At least 50 passengers were stranded.", Verdict.ALTERED, Why.NUMBER),
        ("The coast guard said at least 40 passengers were stranded.", Verdict.EXACT, None),
        ("Vera Lind said at least 40 passengers were stranded.", Verdict.WRONG_SPEAKER, Why.SPEAKER),
        ("At least 40 passengers were not stranded.", Verdict.ALTERED, Why.NEGATION),
        ("12 dolphins were counted.", Verdict.NOT_FOUND, Why.MISSING),
    ],
)
def test_a_figure_stands_by_value_bound_thing_and_speaker(
    store: FactStore, message: str, verdict: Verdict, why: Why | None
) -> None:
    checked = check(store, message)
    assert verdict_of(checked) is verdict
    assert whys(checked) == ([why] if why else [])


def test_a_statement_in_other_words_is_not_checkable(store: FactStore) -> None:
    checked = check(store, "Peter Quist said that the engine works.")
    assert verdict_of(checked) is Verdict.NOT_CHECKABLE
    assert checked.items[0].kind is Kind.STATEMENT


@pytest.mark.parametrize(
    "hidden", ["`“The engine is sound”`", "||“The engine is sound”||", "```\n“The engine”\n```"]
)
def test_code_and_spoilers_are_skipped(store: FactStore, hidden: str) -> None:
    assert check(store, hidden).items == ()


def test_ten_items_are_checked_and_the_rest_is_counted(store: FactStore) -> None:
    checked = check(store, "\n".join(f"“The engine is sound, number {n}”" for n in range(13)))
    assert (len(checked.items), checked.left_out) == (10, 3)


def test_a_message_with_nothing_to_check_has_no_items(store: FactStore) -> None:
    assert check(store, "lol ok").items == ()
    assert check(store, "").items == ()


def test_places_count_in_the_message_and_in_the_article(store: FactStore) -> None:
    text = "Hear: “The engine is sound”!"
    (item,) = check(store, text).items
    assert item.span.of(text) == "The engine is sound"
    assert item.passage is not None
    assert item.passage.of(FERRY) == "The engine is sound"


def test_words_within_the_marks_name_no_speaker(store: FactStore) -> None:
    checked = check(store, "“the coast guard said”")
    assert checked.items[0].speaker is None


def test_a_negator_before_a_reported_clause_turns_it(store: FactStore) -> None:
    checked = check(store, "Vera Lind said that somebody has to be afraid.")
    assert verdict_of(checked) is Verdict.ALTERED
    assert whys(checked) == [Why.NEGATION]


def test_a_long_quotation_is_compared_to_its_end(store: FactStore) -> None:
    whole = FERRY.split("harbour on Monday. ", maxsplit=1)[0] + "harbour on Monday"
    words = " ".join(["word"] * 300)
    assert verdict_of(check(store, f"“{whole.splitlines()[-1]} {words}”")) is not Verdict.EXACT


@given(st.text(alphabet="“”\"'«»> \n…. 40atbsailrenginWQuistaid:`|-", max_size=200))
def test_any_text_is_checked_with_places_that_are_in_it(text: str) -> None:
    for item in check(SMALL, text).items:
        assert 0 <= item.span.start < item.span.end <= len(text)
        for reason in item.reasons:
            assert reason.claim is None or 0 <= reason.claim.start <= reason.claim.end <= len(text)
        if item.article is not None and item.passage is not None:
            assert item.passage.of(item.article.text)


def test_nothing_is_found_in_an_empty_store() -> None:
    assert verdict_of(check(FactStore.build([]), "“The engine is sound”")) is Verdict.NOT_FOUND
