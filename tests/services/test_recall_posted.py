"""Which posted answers a reload concerns, and where the others are found from now on."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core.article import Article
from bot.services.database import PostedAnswer, Ref
from bot.services.recall import Standing, followed, recalled
from tests.services.recall_fixture import FERRY, article, cite, store

INJURED, BOATS = "Police said 353 officers were injured.", "The mayor said 26 boats were lost."
OLD = article()
OTHER = article("Bridge closed\n\nThe bridge stays closed until May.\n", id="bridge")
CLOSED = cite(OTHER, "The bridge stays closed until May.")
MOMENT = datetime(2024, 3, 14, tzinfo=UTC)


def answer(message: int, *refs: Ref) -> PostedAnswer:
    return PostedAnswer(message, 20, 1, refs, MOMENT)


def edited(*edits: tuple[str, str]) -> Article:
    text = FERRY
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return article(text)


def test_only_answers_that_cite_what_changed_or_went_are_recalled_in_their_order() -> None:
    new = store(edited(("353", "357")))
    posted = (
        answer(1, cite(OLD, BOATS)),
        answer(2, CLOSED),
        answer(3, cite(OLD, BOATS), cite(OLD, INJURED)),
    )
    found = recalled(store(OLD, OTHER), new, posted)
    assert [recall.posted.message for recall in found] == [2, 3]
    assert [[check.standing for check in recall.checks] for recall in found] == [
        [Standing.WITHDRAWN],
        [Standing.MOVED, Standing.CHANGED],
    ]
    assert [check.standing for check in found[1].told] == [Standing.CHANGED]


def test_a_passage_that_is_cited_twice_is_told_once() -> None:
    (found,) = recalled(store(OLD), store(), (answer(1, cite(OLD, INJURED), cite(OLD, INJURED)),))
    assert len(found.checks) == 1


def test_a_reload_that_changed_nothing_recalls_nothing() -> None:
    assert recalled(store(OLD), store(OLD), (answer(1, cite(OLD, INJURED)),)) == ()


def test_what_was_cited_from_a_still_older_version_was_recalled_then() -> None:
    older = article(FERRY + "More.\n")
    assert recalled(store(OLD), store(), (answer(1, cite(older, INJURED)),)) == ()


def test_no_posted_answers_are_none() -> None:
    assert recalled(store(OLD), store(), ()) == ()
    assert followed(store(OLD), store(), ()) == ()


def test_an_answer_whose_passage_moved_is_followed_and_recalled_at_the_change_after() -> None:
    moved = edited(("Ferry runs", "A ferry runs"))
    posted = (answer(1, CLOSED, cite(OLD, INJURED)), answer(2, CLOSED))
    (now,) = followed(store(OLD, OTHER), store(moved, OTHER), posted)
    assert now == answer(1, CLOSED, cite(moved, INJURED))
    later = edited(("Ferry runs", "A ferry runs"), ("353", "357"))
    assert recalled(store(moved, OTHER), store(later, OTHER), posted) == ()
    (found,) = recalled(store(moved, OTHER), store(later, OTHER), (now,))
    assert [check.standing for check in found.told] == [Standing.CHANGED]


def test_an_answer_whose_passage_changed_goes_on_citing_what_it_says() -> None:
    assert followed(store(OLD), store(edited(("353", "357"))), (answer(1, cite(OLD, INJURED)),)) == ()
