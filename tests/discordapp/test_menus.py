"""What can be done with any message: find it in the articles, and show what it quotes in its context."""

from __future__ import annotations

import discord
import pytest
from simcord.results import ResponseMessage

from tests.discordapp.conftest import Enter, Seen, World

FIND, QUOTE = "Find in article", "Quote this in context"
WORDS = "At least 45 firefighters were on the quay"
SENTENCE = f"{WORDS} at the height of the fire, according to the county brigade."
NO_TEXT = "There is no text in that message to look for."
NO_QUOTE = "That message does not quote the loaded articles word for word."


async def runs(world: World, menu: str, message: discord.Message | ResponseMessage) -> Seen:
    """What the asker alone sees after picking a menu on a message."""
    result = await world.asker.context_menu(world.channel, menu, message)
    assert result.response, world.env.transcript()
    assert result.response.ephemeral
    return Seen(result.response)


async def on(world: World, menu: str, text: str) -> Seen:
    """The same on what another member has written."""
    return await runs(world, menu, await world.other.send(world.channel, text))


def shows_the_quote(seen: Seen) -> bool:
    return f"**{WORDS}**" in seen.markdown and SENTENCE in seen.text


class TestQuotingInContext:
    @pytest.mark.parametrize(
        "text",
        [
            WORDS,
            f'lol "{WORDS}" sure',
            f"lol “{WORDS}” sure",
            f"lol ‘{WORDS}’ sure",
            f"> {WORDS}\nwhat rubbish",
            f">>> {WORDS}",
            f"||{WORDS}||",
            f"**{WORDS}**",
            "“At **least** 45 _firefighters_ were on the quay”",
            f"# {WORDS}",
            f"- nonsense of theirs\n- {WORDS}",
            f"```\n{WORDS}\n```",
            f"{WORDS} https://example.org/quay",
            f"[{WORDS}](<https://example.org/quay>)",
            f"<@1234> {WORDS.upper()}!",
        ],
    )
    async def test_shows_the_passage_around_the_quoted_words(self, world: World, text: str) -> None:
        assert shows_the_quote(await on(world, QUOTE, text))

    async def test_shows_all_passages_that_a_message_quotes(self, world: World) -> None:
        seen = await on(world, QUOTE, f"> {WORDS}\n> \n> \nbut: “nobody had counted the houseboats”")
        assert WORDS in seen.text
        assert "nobody had counted the houseboats" in seen.text

    async def test_gives_the_paragraph_on_request(self, world: World) -> None:
        seen = await on(world, QUOTE, f"“{WORDS}”")
        context = await world.clicks(seen, "Show context")
        assert context.response
        assert "Its deputy chief, Anselm Roe" in Seen(context.response).text

    async def test_of_one_word_more_is_no_quotation(self, world: World) -> None:
        seen = await on(world, QUOTE, "At least 45 firefighters were not on the quay")
        assert seen.text.startswith(NO_QUOTE)
        assert "Nearest in the articles, though it does not answer this:" in seen.text


class TestFinding:
    async def test_shows_the_nearest_passages(self, world: World) -> None:
        seen = await on(world, FIND, "wasn't the night watchman hurt in the fire?")
        assert seen.text.startswith("The articles may not answer this. The closest passages:")
        assert "a night watchman of 61, is in intensive care" in seen.text

    async def test_reads_formatted_words_like_plain_ones(self, world: World) -> None:
        seen = await on(world, FIND, "**watchman** _intensive_ ||care||")
        assert "Found in no article" not in seen.text
        assert "a night watchman of 61, is in intensive care" in seen.text


class TestAnyMessage:
    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_with_nothing_in_common_is_told_so(self, world: World, menu: str) -> None:
        seen = await on(world, menu, "zzyzx qqqqq")
        assert "Found in no article: “zzyzx”, “qqqqq”." in seen.text
        assert "Share" not in seen.buttons

    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_that_is_an_image_has_no_text(self, world: World, menu: str) -> None:
        image = await world.other.send(world.channel, "", attachments=[("quay.png", b"png")])
        assert (await runs(world, menu, image)).text == NO_TEXT

    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_that_is_only_mentions_has_no_text(self, world: World, menu: str) -> None:
        assert (await on(world, menu, f"{world.asker.mention} <#12>")).text == NO_TEXT

    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_may_have_four_thousand_characters(self, world: World, menu: str) -> None:
        message = await world.other.send(world.channel, WORDS)
        stored = world.env.backend.get_message(world.channel.id, message.id)
        stored.content = f"{WORDS}\n{'so it went on and on 🔥 ' * 200}"[:4000]
        assert SENTENCE in (await runs(world, menu, message)).text

    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_that_is_a_reply_is_read_by_its_own_text(self, world: World, menu: str) -> None:
        first = await world.asker.send(world.channel, "who was there?")
        reply = await world.other.send(world.channel, f"“{WORDS}”", reply_to=first)
        assert SENTENCE in (await runs(world, menu, reply)).text

    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_that_forwards_another_is_read_by_what_it_forwards(self, world: World, menu: str) -> None:
        first = await world.other.send(world.channel, f"“{WORDS}”")
        forwarded = await world.other.forward(first, world.channel)
        assert SENTENCE in (await runs(world, menu, forwarded)).text

    @pytest.mark.parametrize("menu", [FIND, QUOTE])
    async def test_that_is_an_embed_is_read_by_its_texts(self, world: World, menu: str) -> None:
        embed = discord.Embed(title="News", description="So:").add_field(name="quote", value=WORDS)
        posted = await world.guild.create_webhook(world.channel).send(embed=embed)
        assert SENTENCE in (await runs(world, menu, posted)).text

    async def test_may_be_an_answer_of_the_bots_own(self, either: World) -> None:
        answer = await either.asks("!ask how many firefighters fought the quay fire")
        seen = await runs(either, QUOTE, answer.message)
        assert SENTENCE in seen.text
        assert "About 40 firefighters from four stations fought the flames until dawn." in seen.text

    async def test_that_answers_is_looked_up_by_its_passages_alone(self, either: World) -> None:
        answer = await either.asks("!passage fiction-quay-fire-lantern:564-634")
        seen = await runs(either, FIND, answer.message)
        assert "Found in no article" not in seen.text
        assert "About 40 firefighters from four stations" in seen.text


class TestWhoSees:
    async def test_the_answer_is_for_the_one_who_asked(self, either: World) -> None:
        seen = await on(either, QUOTE, WORDS)
        assert seen.message.id in [each.id for each in either.channel.history(viewer=either.asker)]
        assert seen.message.id not in [each.id for each in either.channel.history(viewer=either.other)]

    async def test_it_can_be_shared_with_everybody(self, either: World) -> None:
        seen = await on(either, QUOTE, WORDS)
        shared = await either.clicks(seen, "Share")
        assert not shared.followups[0].ephemeral
        assert SENTENCE in Seen(shared.followups[0]).text
        assert Seen(shared.followups[0]).text.endswith("shared by asker")

    async def test_nearest_passages_are_shared_as_such(self, world: World) -> None:
        seen = await on(world, FIND, "wasn't the night watchman hurt in the fire?")
        shared = await world.clicks(seen, "Share")
        assert Seen(shared.followups[0]).text.startswith("The articles may not answer this.")

    async def test_the_message_content_intent_is_not_needed(self, enter: Enter) -> None:
        async with enter(message_content=False) as world:
            assert shows_the_quote(await on(world, QUOTE, f"“{WORDS}”"))
