"""The bindings: at most one for each scope."""

from __future__ import annotations

import pytest

from bot.services.database import Binding, Database, ScopeKind

CHANNEL = Binding(ScopeKind.CHANNEL, 20, 1, ("ferry", "bridge"))


@pytest.mark.parametrize("kind", list(ScopeKind))
async def test_a_binding_comes_back_as_it_was_made(database: Database, kind: ScopeKind) -> None:
    binding = Binding(kind, 2**63 - 1, 2**63 - 2, ("z", "a", "été “x”"))
    await database.bindings.put(binding)
    assert await database.bindings.of(2**63 - 2) == (binding,)


async def test_the_second_of_a_scope_takes_the_place_of_the_first(database: Database) -> None:
    await database.bindings.put(CHANNEL)
    await database.bindings.put(CHANNEL._replace(articles=("quay",)))
    assert await database.bindings.all() == (CHANNEL._replace(articles=("quay",)),)


async def test_a_scope_may_be_bound_to_nothing(database: Database) -> None:
    await database.bindings.put(CHANNEL._replace(articles=()))
    assert await database.bindings.all() == (CHANNEL._replace(articles=()),)


async def test_a_channel_and_a_thread_with_one_id_are_two_scopes(database: Database) -> None:
    thread = CHANNEL._replace(kind=ScopeKind.THREAD, articles=("quay",))
    await database.bindings.put(thread)
    await database.bindings.put(CHANNEL)
    assert await database.bindings.all() == (CHANNEL, thread)


async def test_a_server_sees_its_own_and_the_whole_is_ordered(database: Database) -> None:
    elsewhere, later = CHANNEL._replace(scope=19, server=2), CHANNEL._replace(scope=21)
    for binding in (later, CHANNEL, elsewhere):
        await database.bindings.put(binding)
    assert await database.bindings.of(1) == (CHANNEL, later)
    assert await database.bindings.all() == (elsewhere, CHANNEL, later)


async def test_unbinding_says_whether_there_was_anything(database: Database) -> None:
    await database.bindings.put(CHANNEL)
    assert not await database.bindings.remove(ScopeKind.THREAD, CHANNEL.scope)
    assert await database.bindings.remove(CHANNEL.kind, CHANNEL.scope)
    assert not await database.bindings.remove(CHANNEL.kind, CHANNEL.scope)
    assert await database.bindings.all() == ()
