"""Make the pictures of the README from the real preview: `python scripts/screenshots.py [FOLDER]`.

It serves the preview of `seeds/`, lets the members ask, and takes pictures of the answers with a headless Chromium at
the width of a phone and of a desktop. The browser is the one that the variable CHROMIUM names, else the first that is
found. Nothing is downloaded. The exit code is 1 without a browser, or if a picture is too large for a README.
"""

from __future__ import annotations

import asyncio
import base64
import io
import itertools
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import discord
from PIL import Image
from simcord import MemberActor

from bot.discordapp.door import Door
from bot.preview.serving import served
from bot.preview.talking import press
from bot.preview.world import World
from bot.services.config import Settings
from bot.services.database import NoDatabase
from bot.services.library import load_library

PROJECT = Path(__file__).parent.parent
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
"""When it is in the pictures, so that they show the same each time."""
MOST = 300_000
"""Bytes of a picture."""
WITHIN = 60.0
"""Seconds within which the browser has to have done what it is asked."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
WIDTHS = {"phone": 400, "desktop": 760}
HEIGHT = 8000
"""Pixels down of the window: as much as all messages need, so that none has to be scrolled to."""
SCALE = 1.5
"""Pixels of a picture for one of the page: sharp, and still small."""
MARGIN = 10
COLOURS = 256
"""The pages are grey with a few accents: nobody sees the difference, and a picture is a third as large."""

READY = "window.simcordPreview?.ready && !window.simcordPreview.pendingAction"
FITS = """(() => {
  const [app, stage] = ['preview-app', 'preview-stage'].map(id => document.getElementById(id));
  return Math.abs(app.clientWidth - stage.clientWidth) < 2 && Math.abs(app.clientHeight - stage.clientHeight) < 2;
})()"""
SHOWN = """{0}.every(id => document.querySelector(`article[data-message-id="${{id}}"][aria-busy="false"]`))"""
UNTIL = "new Promise(done => {{ const look = () => {0} ? done() : setTimeout(look, 50); look(); }})"
ALONE = "document.getElementById('messages-sidebar').style.display = 'none'"
"""The list of messages beside the channel is out of sight, but not its shadow."""
PLACE = """(() => {{
  const found = {0}.map(id => document.querySelector(`article[data-message-id="${{id}}"]`).getBoundingClientRect());
  return {{ left: Math.min(...found.map(each => each.left)), right: Math.max(...found.map(each => each.right)),
            top: Math.min(...found.map(each => each.top)), bottom: Math.max(...found.map(each => each.bottom)) }};
}})()"""


class Scene(NamedTuple):
    """One picture: its name and the messages on it, by id."""

    name: str
    messages: tuple[int, ...]


@dataclass
class Page:
    """A page of a browser, spoken to in the DevTools protocol."""

    socket: aiohttp.ClientWebSocketResponse
    session: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def does(self, method: str, **given: Any) -> dict[str, Any]:
        """Send one command and return its result."""
        number = next(self.numbers)
        to = {"sessionId": self.session} if self.session else {}
        await self.socket.send_json({"id": number, "method": method, "params": given, **to})
        while True:
            said = await self.socket.receive_json()
            if said.get("id") == number:
                result: dict[str, Any] = said["result"]
                return result

    async def reads(self, script: str) -> Any:
        """Return what a script on the page gives."""
        found = await self.does("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return found["result"].get("value")


async def pictures_by(browser: str) -> dict[str, bytes]:
    """Take all pictures with a browser; return them by file name."""
    settings = Settings()
    door = Door(
        load_library(str(PROJECT / "seeds"), settings.seeds.max_bytes),
        settings,
        NoDatabase("The pictures need no state."),
    )
    async with asyncio.timeout(WITHIN), served(door, NOW) as (preview, world), opened(browser) as page:
        scenes = await play(world)
        await preview.refresh()
        await page.does("Page.navigate", url=preview.url)
        return {
            f"{scene.name}-{name}.png": await taken(page, scene, width)
            for name, width in WIDTHS.items()
            for scene in scenes
        }


async def play(world: World) -> list[Scene]:
    """Let the members ask what the pictures show."""
    tom, wen = world.members
    await world.env.advance_time(1800)
    asked = await tom.send(world.channel, f"{world.mention} how many firefighters fought the quay fire?")
    answered = newest(world)
    await press(tom, answered, "Show context")
    context = newest(world, tom)
    quoting = await wen.send(world.channel, f"{world.prefix}quote zakharova")
    quoted = newest(world)
    misspelt = await wen.send(world.channel, f"{world.mention} what did Dorothy Corry say?")
    refused = newest(world)
    listed = await tom.slash(world.channel, "figures", words="firefighters")
    shown = newest(world)
    await press(tom, listed.response, "Show chart")
    return [
        Scene("answer", (asked.id, answered.id)),
        Scene("context", (context.id,)),
        Scene("quote", (quoting.id, quoted.id)),
        Scene("refusal", (misspelt.id, refused.id)),
        Scene("chart", (shown.id, newest(world).id)),
    ]


def newest(world: World, viewer: MemberActor | None = None) -> discord.Message:
    """Return the bot's newest message, of those that `viewer` alone sees too."""
    return next(
        each for each in reversed(world.channel.history(viewer=viewer)) if each.author == world.bot.user
    )


async def taken(page: Page, scene: Scene, width: int) -> bytes:
    """Take one picture."""
    size = {"width": width, "height": HEIGHT, "deviceScaleFactor": SCALE, "mobile": False}
    await page.does("Emulation.setDeviceMetricsOverride", **size)
    ids = json.dumps([str(each) for each in scene.messages])
    await page.reads(UNTIL.format(f"{READY} && {FITS} && {SHOWN.format(ids)}"))
    await page.reads(ALONE)
    place = await page.reads(PLACE.format(ids))
    clip = {
        "x": place["left"],
        "y": place["top"] - MARGIN,
        "width": place["right"] - place["left"],
        "height": place["bottom"] - place["top"] + 2 * MARGIN,
        "scale": 1,
    }
    shot = await page.does("Page.captureScreenshot", format="png", clip=clip)
    return base64.b64decode(shot["data"])


@asynccontextmanager
async def opened(browser: str) -> AsyncIterator[Page]:
    """Start a browser without windows and yield a page in it."""
    options = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0"]
    if sys.platform != "win32" and os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium does not start as root with one
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            browser, *options, f"--user-data-dir={profile}", stderr=asyncio.subprocess.PIPE
        )
        errors = process.stderr or asyncio.StreamReader()
        address = await listening(errors)
        rest = asyncio.create_task(
            errors.read()
        )  # lest the browser waits for somebody to read what it writes
        try:
            async with aiohttp.ClientSession() as http, http.ws_connect(address, max_msg_size=0) as socket:
                page = Page(socket)
                target = await page.does("Target.createTarget", url="about:blank")
                attached = await page.does("Target.attachToTarget", targetId=target["targetId"], flatten=True)
                page.session = attached["sessionId"]
                yield page
        finally:
            process.terminate()
            await asyncio.gather(process.wait(), rest)


async def listening(errors: asyncio.StreamReader) -> str:
    """Return the address at which the browser says that it listens."""
    async for line in errors:
        found = re.search(rb"DevTools listening on (ws://127\.0\.0\.1:\S+)", line)
        if found:
            return found[1].decode()
    raise RuntimeError("the browser ended before it listened")


def keep(pictures: dict[str, bytes], folder: Path) -> int:
    """Write the pictures, each with as many colours as it needs; return the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    sizes = []
    for name, picture in pictures.items():
        few = (
            Image.open(io.BytesIO(picture))
            .convert("RGB")
            .quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        )
        few.save(folder / name, optimize=True)
        sizes.append((folder / name).stat().st_size)
        print(f"{folder / name}: {sizes[-1]:,} bytes{', too large' if sizes[-1] > MOST else ''}")
    return int(max(sizes) > MOST)


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "docs" / "screenshots"
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("No browser: install Chromium, or name one in the variable CHROMIUM.")
    sys.exit(keep(asyncio.run(pictures_by(found)), where))
