"""Cards too long for a screen: what is cut, where, and what each part says of itself."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.core.article import Article
from bot.core.span import Span
from bot.core.structure import read_article
from bot.services.cards import Card, Cited, Role, block, brief, parts, passage_card

MOST = 400


def measure(card: Card) -> int:
    """The code points of all that a card shows."""
    return sum(
        len(piece.words if isinstance(piece, Cited) else piece.text)
        for each in card.blocks
        for piece in each.pieces
    )


def passages(cards: tuple[Card, ...]) -> list[Cited]:
    return [
        piece
        for card in cards
        for each in card.blocks
        if each.role is Role.PASSAGE
        for piece in each.pieces
        if isinstance(piece, Cited)
    ]


def article(text: str) -> Article:
    return read_article(text, id="long")


def test_a_card_that_fits_stays_as_it_is() -> None:
    made = article("One boat sank.")
    card = passage_card(made, Span(0, 14))
    assert parts(card, MOST, measure) == (card,)


def test_a_passage_is_cut_where_its_sentences_end() -> None:
    made = article(" ".join(f"Boat number {n} lay on the sand that morning." for n in range(30)))
    found = passages(parts(passage_card(made, Span(0, len(made.text))), MOST, measure))
    assert len(found) > 2
    assert all(each.words.endswith("morning.") for each in found)


def test_no_part_is_larger_than_asked() -> None:
    made = article("word " * 600)
    for card in parts(passage_card(made, Span(0, len(made.text))), MOST, measure):
        assert measure(card) <= MOST


def test_each_part_counts_itself_and_proves_its_own_words() -> None:
    made = article("word " * 600)
    cards = parts(passage_card(made, Span(0, len(made.text))), MOST, measure)
    for number, (card, cited) in enumerate(zip(cards, passages(cards), strict=True), 1):
        said = "".join(getattr(piece, "text", "") for piece in card.blocks[-1].pieces)
        assert f"long:{cited.span.start}-{cited.span.end} · " in said
        assert said.endswith(f" · part {number} of {len(cards)}")


def test_words_that_answer_stay_strong_in_the_part_that_has_them() -> None:
    made = article("word " * 300 + "twelve " + "word " * 300)
    strong = Span(1500, 1506)
    found = passages(parts(passage_card(made, Span(0, len(made.text)), (strong,)), MOST, measure))
    assert [each.strong for each in found if each.span.covers(strong)] == [(strong,)]
    assert sum(len(each.strong) for each in found) == 1


def test_what_leads_a_card_leads_each_of_its_parts() -> None:
    made = article("word " * 600)
    lead = block(Role.LEAD, "The harbour")
    whole = Card((lead, *passage_card(made, Span(0, len(made.text))).blocks))
    assert all(card.blocks[0] == lead for card in parts(whole, MOST, measure))


def test_several_passages_share_a_part_as_long_as_they_fit() -> None:
    made = article(" ".join(f"Boat number {n} lay on the sand that morning." for n in range(12)))
    blocks = [each for sentence in made.sentences for each in passage_card(made, sentence).blocks]
    cards = parts(Card(tuple(blocks)), MOST, measure)
    assert [each.span for each in passages(cards)] == list(made.sentences)
    assert 1 < len(cards) < len(made.sentences)


def test_a_name_longer_than_a_line_is_named_by_its_place() -> None:
    made = article("x" * 500)
    (only,) = brief(Card((block(Role.WHO, Cited(made, Span(0, 500))),))).blocks
    assert [getattr(piece, "text", None) for piece in only.pieces] == ["(500 characters, long:0-500)"]


@given(st.text(alphabet="ab .\n\t“”é😀\u3000", min_size=1, max_size=3000))
def test_parts_follow_each_other_and_leave_out_white_space_only(text: str) -> None:
    made = article(text)
    whole = Span(0, len(text))
    spans = [each.span for each in passages(parts(passage_card(made, whole), MOST, measure))]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
