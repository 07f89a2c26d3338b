"""The posted answers: ids and offsets, bounded, found by what they cite."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.services.database import Database, PostedAnswer, Ref
from bot.services.database.statements import BATCH

FERRY, BRIDGE = "f" * 64, "b" * 64
MOMENT = datetime(2024, 3, 14, 12, 30, tzinfo=UTC)
MANY = 100


def answer(message: int, *refs: Ref, server: int = 1) -> PostedAnswer:
    return PostedAnswer(message, 20, server, refs or (Ref(FERRY, 3, 9),), MOMENT)


async def test_an_answer_comes_back_with_its_passages_in_their_order(database: Database) -> None:
    posted = answer(5, Ref(FERRY, 90, 99), Ref(BRIDGE, 0, 1), Ref(FERRY, 3, 9))
    await database.posted.put(posted, MANY)
    assert await database.posted.of_articles([BRIDGE]) == (posted,)


async def test_a_time_elsewhere_is_kept_as_the_same_moment(database: Database) -> None:
    local = MOMENT.astimezone(timezone(timedelta(hours=5, minutes=45)))
    await database.posted.put(answer(5)._replace(at=local), MANY)
    (found,) = await database.posted.of_articles([FERRY])
    assert (found.at, found.at.tzinfo) == (MOMENT, UTC)


async def test_answers_are_found_by_any_article_they_cite_once_each(database: Database) -> None:
    both, one = answer(6, Ref(FERRY, 0, 1), Ref(BRIDGE, 0, 1)), answer(5, Ref(BRIDGE, 2, 3))
    await database.posted.put(both, MANY)
    await database.posted.put(one, MANY)
    assert await database.posted.of_articles([FERRY]) == (both,)
    assert await database.posted.of_articles([FERRY, BRIDGE, FERRY]) == (one, both)
    assert await database.posted.of_articles(["0" * 64]) == ()
    assert await database.posted.of_articles([]) == ()


async def test_more_articles_than_one_statement_takes_are_all_looked_for(database: Database) -> None:
    both = answer(5, Ref(FERRY, 0, 1), Ref(BRIDGE, 0, 1))
    await database.posted.put(both, MANY)
    others = [f"{number:064x}" for number in range(BATCH)]
    assert await database.posted.of_articles([FERRY, *others, BRIDGE]) == (both,)


async def test_an_answer_that_was_edited_cites_only_what_it_says_now(database: Database) -> None:
    await database.posted.put(answer(5, Ref(FERRY, 0, 1), Ref(FERRY, 2, 3)), MANY)
    await database.posted.put(answer(5, Ref(BRIDGE, 0, 1)), MANY)
    assert await database.posted.of_articles([FERRY]) == ()
    assert await database.posted.of_articles([BRIDGE]) == (answer(5, Ref(BRIDGE, 0, 1)),)
    assert await database.posted.count() == 1


async def test_only_the_newest_of_each_server_are_kept(database: Database) -> None:
    await database.posted.put(answer(1, server=2), 2)
    for message in (3, 9, 5, 7):
        await database.posted.put(answer(message), 2)
    assert [each.message for each in await database.posted.of_articles([FERRY])] == [1, 7, 9]


async def test_keeping_none_keeps_not_even_the_one_that_was_given(database: Database) -> None:
    await database.posted.put(answer(5), MANY)
    await database.posted.put(answer(6), 0)
    assert await database.posted.count() == 0
    assert await database.posted.of_articles([FERRY]) == ()


async def test_the_bound_holds_although_many_are_posted_at_once(database: Database) -> None:
    await asyncio.gather(*(database.posted.put(answer(message), 3) for message in range(1, 21)))
    assert [each.message for each in await database.posted.of_articles([FERRY])] == [18, 19, 20]


async def test_forgetting_one_says_whether_it_was_there(database: Database) -> None:
    await database.posted.put(answer(5), MANY)
    assert await database.posted.forget(5)
    assert not await database.posted.forget(5)
    assert await database.posted.of_articles([FERRY]) == ()


@pytest.mark.parametrize(("server", "count"), [(None, 3), (1, 2), (2, 1), (3, 0)])
async def test_they_are_counted_by_server_and_in_all(
    database: Database, server: int | None, count: int
) -> None:
    for message, place in ((1, 1), (2, 1), (3, 2)):
        await database.posted.put(answer(message, server=place), MANY)
    assert await database.posted.count(server) == count
