import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.facts import Dated, Facts, Figure, Quote, Source
from bot.core.store import FactStore
from bot.core.structure import read_article
from bot.services.answers import Answer, Refusal, RefusalCode, ask
from tests.services.answer_fixture import TEXT, store

STORE = store()


def answered(question: str) -> Answer:
    reply = ask(STORE, question)
    assert isinstance(reply, Answer), reply
    return reply


def refused(question: str) -> Refusal:
    reply = ask(STORE, question)
    assert isinstance(reply, Refusal), [hit.passage.text for hit in reply.hits]
    return reply


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Who runs the port since 2004?", "harbour master Ilse Dorn"),
        ("What did Ilse Dorn say?", "We heard nothing"),
        ("wat did ilse dron say", "We heard nothing"),
        ("What did the mayor tell Radio Marrow?", "sea wall"),
        ("What did Ana Reyes tweet about the lighthouse?", "Waves as high"),
        ("Which place did the storm strike?", "Marrow Bay"),
        ("were turists stranded on the peir", "stranded on the pier"),
        ("STORM MARROW BAY", "Marrow Bay"),
    ],
)
def test_the_passage_that_answers_comes_first(question: str, words: str) -> None:
    assert words in answered(question).hits[0].passage.text


def test_a_count_leads_with_the_figure_that_counts_the_thing() -> None:
    (first, *_) = answered("How many sailors were rescued?").hits
    assert isinstance(first.fact, Figure)
    assert first.fact.low == 14


def test_figures_of_several_sources_stay_apart() -> None:
    found = [hit.fact.low for hit in answered("How many died?").hits if isinstance(hit.fact, Figure)]
    assert sorted(found) == [5, 7]


def test_a_count_of_something_the_article_only_calls_some_is_refused() -> None:
    refusal = refused("How many tourists were stranded?")
    assert refusal.code is RefusalCode.NO_SUCH_FACT
    assert "Some tourists" in refusal.nearest[0].passage.text


def test_the_count_of_one_thing_is_no_answer_for_another() -> None:
    assert refused("How many tourists were rescued?").code is RefusalCode.NO_SUCH_FACT


def test_who_said_leads_with_the_one_whose_words_they_are() -> None:
    (first, *_) = answered("Who said they heard nothing?").hits
    assert isinstance(first.fact, Quote)
    assert first.fact.speaker is not None
    assert first.fact.speaker.best.of(TEXT) == "Ilse Dorn"


def test_which_source_leads_with_the_source() -> None:
    (first, *_) = answered("According to whom were sailors rescued?").hits
    assert isinstance(first.fact, Source)
    assert first.fact.name.of(TEXT) == "the coast guard"


def test_when_leads_with_the_date() -> None:
    (first, *_) = answered("When did the storm hit Marrow Bay?").hits
    assert isinstance(first.fact, Dated)
    assert first.fact.iso == "2022-03-04"


def test_when_without_a_date_near_is_refused() -> None:
    assert refused("When will the sea wall be repaired?").code is RefusalCode.NO_SUCH_FACT


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("", RefusalCode.NO_TERMS),
        ("?!…", RefusalCode.NO_TERMS),
        ("what is it?", RefusalCode.NO_TERMS),
        ("What did Olga Petrova say?", RefusalCode.UNKNOWN_NAME),
        ("Did the storm reach Tokyo?", RefusalCode.UNKNOWN_NAME),
        ("Were 99 sailors rescued?", RefusalCode.VETOED),
        ("What sank in 1987?", RefusalCode.OUT_OF_DATE_RANGE),
        ("xylophone zebra quartz", RefusalCode.NO_TERMS),
        ("Which pianist employs the niece of the builder?", RefusalCode.TERMS_APART),
    ],
)
def test_what_the_articles_do_not_say_is_refused_with_its_reason(question: str, code: RefusalCode) -> None:
    assert refused(question).code is code


def test_what_one_told_is_not_put_into_anothers_mouth() -> None:
    refusal = refused("What did Ilse Dorn say about the sea wall?")
    assert refusal.code in {RefusalCode.VETOED, RefusalCode.NO_SUCH_FACT}
    assert "sea wall" in refusal.nearest[0].passage.text


def test_nobody_is_said_to_have_told_one_they_did_not_tell() -> None:
    assert refused("What did Ilse Dorn tell Radio Marrow?").code is RefusalCode.VETOED


def test_a_refusal_names_the_words_found_nowhere_and_what_was_searched() -> None:
    refusal = refused("Which pianist employs the niece of the builder?")
    assert set(refusal.missing) >= {"niece"}
    assert refusal.searched == ("storm",)
    assert refusal.nearest


def test_the_outlet_of_an_article_is_a_known_name() -> None:
    reply = ask(STORE, "How many sailors were rescued, says The Marrow Post?")
    assert not (isinstance(reply, Refusal) and reply.code is RefusalCode.UNKNOWN_NAME)


def test_a_typo_is_read_and_said() -> None:
    assert ("sailers", "sailors") in answered("how many sailers were rescued").read_as


def test_no_article_or_an_unknown_one_is_refused() -> None:
    empty = ask(FactStore.build([]), "what sank")
    other = ask(STORE, "what sank", article="strom")
    assert isinstance(empty, Refusal)
    assert isinstance(other, Refusal)
    assert (empty.code, other.code) == (RefusalCode.NO_ARTICLE, RefusalCode.NO_ARTICLE)
    assert other.suggestions == ("storm",)


def test_a_question_to_one_article_stays_in_it() -> None:
    roads = read_article("Roads\n\nThe storm closed the coast road.\n", id="roads")
    both = FactStore.build([(STORE.entries[0].article, STORE.entries[0].facts), (roads, Facts())])
    reply = ask(both, "what did the storm close", article="roads")
    assert isinstance(reply, Answer)
    assert {hit.passage.article.id for hit in reply.hits} == {"roads"}
    assert reply.searched == ("roads",)


def test_the_same_question_gives_the_same_reply() -> None:
    for question in (
        "how many died",
        "what did dorn say",
        "storm",
        "who said the sea wall would be repaired",
    ):
        assert ask(store(), question) == ask(STORE, question)


def test_every_highlight_lies_in_its_passage() -> None:
    for hit in answered("which boats sank in the storm").hits:
        assert hit.highlights
        assert all(hit.passage.span.covers(span) for span in hit.highlights)


@pytest.mark.parametrize(
    "question",
    [
        "a" * 10_000,
        "storm " * 2_000,
        "\x00\x07\x1b[31m",
        "\u202eםולש\u202c",
        "\u200b\u200d",
        "מה קרה?",
        "😀😀",
        "@everyone #x",
    ],
)
def test_bad_input_gets_a_reply(question: str) -> None:
    assert ask(STORE, question).searched == ("storm",)


_WORDS = [
    "who",
    "said",
    "did",
    "what",
    "how",
    "many",
    "when",
    "tell",
    "say",
    "about",
    "according",
    "to",
    "the",
    "in",
    "of",
    "rescued",
    "sailors",
    "Dorn",
    "Quist",
    "storm",
    "14",
]


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join)))
def test_no_question_raises(question: str) -> None:
    reply = ask(STORE, question)
    hits = reply.hits if isinstance(reply, Answer) else reply.nearest
    assert all(hit.passage.text == TEXT[hit.passage.span.start : hit.passage.span.end] for hit in hits)
