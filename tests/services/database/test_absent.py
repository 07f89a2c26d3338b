"""The stand-in for a database that cannot be opened."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from bot.services.database import Binding, Database, NoDatabase, ScopeKind, StateError, open_state

REASON = "The state's file is damaged: move it away."
PARTS = ("audit", "bindings", "posted", "unanswered", "versions", "values")


def methods(kind: type) -> dict[str, inspect.Signature]:
    return {
        name: inspect.signature(found)
        for name, found in vars(kind).items()
        if inspect.isfunction(found) and not name.startswith("_")
    }


@pytest.mark.parametrize("part", PARTS)
async def test_each_part_has_the_methods_of_what_it_stands_in_for(database: Database, part: str) -> None:
    real = methods(type(getattr(database, part)))
    assert real
    assert methods(type(getattr(NoDatabase(REASON), part))) == real


def test_so_has_the_whole() -> None:
    assert methods(NoDatabase) == methods(Database)
    assert set(vars(NoDatabase(REASON))) == {*PARTS, "reason"}


async def test_reading_finds_nothing() -> None:
    nothing = NoDatabase(REASON)
    assert await nothing.audit.newest(9) == ()
    assert await nothing.bindings.of(1) == await nothing.bindings.all() == ()
    assert await nothing.posted.of_articles(["f" * 64]) == ()
    assert await nothing.posted.count() == 0
    assert await nothing.unanswered.list(1) == ()
    assert await nothing.versions.newest(9) == ()
    assert await nothing.values.get("commands") is None
    await nothing.close()


async def test_changing_says_why_nothing_is_kept() -> None:
    nothing = NoDatabase(REASON)
    changes = (
        nothing.audit.add(who="x", action="add", outcome="Done."),
        nothing.bindings.put(Binding(ScopeKind.SERVER, 1, 1, ())),
        nothing.bindings.remove(ScopeKind.SERVER, 1),
        nothing.posted.forget(1),
        nothing.unanswered.add(1, "how many?", 9),
        nothing.unanswered.remove(1, 1),
        nothing.versions.add("x", "note", {}),
        nothing.versions.files(1),
        nothing.versions.prune(1),
        nothing.values.put("commands", "x"),
        nothing.forget(1),
    )
    for change in changes:
        with pytest.raises(StateError, match=f"^{REASON}$"):
            await change


async def test_what_cannot_be_opened_gives_it_with_its_reason(tmp_path: Path) -> None:
    state = await open_state(f"sqlite:///{tmp_path}", {})
    assert isinstance(state, NoDatabase)
    assert state.reason == f"The state's file {tmp_path} is a folder: name a file in state.url."


async def test_what_can_be_opened_has_no_reason(url: str) -> None:
    state = await open_state(url, {})
    assert isinstance(state, Database)
    assert state.reason is None
    await state.close()
