"""What is searched where: the narrowest binding decides."""

from __future__ import annotations

import pytest

from bot.services.database import Binding, ScopeKind
from bot.services.scopes import EVERYTHING, Scope, Where, bound, scope_of

SERVER, CHANNEL, THREAD, RED, BLUE = 1, 2, 3, 4, 5
BINDINGS = {
    ScopeKind.SERVER: Binding(ScopeKind.SERVER, SERVER, SERVER, ("storm",)),
    ScopeKind.CHANNEL: Binding(ScopeKind.CHANNEL, CHANNEL, SERVER, ("ferry", "storm")),
    ScopeKind.FORUM_TAG: Binding(ScopeKind.FORUM_TAG, RED, SERVER, ("fire",)),
    ScopeKind.THREAD: Binding(ScopeKind.THREAD, THREAD, SERVER, ("budget",)),
}
IN_CHANNEL = Where(SERVER, CHANNEL)
IN_THREAD = Where(SERVER, THREAD, CHANNEL, (RED,))


def found(where: Where, *kinds: ScopeKind) -> Scope:
    return scope_of(where, bound(BINDINGS[kind] for kind in kinds))


@pytest.mark.parametrize(
    ("where", "kinds", "expected"),
    [
        (IN_CHANNEL, (), EVERYTHING),
        (IN_CHANNEL, ("server",), Scope(ScopeKind.SERVER, ("storm",))),
        (IN_CHANNEL, ("server", "channel"), Scope(ScopeKind.CHANNEL, ("ferry", "storm"))),
        (IN_THREAD, ("server", "channel"), Scope(ScopeKind.CHANNEL, ("ferry", "storm"))),
        (IN_THREAD, ("server", "channel", "forum_tag"), Scope(ScopeKind.FORUM_TAG, ("fire",))),
        (IN_THREAD, ("server", "channel", "forum_tag", "thread"), Scope(ScopeKind.THREAD, ("budget",))),
        (Where(None, THREAD), ("server", "channel", "forum_tag", "thread"), EVERYTHING),
        (Where(9, 9), ("server", "channel"), EVERYTHING),
    ],
)
def test_the_narrowest_binding_decides(where: Where, kinds: tuple[str, ...], expected: Scope) -> None:
    assert found(where, *map(ScopeKind, kinds)) == expected


def test_the_tags_of_one_post_are_searched_together() -> None:
    blue = Binding(ScopeKind.FORUM_TAG, BLUE, SERVER, ("ferry", "fire"))
    where = Where(SERVER, THREAD, CHANNEL, (BLUE, RED))
    assert scope_of(where, bound([BINDINGS[ScopeKind.FORUM_TAG], blue])).articles == ("ferry", "fire")


def test_a_binding_of_a_thread_is_none_of_a_channel_with_the_same_id() -> None:
    assert scope_of(Where(SERVER, THREAD), bound([BINDINGS[ScopeKind.THREAD]])) == EVERYTHING
