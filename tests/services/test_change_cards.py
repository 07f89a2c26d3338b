"""Cards of a change: what an admin reads before saying yes."""

from __future__ import annotations

from bot.core.difference import difference
from bot.core.extract import extract
from bot.core.store import Entry
from bot.core.structure import read_article
from bot.services.cards import Card, Own, Role
from bot.services.cards.changes import change_cards

FERRY = """Ferry runs aground

“Nobody on the bridge was asleep,” harbour master Ada Brandt said. She praised the crew.

Police said 353 officers were injured. The mayor said 26 boats were lost. Nobody had seen it coming.

The ferry lay on the sand for some hours.
"""


def entry(text: str) -> Entry:
    article = read_article(text, id="ferry")
    return Entry(article, extract(article))


def cards(*edits: tuple[str, str]) -> tuple[Card, ...]:
    edited = FERRY
    for old, new in edits:
        assert edited.count(old) == 1
        edited = edited.replace(old, new)
    return change_cards(difference(entry(FERRY), entry(edited)))


def text(card: Card, *roles: Role) -> str:
    """What a card says, the bot's words and the article's, a line for each block."""
    shown = [found for found in card.blocks if not roles or found.role in roles]
    return "\n".join(
        "".join(piece.text if isinstance(piece, Own) else piece.words for piece in found.pieces)
        for found in shown
    )


def test_the_summary_comes_first_and_has_the_numbers_themselves() -> None:
    found = cards(
        ("353 officers", "almost 357 officers"), ("She praised the crew.", "“Well done,” she said.")
    )
    assert text(found[0]) == "[ferry] quotes +1, figures 353 → almost 357, sentences +2 −2"
    numbers = list(found[0].cited())
    assert [cited.article.text.count("357") for cited in numbers] == [0, 1]


def test_a_long_list_of_changed_figures_is_counted_not_told() -> None:
    words = ("boats", "cars", "lorries", "houses", "trees")
    old, new = ("Night\n\n" + "".join(f"He saw {n} {each}. " for each in words) for n in (10, 20))
    summary = text(change_cards(difference(entry(old), entry(new)))[0])
    assert "figures 10 → 20, 10 → 20, 10 → 20 and 2 more" in summary


def test_a_changed_figure_shows_its_sentence_as_it_was_and_as_it_is() -> None:
    card = cards(("353 officers", "357 officers"))[1]
    assert text(card, Role.LEAD, Role.PASSAGE) == (
        "353 officers were injured → 357 officers were injured\n"
        "Police said 353 officers were injured.\n"
        "Police said 357 officers were injured."
    )
    hashes = {cited.article.sha256[:8] for cited in card.cited()}
    assert len(hashes) == 2
    assert all(each in text(card, Role.RECEIPT) for each in hashes)


def test_a_sentence_shown_for_its_figure_is_not_shown_again() -> None:
    assert len(cards(("353 officers", "357 officers"))) == 2


def test_a_quote_with_another_speaker_names_both() -> None:
    card = cards(("harbour master Ada Brandt said", "captain Rosa Lind said"))[1]
    assert text(card, Role.WHO) == "before: Ada Brandt ← the article\nnow: Rosa Lind ← the article"


def test_sentences_that_follow_each_other_are_one_passage() -> None:
    gone = [
        text(card, Role.PASSAGE)
        for card in cards(("The mayor said 26 boats were lost. Nobody had seen it coming.", ""))
        if text(card, Role.LEAD) == "gone"
    ]
    assert gone == ["The mayor said 26 boats were lost. Nobody had seen it coming."]


def test_what_is_gone_is_cited_from_the_old_article_with_its_facts_marked() -> None:
    found = cards(("The mayor said 26 boats were lost. ", ""))
    (cited,) = [cited for card in found for cited in card.cited() if cited.strong]
    assert "26 boats" in cited.article.text
    assert [span.of(cited.article.text) for span in cited.strong] == ["26"]


def test_another_spelling_is_shown_as_such() -> None:
    found = cards(("The ferry lay", "The Ferry lay"))
    assert text(found[0]) == "[ferry] 1 sentence spelled otherwise"
    assert text(found[1], Role.PASSAGE).splitlines() == [
        "The ferry lay on the sand for some hours.",
        "The Ferry lay on the sand for some hours.",
    ]


def test_an_article_that_goes_is_named_with_all_it_holds() -> None:
    (card,) = change_cards(difference(entry(FERRY), None))
    assert text(card).startswith("[ferry] removed: Ferry runs aground · quotes −1, figures −2, sources −")


def test_an_article_that_came_is_named_too() -> None:
    (card,) = change_cards(difference(None, entry(FERRY)))
    assert text(card).startswith("[ferry] new: Ferry runs aground · quotes +1")


def test_no_difference_is_said() -> None:
    assert text(cards()[0]) == "[ferry] nothing that a reader would notice"


def test_every_card_but_summary_and_names_ends_in_receipts() -> None:
    found = cards(("353 officers", "357 officers"), ("Ada Brandt", "Rosa Lind"), ("for some hours", ""))
    passages = [card for card in found if any(each.role is Role.PASSAGE for each in card.blocks)]
    assert passages
    assert all(card.blocks[-1].role is Role.RECEIPT for card in passages)
    assert all(cited.words for card in found for cited in card.cited())
