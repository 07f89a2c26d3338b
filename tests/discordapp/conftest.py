"""The real bot in a simulated Discord: a server with a channel, a few members, and the shipped articles."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.ext import commands
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle, GuildHandle
from simcord.env import Env
from simcord.results import InteractionResult, ResponseMessage

from bot.core.store import FactStore
from bot.discordapp.boundary import SENTENCES, UserError
from bot.discordapp.client import VerbatimClient, build_client
from bot.discordapp.door import Door
from bot.discordapp.unrender import unrender
from bot.services.config import Settings
from bot.services.database import Database, NoDatabase, open_database
from bot.services.library import Library, load_library

USERS_ERRORS = (commands.UserInputError, commands.CheckFailure, commands.CommandNotFound, UserError)
"""What somebody typed wrong, or was not allowed to: nothing that is wrong with the bot."""
EXPECTED = (*USERS_ERRORS, *SENTENCES, discord.HTTPException)
"""Likewise what Discord refused: the boundary tells apart which of it is a fault, and logs that."""
NOTHING_KEPT = NoDatabase("There is no state in this test.")
PLAIN = Settings.model_validate({"discord": {"plain_text": True}})
SEEDS = Path(__file__).parents[2] / "seeds"

Shown = discord.Message | ResponseMessage


@dataclass
class Seen:
    """A message as a member sees it."""

    message: Shown

    @property
    def components(self) -> list[dict[str, Any]]:
        """All components, nested ones too, as Discord got them."""
        waiting: list[dict[str, Any]] = [
            component if isinstance(component, dict) else dict(component.to_dict())
            for component in self.message.components
        ]
        found = []
        while waiting:
            component = waiting.pop(0)
            found.append(component)
            waiting = [*component.get("components", []), *waiting]
        return found

    @property
    def markdown(self) -> str:
        """All texts, as they were sent."""
        texts = [component["content"] for component in self.components if "content" in component]
        return "\n".join(filter(None, [self.message.content, *texts]))

    @property
    def text(self) -> str:
        """All texts, as they are read."""
        return unrender(self.markdown)

    @property
    def buttons(self) -> dict[str, str]:
        """Custom ids of the enabled buttons, by label."""
        return {
            component["label"]: component["custom_id"]
            for component in self.components
            if component.get("type") == 2 and "custom_id" in component and not component.get("disabled")
        }

    @property
    def options(self) -> list[dict[str, Any]]:
        """The options of the menu of sheets."""
        menus = [component for component in self.components if component.get("type") == 3]
        return menus[0]["options"] if menus else []

    @property
    def is_layout(self) -> bool:
        """Whether it is a Components V2 layout."""
        return self.message.flags.components_v2


class Faults(logging.Handler):
    """Counts the faults of the program that the boundary has logged."""

    faults = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count a fault."""
        self.faults += record.levelno >= logging.ERROR


@dataclass
class World:
    """A server with its channel, the asker, another member, the owner, and the bot."""

    env: Env
    guild: GuildHandle
    channel: ChannelHandle
    asker: MemberActor
    other: MemberActor
    owner: MemberActor
    expected_faults: int = 0
    """How many faults of the program the test provokes; any other fails it."""

    @property
    def bot(self) -> VerbatimClient:
        assert isinstance(self.env.bot, VerbatimClient)
        return self.env.bot

    @property
    def mention(self) -> str:
        assert self.bot.user
        return self.bot.user.mention

    def answers(self, channel: ChannelHandle | None = None) -> list[Seen]:
        """What the bot has posted in a channel, oldest first."""
        assert self.bot.user
        mine = [each for each in (channel or self.channel).history() if each.author.id == self.bot.user.id]
        return [Seen(each) for each in sorted(mine, key=lambda each: each.id)]

    async def asks(self, text: str, **given: Any) -> Seen:
        """The asker writes, and the bot's newest message is its answer."""
        before = len(self.answers())
        await self.asker.send(self.channel, text.replace("@bot", self.mention), **given)
        found = self.answers()
        assert len(found) == before + 1, self.env.transcript()
        return found[-1]

    async def slash(self, name: str, **options: Any) -> tuple[InteractionResult, Seen]:
        """The asker runs a slash command."""
        result = await self.asker.slash(self.channel, name, **options)
        assert result.response, self.env.transcript()
        return result, Seen(result.response)

    async def clicks(self, seen: Seen, label: str, who: MemberActor | None = None) -> InteractionResult:
        """Somebody, the asker unless given, clicks the button with that label."""
        return await (who or self.asker).click(seen.message, custom_id=seen.buttons[label])

    def again(self, seen: Seen) -> Seen:
        """The same message as it is now, in the channel or in the asker's direct messages."""
        known = [*self.answers(), *self.answers(self.asker.user.dm_channel)]
        return next(each for each in known if each.message.id == seen.message.id)

    async def writes(self, text: str) -> Seen:
        """The asker writes a direct message, and the bot's newest one is its answer."""
        channel = self.asker.user.dm_channel
        before = len(self.answers(channel))
        await self.asker.send_dm(text)
        found = self.answers(channel)
        assert len(found) == before + 1, self.env.transcript()
        return found[-1]

    async def restarts(self, held: Library | None = None, settings: Settings | None = None) -> None:
        """The bot is started anew, with another library or settings if given: nothing in memory is left."""
        door = self.bot.door
        fresh = Door(held or door.library, settings or door.settings, door.state)
        await self.env.restart_bot(build_client(fresh, message_content=self.bot.intents.message_content))


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(str(SEEDS), 300_000)


def shelf(folder: Path, **texts: str) -> Library:
    """A library of one's own: articles by their ids."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return load_library(str(folder), 300_000)


Enter = Callable[..., AbstractAsyncContextManager[World]]


@pytest.fixture
def enter(library: Library) -> Enter:
    """A way into a world of one's own: other settings, another library, without an intent."""

    @asynccontextmanager
    async def entered(
        settings: Settings | None = None,
        held: Library | None = None,
        *,
        message_content: bool = True,
        state: Database | None = None,
        **options: Any,
    ) -> AsyncIterator[World]:
        door = Door(held or library, settings or Settings(), state or NOTHING_KEPT)
        await door.scopes.read(door.state)
        bot = build_client(door, message_content=message_content)
        heard = Faults()
        logging.getLogger("bot").addHandler(heard)
        env = Env(bot, **options)
        await env.start()
        try:
            guild = env.create_guild()
            channel = guild.create_text_channel("debate")
            asker, other = (guild.add_member(env.create_user(name)) for name in ("asker", "other"))
            world = World(env, guild, channel, asker, other, MemberActor(env, guild, guild.owner))
            yield world
        finally:
            await env.shutdown()
            logging.getLogger("bot").removeHandler(heard)
        causes = [getattr(error, "original", error) for error in env.errors]
        errors = [error for error in causes if not isinstance(error, EXPECTED)]
        assert len(errors) <= world.expected_faults, errors
        assert heard.faults == world.expected_faults

    return entered


@pytest.fixture
async def world(enter: Enter) -> AsyncIterator[World]:
    """The world as it is without any settings."""
    async with enter() as made:
        yield made


@pytest.fixture
async def kept(enter: Enter, tmp_path: Path) -> AsyncIterator[World]:
    """The same with a state that is kept."""
    state = await open_database(f"sqlite:///{tmp_path}/state.sqlite3", {})
    async with enter(state=state) as made:
        yield made
    await state.close()


@pytest.fixture(params=["layout", "plain"])
async def either(enter: Enter, request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """The world in which answers are layouts, and the one in which they are plain text."""
    async with enter(PLAIN if request.param == "plain" else None) as made:
        yield made


@pytest.fixture(scope="session")
def shipped(library: Library) -> FactStore:
    """The store of the shipped articles."""
    return library.current
