"""Abbreviations that an article explains."""

import pytest

from bot.core.extract import extract
from bot.core.search.aliases import Alias, alias_notes, find_aliases
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, ask


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        (
            "The Collective Security Treaty Organization (CSTO) met.",
            "csto",
            ("collective", "security", "treaty", "organization"),
        ),
        ("The Bank of Port Lenna (BPL) closed.", "bpl", ("bank", "of", "port", "lenna")),
        ("It led to quantum electrodynamics (or QE).", "qe", ("quantum", "electrodynamics")),
    ],
)
def test_letters_in_brackets_stand_for_the_words_before_them(
    text: str, short: str, words: tuple[str, ...]
) -> None:
    assert find_aliases(text) == (Alias(short, words),)


@pytest.mark.parametrize(
    "text",
    ["The mayor (SPD) spoke.", "It rained (USA Today).", "Harbour masters (HMX) met.", "(NLI) opened.", ""],
)
def test_letters_that_do_not_fit_stand_for_nothing(text: str) -> None:
    assert find_aliases(text) == ()


def test_a_sentence_means_the_name_where_it_has_the_letters_and_the_letters_where_it_has_the_name() -> None:
    aliases = (Alias("nli", ("national", "lift", "inspectorate")),)
    assert list(alias_notes(aliases, ["the", "nli", "met"])) == ["national", "lift", "inspectorate"]
    assert list(alias_notes(aliases, ["the", "national", "lift", "inspectorate", "met"])) == ["nli"]
    assert list(alias_notes(aliases, ["the", "lift", "stopped"])) == []


def test_a_question_with_the_name_finds_the_sentence_with_its_letters() -> None:
    text = (
        "The Relief Council of Odara (RCO) was founded in 1990. It has its seat in Odara.\n\n"
        "Every morning the RCO hands out loaves at the gate."
    )
    article = read_article(text, id="relief")
    store = FactStore.build([(article, extract(article))])
    found = ask(store, "What does the Relief Council of Odara hand out?")
    assert isinstance(found, Answer), found
    assert "loaves" in found.hits[0].passage.text
