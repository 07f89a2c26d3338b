"""From the question's arrival at the gateway to the answer's arrival at Discord, over real sockets on this machine.

    PYTHONPATH=. python benchmarks/discord_latency.py [--seeds DIR] [--questions N]

The process is the one that ships; only its Discord is a loopback one. Printed are milliseconds for mentions and for
slash commands, one after the other, the bot's own part and the loopback's together, so that the bot's is less.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from benchmarks.loopback_bot import running_bot
from tests.loopback.payloads import question, slash
from tests.loopback.server import Loopback

QUESTIONS = (
    "how many were arrested",
    "what did the mayor say",
    "who reported the number of injured",
    "when did it begin",
    "how many people died",
    "what does the owner think of the cause",
    "where did the residents spend the night",
    "why was the harbour closed",
)


async def measure(seeds: Path, count: int) -> dict[str, list[float]]:
    """Return milliseconds for each question, by the way in which it was asked."""
    async with running_bot(seeds) as discord:
        ways = {"mention": mention, "slash": interaction}
        return {name: await timed(way, discord, count) for name, way in ways.items()}


async def timed(
    way: Callable[[Loopback, str], Awaitable[None]], discord: Loopback, count: int
) -> list[float]:
    """Return milliseconds for `count` questions, after a few that warm up."""
    found = []
    for number in range(count + len(QUESTIONS)):
        begun = time.perf_counter()
        await way(discord, QUESTIONS[number % len(QUESTIONS)])
        found.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.05)  # a channel takes five messages in five seconds; the loopback takes more
    return found[len(QUESTIONS) :]


async def mention(discord: Loopback, words: str) -> None:
    """Ask by a mention and wait for the message."""
    before = len(discord.world.messages)
    await discord.gateway.dispatch("MESSAGE_CREATE", question(words))
    await discord.watch.until(lambda: discord.world.messages[before:])


async def interaction(discord: Loopback, words: str) -> None:
    """Ask by a slash command and wait for its first answer."""
    command = next(each for each in discord.world.commands if each["name"] == "ask")
    asked = slash("ask", int(command["id"]), question=words)
    await discord.gateway.dispatch("INTERACTION_CREATE", asked)
    await discord.watch.until(lambda: discord.world.answered.get(asked["token"]))


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=Path, default=Path("seeds"))
    options.add_argument("--questions", type=int, default=200)
    given = options.parse_args()
    for way, found in asyncio.run(measure(given.seeds.resolve(), given.questions)).items():
        cut = statistics.quantiles(found, n=100)
        print(
            f"{way:8} p50 {cut[49]:6.1f} ms   p99 {cut[98]:6.1f} ms   worst {max(found):6.1f} ms   n {len(found)}"
        )


if __name__ == "__main__":
    main()
