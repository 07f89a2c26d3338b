"""The questions that somebody wanted an admin to see: their text, and never whose they are."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.services.database import Database, UnansweredQuestion, open_database

MANY = 100


async def test_a_question_comes_back_letter_by_letter(database: Database) -> None:
    text = "Wie viele?\r\n\t“Où”\0 \ud83d \U0001f6f3 \x1a0000"
    question = await database.unanswered.add(1, text, MANY)
    assert question.text == text
    assert await database.unanswered.list(1) == (question,)


async def test_it_is_the_text_the_time_and_the_server_that_are_kept_and_nothing_else(url: str) -> None:
    moment = datetime(2024, 3, 14, tzinfo=UTC)
    database = await open_database(url, {}, clock=lambda: moment)
    question = await database.unanswered.add(1, "how many?", MANY)
    assert question == UnansweredQuestion(question.id, moment, 1, "how many?")
    await database.close()


async def test_the_newest_come_first_and_each_server_sees_its_own(database: Database) -> None:
    first = await database.unanswered.add(1, "first", MANY)
    await database.unanswered.add(2, "elsewhere", MANY)
    second = await database.unanswered.add(1, "second", MANY)
    assert await database.unanswered.list(1) == (second, first)


async def test_only_the_newest_of_a_server_are_kept(database: Database) -> None:
    elsewhere = await database.unanswered.add(2, "elsewhere", 1)
    for text in ("first", "second", "third"):
        await database.unanswered.add(1, text, 2)
    assert [each.text for each in await database.unanswered.list(1)] == ["third", "second"]
    assert await database.unanswered.list(2) == (elsewhere,)


async def test_keeping_none_keeps_not_even_the_one_that_was_given(database: Database) -> None:
    await database.unanswered.add(1, "how many?", 0)
    assert await database.unanswered.list(1) == ()


async def test_only_the_server_itself_removes_its_question_and_only_once(database: Database) -> None:
    question = await database.unanswered.add(1, "how many?", MANY)
    assert not await database.unanswered.remove(2, question.id)
    assert await database.unanswered.remove(1, question.id)
    assert not await database.unanswered.remove(1, question.id)
