"""How much work a question is, counted; how long it takes is for the benchmarks to say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from benchmarks.scale.corpus import Corpus, generate
from benchmarks.scale.questions import KINDS, questions
from bot.core.facts import Facts
from bot.core.search.index import CANDIDATES
from bot.core.search.lexicon import FormCounts, Lexicon
from bot.core.search.rank import AROUND, Ranker
from bot.core.search.words import Stemmer
from bot.core.store import FactStore
from bot.services import answers

SIZES = (400, 4000)


@pytest.fixture(scope="module")
def corpora() -> dict[int, Corpus]:
    return {size: generate(size) for size in SIZES}


@pytest.fixture(scope="module")
def stores(corpora: dict[int, Corpus]) -> dict[int, FactStore]:
    return {
        size: FactStore.build((article, Facts()) for article in corpus.articles())
        for size, corpus in corpora.items()
    }


def test_the_same_seed_gives_the_same_articles_and_questions(corpora: dict[int, Corpus]) -> None:
    again = generate(400)
    assert again == corpora[400]
    assert questions(again, 5) == questions(corpora[400], 5)
    assert generate(400, seed=2) != again


def test_every_sentence_of_a_generated_article_is_where_it_says(corpora: dict[int, Corpus]) -> None:
    corpus = corpora[400]
    texts = [span.of(article.text) for article in corpus.articles() for span in article.sentences[1:]]
    assert texts == list(corpus.sentences)


@pytest.mark.parametrize("size", SIZES)
def test_no_question_looks_at_more_rows_than_the_candidates_and_their_neighbours(
    corpora: dict[int, Corpus], stores: dict[int, FactStore], size: int
) -> None:
    index = stores[size].index
    most = 0
    for question in questions(corpora[size], 10):
        query = index.read(question.text)
        ranker = Ranker(
            query, index.lexicon, index.rows, [entry.article.text for entry in stores[size].entries]
        )
        rows = index._engine.search([group.terms for group in query.groups], limit=CANDIDATES)
        ranker.rank(rows)
        most = max(most, len(ranker._seen))
    assert 0 < most <= CANDIDATES * (1 + len(AROUND))


@pytest.mark.parametrize("size", SIZES)
def test_typos_cost_few_of_the_answers(
    corpora: dict[int, Corpus], stores: dict[int, FactStore], size: int
) -> None:
    asked = questions(corpora[size], 25)
    right = dict.fromkeys(KINDS, 0)
    for question in asked:
        reply = answers.ask(stores[size], question.text)
        hits = reply.hits if isinstance(reply, answers.Answer) else reply.nearest
        right[question.kind] += (
            bool(hits) and hits[0].passage.text == corpora[size].sentences[question.sentence]
        )
    assert all(count >= 23 for count in right.values()), right


@pytest.fixture(scope="module")
def lexicon(corpora: dict[int, Corpus]) -> Lexicon:
    counted = FormCounts(Stemmer())
    for words in corpora[4000].content:
        counted.add([word.lower() for word in words if word.isalpha()])
    return Lexicon.build(counted)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_word_with_one_slip_anywhere_is_found(lexicon: Lexicon, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(sorted(form for form in lexicon.counts if len(form) > 4)))
    at = data.draw(st.integers(0, len(word) - 1))
    other = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    typed = word[:at] + other + word[at + 1 :]
    near = {each.form for each in lexicon.near(typed, limit=10_000)}
    assert typed == word or word in near


def test_no_more_words_are_compared_than_share_letters_with_the_typed_one(lexicon: Lexicon) -> None:
    word = max(lexicon.counts, key=len)
    found = lexicon.near(word, limit=10_000)
    assert all(0 < OSA.distance(word, each.form) <= 2 for each in found)
    assert max(map(len, lexicon._buckets.values())) < len(lexicon.counts) / 4
