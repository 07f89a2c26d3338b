"""Many questions at once: none lost, none answered twice, and how long each answer took.

    PYTHONPATH=. python benchmarks/discord_load.py [--seeds DIR] [--messages 1000] [--rate 100] [--channels 20]

The process is the one that ships, its Discord a loopback one on this machine. The milliseconds are from the dispatch of
a question to the arrival of its answer: the bot's own part and the loopback's together, so that the bot's is less.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.discord_latency import QUESTIONS
from benchmarks.loopback_bot import running_bot
from tests.loopback.payloads import CHANNEL, Json, channel, question
from tests.loopback.server import Loopback

_PATIENCE = 60.0
"""Seconds after the last question in which answers may come."""


@dataclass(slots=True)
class Load:
    """When each question was sent and each answer came, by the question's id."""

    sent: dict[str, float] = field(default_factory=dict)
    came: dict[str, float] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)

    @property
    def lost(self) -> int:
        """Questions without an answer."""
        return len(self.sent.keys() - self.answers.keys())

    @property
    def doubled(self) -> int:
        """Answers beyond the first of a question."""
        return sum(count - 1 for count in self.answers.values())

    def milliseconds(self) -> list[float]:
        """Return how long the answers took, shortest first."""
        return sorted((self.came[number] - self.sent[number]) * 1000 for number in self.came)


async def measure(seeds: Path, messages: int, rate: int, channels: int) -> Load:
    """Ask `messages` questions, `rate` a second, in turn in `channels` channels."""
    async with running_bot(seeds) as discord:
        numbers = [CHANNEL + 1 + place for place in range(channels)]
        for number in numbers:
            await discord.gateway.dispatch("CHANNEL_CREATE", _channel(number))
        await discord.ask(QUESTIONS[0], "")
        return await _ask_all(discord, numbers, messages, rate)


async def _ask_all(discord: Loopback, channels: list[int], messages: int, rate: int) -> Load:
    load = Load()
    watching = asyncio.create_task(_watch(discord, load, messages))
    begun = time.perf_counter()
    for place in range(messages):
        await asyncio.sleep(max(0.0, begun + place / rate - time.perf_counter()))
        asked = question(QUESTIONS[place % len(QUESTIONS)]) | {
            "channel_id": str(channels[place % len(channels)])
        }
        load.sent[asked["id"]] = time.perf_counter()
        await discord.gateway.dispatch("MESSAGE_CREATE", asked)
    try:
        async with asyncio.timeout(_PATIENCE):
            await watching
    except TimeoutError:
        print("Not all answers came.", file=sys.stderr)
    await asyncio.sleep(1)  # in which a second answer would come
    _note(discord.world.messages, load)
    return load


async def _watch(discord: Loopback, load: Load, messages: int) -> None:
    seen = 0
    while len(load.came) < messages:
        found = await discord.watch.until(partial(_since, discord, seen), _PATIENCE)
        now = time.perf_counter()
        seen += len(found)
        for one in found:
            answered = _answered(one)
            if answered in load.sent:
                load.came.setdefault(answered, now)


def _since(discord: Loopback, seen: int) -> list[Json]:
    return discord.world.messages[seen:]


def _note(messages: list[Json], load: Load) -> None:
    load.answers.update(number for one in messages if (number := _answered(one)) in load.sent)


def _answered(one: Json) -> str:
    """Return the id of the question that a message answers."""
    return str((one.get("message_reference") or {}).get("message_id"))


def _channel(number: int) -> Json:
    return channel() | {"id": str(number), "name": f"channel-{number - CHANNEL}"}


def main() -> None:
    """Measure and print; the exit code is 1 where an answer is missing or came twice."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=Path, default=Path("seeds"))
    options.add_argument("--messages", type=int, default=1000)
    options.add_argument("--rate", type=int, default=100)
    options.add_argument("--channels", type=int, default=20)
    given = options.parse_args()
    load = asyncio.run(measure(given.seeds.resolve(), given.messages, given.rate, given.channels))
    took = load.milliseconds()
    cut = statistics.quantiles(took, n=100) if len(took) > 1 else [0.0] * 99
    print(
        f"{len(load.sent)} questions, {given.rate} a second, {given.channels} channels: {load.lost} lost, "
        f"{load.doubled} doubled, p50 {cut[49]:.1f} ms, p99 {cut[98]:.1f} ms, worst {max(took, default=0):.1f} ms"
    )
    sys.exit(bool(load.lost or load.doubled))


if __name__ == "__main__":
    main()
