"""The scoring finds what is wrong: facts equal to gold score one, each fault lowers its own number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.core.facts import Bound, Facts, Figure, Force, Link, Quote, QuoteKind, Source, SourceKind, Speaker
from bot.core.span import Span
from tests.quality.answers import Asked, score_answer
from tests.quality.figures import score_figures
from tests.quality.gold import Labelled, label, resolve
from tests.quality.labels import GoldFile
from tests.quality.outcome import OVERALL, Outcome, shares
from tests.quality.quotes import score_quotes
from tests.quality.sources import score_sources

TEXT = "“We lost more than 40 goats,” said Ada Brook on 3 May. She sold it. Her “so-called” fence was new. Olaf Quist nodded."
GOLD = GoldFile.model_validate(
    {
        "manner": "test",
        "quotes": [
            {"at": "We lost more than 40 goats", "kind": "direct", "speaker": "Ada Brook"},
            {"at": "so-called", "kind": "scare", "speaker": None},
        ],
        "figures": [
            {
                "at": "|40| goats",
                "value": 40,
                "unit": ["goats"],
                "bound": "more than",
                "reporter": "Ada Brook",
            }
        ],
        "traps": ["|3| May"],
        "sources": [{"name": "Ada Brook", "kind": "person", "cited_for": ["We lost"]}],
        "questions": [
            {"q": "How many goats were lost?", "answer": ["more than 40 goats"]},
            {"q": "What did Olaf Quist say?", "why": "false premise"},
        ],
    }
)
LABELLED: Labelled = label("test", TEXT, GOLD)


def _span(words: str) -> Span:
    return resolve(TEXT, words)


ADA, OLAF, HER = _span("Ada Brook"), _span("Olaf Quist"), _span("She")
SPEECH = Quote(
    span=_span("We lost more than 40 goats"),
    marked=_span("“We lost more than 40 goats,”"),
    kind=QuoteKind.DIRECT,
    speaker=Speaker(ADA),
)
SCARE = Quote(span=_span("so-called"), marked=_span("“so-called”"), kind=QuoteKind.SCARE)
GOATS = Figure(
    span=_span("|40| goats"),
    low=40,
    high=40,
    bound=Bound.MORE_THAN,
    unit=_span("goats"),
    unit_name="goats",
    chain=(Link(ADA, None, _span("said"), Force.SAID),),
)
BROOK = Source(ADA, SourceKind.PERSON, named=True, mentions=(ADA,), cited_for=(SPEECH.span,))
PERFECT = Facts(quotes=(SPEECH, SCARE), figures=(GOATS,), sources=(BROOK,))


def _wrong(outcomes: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    return {
        metric: kinds[OVERALL]
        for metric, kinds in shares(outcomes).items()
        if kinds[OVERALL][0] < kinds[OVERALL][1]
    }


def test_facts_equal_to_gold_have_no_wrong_outcome() -> None:
    outcomes = [
        *score_quotes(LABELLED, PERFECT),
        *score_figures(LABELLED, PERFECT),
        *score_sources(LABELLED, PERFECT),
    ]
    assert _wrong(outcomes) == {}
    assert {"quotes.recall", "figures.value_f1", "sources.f1"} <= shares(outcomes).keys()


def test_a_wrong_speaker_counts_as_wrong_and_says_gold_and_got() -> None:
    facts = Facts(quotes=(replace(SPEECH, speaker=Speaker(OLAF)), SCARE))
    outcomes = list(score_quotes(LABELLED, facts))
    assert _wrong(outcomes) == {
        "quotes.speaker": (1, 2),
        "quotes.speaker_not_wrong": (1, 2),
        "quotes.quote_and_speaker_f1": (2, 4),
    }
    assert any("gold 'Ada Brook', got 'Olaf Quist'" in outcome.miss for outcome in outcomes)


def test_an_open_speaker_is_missing_but_not_wrong() -> None:
    facts = Facts(quotes=(replace(SPEECH, speaker=None), SCARE))
    wrong = _wrong(score_quotes(LABELLED, facts))
    assert wrong["quotes.speaker"] == (1, 2)
    assert "quotes.speaker_not_wrong" not in wrong


def test_a_pronoun_is_no_speaker() -> None:
    wrong = _wrong(score_quotes(LABELLED, Facts(quotes=(replace(SPEECH, speaker=Speaker(HER)), SCARE))))
    assert wrong["quotes.speaker"] == (1, 2)
    assert "quotes.speaker_not_wrong" not in wrong


def test_two_candidates_are_no_speaker() -> None:
    undecided = replace(SPEECH, speaker=Speaker(ADA, candidates=(ADA, OLAF)))
    wrong = _wrong(score_quotes(LABELLED, Facts(quotes=(undecided, SCARE))))
    assert wrong["quotes.speaker"] == (1, 2)


def test_a_speaker_for_scare_quotes_is_wrong() -> None:
    facts = Facts(quotes=(SPEECH, replace(SCARE, speaker=Speaker(ADA))))
    assert _wrong(score_quotes(LABELLED, facts))["quotes.speaker_not_wrong"] == (1, 2)


def test_a_missed_quote_lowers_recall_and_an_invented_one_precision() -> None:
    invented = replace(SCARE, span=_span("fence was new"))
    wrong = _wrong(score_quotes(LABELLED, Facts(quotes=(SPEECH, invented))))
    assert wrong["quotes.recall"] == (1, 2)
    assert wrong["quotes.precision"] == (1, 2)


def test_a_wrong_kind_lowers_kind_only() -> None:
    facts = Facts(quotes=(replace(SPEECH, kind=QuoteKind.PARTIAL), SCARE))
    assert _wrong(score_quotes(LABELLED, facts)) == {"quotes.kind": (1, 2)}


def test_a_wrong_value_is_wrong_on_both_sides() -> None:
    facts = Facts(figures=(replace(GOATS, low=4, high=4),))
    assert _wrong(score_figures(LABELLED, facts))["figures.value_f1"] == (0, 2)


def test_unit_bound_and_reporter_are_told_apart() -> None:
    facts = Facts(figures=(replace(GOATS, unit=None, unit_name=None, bound=Bound.EXACT, chain=()),))
    assert _wrong(score_figures(LABELLED, facts)) == {
        "figures.value_and_unit_f1": (0, 2),
        "figures.bound": (0, 1),
        "figures.reporter": (0, 1),
    }


def test_a_trap_taken_for_a_figure_is_counted() -> None:
    taken = Figure(span=_span("|3| May"), low=3, high=3)
    wrong = _wrong(score_figures(LABELLED, Facts(figures=(GOATS, taken))))
    assert wrong["figures.traps_left"] == (0, 1)
    assert wrong["figures.value_f1"] == (2, 3)


def test_a_source_not_in_gold_and_one_not_found_are_both_wrong() -> None:
    facts = Facts(sources=(replace(BROOK, name=OLAF),))
    wrong = _wrong(score_sources(LABELLED, facts))
    assert wrong["sources.f1"] == (0, 2)
    assert wrong["sources.cited_for"] == (0, 1)


def test_only_a_first_passage_that_holds_the_answer_is_a_hit() -> None:
    answerable = LABELLED.questions[0]
    first = Asked(refused=False, passages=(_span("We lost more than 40 goats"), _span("Olaf Quist nodded")))
    second = Asked(refused=False, passages=tuple(reversed(first.passages)))
    assert _wrong(score_answer(LABELLED, answerable, first)) == {}
    assert _wrong(score_answer(LABELLED, answerable, second))["answers.hit_at_1"] == (0, 1)


def test_a_refusal_is_right_only_where_the_article_does_not_say() -> None:
    answerable, unanswerable = LABELLED.questions
    refusal, answer = Asked(refused=True, passages=()), Asked(refused=False, passages=(SPEECH.span,))
    assert _wrong(score_answer(LABELLED, answerable, refusal))["answers.answerable_not_refused"] == (0, 1)
    assert _wrong(score_answer(LABELLED, unanswerable, refusal)) == {}
    assert _wrong(score_answer(LABELLED, unanswerable, answer))["answers.refusal_recall"] == (0, 1)
