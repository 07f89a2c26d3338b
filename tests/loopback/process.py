"""The bot as a process, with what it says."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from tests.loopback.watch import PATIENCE, Watch

RUN_BOT = Path(__file__).with_name("run_bot.py")


class BotProcess:
    """One run of the program."""

    def __init__(self, process: asyncio.subprocess.Process, watch: Watch) -> None:
        self._process = process
        self._watch = watch
        self.lines: list[str] = []
        """What it has printed on standard error."""
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(
        cls, address: str, folder: Path, environ: dict[str, str], watch: Watch, *args: str
    ) -> BotProcess:
        """Start the program in a folder."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, str(RUN_BOT), address, *args,
            cwd=folder, env=environ, stdin=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        return cls(process, watch)

    async def _read(self) -> None:
        assert self._process.stderr
        async for line in self._process.stderr:
            self.lines.append(line.decode().rstrip("\n"))
            self._watch.changed()

    async def says(self, words: str) -> str:
        """Wait until it prints a line with these words, and return the line."""
        return await self._watch.until(lambda: next((line for line in self.lines if words in line), None))

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    async def ends(self) -> int:
        """Wait for its end and return its exit code."""
        async with asyncio.timeout(PATIENCE):
            code = await self._process.wait()
            await self._reading
        return code

    async def kill(self) -> None:
        """End it, however it is."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await self._reading
