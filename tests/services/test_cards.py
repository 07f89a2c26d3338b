"""Cards: the answer first, then who and when, then the proof."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.core.article import Article, Block, BlockKind, Detail, Post
from bot.core.facts import (
    Bound,
    Dated,
    Facts,
    Figure,
    Force,
    Link,
    Quote,
    QuoteKind,
    Repair,
    Source,
    SourceKind,
    Speaker,
)
from bot.core.span import Span
from bot.core.store import Entry, FactStore
from bot.services.answers import Answer, Hit, Passage, Refusal, RefusalCode
from bot.services.cards import (
    Card,
    Cited,
    Own,
    Role,
    article_card,
    date_card,
    figure_card,
    passage_card,
    quote_card,
    reply_cards,
    source_card,
)

TEXT = (
    "Ferry aground\n"
    "“Nobody was hurt,” harbour master Ada Brandt said. She praised the crew.\n"
    "Officials said more than 40 passengers were injured, according to the Daily Wave.\n"
    "The “brave” captain left early.\n"
    "All safe! — Ada B. (@ada_b) March 4, 2021\n"
)


def at(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def blocks() -> tuple[Block, ...]:
    lines = [at(line) for line in TEXT.splitlines()]
    return tuple(Block(line, BlockKind.PROSE, number) for number, line in enumerate(lines, 1))


ARTICLE = Article(
    id="ferry",
    text=TEXT,
    sha256="0123456789abcdef" * 4,
    blocks=blocks(),
    sentences=tuple(block.span for block in blocks()),
    posts=(
        Post(
            at("All safe!"), at("— Ada B. (@ada_b) March 4, 2021"), at("Ada B."), at("ada_b"), dt.date(2021, 3, 4), at("March 4, 2021")
        ),
    ),
    title=Detail("Ferry aground", at("Ferry aground"), inferred=True),
    outlet=Detail("The Harbour Post"),
    published=Detail("2021-03-04", inferred=True),
    url=Detail("https://example.org/ferry"),
)  # fmt: skip

SAID = at("“Nobody was hurt,”")
DIRECT = Quote(
    span=Span(SAID.start + 1, SAID.end - 1),
    marked=SAID,
    kind=QuoteKind.DIRECT,
    speaker=Speaker(at("Ada Brandt"), None, at("harbour master")),
    chain=(Link(at("Ada Brandt"), None, at("said"), Force.SAID),),
)
INJURED = Figure(
    span=at("40"),
    low=40,
    high=40,
    bound=Bound.MORE_THAN,
    qualifier=at("more than"),
    unit=at("passengers"),
    event=at("injured"),
    chain=(
        Link(at("Officials"), None, at("said", "Officials"), Force.SAID),
        Link(at("the Daily Wave"), None, at("according to"), Force.CITED),
    ),
)


def lines(card: Card) -> list[str]:
    """A card as the plainest renderer would show it."""
    return [
        "".join(piece.text if isinstance(piece, Own) else piece.words for piece in block.pieces)
        for block in card.blocks
    ]


def roles(card: Card) -> list[Role]:
    return [block.role for block in card.blocks]


RECEIPT = "Ferry aground · paragraph 2 · ferry:14-32 · 01234567 · exact"


class TestQuotes:
    def test_the_words_come_first_then_who_then_the_receipt_then_the_link(self) -> None:
        card = quote_card(ARTICLE, DIRECT)
        assert roles(card) == [Role.PASSAGE, Role.WHO, Role.RECEIPT, Role.LINK]
        assert lines(card)[:3] == [
            "“Nobody was hurt,”",
            "— Ada Brandt, harbour master · direct quotation ← The Harbour Post, 2021-03-04",
            RECEIPT,
        ]
        assert lines(card)[3].startswith("https://example.org/ferry#:~:text=")

    def test_a_pronoun_is_shown_beside_the_name_that_it_stands_for(self) -> None:
        card = quote_card(
            ARTICLE, Quote(DIRECT.span, SAID, QuoteKind.PARTIAL, Speaker(at("She"), at("Ada Brandt")))
        )
        assert lines(card)[1] == "— Ada Brandt (here: She) · partial quotation ← The Harbour Post, 2021-03-04"

    def test_who_passes_words_on_is_shown_with_whom_they_are_from(self) -> None:
        chain = (*DIRECT.chain, Link(at("the Daily Wave"), None, None, Force.CITED))
        relayed = Quote(DIRECT.span, SAID, QuoteKind.RELAYED, Speaker(at("the Daily Wave")), chain)
        assert lines(quote_card(ARTICLE, relayed))[1] == (
            "— the Daily Wave · relayed quotation, from Ada Brandt ← The Harbour Post, 2021-03-04"
        )

    def test_a_chain_names_every_step_to_the_page(self) -> None:
        chain = (
            *DIRECT.chain,
            Link(None, None, None, Force.CITED),
            Link(at("the Daily Wave"), None, None, Force.CITED),
        )
        card = quote_card(ARTICLE, Quote(DIRECT.span, SAID, QuoteKind.DIRECT, DIRECT.speaker, chain))
        assert lines(card)[1].endswith(
            "quotation ← not named ← the Daily Wave ← The Harbour Post, 2021-03-04"
        )

    def test_two_candidates_are_both_shown_and_none_is_chosen(self) -> None:
        speaker = Speaker(at("She"), candidates=(at("Ada Brandt"), at("Ada B.")))
        card = quote_card(ARTICLE, Quote(DIRECT.span, SAID, QuoteKind.DIRECT, speaker))
        assert (
            lines(card)[1]
            == "— ambiguous: Ada Brandt or Ada B. · direct quotation ← The Harbour Post, 2021-03-04"
        )

    def test_a_quote_without_speaker_says_so(self) -> None:
        card = quote_card(ARTICLE, Quote(DIRECT.span, SAID, QuoteKind.DIRECT))
        assert lines(card)[1] == "direct quotation · speaker not named ← The Harbour Post, 2021-03-04"

    def test_scare_marks_have_no_speaker_to_miss(self) -> None:
        card = quote_card(ARTICLE, Quote(at("brave"), at("“brave”"), QuoteKind.SCARE))
        assert lines(card)[1] == "scare quotation ← The Harbour Post, 2021-03-04"

    def test_a_repair_of_the_marks_is_said(self) -> None:
        card = quote_card(ARTICLE, Quote(DIRECT.span, SAID, QuoteKind.DIRECT, repairs=(Repair.UNCLOSED,)))
        assert "marks repaired: the closing mark is missing" in lines(card)

    def test_a_post_has_its_author_handle_and_date(self) -> None:
        card = quote_card(ARTICLE, Quote(at("All safe!"), at("All safe!"), QuoteKind.POST, post=0))
        assert lines(card)[:2] == [
            "All safe!",
            "— Ada B. (@ada_b) · March 4, 2021 (2021-03-04) · post ← The Harbour Post, 2021-03-04",
        ]


class TestFigures:
    def test_a_figure_is_never_without_its_bound_nor_its_reporters(self) -> None:
        assert lines(figure_card(ARTICLE, INJURED))[:3] == [
            "more than 40 passengers were injured ← Officials ← the Daily Wave ← The Harbour Post, 2021-03-04",
            "read as more than 40 · counts: passengers · what happened: injured",
            TEXT.splitlines()[2],
        ]

    def test_its_words_are_one_slice_where_they_stand_together(self) -> None:
        first = figure_card(ARTICLE, INJURED).blocks[0].pieces[0]
        assert isinstance(first, Cited)
        assert first.span == at("more than 40 passengers were injured")

    def test_what_stands_before_the_number_or_far_from_it_follows_in_brackets(self) -> None:
        figure = Figure(at("40"), 40, 40, unit=at("crew"), event=at("left"))
        assert lines(figure_card(ARTICLE, figure))[0] == "40 (crew) (left) ← The Harbour Post, 2021-03-04"

    @pytest.mark.parametrize(
        ("figure", "reading"),
        [
            (Figure(at("40"), 2.5, 2.5), "read as 2.5"),
            (Figure(at("40"), 12, 12, vague=True), "read as a vague amount from 12"),
            (Figure(at("40"), 3, 5, bound=Bound.ABOUT), "read as about 3 to 5"),
            (Figure(at("40"), 4, 4, hypothetical=True, comparison=True), "read as 4 · hypothetical · a comparison"),
        ],
    )  # fmt: skip
    def test_the_reading_is_the_bots_own_words(self, figure: Figure, reading: str) -> None:
        assert lines(figure_card(ARTICLE, figure))[1] == reading


class TestSourcesAndPassages:
    def test_a_source_shows_all_it_is_cited_for_each_with_its_receipt(self) -> None:
        source = Source(at("Ada Brandt"), SourceKind.PERSON, named=True, mentions=(), cited_for=(SAID,))
        card = source_card(ARTICLE, source)
        assert lines(card) == ["Ada Brandt · person, named", "cited 1 time", "“Nobody was hurt,”", RECEIPT]

    def test_a_passage_marks_what_answers(self) -> None:
        card = passage_card(ARTICLE, ARTICLE.sentences[2], (INJURED.span,))
        (cited, *_) = card.cited()
        assert (cited.words, cited.strong) == (TEXT.splitlines()[2], (INJURED.span,))

    def test_an_article_without_address_has_no_link(self) -> None:
        article = Article("x", TEXT, "0" * 64, ARTICLE.blocks, ARTICLE.sentences)
        card = passage_card(article, article.sentences[0])
        assert roles(card) == [Role.PASSAGE, Role.RECEIPT]
        assert lines(card)[1].startswith("paragraph 1 · x:0-13 · 00000000 · ")


def test_the_articles_words_are_cited_and_never_the_bots() -> None:
    for card in (quote_card(ARTICLE, DIRECT), figure_card(ARTICLE, INJURED)):
        blocks = (block for block in card.blocks if block.role is not Role.LINK)
        own = [piece.text for block in blocks for piece in block.pieces if isinstance(piece, Own)]
        assert not any(word in text for text in own for word in ("Brandt", "Wave", "passengers", "hurt"))


class TestReplies:
    STORE = FactStore.build([(ARTICLE, Facts())])
    INJURIES = Hit(Passage(ARTICLE, ARTICLE.sentences[2]), 0.9, (at("injured"),))

    def shown(self, reply: Answer | Refusal, most: int | None = None) -> list[list[str]]:
        return [lines(card) for card in reply_cards(reply, self.STORE, most)]

    def test_a_passage_is_followed_by_who_published_it_and_when(self) -> None:
        ((passage, who, *_),) = self.shown(Answer("q", (self.INJURIES,), ("ferry",)))
        assert (passage, who) == (TEXT.splitlines()[2], "in The Harbour Post, 2021-03-04")

    def test_the_fact_that_answers_leads(self) -> None:
        hit = Hit(self.INJURIES.passage, 0.9, (), INJURED)
        ((first, *_),) = self.shown(Answer("q", (hit,), ("ferry",)))
        assert first.startswith("more than 40 passengers were injured ← Officials")

    def test_hits_keep_their_order_and_what_is_not_shown_is_counted(self) -> None:
        hits = [Hit(Passage(ARTICLE, sentence), 0.5) for sentence in ARTICLE.sentences]
        *first, (note,) = self.shown(Answer("q", tuple(hits), ("ferry",)), most=2)
        assert [card[0] for card in first] == TEXT.splitlines()[:2]
        assert note == "And 3 more; --all shows every one."

    def test_what_was_read_into_the_question_and_a_near_tie_are_said_after_the_answer(self) -> None:
        answer = Answer(
            "q", (self.INJURIES,), ("ferry",), read_as=(("injurd", "injured"),), ask_back=("a", "b")
        )
        assert self.shown(answer)[-1] == [
            "Several fit almost equally. Which one do you mean: a or b?",
            "Read “injurd” as “injured”.",
        ]

    def test_passages_that_may_not_answer_are_announced_as_such(self) -> None:
        answer = Answer("q", (self.INJURIES,), ("ferry",), closest_only=True)
        assert self.shown(answer)[0] == ["The articles may not answer this. The closest passages:"]

    def test_a_refusal_says_why_what_is_missing_what_was_meant_and_what_was_searched(self) -> None:
        refusal = Refusal("q", RefusalCode.UNKNOWN_NAME, "No.", ("ferry",), ("zaphod",), (), ("Ada Brandt",))
        assert self.shown(refusal) == [
            [
                "No.",
                "Found in no article: “zaphod”.",
                "Did you mean Ada Brandt?",
                "searched: ferry (2021-03-04) · UNKNOWN_NAME",
            ]
        ]

    def test_a_word_that_the_reason_names_is_not_said_twice(self) -> None:
        refusal = Refusal("q", RefusalCode.UNKNOWN_NAME, "Nobody names “zaphod”.", (), ("zaphod",))
        assert self.shown(refusal) == [["Nobody names “zaphod”.", "searched: no article · UNKNOWN_NAME"]]

    def test_what_is_nearest_to_a_refusal_never_looks_like_an_answer(self) -> None:
        nearest = (Hit(self.INJURIES.passage, 0.3, (), INJURED),)
        _, (note,), (passage, *_) = self.shown(
            Refusal("q", RefusalCode.NO_SUCH_FACT, "No.", ("ferry",), (), nearest)
        )
        assert note == "Nearest in the articles, though it does not answer this:"
        assert passage == TEXT.splitlines()[2]

    def test_of_many_articles_searched_the_first_are_named_and_the_rest_counted(self) -> None:
        refusal = Refusal("q", RefusalCode.NO_TERMS, "No.", tuple("abcdefg"))
        assert self.shown(refusal)[0][-1] == "searched: a, b, c, d, e and 2 more · NO_TERMS"


def test_a_date_shows_the_words_and_the_day_they_mean() -> None:
    day = dt.date(2021, 3, 4)
    relative = Dated(at("early"), day, day, "2021-03-04", relative=True)
    assert lines(date_card(ARTICLE, relative))[:2] == [
        "early = 2021-03-04",
        "counted from the article's own date",
    ]
    either = Dated(at("early"), day, day, "2021-03-04", ambiguous=dt.date(2021, 4, 3))
    assert lines(date_card(ARTICLE, either))[1] == "or 2021-04-03: the words fit both"


def test_an_article_says_what_is_known_about_it_and_what_was_inferred() -> None:
    assert lines(article_card(Entry(ARTICLE, Facts()))) == [
        "Ferry aground (inferred) [ferry]",
        "The Harbour Post · 2021-03-04 (inferred)",
        f"sentences: 5, quotes: 0, figures: 0, sources: 0, dates: 0 · {len(TEXT)} characters · 01234567",
        "https://example.org/ferry",
    ]
