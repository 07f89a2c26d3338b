"""Cards of what became of cited passages: spans in, lines out."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.services.cards import Card, Own, Role
from bot.services.cards.recall import correction_cards, recall_line, recheck_card, summary_card
from bot.services.database import PostedAnswer, Ref
from bot.services.recall import Recall, recalled, recheck
from tests.services.recall_fixture import FERRY, after, article, cite, store

INJURED, BOATS = "Police said 353 officers were injured.", "The mayor said 26 boats were lost."
OLD = article()
LONGER = article(FERRY + "More.\n")


def lines(card: Card) -> list[str]:
    """What a card says, the bot's words and the article's, a line for each block."""
    return [
        "".join(piece.text if isinstance(piece, Own) else piece.words for piece in found.pieces)
        for found in card.blocks
    ]


def of(*refs: Ref, new: str = FERRY.replace("353", "357")) -> tuple[Recall, ...]:
    posted = PostedAnswer(1, 20, 1, refs, datetime(2024, 3, 14, tzinfo=UTC))
    return recalled(store(OLD), store(article(new)), (posted,))


def test_an_unchanged_passage_shows_its_words_and_their_receipt() -> None:
    said = lines(recheck_card(recheck(cite(OLD, INJURED), "ferry", None, store(OLD))))
    assert said[:2] == ["unchanged: the article is still the one that was cited", INJURED]
    start = FERRY.index(INJURED)
    assert said[2].endswith(f" · ferry:{start}-{start + len(INJURED)} · {OLD.sha256[:8]} · exact")


def test_a_moved_passage_shows_where_it_stands_and_where_it_was_cited_from() -> None:
    card = recheck_card(after(INJURED, ("Ferry runs", "The ferry runs")))
    said = lines(card)
    assert said[:2] == ["moved: the same words stand elsewhere in the article now", INJURED]
    assert said[-2] == "it was cited from"
    assert OLD.sha256[:8] in said[-1]
    assert OLD.sha256[:8] not in said[2]
    assert "places" not in "".join(said)


def test_a_moved_passage_that_stands_in_several_places_says_in_how_many() -> None:
    said = lines(recheck_card(after(INJURED, ("for some hours.", f"for some hours. {INJURED}"))))
    assert said[1] == "they stand in 2 places; this one is the nearest to where they stood"


def test_a_changed_passage_shows_both_versions_with_the_words_that_differ() -> None:
    card = recheck_card(after(INJURED, ("353", "357")))
    said = lines(card)
    assert said[0] == "changed: the article does not say this in these words any more"
    assert said[1:3] == ["before", INJURED]
    assert said[4:6] == ["now, what is most like it", INJURED.replace("353", "357")]
    before, now = (cited for cited in card.cited() if cited.strong)
    assert [span.of(before.article.text) for span in before.strong] == ["353"]
    assert [span.of(now.article.text) for span in now.strong] == ["357"]
    assert before.article.sha256[:8] in said[3]
    assert now.article.sha256[:8] in said[6]


def test_a_withdrawn_passage_shows_what_it_said_and_why_it_is_gone() -> None:
    gone = lines(recheck_card(recheck(cite(OLD, INJURED), "ferry", OLD, store())))
    assert gone[:2] == ["withdrawn: the article is not loaded any more", INJURED]
    unlike = lines(recheck_card(after(INJURED, (f"{INJURED} ", ""))))
    assert unlike[:2] == ["withdrawn: the article has nothing like it any more", INJURED]


def test_a_withdrawn_passage_whose_words_nobody_knows_has_its_receipt() -> None:
    ref = cite(OLD, INJURED)
    said = lines(recheck_card(recheck(ref, "ferry", None, store())))
    assert said[1] == f"cited: ferry:{ref.start}-{ref.end} · {OLD.sha256[:8]}"


def test_what_is_not_known_says_which_version_was_cited_and_which_is_loaded() -> None:
    ref = cite(OLD, INJURED)
    said = lines(recheck_card(recheck(ref, "ferry", None, store(LONGER))))
    assert said == [
        "not known: the article was changed, and its version of then is not kept",
        f"cited: ferry:{ref.start}-{ref.end} · {OLD.sha256[:8]} · loaded now: {LONGER.sha256[:8]}",
    ]


def test_a_place_that_never_was_is_said_to_be_none() -> None:
    said = lines(recheck_card(recheck(Ref(OLD.sha256, 0, 9999), "ferry", None, store(OLD))))
    assert said[0].startswith("no such passage")
    assert said[1].startswith("cited: ferry:0-9999 · ")


def test_a_correction_has_a_card_for_each_passage_that_changed_and_none_for_one_that_moved() -> None:
    (recall,) = of(cite(OLD, BOATS), cite(OLD, INJURED))
    (card,) = correction_cards(recall)
    assert lines(card)[0].startswith("changed: ")


def test_the_summary_counts_answers_and_each_line_its_passages() -> None:
    (recall,) = of(
        cite(OLD, INJURED),
        cite(OLD, BOATS),
        cite(OLD, "She praised the crew."),
        new=FERRY.replace("353", "357").replace("26", "27").replace("She praised the crew.", ""),
    )
    assert lines(summary_card([recall])) == ["1 posted answer cites what changed or was withdrawn"]
    assert lines(summary_card([recall] * 3)) == ["3 posted answers cite what changed or was withdrawn"]
    assert recall_line(recall) == "2 changed, 1 withdrawn · ferry"


def test_every_word_of_an_article_is_a_slice_of_the_version_that_has_it() -> None:
    card = recheck_card(after(INJURED, ("353", "357")))
    own = "".join(piece.text for block in card.blocks for piece in block.pieces if isinstance(piece, Own))
    assert "officers" not in own
    assert {found.role for found in card.blocks} <= {
        Role.LEAD,
        Role.NOTE,
        Role.PASSAGE,
        Role.RECEIPT,
        Role.LINK,
    }
