"""Asking in Discord: every command by prefix, slash, mention and direct message."""

from __future__ import annotations

import discord
import pytest

from bot.services.config import Settings
from tests.discordapp.conftest import Enter, Seen, World

QUESTION = "how many firefighters fought the quay fire"


class TestAQuestionByAnyWay:
    async def test_a_prefix_command_is_answered_beside_it(self, world: World) -> None:
        seen = await world.asks(f"!ask {QUESTION}")
        assert "At least 45 firefighters" in seen.text
        assert isinstance(seen.message, discord.Message)
        assert seen.message.reference
        assert seen.is_layout

    async def test_two_accounts_of_a_number_stand_on_one_sheet(self, world: World) -> None:
        seen = await world.asks(f"!ask {QUESTION}")
        assert "At least 45 firefighters" in seen.text
        assert "About 40 firefighters" in seen.text

    async def test_a_slash_command_is_answered_at_once_for_everybody(self, world: World) -> None:
        result, seen = await world.slash("ask", question=QUESTION)
        assert not result.deferred
        assert not result.ephemeral
        assert "At least 45 firefighters" in seen.text

    async def test_a_mention_is_answered(self, world: World) -> None:
        seen = await world.asks(f"@bot {QUESTION}?")
        assert "At least 45 firefighters" in seen.text

    async def test_a_mention_may_stand_anywhere(self, world: World) -> None:
        seen = await world.asks(f"hey @bot, {QUESTION}?")
        assert "At least 45 firefighters" in seen.text

    async def test_a_direct_message_needs_neither_mention_nor_prefix(self, world: World) -> None:
        await world.asker.send_dm(QUESTION)
        (seen,) = world.answers(world.asker.user.dm_channel)
        assert "At least 45 firefighters" in seen.text

    async def test_a_command_after_a_mention_is_that_command(self, world: World) -> None:
        seen = await world.asks("@bot quote crake")
        assert "We could not get within thirty metres of it at first" in seen.text

    async def test_a_reply_to_an_answer_is_asked_of_the_same_article(self, world: World) -> None:
        first = await world.asks("!quote --article fiction-quay-fire-radio")
        before = len(world.answers())
        await world.asker.send(world.channel, "how many firefighters were there?", reply_to=first.message)
        seen = world.answers()[-1]
        assert len(world.answers()) == before + 1
        assert "fiction-quay-fire-radio:" in seen.text
        assert "fiction-quay-fire-lantern:" not in seen.text

    async def test_a_remark_in_reply_to_an_answer_gets_silence(self, world: World) -> None:
        first = await world.asks(f"!ask {QUESTION}")
        await world.asker.send(world.channel, "lol thanks mate", reply_to=first.message)
        assert len(world.answers()) == 1

    async def test_a_bare_mention_shows_what_the_bot_does(self, world: World) -> None:
        seen = await world.asks("@bot")
        assert "I answer from the loaded articles, word for word" in seen.text

    async def test_talk_that_is_not_for_the_bot_gets_silence(self, world: World) -> None:
        await world.asker.send(world.channel, QUESTION)
        await world.asker.send(world.channel, "!frobnicate the quay")
        assert world.answers() == []


class TestEveryCommand:
    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("!ask how many were arrested?", "2,000 people were arrested"),
            ("!quote crake", "We could not get within thirty metres of it at first"),
            ("!quote --speaker corrie", "All our people have come back"),
            ("!quote peaceful --kind scare", "peaceful protesters"),
            ("!figures arrested", "2,000 people"),
            ("!sources khabar", "Khabar-24"),
            ("!sources --kind outlet", "Russian media"),
            ("!passage fiction-quay-fire-lantern:564-634", "About 40 firefighters from four stations"),
            ("!articles", "[fiction-quay-fire-lantern]"),
            ("!help", "/figures or !figures"),
            ("!help quote", "--speaker – Only what this one said"),
            ("!HELP", "/figures or !figures"),
            ("! quote crake", "We could not get within thirty metres of it at first"),
        ],
    )
    async def test_by_prefix(self, world: World, line: str, words: str) -> None:
        assert words in (await world.asks(line)).text

    @pytest.mark.parametrize(
        ("name", "options", "words"),
        [
            ("ask", {"question": "how many were arrested?"}, "2,000 people were arrested"),
            ("quote", {"words": "crake"}, "We could not get within thirty metres of it at first"),
            ("quote", {"speaker": "corrie"}, "All our people have come back"),
            ("quote", {"words": "peaceful", "kind": "scare"}, "peaceful protesters"),
            ("figures", {"words": "arrested"}, "2,000 people"),
            ("sources", {"words": "khabar", "kind": "outlet"}, "Khabar-24"),
            ("passage", {"passage": "fiction-quay-fire-lantern:564-634"}, "About 40 firefighters"),
            ("articles", {}, "[fiction-quay-fire-lantern]"),
            ("help", {"command": "quote"}, "--speaker – Only what this one said"),
        ],
    )
    async def test_by_slash(self, world: World, name: str, options: dict[str, str], words: str) -> None:
        _, seen = await world.slash(name, **options)
        assert words in seen.text

    @pytest.mark.parametrize("line", ["!quote what’s", '!quote "crake', "!ask it’s “how many arrested"])
    async def test_typographic_and_unbalanced_marks_are_words_like_others(
        self, world: World, line: str
    ) -> None:
        assert "searched:" in (await world.asks(line)).text

    async def test_a_command_without_its_words_is_told_what_it_needs(self, world: World) -> None:
        assert (await world.asks("!ask")).text == "Say what to look for: a few words, or a question."

    async def test_an_unknown_kind_is_told_which_there_are(self, world: World) -> None:
        seen = await world.asks("!quote crake --kind shouting")
        assert (
            seen.text == "“shouting” is none of: direct, partial, relayed, block, scare, headline, post, all."
        )

    async def test_an_article_filter_holds(self, world: World) -> None:
        seen = await world.asks(f"!ask {QUESTION} --article fiction-quay-fire-lantern")
        assert "fiction-quay-fire-radio" not in seen.text


class TestRefusals:
    async def test_by_slash_they_are_private(self, world: World) -> None:
        result, seen = await world.slash("quote", words="zzyzx")
        assert result.ephemeral
        assert "No quote is about “zzyzx”." in seen.text

    async def test_they_show_the_nearest_passages_and_what_was_searched(self, world: World) -> None:
        seen = await world.asks("!ask how many people died in the riot of Port Hennock")
        assert "Nearest in the articles, though it does not answer this:" in seen.text
        assert "fiction-quay-fire-lantern (2024-03-13)" in seen.text

    async def test_a_suggestion_is_a_button_that_asks_it(self, world: World) -> None:
        seen = await world.asks("!quote bel lane residence")
        (label,) = [each for each in seen.buttons if each not in {"Delete", "Recheck"}] or ["none"]
        await world.clicks(seen, label)
        assert "Did you mean" not in world.again(seen).text

    async def test_hostile_words_in_a_question_stay_words(self, world: World) -> None:
        seen = await world.asks("!quote **zzyzx** [qqqqq](<xxyyzz>)")
        assert "**zzyzx** [qqqqq](<xxyyzz>)" in seen.text
        assert isinstance(seen.message, discord.Message)
        assert not seen.message.mention_everyone


class TestPrivateAnswers:
    async def test_an_answer_can_be_asked_for_privately_and_shared(self, world: World) -> None:
        result, seen = await world.slash("ask", question=QUESTION, private=True)
        assert result.ephemeral
        shared = await world.clicks(seen, "Share")
        public = Seen(shared.followups[0])
        assert not shared.followups[0].ephemeral
        assert "At least 45 firefighters" in public.text
        assert "shared by asker" in public.text

    async def test_a_private_answer_has_no_delete_since_discord_has(self, world: World) -> None:
        _, seen = await world.slash("ask", question=QUESTION, private=True)
        assert "Delete" not in seen.buttons


class TestPlainText:
    async def test_a_server_can_have_plain_text(self, enter: Enter) -> None:
        settings = Settings.model_validate({"discord": {"plain_text": True}})
        async with enter(settings) as world:
            seen = await world.asks(f"!ask {QUESTION}")
            assert not seen.is_layout
            assert seen.message.content
            assert "At least 45 firefighters" in seen.text

    async def test_a_command_can_be_plain_while_others_are_not(self, enter: Enter) -> None:
        settings = Settings.model_validate({"discord": {"plain_commands": ["articles"]}})
        async with enter(settings) as world:
            assert not (await world.asks("!articles")).is_layout
            assert (await world.asks("!quote crake")).is_layout

    async def test_links_get_no_preview(self, enter: Enter) -> None:
        settings = Settings.model_validate({"discord": {"plain_text": True}})
        async with enter(settings) as world:
            seen = await world.asks("!quote statue")
            assert seen.message.flags.suppress_embeds
            assert "pic.twitter.com/aetzwdNQqf" in seen.text


class TestPrefixes:
    async def test_a_server_has_the_prefix_that_is_configured_for_it(self, enter: Enter) -> None:
        async with enter() as world:
            servers = {str(world.guild.id): {"prefix": "?"}}
            settings = Settings.model_validate({"discord": {"servers": servers}})
            object.__setattr__(world.bot.door, "settings", settings)
            await world.asker.send(world.channel, "!quote crake")
            assert world.answers() == []
            assert "thirty metres" in (await world.asks("?quote crake")).text


class TestWithoutMessageContent:
    async def test_all_but_the_bare_prefix_works(self, enter: Enter) -> None:
        async with enter(message_content=False) as world:
            await world.asker.send(world.channel, f"!ask {QUESTION}")
            assert world.answers() == []
            assert "At least 45" in (await world.asks(f"@bot {QUESTION}")).text
            _, seen = await world.slash("ask", question=QUESTION)
            assert "At least 45" in seen.text
            await world.asker.send_dm(QUESTION)
            assert "At least 45" in world.answers(world.asker.user.dm_channel)[-1].text
