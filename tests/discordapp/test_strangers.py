"""Every control that there is, pressed by somebody else than the one who asked."""

from __future__ import annotations

import pytest

from bot.discordapp import controls
from bot.discordapp.refs import write_refs
from bot.discordapp.sheets import Kind
from tests.discordapp.conftest import Seen, World
from tests.discordapp.controlling import ONE, STRANGER
from tests.discordapp.test_controls_lasting import forged

FOR_ALL = {"Recheck", "Correct"}
"""Those that obey anybody, or any admin."""
NO_BUTTON = {"Pages"}
"""The menu; that a stranger cannot turn it is held where menus are."""
ADMINS_ONLY = "Only admins of this server may do that: its owner, and whoever the bot's configuration names."


def ids(world: World, refs: str) -> dict[str, str]:
    """A custom id of each control, all of the asker's."""
    asker = world.asker.id
    return {
        "Go": controls.Go(asker, Kind.ANSWER, 0, forward=True).custom_id,
        "ShowContext": controls.ShowContext(asker, Kind.ANSWER, refs).custom_id,
        "Recheck": controls.Recheck(asker, Kind.ANSWER, refs).custom_id,
        "Share": controls.Share(asker, Kind.ANSWER, refs).custom_id,
        "ShareShown": controls.ShareShown(asker).custom_id,
        "Delete": controls.Delete(asker).custom_id,
        "Run": controls.Run(asker, "ask", "", "who?").custom_id,
        "ShowChart": controls.ShowChart(asker, "", "firefighters").custom_id,
        "TellAdmin": controls.TellAdmin(asker, "who?").custom_id,
        "Confirm": controls.Confirm(asker, "forget", "").custom_id,
        "Correct": controls.Correct(world.channel.id, 123456789012345678).custom_id,
    }


async def test_the_walk_knows_every_control(world: World) -> None:
    named = {each.__name__ for each in controls.CONTROLS} - {"Outdated"}
    assert named - NO_BUTTON == set(ids(world, "x" * 20))
    assert {each.__name__ for each in controls.CONTROLS if each.for_all} == FOR_ALL


@pytest.mark.parametrize(
    "name", ["Go", "ShowContext", "Share", "Delete", "Run", "ShareShown", "ShowChart", "TellAdmin", "Confirm"]
)
async def test_a_stranger_is_refused(kept: World, name: str) -> None:
    seen = await kept.asks(ONE)
    forged(kept, seen, ids(kept, refs_of(kept))[name])
    before = len(kept.answers())
    result = await kept.clicks(kept.again(seen), "forged", kept.other)
    assert result.response
    assert result.ephemeral
    assert Seen(result.response).text == STRANGER
    assert len(kept.answers()) == before


async def test_a_correction_is_refused_to_everybody_but_admins(kept: World) -> None:
    seen = await kept.asks(ONE)
    forged(kept, seen, ids(kept, refs_of(kept))["Correct"])
    result = await kept.clicks(kept.again(seen), "forged", kept.other)
    assert result.response
    assert Seen(result.response).text == ADMINS_ONLY


async def test_what_is_to_be_confirmed_is_refused_to_an_asker_who_is_no_admin(kept: World) -> None:
    seen = await kept.asks(ONE)
    forged(kept, seen, ids(kept, refs_of(kept))["Confirm"])
    result = await kept.clicks(kept.again(seen), "forged")
    assert result.response
    assert Seen(result.response).text == ADMINS_ONLY


def refs_of(world: World) -> str:
    """A passage as controls hold it."""
    from bot.core.span import Span
    from bot.discordapp.refs import Ref
    from bot.services.answers import Hit, Passage

    store = world.bot.door.store
    article = store.articles[0]
    written = write_refs([Ref(Hit(Passage(article, Span(*article.sentences[0])), 1.0))], store, 90)
    assert written
    return written
