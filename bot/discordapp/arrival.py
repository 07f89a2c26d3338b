"""What is said when the bot has connected: all of it the first time, later only that it is back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import discord

from bot.discordapp.greeting import Server, missing_intent_line, start_up_lines
from bot.services.incidents import log


@dataclass(slots=True)
class Arrival:
    """Says the start-up lines once, and once that the Message Content intent is missing."""

    say: Callable[[str], None]
    loaded: str
    prefix: str
    _greeted: bool = False
    _said_missing: bool = False

    def __call__(self, client: discord.Client, message_content: bool) -> None:  # noqa: FBT001 – the shape of `ready`
        """Say what there is to say about a client that is ready."""
        lines = self._lines(client, message_content=message_content)
        self._greeted = True
        if not message_content and not self._said_missing:
            self._said_missing = True
            log.warning(missing_intent_line(self.prefix))
        for line in lines:
            self.say(line)

    def _lines(self, client: discord.Client, *, message_content: bool) -> list[str]:
        if not self._greeted:
            return start_up_lines(
                name=str(client.user),
                application=client.application_id or 0,
                loaded=self.loaded,
                servers=[Server(guild.name, guild.member_count) for guild in client.guilds],
                message_content=message_content,
                prefix=self.prefix,
            )
        news = [] if message_content or self._said_missing else [missing_intent_line(self.prefix)]
        return ["Connected to Discord again.", *news]
