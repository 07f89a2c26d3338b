"""Bound places: only what they are bound to is searched there, by every way in."""

from __future__ import annotations

from typing import Any

import pytest
from simcord.builders import ChannelHandle

from bot.services.database import ScopeKind
from tests.discordapp.conftest import Seen, World

RADIO, LANTERN = "fiction-quay-fire-radio", "fiction-quay-fire-lantern"
QUESTION = "how many firefighters fought the quay fire?"


async def owner_says(world: World, text: str, channel: ChannelHandle | None = None) -> Seen:
    before = len(world.answers(channel))
    await world.owner.send(channel or world.channel, text)
    found = world.answers(channel)
    assert len(found) == before + 1, world.env.transcript()
    return found[-1]


def thread_of(world: World) -> ChannelHandle:
    world.env.backend.create_thread(world.channel.id, "the quay", world.asker.id)
    (thread,) = world.channel.threads
    return thread


class TestABoundChannel:
    @pytest.fixture
    async def bound(self, kept: World) -> World:
        seen = await owner_says(kept, f"!bind {RADIO}")
        assert seen.text == f"the channel debate searches only: {RADIO}."
        return kept

    @pytest.mark.parametrize("line", ["!ask {}", "@bot {}", "!figures firefighters", "!quote", "!articles"])
    async def test_has_answers_from_its_articles_only(self, bound: World, line: str) -> None:
        seen = await bound.asks(line.format(QUESTION))
        assert RADIO in seen.text
        assert LANTERN not in seen.text

    async def test_says_what_was_searched(self, bound: World) -> None:
        assert f"searched: {RADIO} (2024-03-14)" in (await bound.asks(f"!ask {QUESTION}")).text

    async def test_offers_only_their_names(self, bound: World) -> None:
        choices = await bound.asker.autocomplete(bound.channel, "passage", "passage", "")
        assert {str(each["value"]).partition(":")[0] for each in choices} == {RADIO}

    async def test_opens_no_passage_of_another(self, bound: World) -> None:
        assert "About 40" not in (await bound.asks(f"!passage {LANTERN}:564-634")).text

    async def test_is_so_after_a_restart(self, bound: World) -> None:
        await bound.bot.door.scopes.read(bound.bot.door.state)
        await bound.restarts()
        await bound.bot.door.scopes.read(bound.bot.door.state)
        assert LANTERN not in (await bound.asks(f"!ask {QUESTION}")).text

    async def test_leaves_others_alone(self, bound: World) -> None:
        other = bound.guild.create_text_channel("elsewhere")
        await bound.asker.send(other, f"!ask {QUESTION}")
        assert LANTERN in bound.answers(other)[0].text

    async def test_is_what_its_threads_search(self, bound: World) -> None:
        thread = thread_of(bound)
        await bound.asker.send(thread, f"!ask {QUESTION}")
        assert LANTERN not in bound.answers(thread)[0].text

    async def test_is_less_than_what_a_thread_of_it_is_bound_to(self, bound: World) -> None:
        thread = thread_of(bound)
        await owner_says(bound, f"!bind {LANTERN}", thread)
        await bound.asker.send(thread, f"!ask {QUESTION}")
        answer = bound.answers(thread)[-1].text
        assert LANTERN in answer
        assert RADIO not in answer

    async def test_searches_everything_again_when_it_is_unbound(self, bound: World) -> None:
        await owner_says(bound, "!unbind")
        assert LANTERN in (await bound.asks(f"!ask {QUESTION}")).text

    async def test_is_in_the_log(self, bound: World) -> None:
        (entry,) = await bound.bot.door.state.audit.newest(5, bound.guild.id)
        assert (entry.action, entry.who, entry.outcome) == ("bind", f"discord:{bound.owner.id}", "done")

    async def test_is_listed(self, bound: World) -> None:
        await owner_says(bound, f"!bind {LANTERN}, {RADIO} --to server")
        assert (await owner_says(bound, "!bindings")).text.split("\n") == [
            "Bound in this server:",
            f"the channel debate: {RADIO}",
            f"this server: {LANTERN}, {RADIO}",
        ]

    async def test_whose_articles_are_gone_says_so(self, bound: World, tmp_path: Any) -> None:
        from tests.discordapp.conftest import shelf

        (tmp_path / "other").mkdir()
        await bound.restarts(shelf(tmp_path / "other", storm="The storm broke four masts."))
        await bound.bot.door.scopes.read(bound.bot.door.state)
        assert (await bound.asks(f"!ask {QUESTION}")).text.startswith(
            "This place is bound to articles that are no"
        )


class TestWhatCannotBeBound:
    @pytest.mark.parametrize(
        ("line", "said"),
        [
            (f"!bind {RADIO}o", f"No article has the id “{RADIO}o”. Did you mean {RADIO}?"),
            ("!bind zzz", "No article has the id “zzz”."),
            ("!bind", "Say what to look for: a few words, or a question."),
            ("!unbind", "The channel debate is not bound to anything."),
            (f"!bind {RADIO} --tag News", "Tags belong to forums: use this in a post of one."),
        ],
    )
    async def test_is_said(self, kept: World, line: str, said: str) -> None:
        assert (await owner_says(kept, line)).text == said

    async def test_without_a_state_it_is_refused(self, world: World) -> None:
        assert (await owner_says(world, f"!bind {RADIO}")).text == "There is no state in this test."


class TestByTag:
    async def test_posts_with_the_tag_search_its_articles(self, kept: World) -> None:
        door = kept.bot.door
        from bot.services.database import Binding

        await door.state.bindings.put(Binding(ScopeKind.FORUM_TAG, 77, kept.guild.id, (RADIO,)))
        await door.scopes.read(door.state)
        assert "posts with the tag “77”" in (await owner_says(kept, "!bindings")).text
